import { useRef } from 'react';

import { markAt } from '#ui/OrderedList.tsx';
import { useDragOrder } from '#ui/use-drag-order.ts';
import { useOrder } from '#ui/use-order.ts';

import { doWrite } from './do-write.ts';
import type { Branch } from './objective-moves.ts';
import { ObjectiveRow } from './ObjectiveRow.tsx';
import styles from './Objectives.module.css';

interface SistersProps {
  readonly branches: readonly Branch[];
  readonly currentId: string | null;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string) => void;
}

/** Objectives that stand side by side, each with its parts below; their order is the person's. */
export function Sisters({ branches, ...rest }: SistersProps) {
  const list = useRef<HTMLDivElement>(null);
  const order = useOrder(
    branches.map(({ objective }) => objective.id),
    (ids) => {
      const current = branches.filter(({ objective }) => objective.state !== 'restated');
      const movable = new Set(current.map(({ objective }) => objective.id));
      return doWrite('steering:orderObjectives', { ids: ids.filter((id) => movable.has(id)) });
    },
  );
  const drag = useDragOrder(list, order.move);
  const shown = order.ids.flatMap((id) => branches.find((one) => one.objective.id === id) ?? []);
  return (
    <div role="presentation" ref={list}>
      {shown.map(({ objective, parts }, index) => (
        <div
          key={objective.id}
          role="presentation"
          className={styles['branch']}
          data-item={objective.id}
          data-dragged={drag.draggedId === objective.id || undefined}
          data-mark={markAt(order.ids, drag, index) ?? undefined}
        >
          <ObjectiveRow
            objective={objective}
            rank={index}
            isCurrent={rest.currentId === objective.id}
            isOpen={rest.openId === objective.id}
            isReadOnly={rest.isReadOnly}
            handleProps={drag.handleProps(objective.id)}
            onOpen={() => rest.onOpen(objective.id)}
          />
          {parts.length > 0 && <Sisters branches={parts} {...rest} />}
        </div>
      ))}
    </div>
  );
}
