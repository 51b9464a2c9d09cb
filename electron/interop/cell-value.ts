import { cleanCellText, MAX_CELL_TEXT, truncateCellText } from './cell-text.ts';
import type { WarningLog } from './export-warnings.ts';
import type { CellValue, ColumnKind, ExportColumn, Workbook } from './table.ts';

/** Spreadsheets keep 15 digits: a longer whole number would silently change its value. */
const MAX_EXACT_INTEGER = 999_999_999_999_999;

const DEFAULT_WIDTHS: Record<ColumnKind, number> = {
  text: 32,
  date: 12,
  dateTime: 18,
  integer: 12,
  number: 14,
  boolean: 10,
  url: 36,
  identifier: 18,
};

/** Room for the filter button beside the label, in characters. */
const BUTTON = 3;

/** Width of a column in characters, the label with its filter button included. */
export function columnWidth(column: ExportColumn): number {
  const wanted =
    column.width ??
    Math.max(DEFAULT_WIDTHS[column.kind], Math.min(column.label.length + BUTTON, 40));
  return Math.min(Math.max(wanted, 2), 255);
}

export function isNumeric(kind: ColumnKind): boolean {
  return kind === 'integer' || kind === 'number';
}

/**
 * The value as a number cell or as text: numbers stay numbers only in numeric columns and only when
 * a spreadsheet holds them exactly; booleans (0/1 too) become the workbook's words.
 */
export function plainCell(
  kind: ColumnKind,
  value: string | number | boolean,
  labels: Workbook['labels'],
): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  if (kind === 'boolean' && (value === 0 || value === 1))
    return value === 1 ? labels.yes : labels.no;
  if (!isNumeric(kind) || !Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) > MAX_EXACT_INTEGER) return String(value);
  return value;
}

/** Text fit for a cell of an XML spreadsheet: cut, line ends LF, without invalid characters. */
export function fitCellText(
  text: string,
  warnings: WarningLog,
  where: { table: string; column: string; row: number },
): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const clean = cleanCellText(lines);
  if (clean.length !== lines.length) warnings.add('characters-removed', where);
  if (clean.length <= MAX_CELL_TEXT) return clean;
  warnings.add('text-truncated', where);
  return truncateCellText(clean);
}

/** True for what a file leaves blank: spreadsheets do not tell empty text from no value. */
export function isBlank(value: CellValue | undefined): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}
