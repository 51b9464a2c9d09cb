import { describe, expect, it } from 'vitest';

import type { Cell } from '#interop/import/sheet.ts';
import { cellText, cellValue } from '#interop/import/sheet.ts';
import { fixture, readAll } from './read-all.ts';

const LABELS = [
  'Structure',
  'Contact / Nom',
  'Contact / Téléphone',
  'Code postal',
  'Adhésion',
  'Montant (€)',
  'Taux',
  'SIRET',
];

const VALUES = [
  [1, 'title', ['Registre des structures – édition 2024']],
  [
    5,
    'data',
    [
      'Métropole & <Lille>',
      'Zoé Île',
      '01 99 00 12 34',
      '01000',
      '2024-02-29',
      1250.5,
      0.25,
      '00012345600017',
    ],
  ],
  [
    6,
    'data',
    [
      'Hôpital d’Amiens\nSite sud',
      'Noël Œuvre',
      199_001_235,
      1000,
      '2024-02-29T18:00:00',
      2501,
      '#N/A',
      80_200_000_000_000,
    ],
  ],
  [8, 'data', ['Région', null, null, '2A004', '1900-01-15', -3, true, '8.02E+13']],
  [9, 'totals', ['Total', null, null, null, null, 3748.5]],
];

/** Calc counts every day of 1900 as it was; Excel has a 29 February in that year. */
const FILES: readonly (readonly [string, string, string])[] = [
  ['messy.xlsx', 'xlsx', '1900-01-15'],
  ['messy.xlsb', 'xlsb', '1900-01-15'],
  ['messy.xls', 'xls', '1900-01-15'],
  ['messy.xml', 'spreadsheetml', '1900-01-15'],
  ['messy-calc.xlsx', 'xlsx', '1900-01-15'],
  ['messy-calc.xls', 'xls', '1900-01-15'],
  ['messy-calc.ods', 'ods', '1900-01-14'],
  ['messy-calc.fods', 'ods', '1900-01-14'],
];

function plain(cell: Cell): unknown {
  return cellValue(cell);
}

describe.each(FILES)('%s', (name, format, early) => {
  it('gives values, places and roles', async () => {
    const { workbook, rows } = await readAll(fixture(name));
    expect(workbook.format).toBe(format);
    expect(workbook.sheets[0]?.header).toEqual({ firstRow: 3, lastRow: 4, labels: LABELS });
    const found = rows
      .filter(({ role }) => role !== 'header')
      .map(({ number, role, cells }) => [number, role, cells.map(plain)]);
    const wanted: unknown = JSON.parse(JSON.stringify(VALUES).replace('1900-01-15', early));
    expect(found).toEqual(wanted);
  });

  it('repeats merged values in the header rows only', async () => {
    const { rows } = await readAll(fixture(name));
    const header = rows.filter(({ role }) => role === 'header').map(({ cells }) => cells);
    expect(header[0]?.slice(0, 4)).toEqual(['Structure', 'Contact', 'Contact', 'Code postal']);
    expect(header[1]?.slice(0, 4)).toEqual(['Structure', 'Nom', 'Téléphone', 'Code postal']);
    expect(rows[0]?.cells).toHaveLength(1);
  });

  it('shows what formats add to numbers', async () => {
    const { rows } = await readAll(fixture(name));
    const [first, second] = rows.filter(({ role }) => role === 'data').map(({ cells }) => cells);
    expect(cellText(first?.[6] ?? null)).toBe('25%');
    expect(cellText(second?.[2] ?? null)).toBe('01 99 00 12 35');
    expect(cellText(second?.[3] ?? null)).toBe('01000');
  });

  it('announces hidden sheets, merged cells, errors and mangled numbers', async () => {
    const { workbook, warnings } = await readAll(fixture(name));
    expect(workbook.sheets.map(({ isHidden }) => isHidden)).toEqual([false, true, false]);
    const said = new Map(warnings.map(({ code, count, first }) => [code, { count, first }]));
    expect(said.get('hiddenSheet')).toEqual({ count: 1, first: 'Listes' });
    expect(said.get('mergedCells')?.count).toBe(8);
    expect(said.get('errorCells')).toEqual({ count: 1, first: 'G6' });
    expect(said.get('mangledNumbers')).toEqual({ count: 2, first: 'H6' });
  });

  it('says that a sheet has no rows', async () => {
    const { workbook, rows, warnings } = await readAll(fixture(name), { sheet: 2 });
    expect(workbook.sheets[2]?.header).toBeNull();
    expect(rows).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('noRows');
  });
});

describe('formulas', () => {
  it.each(['messy.xlsx', 'messy-calc.xlsx', 'messy-calc.ods', 'messy-calc.xls', 'messy.xml'])(
    'give the values that %s keeps',
    async (name) => {
      const { rows } = await readAll(fixture(name));
      const row = rows.find(({ number }) => number === 6);
      expect(row?.cells[5]).toEqual({ kind: 'number', value: 2501, hasFormula: true });
    },
  );
});

/** A worksheet of Excel 2: records of a number, a length and data. */
function oldestExcel(texts: readonly Buffer[]): Buffer {
  const record = (id: number, data: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  };
  const labels = texts.map((text, row) =>
    record(4, Buffer.concat([Buffer.from([row, 0, 0, 0, 0, 0, 0, text.length]), text])),
  );
  return Buffer.concat([
    record(9, Buffer.from([2, 0, 0x10, 0])),
    record(0x42, Buffer.from([0xe4, 0x04])),
    ...labels,
    record(10, Buffer.alloc(0)),
  ]);
}

describe('files of before 1997', () => {
  it('have their text in a code page', async () => {
    const { workbook, rows } = await readAll(
      oldestExcel([Buffer.from('Nom'), Buffer.from([0x8c, 0x75, 0x76, 0x72, 0xe9])]),
    );
    expect(workbook.format).toBe('xls');
    expect(rows.map(({ cells }) => cells)).toEqual([['Nom'], ['Œuvré']]);
  });
});

describe('dates', () => {
  it('are counted from 1904 where the file says so', async () => {
    const { rows } = await readAll(fixture('dates-1904.xlsx'));
    expect(rows[1]?.cells).toEqual([{ kind: 'date', value: '2024-02-29' }]);
  });
});
