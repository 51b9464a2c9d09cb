import { Checkbox } from '@mantine/core';
import type { DragEvent } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { SelectionCard } from '#contract/selection.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Board.module.css';

interface CardProps {
  readonly card: SelectionCard;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string, isRange: boolean) => void;
  readonly onDragStart: (event: DragEvent, id: string) => void;
}

/** One response on the board: who, what, from where, and what stands out about it. */
export const Card = memo(function Card(props: CardProps) {
  const { card, isOpen, isSelected, isCurrent, isReadOnly } = props;
  const { t } = useTranslation('selection');
  const { number } = useFormat();
  const { id, organisationName, title, departementCode, segments, score, rank } = card;
  return (
    // The keyboard moves cards from the board, and opens them by the button within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.card}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      data-card={id}
      draggable={!isReadOnly}
      onDragStart={(event) => props.onDragStart(event, id)}
    >
      {!isReadOnly && (
        <Checkbox
          size="xs"
          className={styles.check ?? ''}
          tabIndex={-1}
          checked={isSelected}
          aria-label={t('card.select', { number: card.number, name: organisationName })}
          onChange={() => undefined}
          onClick={(event) => props.onSelect(id, event.shiftKey)}
        />
      )}
      <button
        type="button"
        className={styles.face}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) =>
          event.ctrlKey || event.metaKey || event.shiftKey
            ? props.onSelect(id, event.shiftKey)
            : props.onOpen(id)
        }
      >
        <span className={styles.line}>
          <span className={styles.who}>{organisationName}</span>
          <span className={styles.no}>
            {rank === null ? t('card.number', { number: card.number }) : t('card.rank', { rank })}
          </span>
        </span>
        <span className={styles.what}>{title}</span>
        <span className={styles.facts}>
          {departementCode !== null && (
            <span title={card.departementName ?? departementCode}>{departementCode}</span>
          )}
          {segments[0] !== undefined && (
            <span className={styles.segment}>
              {segments[0].name}
              {segments.length > 1 && t('card.more', { count: segments.length - 1 })}
            </span>
          )}
          {score !== null && <strong>{number(score)}</strong>}
        </span>
        <Marks card={card} />
      </button>
    </li>
  );
});

function Marks({ card }: { readonly card: SelectionCard }) {
  const { t } = useTranslation('selection');
  const marks = [
    card.isLate ? t('state.late') : null,
    card.isComplete ? null : t('state.incomplete'),
    card.duplicateOfNumber === null
      ? null
      : t('card.duplicateOf', { number: card.duplicateOfNumber }),
    card.hasException ? t('card.exception') : null,
  ].filter((mark) => mark !== null);
  if (marks.length === 0) return null;
  return (
    <span className={styles.marks}>
      {marks.map((mark) => (
        <span key={mark} className={styles.mark}>
          {mark}
        </span>
      ))}
    </span>
  );
}
