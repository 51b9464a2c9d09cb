import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatCell, parseTypedNumber } from '#ui/data-grid/cell-format.ts';
import type { GridColumn } from '#ui/data-grid/grid.types.ts';

const words = { language: 'fr', yes: 'Oui', no: 'Non' };
const column = (kind: GridColumn['kind']): GridColumn => ({
  key: 'x',
  kind,
  label: 'X',
  choices: [{ value: 'buyer', label: 'Acheteur public' }],
  field: null,
  labelsField: null,
  isOptional: true,
  isSortable: true,
});

describe('what a cell shows', () => {
  test.each([
    ['date', '2017-09-15', '15/09/2017'],
    ['choice', 'buyer', 'Acheteur public'],
    ['boolean', true, 'Oui'],
    ['identifier', '732829320', '732\u00A0829\u00A0320'],
    ['number', 1234.5, '1\u202F234,5'],
    ['text', null, ''],
    ['text', 'Évaluer', 'Évaluer'],
  ] as const)('%s %s → %s', (kind, value, shown) => {
    expect(formatCell(value, column(kind), words)).toBe(shown);
  });
});

describe('a number as people type it', () => {
  test.each([
    ['12', 12],
    ['1 234,5', 1234.5],
    ['1\u202F234.5', 1234.5],
    ['-3', -3],
    ['douze', null],
    ['1,2,3', null],
    ['', null],
  ])('%s → %s', (typed, value) => {
    expect(parseTypedNumber(typed)).toBe(value);
  });

  test('numbers are read back as they are written, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const value = cents / 100;
        const french = new Intl.NumberFormat('fr', { maximumFractionDigits: 2 }).format(value);
        expect(parseTypedNumber(french.replace('\u2212', '-'))).toBeCloseTo(value, 6);
        expect(parseTypedNumber(String(value))).toBe(value);
      }),
    );
  });
});
