import type { Cell } from '#interop/import/sheet.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { english, french, read, told } from './reading.ts';

const amount = fc
  .tuple(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom(0, 1, 2))
  .map(([units, decimals]) => Number((units / 10 ** decimals).toFixed(decimals)) + 0);

function written(value: number, language: 'fr-FR' | 'en-GB', style: Intl.NumberFormatOptions = {}) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, ...style }).format(value);
}

describe('a number', () => {
  it('comes back from French and English formats', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(read(written(value, 'fr-FR'), 'number', french)).toEqual({ ok: true, value });
        expect(read(written(value, 'en-GB'), 'number', english)).toEqual({ ok: true, value });
        const plain = String(value).replace('.', ',');
        expect(read(plain, 'number', french)).toEqual({ ok: true, value });
        expect(read(value, 'number', french)).toEqual({ ok: true, value });
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back from amounts in euros', () => {
    const euros = { style: 'currency', currency: 'EUR' } as const;
    fc.assert(
      fc.property(amount, (value) => {
        expect(read(written(value, 'fr-FR', euros), 'number', french)).toMatchObject({ value });
        expect(read(written(value, 'en-GB', euros), 'number', english)).toMatchObject({ value });
        const accounting = written(value, 'fr-FR', { ...euros, currencySign: 'accounting' });
        expect(read(accounting, 'number', french)).toMatchObject({ value });
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from our own exports, whatever its size', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const value = number + 0;
        expect(told(String(value).replace('.', ','), 'number', french)).toBe(value);
        expect(told(String(value), 'number', english)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[Cell, unknown]>([
    ['1 234,5', 1234.5],
    ['1\u202f234\u202f567,89', 1_234_567.89],
    ['1\u00a0234', 1234],
    ['12 000 €', 12_000],
    ['€ 12,50', 12.5],
    ['-12,5 €', -12.5],
    ['(1 234,50)', -1234.5],
    ['−5', -5],
    ['1234-', -1234],
    ['+7', 7],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ["1'234", 1234],
    ['12.000 €', 12_000],
    ['0.125', 0.125],
    ['1 000 euros', 1000],
    ['12 k€', '12000 ~scaled'],
    ['1,1 M€', '1100000 ~scaled'],
    ['1,2 million d’euros', '1200000 ~scaled'],
    ['25 %', '25 ~percent'],
    [{ kind: 'number', value: 0.07, text: '7%' }, '7 ~percent'],
    ['12 000 € HT', '12000 ~textDropped'],
    ['12 000 € (T.T.C.)', '12000 ~textDropped'],
    ['1.234', '!ambiguousNumber'],
    ['120 jours', '!notANumber'],
    ['~100', '!notANumber'],
    ['12 34', '!notANumber'],
    ['100 $', '!notANumber'],
    ['5 m', '!notANumber'],
    ['12 000 €/an', '!notANumber'],
    [true, '!notANumber'],
    [{ kind: 'date', value: '2017-01-01' }, '!notANumber'],
    [Number.POSITIVE_INFINITY, '!notANumber'],
    ['NC', 'null ~readAsBlank'],
    ['—', null],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'number')).toBe(expected);
  });

  it('keeps within its bounds', () => {
    expect(told(11, { kind: 'number', min: 0, max: 10 })).toBe('!outOfRange');
    expect(told(-1, { kind: 'number', min: 0 })).toBe('!tooSmall');
    expect(read('11', { kind: 'integer', max: 10 })).toMatchObject({ params: { max: '10' } });
    expect(read('2 M€', 'number')).toMatchObject({ noteParams: { value: '2\u202f000\u202f000' } });
    expect(told(10, { kind: 'number', min: 0, max: 10 })).toBe(10);
  });

  it('is whole where it has to be', () => {
    expect(told('12,0', 'integer')).toBe(12);
    expect(told('12 000', 'integer')).toBe(12_000);
    expect(told(12.5, 'integer')).toBe('!notAWholeNumber');
    expect(told('1e20', 'integer')).toBe('!tooLarge');
  });
});

describe('yes and no', () => {
  it.each<[Cell, unknown]>([
    ...['oui', 'Oui ', 'O', 'vrai', 'VRAI', 'x', 'X', '✓', '✔', '✔️', '☑', '1', 'yes', 'True'].map(
      (cell): [Cell, unknown] => [cell, true],
    ),
    ...['non', 'N', 'faux', '0', 'no', 'false', '☐'].map((cell): [Cell, unknown] => [cell, false]),
    [1, true],
    [0, false],
    [true, true],
    [{ kind: 'boolean', value: false, hasFormula: true }, false],
    ['non renseigné', 'null ~readAsBlank'],
    ['', null],
    ['peut-être', '!notABoolean'],
    [2, '!notABoolean'],
    [{ kind: 'date', value: '2017-01-01' }, '!notABoolean'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'boolean')).toBe(expected);
  });
});
