import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ImportDecision } from '#contract/import.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { EntityIcon } from '#ui/EntityIcon.tsx';

import { ChangesTable } from './ChangesTable.tsx';
import { DuplicateChoice } from './DuplicateChoice.tsx';
import { fateIcons } from './fate-icons.ts';
import classes from './Preview.module.css';
import { labelOfRow, useLabelOf } from './use-row-summary.ts';
import type { PlanRow } from './use-plan-rows.ts';

interface RowDetailProps {
  readonly row: PlanRow;
  readonly onDecide: (decision: ImportDecision | null) => void;
}

/** One row of the sheet in full: its fate and why, what changes, what is created along. */
export function RowDetail({ row, onDecide }: RowDetailProps) {
  const { t } = useTranslation();
  const labelOf = useLabelOf();
  const IconOf = fateIcons[row.fate];
  const label = labelOfRow(row, t);
  const told = row.cells.filter(({ text }) => text !== '');
  return (
    <>
      <header className={classes['detailHead']}>
        <h3>{label}</h3>
        <p className={classes['fateLine']} data-fate={row.fate}>
          <IconOf size={17} stroke={2} aria-hidden="true" />
          <strong>{t(`exchange:fate.one.${row.fate}`)}</strong>
          <span className={classes['quiet']}>{t('exchange:preview.row', { row: row.row })}</span>
        </p>
        {row.fate === 'error' || row.fate === 'duplicate' ? null : (
          <p className={classes['quiet']}>{t(`exchange:fate.explain.${row.fate}`)}</p>
        )}
      </header>
      {row.problems.length === 0 ? null : (
        <ul className={classes['problems']} aria-label={t('exchange:preview.problems')}>
          {row.problems.map(({ cell, key, message }) => (
            <li key={`${cell} ${message}`}>
              {cell === null ? null : <span className={classes['cell']}>{cell}</span>}
              <span>
                {key === null ? null : <strong>{labelOf(key)} – </strong>}
                {message}
              </span>
            </li>
          ))}
        </ul>
      )}
      {row.fate === 'duplicate' ? <DuplicateChoice row={row} onDecide={onDecide} /> : null}
      {row.target === null ? null : (
        <p className={classes['target']}>
          <EntityIcon table={row.target.table} />
          <span>
            {t('exchange:preview.target')} –{' '}
            <Link href={recordPath(row.target.table, row.target.id)}>{row.target.label}</Link>
          </span>
        </p>
      )}
      {row.changes.length === 0 ? null : <ChangesTable changes={row.changes} labelOf={labelOf} />}
      {row.creates.length === 0 ? null : (
        <div>
          <h4>{t('exchange:preview.creating')}</h4>
          <ul className={classes['plain']}>
            {row.creates.map((record) => (
              <li key={`${record.table} ${record.label}`}>
                <EntityIcon table={record.table} size={16} />
                <span>
                  {t(`vocabulary:entity.${record.table}.one`)} – {record.label}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {row.notes.length === 0 ? null : (
        <ul className={classes['notes']} aria-label={t('exchange:preview.notes')}>
          {row.notes.map(({ cell, message }) => (
            <li key={`${cell} ${message}`}>
              {cell === null ? null : <span className={classes['cell']}>{cell}</span>}
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
      {told.length === 0 ? null : (
        <div>
          <h4>{t('exchange:preview.cells')}</h4>
          <dl className={classes['cells']}>
            {told.map(({ key, text }) => (
              <div key={key}>
                <dt>{labelOf(key)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}
