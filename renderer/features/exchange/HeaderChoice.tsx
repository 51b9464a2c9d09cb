import { Checkbox, Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportFile } from '#contract/import.channels.ts';
import { useFormat } from '#ui/format.ts';

import { columnLetters } from './column-letters.ts';
import classes from './Import.module.css';
import type { HeaderRows } from './spec.ts';

type Sheet = ImportFile['sheets'][number];

interface HeaderChoiceProps {
  readonly sheet: Sheet;
  readonly header: HeaderRows | null;
  readonly onHeader: (header: HeaderRows | null) => void;
}

const MAX_COLUMNS = 12;
const MAX_ROWS = 10;
const HEIGHTS = [1, 2, 3];

/** The first rows of the sheet, among which the row of titles is chosen. */
export function HeaderChoice({ sheet, header, onHeader }: HeaderChoiceProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const name = useId();
  if (sheet.preview.length === 0) {
    return <p className={classes['quiet']}>{t('exchange:file.emptySheet')}</p>;
  }
  const width = Math.min(
    MAX_COLUMNS,
    Math.max(...sheet.preview.map(({ cells }) => cells.length), 1),
  );
  const others = Math.max(0, sheet.columnCount - width);
  const height = header === null ? 1 : header.lastRow - header.firstRow + 1;
  const heights = HEIGHTS.includes(height) ? HEIGHTS : [...HEIGHTS, height];
  const rows = sheet.preview.slice(0, Math.max(MAX_ROWS, (header?.lastRow ?? 0) + 1));

  return (
    <fieldset className={classes['headerChoice']}>
      <legend>{t('exchange:file.header')}</legend>
      <div className={classes['headerTools']}>
        <Checkbox
          label={t('exchange:file.noHeader')}
          checked={header === null}
          onChange={(event) => {
            const first = sheet.preview[0]?.number ?? 1;
            const back = sheet.header ?? { firstRow: first, lastRow: first };
            onHeader(event.currentTarget.checked ? null : back);
          }}
        />
        {header === null ? null : (
          <Select
            size="xs"
            w="12rem"
            aria-label={t('exchange:file.headerLines')}
            allowDeselect={false}
            data={heights.map((count) => ({
              value: String(count),
              label: t('exchange:file.headerLine', { count, n: number(count) }),
            }))}
            value={String(height)}
            onChange={(count) => {
              if (count === null) return;
              onHeader({ ...header, lastRow: header.firstRow + Number(count) - 1 });
            }}
          />
        )}
        <span className={classes['quiet']}>
          {others > 0 ? t('exchange:file.moreColumns', { count: others, n: number(others) }) : null}
        </span>
      </div>
      <div className={classes['scroll']}>
        <table className={classes['preview']} aria-label={t('exchange:file.preview')}>
          <thead>
            <tr>
              <th aria-hidden="true" />
              {Array.from({ length: width }, (_, column) => (
                <th key={column} scope="col">
                  {columnLetters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const isHeader =
                header !== null && row.number >= header.firstRow && row.number <= header.lastRow;
              const isBefore = header !== null && row.number < header.firstRow;
              const kind = isHeader ? 'header' : isBefore ? 'title' : row.role;
              return (
                <tr key={row.number} data-kind={kind}>
                  <th scope="row">
                    <label>
                      <input
                        type="radio"
                        name={name}
                        aria-label={t('exchange:file.useRow', { row: row.number })}
                        checked={header?.firstRow === row.number}
                        onChange={() =>
                          onHeader({ firstRow: row.number, lastRow: row.number + height - 1 })
                        }
                      />
                      {row.number}
                      <span className={classes['role']}>
                        {kind === 'header' ? t('exchange:file.rowHeader') : null}
                        {kind === 'title' ? t('exchange:file.rowTitle') : null}
                        {kind === 'totals' ? t('exchange:file.rowTotals') : null}
                      </span>
                    </label>
                  </th>
                  {Array.from({ length: width }, (_, column) => (
                    <td key={column}>
                      <span>{row.cells[column] ?? ''}</span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
