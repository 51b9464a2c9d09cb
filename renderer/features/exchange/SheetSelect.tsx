import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportFile } from '#contract/import.channels.ts';
import { useFormat } from '#ui/format.ts';

import { importActions } from './import.store.ts';

interface SheetSelectProps {
  readonly file: ImportFile;
  readonly value: number;
  /** What the file is, in words. */
  readonly format: string;
}

/** The sheet to import from; hidden ones are there, and said to be hidden. */
export function SheetSelect({ file, value, format }: SheetSelectProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const labelOf = ({ name, rowCount, isHidden }: ImportFile['sheets'][number]): string => {
    const sheet = t('exchange:file.sheetName', { name, count: rowCount, n: number(rowCount) });
    return isHidden ? t('exchange:file.hiddenSheet', { sheet }) : sheet;
  };
  return (
    <Select
      label={t('exchange:file.sheet')}
      description={format}
      allowDeselect={false}
      readOnly={file.sheets.length < 2}
      data={file.sheets.map((sheet) => ({ value: String(sheet.index), label: labelOf(sheet) }))}
      value={String(value)}
      onChange={(index) => {
        if (index !== null) void importActions.chooseSheet(Number(index));
      }}
    />
  );
}
