import { describe, expect, it } from 'vitest';

import {
  formatOf,
  formatOfCode,
  patternText,
  serialDate,
  serialTime,
} from '#interop/import/number-formats.ts';
import { isMangledNumber } from '#interop/import/sheet.ts';
import type { Cell } from '#interop/import/sheet.ts';

const CODES: readonly (readonly [string, string])[] = [
  ['General', 'none'],
  ['0', 'none'],
  ['0.00', 'none'],
  ['#,##0.00 "€"', 'none'],
  ['0.00E+00', 'none'],
  ['[Red]-0.0', 'none'],
  ['"jours" 0', 'none'],
  ['0" pers. le dimanche"', 'none'],
  ['# ?/?', 'none'],
  ['@', 'none'],
  ['0%', 'percent'],
  ['dd/mm/yyyy', 'date'],
  ['[$-40C]d mmmm yyyy;@', 'date'],
  ['mmm-yy', 'date'],
  ['yyyy\\-mm\\-dd', 'date'],
  ['dd/mm/yyyy hh:mm', 'date+time'],
  ['[$-F400]h:mm:ss AM/PM', 'time'],
  ['[h]:mm', 'time'],
  ['mm:ss.0', 'time'],
  ['00000', 'digits'],
  ['0#" "##" "##" "##" "##', 'digits'],
  ['000\\ 000\\ 000\\ 00000', 'digits'],
];

describe('number formats', () => {
  it.each(CODES)('%s is %s', (code, wanted) => {
    const format = formatOfCode(code);
    const hasTime = format?.kind === 'date' && format.hasTime;
    expect(format === null ? 'none' : hasTime ? 'date+time' : format.kind).toBe(wanted);
  });

  it('are known by number where the file gives no code', () => {
    expect(formatOf(14, undefined)?.kind).toBe('date');
    expect(formatOf(22, undefined)).toEqual({ kind: 'date', hasTime: true });
    expect(formatOf(20, undefined)?.kind).toBe('time');
    expect(formatOf(2, undefined)).toBeNull();
    expect(formatOf(14, '0.00')).toBeNull();
  });

  it('put digits into their pattern', () => {
    const pattern = (code: string): readonly string[] => {
      const format = formatOfCode(code);
      return format?.kind === 'digits' ? format.pattern : [];
    };
    expect(patternText(1000, pattern('00000'))).toBe('01000');
    expect(patternText(199_001_234, pattern('0#" "##" "##" "##" "##'))).toBe('01 99 00 12 34');
    expect(patternText(123_456, pattern('000'))).toBe('123456');
    expect(patternText(1.5, pattern('000'))).toBeNull();
    expect(patternText(-1, pattern('000'))).toBeNull();
  });
});

describe('serial numbers', () => {
  const SERIALS: readonly (readonly [number, boolean, string | null])[] = [
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [45_351, false, '2024-02-29'],
    [45_351.520_833_333_336, false, '2024-02-29T12:30:00'],
    [45_350.999_999_999_99, false, '2024-02-29'],
    [0.5, false, '12:00:00'],
    [0, true, '1904-01-01'],
    [43_889, true, '2024-02-29'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, null],
    [-1, false, null],
    [Number.NaN, false, null],
  ];
  it.each(SERIALS)('%d (1904: %s) is %s', (serial, is1904, wanted) => {
    expect(serialDate(serial, is1904, false)).toBe(wanted);
  });

  it('are times of day and durations too', () => {
    expect(serialTime(0.75)).toBe('18:00:00');
    expect(serialTime(1.5)).toBe('36:00:00');
    expect(serialTime(0.000_005_787_037)).toBe('00:00:00.500');
    expect(serialTime(-0.1)).toBeNull();
  });
});

describe('a mangled number', () => {
  const CELLS: readonly (readonly [Cell, boolean])[] = [
    ['8.02E+13', true],
    ['8,02123E+13', true],
    [80_200_000_000_000, true],
    [1.2e20, true],
    [80_212_345_600_017, false],
    [1_000_000, false],
    ['1E5', false],
    ['E+13', false],
    ['00012345600017', false],
    [{ kind: 'number', value: 80_200_000_000_000, hasFormula: true }, true],
    [null, false],
    [true, false],
  ];
  it.each(CELLS)('%j: %s', (cell, wanted) => {
    expect(isMangledNumber(cell)).toBe(wanted);
  });
});
