import { Select } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ImportColumn, ImportGuess, ImportSpec } from '#contract/import.channels.ts';

import { FixedControl } from './FixedControl.tsx';
import classes from './Import.module.css';
import { importActions } from './import.store.ts';
import { withColumn } from './spec.ts';

interface MissingColumnsProps {
  readonly needed: readonly ImportColumn[];
  /** How many of them nothing fills yet. */
  readonly count: number;
  readonly guess: ImportGuess;
  readonly spec: ImportSpec;
}

/** What nothing fills yet and every row needs: a column to point at, or a value for all. */
export function MissingColumns({ needed, count, guess, spec }: MissingColumnsProps) {
  const { t } = useTranslation();
  const IconOf = count === 0 ? IconCheck : IconAlertTriangle;
  return (
    <div
      className={classes['missing']}
      data-filled={count === 0 || undefined}
      role="group"
      aria-labelledby="import-missing"
    >
      <h3 id="import-missing">
        <IconOf size={19} stroke={1.9} aria-hidden="true" />
        {count === 0
          ? t('exchange:columns.missingNone')
          : t('exchange:columns.missing', { count, n: count })}
      </h3>
      <p>{t('exchange:columns.missingText')}</p>
      {needed.map((column) => (
        <div key={column.key} className={classes['missingRow']}>
          <span>
            <strong>{column.label}</strong>
            <span className={classes['quiet']}>{column.help}</span>
          </span>
          <Select
            size="sm"
            aria-label={t('exchange:columns.pickFor', { label: column.label })}
            placeholder={t('exchange:columns.pick')}
            searchable
            data={guess.columns.map(({ column: index, letter, label }) => ({
              value: String(index),
              label: t('exchange:columns.lettered', {
                letter,
                label: label === '' ? t('exchange:columns.untitled') : label,
              }),
            }))}
            value={null}
            onChange={(index) => {
              if (index === null) return;
              importActions.editSpec((known) => withColumn(known, Number(index), column.key));
            }}
          />
          <span className={classes['quiet']}>{t('exchange:columns.or')}</span>
          <FixedControl column={column} spec={spec} />
        </div>
      ))}
    </div>
  );
}
