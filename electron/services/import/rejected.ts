import type { SpreadsheetFormatName } from '#contract/schemas.ts';
import type { Cell } from '#interop/import/sheet.ts';
import { cellKind, cellText, cellValue } from '#interop/import/sheet.ts';
import { columnLetters } from '#interop/spreadsheet-limits.ts';
import type { CellValue, ExportRow } from '#interop/table.ts';
import type { Translate } from '#platform/translate.ts';

import { writeWorkbook } from '../workbooks.ts';
import type { DecidedRow, Staging } from './staging.ts';

export interface RejectedOptions {
  readonly path: string;
  readonly format: SpreadsheetFormatName;
  readonly staging: Staging;
  /** Words over the columns of the sheet. */
  readonly labels: readonly string[];
  readonly columns: number;
  readonly reason: (row: DecidedRow) => string;
  readonly translate: Translate;
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly signal: AbortSignal;
}

/** Numbers and flags stay what they are; all else as the sheet shows it. */
function valueOf(cell: Cell): CellValue {
  const kind = cellKind(cell);
  const isPlain = kind === 'number' || kind === 'boolean';
  if (isPlain && (typeof cell !== 'object' || cell?.text === undefined)) return cellValue(cell);
  return kind === 'empty' ? null : cellText(cell);
}

/**
 * Writes the rows that were not imported, as they were, with the reason and their number first, so
 * that they can be mended and imported again.
 * @returns how many
 */
export async function exportRejected(options: RejectedOptions): Promise<number> {
  const { path, format, staging, labels, columns, reason, translate, language } = options;
  let count = 0;
  function* rows(): Generator<ExportRow> {
    for (const row of staging.left()) {
      count += 1;
      const cells = Array.from({ length: columns }, (_, at) => valueOf(row.raw?.[at] ?? null));
      yield [...cells, row.row, reason(row)];
    }
  }
  const title = translate('imports:rejected.sheet');
  const workbook = {
    properties: {
      title,
      author: options.author,
      date: new Date().toISOString(),
      language,
    },
    labels: { yes: translate('registers:yes'), no: translate('registers:no') },
    tables: [
      {
        name: title,
        title,
        columns: [
          ...Array.from({ length: columns }, (_, at) => ({
            key: columnLetters(at),
            label: labels[at] || columnLetters(at),
            kind: 'text' as const,
          })),
          { key: 'row', label: translate('imports:rejected.row'), kind: 'integer' as const },
          { key: 'reason', label: translate('imports:rejected.reason'), kind: 'text' as const },
        ],
        rows: rows(),
        rowCount: staging.leftCount(),
      },
    ],
  };
  await writeWorkbook(path, format, workbook, { signal: options.signal });
  return count;
}
