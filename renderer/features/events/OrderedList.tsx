import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './Events.module.css';

export interface OrderedListProps<T extends { readonly id: string }> {
  readonly label: string;
  readonly items: readonly T[];
  readonly isReadOnly: boolean;
  readonly nameOf: (item: T) => string;
  /** Stores a whole order; false when it was refused. */
  readonly onOrder: (ids: readonly string[]) => Promise<boolean>;
  readonly children: (item: T, index: number) => ReactNode;
}

/** A list whose order is the person's: moved by its handles, or by Alt with the arrows. */
export function OrderedList<T extends { readonly id: string }>(props: OrderedListProps<T>) {
  const { items, isReadOnly, nameOf } = props;
  const { t } = useTranslation('eventsScreen');
  const stored = items.map(({ id }) => id);
  const key = stored.join(' ');
  // What was asked for stands until the list is read again.
  const [asked, setAsked] = useState<{ ids: readonly string[]; over: string } | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  if (asked !== null && asked.over !== key) setAsked(null);
  const ids = asked === null ? stored : asked.ids;
  const shown = ids.flatMap((id) => items.find((item) => item.id === id) ?? []);

  function move(id: string, to: number): void {
    const from = ids.indexOf(id);
    const target = Math.max(0, Math.min(ids.length - 1, to));
    if (from < 0 || from === target) return;
    const next = ids.filter((other) => other !== id);
    next.splice(target, 0, id);
    setAsked({ ids: next, over: key });
    const item = items.find((one) => one.id === id);
    setSaid(item === undefined ? '' : t('order.moved', { name: nameOf(item), place: target + 1 }));
    void props.onOrder(next).then((isDone) => {
      if (!isDone) setAsked(null);
    });
  }

  return (
    <>
      <ol className={classes['ordered']} aria-label={props.label}>
        {shown.map((item, index) => (
          // Moved by its handle; the keys are those of what is in it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={item.id}
            className={classes['orderedRow']}
            data-dragged={dragged === item.id || undefined}
            data-over={(over === item.id && dragged !== item.id) || undefined}
            onKeyDown={(event) => {
              if (!event.altKey || isReadOnly) return;
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              move(item.id, index + (event.key === 'ArrowUp' ? -1 : 1));
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(item.id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, index);
              setDragged(null);
              setOver(null);
            }}
          >
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes['handle'] ?? ''}
                aria-label={t('order.move', { name: nameOf(item) })}
                title={t('order.help')}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', item.id);
                  setDragged(item.id);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                <IconGripVertical size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
            {props.children(item, index)}
          </li>
        ))}
      </ol>
      <div className="r-visually-hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
}
