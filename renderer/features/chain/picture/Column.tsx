import type { CSSProperties, HTMLAttributes } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainGraph, ChainNode, ChainSide } from '#contract/chain.views.ts';
import type { ChainColumn } from '#domain/chain.ts';
import { useDragOrder } from '#ui/use-drag-order.ts';

import { AddCard } from './AddCard.tsx';
import type { CardProps } from './Card.tsx';
import { Card } from './Card.tsx';
import type { CardGroup } from './groups.ts';
import { groupsOf } from './groups.ts';
import classes from './Picture.module.css';

export type CardLook = Pick<
  CardProps,
  'marks' | 'links' | 'isLit' | 'isOpen' | 'isCurrent' | 'drop'
>;

export interface ColumnProps {
  readonly graph: ChainGraph;
  readonly column: ChainColumn;
  readonly side: ChainSide;
  readonly isReadOnly: boolean;
  readonly orphansOnly: boolean;
  readonly lookOf: (node: ChainNode) => CardLook;
  readonly linkHandle: (id: string) => HTMLAttributes<HTMLElement>;
  /** Puts a card at a place among its siblings. */
  readonly onMove: (id: string, to: number) => void;
  readonly onMade: (id: string) => void;
}

/** One step of the chain: its heading, its cards by side or year, and where one is added. */
export function Column(props: ColumnProps) {
  const { graph, column, side, isReadOnly, orphansOnly, onMade } = props;
  const { t } = useTranslation('chain');
  const groups = groupsOf(graph, column);
  const count = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  const label = t(`column.${column}`);
  return (
    <section className={classes['column']} aria-label={label} data-column={column}>
      <h2 className={classes['head']}>
        {label} <span className={classes['count']}>{count}</span>
      </h2>
      {groups.map((group) => (
        <CardList key={group.key} {...props} group={group} />
      ))}
      {count === 0 && <p className={classes['none']}>{t(orphansOnly ? 'noOrphan' : 'noCard')}</p>}
      {!isReadOnly && !orphansOnly && (
        <AddCard
          groupId={graph.groupId}
          year={graph.year}
          side={side}
          column={column}
          onMade={onMade}
        />
      )}
    </section>
  );
}

function CardList(props: ColumnProps & { readonly group: CardGroup }) {
  const { group, isReadOnly, lookOf, linkHandle, onMove } = props;
  const { t } = useTranslation('chain');
  const list = useRef<HTMLUListElement>(null);
  const drag = useDragOrder(list, onMove);
  const { heading, cards } = group;
  const shown = new Set(cards.map(({ id }) => id));
  const isRoot = ({ parentId }: ChainNode): boolean => parentId === null || !shown.has(parentId);
  const roots = cards.filter(isRoot);
  const others = roots.filter(({ id }) => id !== drag.draggedId);
  const mark = drag.target === null ? null : (others[drag.target]?.id ?? 'end');

  const draw = (node: ChainNode, depth: number) => {
    const parts = cards.filter(({ parentId }) => parentId === node.id);
    const isMoved = depth === 0 && roots.length > 1;
    return (
      <li
        key={node.id}
        data-item={depth === 0 ? node.id : undefined}
        data-dragged={drag.draggedId === node.id || undefined}
        data-before={(mark === node.id && depth === 0) || undefined}
        style={{ '--depth': Math.min(depth, 2) } as CSSProperties}
      >
        <Card
          node={node}
          {...lookOf(node)}
          isReadOnly={isReadOnly}
          linkHandle={linkHandle(node.id)}
          orderHandle={isMoved ? drag.handleProps(node.id) : null}
        />
        {parts.length > 0 && (
          <ul className={classes['parts']}>{parts.map((part) => draw(part, depth + 1))}</ul>
        )}
      </li>
    );
  };
  const words =
    heading === null
      ? null
      : heading.kind === 'side'
        ? t(`sideOf.${heading.side}`)
        : t('card.forYear', { year: heading.year });
  return (
    <>
      {words !== null && <h3 className={classes['subhead']}>{words}</h3>}
      <ul
        ref={list}
        className={classes['cards']}
        data-end={mark === 'end' || undefined}
        aria-label={[t(`column.${props.column}`), words].filter((part) => part !== null).join(', ')}
      >
        {roots.map((node) => draw(node, 0))}
      </ul>
    </>
  );
}
