import { ActionIcon } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './Setup.module.css';

interface Item {
  readonly id: string;
  readonly name: string;
}

interface OrderedListProps<T extends Item> {
  readonly label: string;
  readonly items: readonly T[];
  readonly isReadOnly: boolean;
  readonly onOrder: (ids: readonly string[]) => void;
  readonly onRemove: (item: T) => void;
  readonly draw: (item: T) => ReactNode;
}

/** The list with one of its parts at another place. */
function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  const without = ids.filter((one) => one !== id);
  const place = Math.max(0, Math.min(to, without.length));
  return [...without.slice(0, place), id, ...without.slice(place)];
}

/** Parts in an order that the handle changes: dragged, or moved by the arrows. */
export function OrderedList<T extends Item>(props: OrderedListProps<T>) {
  const { label, items, isReadOnly, onOrder, onRemove, draw } = props;
  const { t } = useTranslation('callSetup');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const ids = items.map(({ id }) => id);

  function move(id: string, to: number): void {
    const next = moved(ids, id, to);
    if (next.join() !== ids.join()) onOrder(next);
  }

  return (
    <ol className={styles.list} aria-label={label}>
      {items.map((item, at) => (
        // The handle moves by the keyboard what can be dropped here.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <li
          key={item.id}
          className={styles.item}
          data-over={(over === item.id && dragged !== null) || undefined}
          onDragOver={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            setOver(item.id);
          }}
          onDrop={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            move(dragged, at);
            setDragged(null);
            setOver(null);
          }}
        >
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={styles.handle ?? ''}
              aria-label={t('move.handle', { name: item.name })}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', item.name);
                setDragged(item.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onKeyDown={(event) => {
                const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (by === undefined) return;
                event.preventDefault();
                move(item.id, at + by);
              }}
            >
              <IconGripVertical size="1.1rem" aria-hidden />
            </ActionIcon>
          )}
          <div className={styles.body}>{draw(item)}</div>
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('move.remove', { name: item.name })}
              onClick={() => onRemove(item)}
            >
              <IconTrash size="1.1rem" aria-hidden />
            </ActionIcon>
          )}
        </li>
      ))}
    </ol>
  );
}
