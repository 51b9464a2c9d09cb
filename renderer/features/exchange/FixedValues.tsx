import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ImportColumn, ImportGuess, ImportSpec } from '#contract/import.channels.ts';

import { FixedControl } from './FixedControl.tsx';
import classes from './Import.module.css';
import { importActions } from './import.store.ts';
import { unmapped, withFixed } from './spec.ts';

interface FixedValuesProps {
  readonly guess: ImportGuess;
  readonly spec: ImportSpec;
  /** Columns that are already asked for above. */
  readonly asked: readonly ImportColumn[];
}

/** What the sheet does not say because it is the same everywhere. */
export function FixedValues({ guess, spec, asked }: FixedValuesProps) {
  const { t } = useTranslation();
  const isAskedFor = (key: string): boolean => asked.some((column) => column.key === key);
  const given = guess.available.filter(({ key }) => key in spec.fixed && !isAskedFor(key));
  const free = unmapped(spec, guess.available).filter(
    ({ key }) => !(key in spec.fixed) && !isAskedFor(key),
  );
  return (
    <div className={classes['fixed']}>
      <h3>{t('exchange:columns.fixed')}</h3>
      <p className={classes['quiet']}>{t('exchange:columns.fixedText')}</p>
      {given.map((column) => (
        <div key={column.key} className={classes['fixedRow']}>
          <strong>{column.label}</strong>
          <FixedControl column={column} spec={spec} />
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--r-text)"
            aria-label={t('exchange:columns.removeFixed', { label: column.label })}
            onClick={() => importActions.editSpec((known) => withFixed(known, column.key, null))}
          >
            <IconX size={17} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {free.length === 0 ? null : (
        <Select
          size="sm"
          w="20rem"
          maw="100%"
          aria-label={t('exchange:columns.addFixed')}
          placeholder={t('exchange:columns.addFixed')}
          searchable
          nothingFoundMessage={t('exchange:columns.notFound')}
          data={free.map(({ key, label }) => ({ value: key, label }))}
          value={null}
          onChange={(key) => {
            if (key !== null) importActions.editSpec((known) => withFixed(known, key, ''));
          }}
        />
      )}
    </div>
  );
}
