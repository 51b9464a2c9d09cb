import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { importRegisterNames } from '#contract/import.channels.ts';
import { useFormat } from '#ui/format.ts';

import { HeaderChoice } from './HeaderChoice.tsx';
import classes from './Import.module.css';
import { importActions, useImport } from './import.store.ts';
import { SheetSelect } from './SheetSelect.tsx';
import { Step } from './Step.tsx';
import { TextReading } from './TextReading.tsx';
import { Warnings } from './Warnings.tsx';

/** Format of the file in the person's words. */
function formatKey(format: string): string {
  const known = ['xlsx', 'xlsb', 'xls', 'spreadsheetml', 'ods', 'csv', 'html', 'vcard'];
  return `exchange:source.${known.includes(format) ? format : 'other'}`;
}

/** First step: what the file is, which sheet, where its titles are, and what it speaks of. */
export function FileStep() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const file = useImport((state) => state.file);
  const register = useImport((state) => state.register);
  const sheetIndex = useImport((state) => state.sheet);
  const header = useImport((state) => state.header);
  const isFolded = useImport(({ guess, done }) => guess?.isRemembered === true || done !== null);
  if (file === null) return null;
  const sheet = file.sheets.find(({ index }) => index === sheetIndex);
  const titles = header === undefined ? (sheet?.header ?? null) : header;
  const titlesText =
    titles === null
      ? t('exchange:file.noHeaderShort')
      : titles.firstRow === titles.lastRow
        ? t('exchange:file.headerAt', { row: titles.firstRow })
        : t('exchange:file.headerSpan', { first: titles.firstRow, last: titles.lastRow });
  // An address book has no titles of its own: its fields are always the same.
  const isVcard = file.format === 'vcard';
  const rowCount = sheet?.rowCount ?? 0;
  const summary =
    register === null
      ? t(formatKey(file.format))
      : t('exchange:file.summary', {
          register: t(`registers:${register}.name`),
          sheet: t('exchange:file.sheetName', {
            name: sheet?.name ?? '',
            count: rowCount,
            n: number(rowCount),
          }),
          header: titlesText,
        });

  return (
    <Step
      name="file"
      state={register === null ? 'problem' : 'done'}
      summary={summary}
      isFoldedAtFirst={isFolded}
    >
      <div className={classes['fields']}>
        <Select
          label={t('exchange:file.content')}
          description={t('exchange:file.contentHint')}
          placeholder={t('exchange:file.choose')}
          allowDeselect={false}
          searchable
          data={importRegisterNames.map((name) => ({
            value: name,
            label: t(`registers:${name}.name`),
          }))}
          value={register}
          onChange={(name) => {
            const chosen = importRegisterNames.find((known) => known === name);
            if (chosen !== undefined) void importActions.chooseRegister(chosen);
          }}
        />
        <SheetSelect file={file} value={sheetIndex} format={t(formatKey(file.format))} />
        {file.dialect === null ? null : <TextReading dialect={file.dialect} />}
      </div>
      <Warnings title={t('exchange:file.warnings')} warnings={file.warnings} />
      {sheet === undefined || isVcard ? null : (
        <HeaderChoice
          sheet={sheet}
          header={titles}
          onHeader={(rows) => void importActions.chooseHeader(rows)}
        />
      )}
    </Step>
  );
}
