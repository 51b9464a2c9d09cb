import { useTranslation } from 'react-i18next';

import type { FieldChoice, MergeSide } from '#contract/duplicate.channels.ts';
import type { DuplicateTable } from '#domain/duplicate.ts';

import { isBlank } from './choices.ts';
import styles from './Duplicates.module.css';

interface FieldRowProps {
  readonly table: DuplicateTable;
  readonly choice: FieldChoice;
  readonly side: MergeSide;
  readonly words: (field: string, value: unknown) => string;
  /** Null where there is nothing to decide. */
  readonly onChoose: ((side: MergeSide) => void) | null;
}

/** One column of both records: the values beside each other, each to be chosen. */
export function FieldRow({ table, choice, side, words, onChoose }: FieldRowProps) {
  const { t } = useTranslation('duplicates');
  const { field, kept, lost, canJoin } = choice;
  const label = t(`vocabulary:field.${table}.${field}`);
  const labelId = `merge-${field}`;

  function cell(which: MergeSide, value: unknown) {
    const text = words(field, value);
    const isChosen = side === which || side === 'both';
    if (onChoose === null) {
      return (
        <span className={styles.value} data-chosen={isChosen || undefined}>
          <span className={styles.words} data-empty={isBlank(value) || undefined}>
            {text}
          </span>
        </span>
      );
    }
    return (
      <label className={styles.value} data-chosen={isChosen || undefined} data-open>
        <input
          type="radio"
          name={labelId}
          data-field={field}
          checked={side === which}
          onChange={() => {
            onChoose(which);
          }}
        />
        <span className={styles.words}>{text}</span>
      </label>
    );
  }

  return (
    <div
      className={styles.row}
      role={onChoose === null ? 'group' : 'radiogroup'}
      aria-labelledby={labelId}
    >
      <span id={labelId} className={styles.fieldName}>
        {label}
      </span>
      {cell('kept', kept)}
      {cell('lost', lost)}
      {onChoose !== null && canJoin && (
        <label className={styles.both} data-chosen={side === 'both' || undefined}>
          <input
            type="radio"
            name={labelId}
            data-field={field}
            checked={side === 'both'}
            onChange={() => {
              onChoose('both');
            }}
          />
          <span>{t(field === 'tags' ? 'bothTags' : 'both')}</span>
        </label>
      )}
    </div>
  );
}
