import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { FollowUpRow } from '#contract/follow-up.channels.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { parseDueDate } from '#ui/record-form/due-typing.ts';

import classes from './FollowUp.module.css';

interface DueCellProps {
  readonly row: FollowUpRow;
  readonly isReadOnly: boolean;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onDone: () => void;
  readonly onChange: (dueOn: string | null) => void;
}

/** By when an action is due; a day is typed in words or figures, or picked. */
export function DueCell({ row, isReadOnly, isEdited, onEdit, onDone, onChange }: DueCellProps) {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  if (isEdited) return <DueEditor row={row} onDone={onDone} onChange={onChange} />;
  const { onDay, isLate, title } = row;
  const day = onDay === null ? t('noDue') : format.shortDate(onDay);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['cell']}
      data-late={isLate || undefined}
      data-empty={onDay === null || undefined}
      disabled={isReadOnly}
      aria-label={t('changeDue', { day, title })}
      onClick={onEdit}
    >
      <span className={classes['day']}>{day}</span>
      {isLate && <span className={classes['lateMark']}>{t('late')}</span>}
    </button>
  );
}

function DueEditor({ row, onDone, onChange }: Pick<DueCellProps, 'row' | 'onDone' | 'onChange'>) {
  const { t } = useTranslation('followUp');
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = cell.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, []);
  return (
    // Enter and Esc end it, as in any cell.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={cell}
      onKeyDown={(event) => {
        // What was typed and not understood stays, with its refusal.
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.defaultPrevented)) {
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }
      }}
      onBlur={({ relatedTarget }) => {
        const isInside =
          relatedTarget instanceof Element &&
          (cell.current?.contains(relatedTarget) === true ||
            relatedTarget.closest('[data-portal]') !== null);
        if (!isInside && relatedTarget !== null) onDone();
      }}
    >
      <DayInput
        label={null}
        ariaLabel={t('dueOf', { title: row.title })}
        placeholder={t('dueHint')}
        width="100%"
        parse={parseDueDate}
        value={row.onDay}
        onChange={(day) => {
          onChange(day);
          onDone();
        }}
      />
    </div>
  );
}
