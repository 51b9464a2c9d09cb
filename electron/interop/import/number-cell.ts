import { patternText, serialDate, serialTime } from './number-formats.ts';
import type { NumberFormat } from './number-formats.ts';
import type { Cell, MarkedCell } from './sheet.ts';

/** Marks a cell as computed; its value is the one that the file keeps. */
export function withFormula(cell: Cell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'object') return { ...cell, hasFormula: true };
  const kind = typeof cell === 'string' ? 'text' : typeof cell === 'number' ? 'number' : 'boolean';
  return { kind, value: cell, hasFormula: true };
}

export function errorCell(sign: string): MarkedCell {
  return { kind: 'error', value: sign };
}

/** A number as its format shows it: date, time, percentage, padded digits, or itself. */
export function numberCell(value: number, format: NumberFormat | null, is1904: boolean): Cell {
  if (format === null) return value;
  switch (format.kind) {
    case 'date': {
      const date = serialDate(value, is1904, format.hasTime);
      return date === null ? value : { kind: 'date', value: date };
    }
    case 'time': {
      const time = serialTime(value);
      return time === null ? value : { kind: 'date', value: time };
    }
    case 'percent':
      return { kind: 'number', value, text: `${Number((value * 100).toPrecision(12))}%` };
    case 'digits': {
      const text = patternText(value, format.pattern);
      return text === null || text === String(value) ? value : { kind: 'number', value, text };
    }
  }
}
