import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exportToBytes } from '#interop/exporters.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import { cellKind, cellText, cellValue } from '#interop/import/sheet.ts';
import type { Cell } from '#interop/import/sheet.ts';
import type { CellValue, ColumnKind, ExportColumn, Workbook } from '#interop/table.ts';
import { readAll } from './read-all.ts';

const LABELS = { yes: 'Oui', no: 'Non' };
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      ...`=+-@;,|'"<>&_x0041 \t\r\n]`,
      '\0',
      '\ud83d',
      '\ude00',
      '😀',
      '\u00a0',
    ),
  }),
);
const date = fc
  .integer({ min: 61, max: 2_958_465 })
  .map((day) => new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10));
const dateTime = fc
  .tuple(date, fc.integer({ min: 0, max: 86_399 }))
  .map(([day, second]) => `${day}T${new Date(second * 1000).toISOString().slice(11, 19)}`);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }).map((n) => n + 0),
  fc.integer(),
);

const VALUES: Record<ColumnKind, fc.Arbitrary<CellValue>> = {
  text,
  url: text,
  identifier: fc.stringMatching(/^\d{1,14}$/),
  date,
  dateTime,
  integer: fc.integer(),
  number,
  boolean: fc.boolean(),
};
const KINDS: readonly ColumnKind[] = [
  'text',
  'identifier',
  'date',
  'dateTime',
  'integer',
  'number',
  'boolean',
  'url',
];
const COLUMNS: readonly ExportColumn[] = KINDS.map((kind) => ({
  key: kind,
  label: `Colonne ${kind}`,
  kind,
}));
const rows = fc.array(
  fc.tuple(...KINDS.map((kind) => fc.option(VALUES[kind], { nil: null, freq: 5 }))),
  {
    maxLength: 12,
  },
);

function workbook(data: readonly (readonly CellValue[])[]): Workbook {
  return {
    properties: { title: 'Essai', author: 'Essai', date: '2017-12-20', language: 'fr' },
    labels: LABELS,
    tables: [{ name: 'Structures', title: 'Structures', columns: COLUMNS, rows: data }],
  };
}

/** Text without what no spreadsheet in XML can hold. */
function sheetText(value: string): string {
  return (
    value
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- exactly what XML 1.0 leaves out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  );
}

function wanted(format: ExportFormat, value: CellValue): string | number | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? LABELS.yes : LABELS.no;
  if (format === 'csv') {
    const plain = typeof value === 'number' ? String(value).replace('.', ',') : value;
    return Buffer.from(plain, 'utf8').toString('utf8') || null;
  }
  if (typeof value === 'number') return value === 0 ? 0 : value;
  return sheetText(value) || null;
}

function found(cells: readonly Cell[], column: number): string | number | null {
  const cell = cells[column] ?? null;
  const value = cellValue(cell);
  return typeof value === 'number' ? value : cell === null ? null : cellText(cell);
}

describe.each(['xlsx', 'ods', 'csv'] as const)('what we write as %s', (format) => {
  it('is read back identically, at its place', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (data) => {
        const { bytes } = await exportToBytes(format, workbook(data));
        const back = await readAll(bytes);
        expect(back.workbook.sheets[0]?.header?.labels).toEqual(COLUMNS.map(({ label }) => label));
        const byNumber = new Map(back.rows.map((row) => [row.number, row.cells]));
        const all = data.map((_row, at) =>
          KINDS.map((_kind, column) => found(byNumber.get(at + 2) ?? [], column)),
        );
        expect(all).toEqual(data.map((row) => row.map((value) => wanted(format, value))));
        expect(back.rows.slice(1).every(({ role }) => role !== 'header' && role !== 'title')).toBe(
          true,
        );
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('what we write as a typed cell', () => {
  it.each(['xlsx', 'ods'] as const)('has its kind in %s', async (format) => {
    const data = [['Nom', '00012', '2024-02-29', '2024-02-29T00:00:00', 3, 1.5, true, '=1']];
    const { bytes } = await exportToBytes(format, workbook(data));
    const { rows: back } = await readAll(bytes);
    expect(back[1]?.cells.map(cellKind)).toEqual([
      'text',
      'text',
      'date',
      'date',
      'number',
      'number',
      'text',
      'text',
    ]);
    expect(cellText(back[1]?.cells[3] ?? null)).toBe('2024-02-29T00:00:00');
  });
});
