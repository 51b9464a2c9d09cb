import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ImportGuess, ImportSpec } from '#contract/import.channels.ts';

import { ConfidenceMark } from './ConfidenceMark.tsx';
import { FieldSelect } from './FieldSelect.tsx';
import classes from './Import.module.css';
import { importActions } from './import.store.ts';
import type { MappedColumn } from './spec.ts';
import { confidenceOf, keyAt, withColumn } from './spec.ts';

interface ColumnsTableProps {
  readonly guess: ImportGuess;
  readonly spec: ImportSpec;
}

/** Of letter, heading, examples, arrow, field and how sure the match is. */
const widths = ['2.75rem', '22%', '24%', '2.25rem', '27%', 'auto'];

/** Each column of the sheet, what is in it, and the column of the register that it fills. */
export function ColumnsTable({ guess, spec }: ColumnsTableProps) {
  const { t } = useTranslation();
  return (
    <table className={classes['columns']} aria-label={t('exchange:columns.table')}>
      <colgroup>
        {widths.map((width, index) => (
          // Places in a row never move.
          // oxlint-disable-next-line react/no-array-index-key
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('exchange:columns.fromSheet')}
          </th>
          <th scope="col">{t('exchange:columns.samples')}</th>
          <th aria-hidden="true" />
          <th scope="col">{t('exchange:columns.into')}</th>
          <th scope="col">{t('exchange:columns.how')}</th>
        </tr>
      </thead>
      <tbody>
        {guess.columns.map((column) => (
          <ColumnRow key={column.column} column={column} guess={guess} spec={spec} />
        ))}
      </tbody>
    </table>
  );
}

function ColumnRow({ column, guess, spec }: ColumnsTableProps & { readonly column: MappedColumn }) {
  const { t } = useTranslation();
  const value = keyAt(spec, column.column);
  const label = column.label === '' ? t('exchange:columns.untitled') : column.label;
  return (
    <tr data-skipped={value === null || undefined}>
      <td className={classes['letter']}>{column.letter}</td>
      <th scope="row">{label}</th>
      <td className={classes['samples']}>
        {column.samples.length === 0 ? (
          <em>{t('exchange:columns.noSample')}</em>
        ) : (
          <span title={column.samples.join('\n')}>{column.samples.slice(0, 3).join(' · ')}</span>
        )}
      </td>
      <td className={classes['arrow']}>
        <IconArrowNarrowRight size={20} stroke={1.6} aria-hidden="true" />
      </td>
      {column.isComputed && value === null ? (
        <td colSpan={2} className={classes['quiet']}>
          {t('exchange:columns.computed')}
        </td>
      ) : (
        <>
          <td className={classes['field']}>
            <FieldSelect
              label={t('exchange:columns.intoOf', { letter: column.letter, label })}
              guess={guess}
              spec={spec}
              value={value}
              onChange={(key) =>
                importActions.editSpec((known) => withColumn(known, column.column, key))
              }
            />
          </td>
          <td>
            <ConfidenceMark confidence={confidenceOf(spec, column)} />
          </td>
        </>
      )}
    </tr>
  );
}
