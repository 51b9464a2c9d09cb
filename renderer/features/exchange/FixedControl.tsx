import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportColumn, ImportSpec } from '#contract/import.channels.ts';

import { importActions } from './import.store.ts';
import { withFixed } from './spec.ts';

interface FixedControlProps {
  readonly column: ImportColumn;
  readonly spec: ImportSpec;
  /** Set where the column's name does not stand right beside it. */
  readonly hasLabel?: boolean;
}

/** The value that every row gets in one column, as it would be typed in a cell. */
export function FixedControl({ column, spec, hasLabel = false }: FixedControlProps) {
  const { t } = useTranslation();
  const value = spec.fixed[column.key] ?? '';
  const name = t('exchange:columns.fixedOf', { label: column.label });
  const give = (next: string | null): void =>
    importActions.editSpec((known) => withFixed(known, column.key, next));
  const label = hasLabel ? { label: name } : { 'aria-label': name };
  if (column.choices.length > 0) {
    return (
      <Select
        {...label}
        size="sm"
        searchable
        placeholder={t('exchange:columns.addFixedPick')}
        data={[...column.choices]}
        value={value === '' ? null : value}
        onChange={give}
      />
    );
  }
  return (
    <TextInput
      {...label}
      size="sm"
      placeholder={column.help}
      value={value}
      onChange={(event) => give(event.currentTarget.value)}
    />
  );
}
