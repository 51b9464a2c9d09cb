import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useDragOrder } from '#ui/use-drag-order.ts';
import { useOrder } from '#ui/use-order.ts';

import type { Arranged } from './arrangement.ts';
import { changed, childrenOf, reordered } from './arrangement.ts';
import classes from './Edition.module.css';
import type { PlanProps } from './SectionPlan.tsx';
import { SectionRow } from './SectionRow.tsx';

interface SiblingsProps extends PlanProps {
  readonly parentKey: string | null;
  readonly arrange: (sections: readonly Arranged[]) => Promise<void>;
  /** Tells those who do not see it where a section came. */
  readonly onSay: (words: string) => void;
}

/** The sections under one parent; only their order among themselves can change. */
export function Siblings(props: SiblingsProps) {
  const { edition, parentKey, arrange, onSay } = props;
  const { t } = useTranslation('reports');
  const list = useRef<HTMLOListElement>(null);
  const { sections, texts } = edition;
  const children = childrenOf(sections, parentKey);
  const order = useOrder(
    children.map(({ key }) => key),
    (keys) => arrange(reordered(sections, parentKey, keys)),
  );
  const rows = order.ids.flatMap((key) => children.find((child) => child.key === key) ?? []);

  function move(key: string, to: number): void {
    order.move(key, to);
    const title = children.find((child) => child.key === key)?.title ?? '';
    onSay(t('plan.moved', { title, rank: Math.max(0, Math.min(rows.length - 1, to)) + 1 }));
  }

  const drag = useDragOrder(list, move);
  const draggedFrom = order.ids.indexOf(drag.draggedId ?? '');

  /** Where the line is drawn that says where a dragged section will come. */
  function markAt(index: number): 'before' | 'after' | null {
    if (drag.target === null || drag.target === draggedFrom) return null;
    const place = drag.target < draggedFrom ? drag.target : drag.target + 1;
    if (index === place) return 'before';
    return place === rows.length && index === rows.length - 1 ? 'after' : null;
  }

  if (rows.length === 0) return null;
  return (
    <ol className={classes['sections']} ref={list}>
      {rows.map((section, index) => (
        <SectionRow
          key={section.key}
          section={section}
          isReadOnly={props.isReadOnly}
          isChosen={section.key === props.chosenKey}
          isDragged={section.key === drag.draggedId}
          hasText={texts.some((text) => text.sectionKey === section.key)}
          mark={markAt(index)}
          handleProps={drag.handleProps(section.key)}
          onChoose={() => props.onChoose(section.key)}
          onMove={(by) => move(section.key, index + by)}
          onChange={(patch) => void arrange(changed(sections, section.key, patch))}
        >
          <Siblings {...props} parentKey={section.key} />
        </SectionRow>
      ))}
    </ol>
  );
}
