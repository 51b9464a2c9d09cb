import { formatSiren } from '#domain/siren.ts';

import { formatDay } from '#ui/record-form/date-typing.ts';

import type { CellValue, GridColumn } from './grid.types.ts';

export interface CellWords {
  readonly language: string;
  readonly yes: string;
  readonly no: string;
}

/** What a cell shows, in the language of the screen; empty for null. */
export function formatCell(value: CellValue, column: GridColumn, words: CellWords): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  switch (column.kind) {
    case 'date':
      return formatDay(String(value), words.language);
    case 'dateTime':
      return formatMoment(String(value), words.language);
    case 'choice':
      return column.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case 'identifier':
      return formatSiren(String(value));
    case 'integer':
    case 'number':
      return typeof value === 'number'
        ? new Intl.NumberFormat(words.language, { maximumFractionDigits: 6 }).format(value)
        : value;
    case 'boolean':
      return value === 1 || value === 'true' ? words.yes : words.no;
    default:
      return String(value);
  }
}

/** A moment (UTC, ISO) in the local time of the machine, to the minute. */
export function formatMoment(iso: string, language: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment);
}

/** Number as typed in French or English (« 1 234,5 », « 1234.5 »); null when it is not one. */
export function parseTypedNumber(typed: string): number | null {
  const plain = typed.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
