import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { fateIcons } from './fate-icons.ts';
import classes from './Preview.module.css';
import { labelOfRow, useRowSummary } from './use-row-summary.ts';
import type { PlanRow } from './use-plan-rows.ts';

interface RowLineProps {
  readonly id: string;
  /** Undefined until its page is read. */
  readonly row: PlanRow | undefined;
  readonly place: number;
  readonly total: number;
  /** From the top of the list, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onPoint: (place: number) => void;
}

/** One row of the sheet in the list: its number, its fate, its name, and the gist of it. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  const { id, row, place, total, top, height, isActive, onPoint } = props;
  const { t } = useTranslation();
  const summary = useRowSummary(row);
  const IconOf = row === undefined ? null : fateIcons[row.fate];
  return (
    // The list has the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-setsize={total}
      aria-posinset={place + 1}
      className={classes['line']}
      data-fate={row?.fate}
      data-decided={(row?.decision ?? null) !== null || undefined}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
      onClick={() => onPoint(place)}
    >
      {row === undefined || IconOf === null ? (
        <span className={classes['skeleton']}>
          <span className="r-visually-hidden">{t('exchange:preview.loading')}</span>
        </span>
      ) : (
        <>
          <span className={classes['number']}>
            <span className="r-visually-hidden">{t('exchange:preview.row', { row: '' })}</span>
            {row.row}
          </span>
          <span className={classes['fateMark']} title={t(`exchange:fate.one.${row.fate}`)}>
            <IconOf size={17} stroke={2} aria-hidden="true" />
            <span className="r-visually-hidden">{t(`exchange:fate.one.${row.fate}`)}</span>
          </span>
          <span className={classes['lineWords']}>
            <span className={classes['lineLabel']}>{labelOfRow(row, t)}</span>
            <span className={classes['lineSummary']}>{summary}</span>
          </span>
        </>
      )}
    </div>
  );
});
