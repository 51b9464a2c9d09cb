import { Select } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ImportColumn, ImportGuess, ImportSpec } from '#contract/import.channels.ts';

import classes from './Import.module.css';
import { columnOf } from './spec.ts';

/** Stands in the list for no column at all: keys of columns are words. */
const SKIP = '-';

interface FieldSelectProps {
  readonly label: string;
  readonly guess: ImportGuess;
  readonly spec: ImportSpec;
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

/** Chooses the column of the register; says which are taken, and what is to be written in each. */
export function FieldSelect({ label, guess, spec, value, onChange }: FieldSelectProps) {
  const { t } = useTranslation();
  const byKey = new Map(guess.available.map((column) => [column.key, column]));
  const nameOf = (column: ImportColumn): string => {
    const taken = columnOf(spec, column.key);
    if (taken !== null && column.key !== value) {
      const letter = guess.columns.find((known) => known.column === taken)?.letter ?? '';
      return t('exchange:columns.taken', { label: column.label, letter });
    }
    if (column.key in spec.fixed) return t('exchange:columns.fixedTaken', { label: column.label });
    return column.isRequired && column.key !== value
      ? t('exchange:columns.required', { label: column.label })
      : column.label;
  };
  return (
    <Select
      size="sm"
      aria-label={label}
      searchable
      allowDeselect={false}
      checkIconPosition="right"
      maxDropdownHeight={340}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      nothingFoundMessage={t('exchange:columns.notFound')}
      data={[
        { value: SKIP, label: t('exchange:columns.skip') },
        ...guess.available.map((column) => ({ value: column.key, label: nameOf(column) })),
      ]}
      value={value ?? SKIP}
      onChange={(key) => onChange(key === null || key === SKIP ? null : key)}
      renderOption={({ option }) => {
        const column = byKey.get(option.value);
        return (
          <span className={classes['option']}>
            <span>
              {option.label}
              {column?.isIdentity === true ? (
                <IconKey
                  size={14}
                  stroke={1.8}
                  role="img"
                  aria-label={t('exchange:columns.identity')}
                />
              ) : null}
            </span>
            {column === undefined || column.help === '' ? null : (
              <span className={classes['quiet']}>{column.help}</span>
            )}
          </span>
        );
      }}
    />
  );
}
