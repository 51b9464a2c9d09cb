import { describe, expect, it } from 'vitest';

import { guessHeader } from '#interop/import/header-rows.ts';
import type { Cell, MergedRange, RawRow } from '#interop/import/sheet.ts';
import { isTotalsRow } from '#interop/import/totals-row.ts';

function rowsOf(lines: readonly (readonly Cell[])[]): RawRow[] {
  return lines
    .map((cells, at) => ({ number: at + 1, cells }))
    .filter(({ cells }) => cells.length > 0);
}

function merge(
  firstRow: number,
  lastRow: number,
  firstColumn: number,
  lastColumn: number,
): MergedRange {
  return { firstRow, lastRow, firstColumn, lastColumn };
}

const DATA: Cell[][] = [
  ['Lille', 'a@exemple.example', 12],
  ['Lens', 'b@exemple.example', 13],
  ['Douai', null, 14],
];

describe('the header', () => {
  it('is the first row of names', () => {
    expect(guessHeader(rowsOf([['Ville', 'Courriel', 'Rang'], ...DATA]), [])).toEqual({
      firstRow: 1,
      lastRow: 1,
      labels: ['Ville', 'Courriel', 'Rang'],
    });
  });

  it('stands below titles, notes and blank rows', () => {
    const lines = [
      ['Registre 2024'],
      [],
      ['Source', 'mairie'],
      ['Ville', 'Courriel', 'Rang'],
      ...DATA,
    ];
    expect(guessHeader(rowsOf(lines), [merge(1, 1, 0, 2)])?.firstRow).toBe(4);
  });

  it('is missing where the table starts with data', () => {
    expect(guessHeader(rowsOf(DATA), [])).toBeNull();
    expect(
      guessHeader(
        rowsOf([
          ['01/02/2024', 'Lille'],
          ['02/02/2024', 'Lens'],
        ]),
        [],
      ),
    ).toBeNull();
    expect(
      guessHeader(
        rowsOf([
          ['00012', 'Lille'],
          ['00013', 'Lens'],
        ]),
        [],
      ),
    ).toBeNull();
    expect(guessHeader([], [])).toBeNull();
  });

  it('may hold years, and line breaks', () => {
    const lines = [
      ['Ville\n(siège)', 2023, '2024'],
      ['Lille', 1, 2],
      ['Lens', 3, 4],
    ];
    expect(guessHeader(rowsOf(lines), [])?.labels).toEqual(['Ville (siège)', '2023', '2024']);
  });

  it('joins lines that merged cells tie together', () => {
    const lines: Cell[][] = [
      ['Structure', 'Contact', null, 'Ville'],
      [null, 'Nom', 'Rôle', null],
      ['CHU', 'Zoé', 'achats', 'Lille'],
      ['Région', 'Noël', 'veille', 'Lens'],
    ];
    const down = [merge(1, 2, 0, 0), merge(1, 1, 1, 2), merge(1, 2, 3, 3)];
    const wanted = ['Structure', 'Contact / Nom', 'Contact / Rôle', 'Ville'];
    expect(guessHeader(rowsOf(lines), down)).toEqual({ firstRow: 1, lastRow: 2, labels: wanted });
  });

  it('of groups alone joins the names right below', () => {
    const lines: Cell[][] = [
      ['Contact', null, 'Lieu', null],
      ['Nom', 'Rôle', 'Ville', 'Rang'],
      ['Zoé', 'achats', 'Lille', 1],
      ['Noël', 'veille', 'Lens', 2],
    ];
    expect(guessHeader(rowsOf(lines), [merge(1, 1, 0, 1), merge(1, 1, 2, 3)])?.labels).toEqual([
      'Contact / Nom',
      'Contact / Rôle',
      'Lieu / Ville',
      'Lieu / Rang',
    ]);
  });

  it('of one column is its first text', () => {
    expect(guessHeader(rowsOf([['Ville'], ['Lille'], ['Lens']]), [])?.labels).toEqual(['Ville']);
  });
});

describe('a totals row', () => {
  const above: RawRow = { number: 8, cells: ['Lens', 'b', 'c', 13] };
  const sum: Cell = { kind: 'number', value: 25, hasFormula: true };
  const ROWS: readonly (readonly [string, readonly Cell[], boolean])[] = [
    ['its word and a figure', ['Total', null, null, 25], true],
    ['its word and a figure as text', ['TOTAL GÉNÉRAL :', '1 250,50 €'], true],
    ['a part of the total', ['Sous-total', 3], true],
    ['its word of a region', ['Total des Hauts-de-France', 3], true],
    ['formulas that rows above lack', [null, null, null, sum], true],
    ['a name that begins alike', ['TotalEnergies', 'Paris', 'x', 25], false],
    ['a company of that name', ['Total', 'Paris', 'La Défense', 'x'], false],
    ['a data row', ['Douai', 'c', 'd', 14], false],
    ['a data row with a formula', ['Douai', 'c', 'd', sum], false],
  ];
  it.each(ROWS)('%s', (_name, cells, wanted) => {
    expect(isTotalsRow({ number: 9, cells }, above)).toBe(wanted);
  });
});
