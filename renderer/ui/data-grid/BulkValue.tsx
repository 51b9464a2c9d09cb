import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DayInput } from '#ui/record-form/DayInput.tsx';

import { parseTypedNumber } from './cell-format.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

export interface BulkValueProps {
  readonly column: GridColumn;
  readonly label: string;
  readonly value: CellValue;
  readonly error: string | null;
  readonly onValue: (value: CellValue) => void;
}

/** The value to give to many records, in the control that its kind calls for. */
export function BulkValue({ column, label, value, error, onValue }: BulkValueProps) {
  const { t } = useTranslation('grid');
  if (column.kind === 'choice' || column.kind === 'boolean') {
    const data =
      column.kind === 'choice'
        ? column.choices.map((choice) => ({ ...choice }))
        : [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ];
    return (
      <Select
        size="xs"
        label={label}
        error={error}
        data={data}
        value={value === null ? null : String(value)}
        onChange={(next) => {
          onValue(column.kind === 'boolean' && next !== null ? next === 'true' : next);
        }}
      />
    );
  }
  if (column.kind === 'date') {
    return (
      <DayInput
        label={label}
        error={error}
        value={typeof value === 'string' ? value : null}
        onChange={onValue}
      />
    );
  }
  const isNumber = column.kind === 'integer' || column.kind === 'number';
  return (
    <TextInput
      size="xs"
      label={label}
      error={error}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={1000}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim();
        if (typed === '') onValue(null);
        else if (isNumber) onValue(parseTypedNumber(typed));
        else if (column.kind === 'identifier') onValue(typed.replaceAll(/[\s.]/g, ''));
        else onValue(typed);
      }}
    />
  );
}
