import { ActionIcon } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './OrderedList.module.css';
import type { DragOrder } from './use-drag-order.ts';
import { useDragOrder } from './use-drag-order.ts';
import { useOrder } from './use-order.ts';

export interface OrderedListProps<T extends { readonly id: string }> {
  readonly label: string;
  readonly items: readonly T[];
  readonly isReadOnly: boolean;
  readonly nameOf: (item: T) => string;
  /** Stores a whole order; once it is done, what is stored is shown. */
  readonly onOrder: (ids: readonly string[]) => unknown;
  /** Offers to take an item out, where given. */
  readonly onRemove?: (item: T) => void;
  /** `cards`: each item framed, for forms; `lines`: one under the other. */
  readonly look?: 'lines' | 'cards';
  readonly children: (item: T, index: number) => ReactNode;
}

/** Where the line is drawn that says where what is dragged will come. */
export function markAt(
  ids: readonly string[],
  drag: DragOrder,
  index: number,
): 'before' | 'after' | null {
  const from = ids.indexOf(drag.draggedId ?? '');
  if (drag.target === null || drag.target === from) return null;
  const place = drag.target < from ? drag.target : drag.target + 1;
  if (index === place) return 'before';
  return place === ids.length && index === ids.length - 1 ? 'after' : null;
}

/** A list whose order is the person's: moved by its handles, or by Alt with the arrows. */
export function OrderedList<T extends { readonly id: string }>(props: OrderedListProps<T>) {
  const { items, isReadOnly, nameOf, onRemove, look = 'lines' } = props;
  const { t } = useTranslation('grid');
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const order = useOrder(
    items.map(({ id }) => id),
    async (ids) => {
      await props.onOrder(ids);
    },
  );
  const shown = order.ids.flatMap((id) => items.find((item) => item.id === id) ?? []);

  function move(id: string, to: number): void {
    const place = Math.max(0, Math.min(shown.length - 1, to));
    const item = items.find((one) => one.id === id);
    if (item === undefined || order.ids[place] === id) return;
    order.move(id, place);
    setSaid(t('order.moved', { name: nameOf(item), place: place + 1 }));
  }

  const drag = useDragOrder(list, move);
  return (
    <>
      <ol className={classes['list']} data-look={look} aria-label={props.label} ref={list}>
        {shown.map((item, index) => (
          // Moved by its handle; the keys are those of what is in it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={item.id}
            className={classes['row']}
            data-item={item.id}
            data-dragged={drag.draggedId === item.id || undefined}
            data-mark={markAt(order.ids, drag, index) ?? undefined}
            onKeyDown={(event) => {
              const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
              if (by === undefined || isReadOnly) return;
              const isOnHandle =
                event.target instanceof Element && event.target.closest('[data-handle]') !== null;
              if (!event.altKey && !isOnHandle) return;
              event.preventDefault();
              move(item.id, index + by);
            }}
          >
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes['handle'] ?? ''}
                aria-label={t('order.move', { name: nameOf(item) })}
                title={t('order.help')}
                data-handle
                {...drag.handleProps(item.id)}
              >
                <IconGripVertical size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
            <div className={classes['body']}>{props.children(item, index)}</div>
            {!isReadOnly && onRemove !== undefined && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('order.remove', { name: nameOf(item) })}
                onClick={() => onRemove(item)}
              >
                <IconTrash size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      <div className="r-visually-hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
}
