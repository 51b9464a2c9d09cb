import { Button, Checkbox } from '@mantine/core';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type {
  SelectionCard,
  SelectionColumn,
  SelectionFilters,
} from '#contract/selection.channels.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';

import styles from './Board.module.css';
import { Card } from './Card.tsx';

interface ColumnProps {
  readonly callId: string;
  readonly column: SelectionColumn;
  readonly filters: SelectionFilters;
  readonly withScores: boolean;
  readonly isReadOnly: boolean;
  readonly openId: string | null;
  readonly currentId: string | null;
  readonly selected: ReadonlySet<string>;
  /** Whether what is dragged can be put here. */
  readonly takes: boolean;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string, isRange: boolean) => void;
  readonly onSelectMany: (ids: readonly string[], isOn: boolean) => void;
  readonly onDragStart: (event: DragEvent, id: string) => void;
  readonly onDrop: (column: SelectionColumn) => void;
}

/** Heading of a column of the board, in the words of the phase. */
export function useColumnName(): (column: Pick<SelectionColumn, 'kind' | 'outcome'>) => string {
  const { t } = useTranslation('selection');
  return ({ kind, outcome }) =>
    outcome === null
      ? t(`column.${kind}`)
      : kind === 'passed' && outcome === 'nextPhase'
        ? t('column.passed')
        : t(`column.${outcome}`);
}

/** The responses in one place of a phase; further ones are fetched as they are asked for. */
export function Column(props: ColumnProps) {
  const { callId, column, filters, withScores, isReadOnly, openId, currentId, selected } = props;
  const { t } = useTranslation('selection');
  const nameOf = useColumnName();
  const [isOver, setOver] = useState(false);
  const further = useFurtherCards(callId, column, filters, withScores);
  const cards = [...column.cards, ...further.cards];
  const chosen = cards.filter(({ id }) => selected.has(id)).length;
  const name = nameOf(column);

  return (
    // What is dropped here can be put here by the keyboard and by the menu of the board.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.column}
      aria-label={t('column.label', { name, count: column.count })}
      data-kind={column.outcome ?? column.kind}
      data-over={(isOver && props.takes) || undefined}
      onDragOver={(event) => {
        if (!props.takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (props.takes) props.onDrop(column);
      }}
    >
      <header className={styles.head}>
        {!isReadOnly && (
          <Checkbox
            size="xs"
            aria-label={t('column.selectAll', { name })}
            disabled={cards.length === 0}
            checked={chosen > 0 && chosen === cards.length}
            indeterminate={chosen > 0 && chosen < cards.length}
            onChange={({ currentTarget }) =>
              props.onSelectMany(
                cards.map(({ id }) => id),
                currentTarget.checked,
              )
            }
          />
        )}
        <h2 className={styles.heading}>{name}</h2>
        <span className={styles.count}>
          {column.count === column.total
            ? column.count
            : t('column.some', { count: column.count, total: column.total })}
        </span>
      </header>
      <ul className={styles.cards} data-cards={column.key}>
        {cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            isOpen={card.id === openId}
            isSelected={selected.has(card.id)}
            isCurrent={card.id === currentId}
            isReadOnly={isReadOnly}
            onOpen={props.onOpen}
            onSelect={props.onSelect}
            onDragStart={props.onDragStart}
          />
        ))}
        {cards.length < column.count && (
          <li className={styles.more}>
            <Button
              size="compact-sm"
              variant="subtle"
              fullWidth
              loading={further.isLoading}
              onClick={further.fetch}
            >
              {t('column.more', { count: column.count - cards.length })}
            </Button>
          </li>
        )}
        {column.count === 0 && <li className={styles.none}>{t('column.none')}</li>}
      </ul>
    </section>
  );
}

/** Cards beyond the first page; dropped as soon as the first page changes. */
function useFurtherCards(
  callId: string,
  column: SelectionColumn,
  filters: SelectionFilters,
  withScores: boolean,
) {
  const [pages, setPages] = useState<{
    readonly after: SelectionColumn;
    readonly cards: readonly SelectionCard[];
  } | null>(null);
  const [isLoading, setLoading] = useState(false);
  const cards = pages !== null && pages.after === column ? pages.cards : [];
  const fetch = (): void => {
    setLoading(true);
    const offset = column.cards.length + cards.length;
    call('selection:cards', { callId, filters, column: column.key, offset, withScores })
      .then((page) => setPages({ after: column, cards: [...cards, ...page.cards] }))
      .catch(reportError)
      .finally(() => setLoading(false));
  };
  return { cards, isLoading, fetch };
}
