import { columnLetters } from '../spreadsheet-limits.ts';

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'empty' | 'error';

/**
 * A cell that a bare value does not tell whole. `value` of a date is `YYYY-MM-DD`,
 * `YYYY-MM-DDTHH:MM:SS[.mmm]` or `HH:MM:SS[.mmm]` (time of day or duration, hours may pass 24), of an
 * error its sign (`#N/A`). `text` is what the sheet shows, where that says more than the value:
 * `01000` for 1000 in the format 00000, `25%` for 0.25.
 */
export interface MarkedCell {
  readonly kind: Exclude<CellKind, 'empty'>;
  readonly value: string | number | boolean;
  readonly text?: string;
  readonly hasFormula?: true;
}

/** Compact: bare strings, numbers and booleans are themselves, null is empty. Text files give text. */
export type Cell = null | string | number | boolean | MarkedCell;

/** What a row seems to be: a hint, except that `header` rows are those that the labels came from. */
export type RowRole = 'title' | 'header' | 'data' | 'totals';

/** Blank rows are left out, but counted: `number` is the row's number in the sheet, from 1. */
export interface RawRow {
  readonly number: number;
  /** Cells from column A; empty ones at the end are left out. */
  readonly cells: readonly Cell[];
  readonly isHidden?: true;
}

export interface Row extends RawRow {
  readonly role: RowRole;
}

/** Inclusive; rows by number from 1, columns from 0. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Row numbers from 1. `labels` by column: lines of a header joined by ` / `, line breaks a blank. */
export interface HeaderGuess {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly labels: readonly string[];
}

export type ImportFormat =
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'spreadsheetml'
  | 'ods'
  | 'csv'
  | 'html'
  | 'vcard';

export type ImportWarningCode =
  | 'hiddenSheet'
  | 'hiddenRows'
  | 'mergedCells'
  | 'errorCells'
  | 'mangledNumbers'
  | 'formulaWithoutValue'
  | 'brokenText'
  | 'oddQuotes'
  | 'macros'
  | 'externalLinks'
  | 'embeddedFiles'
  | 'noRows'
  | 'noSheet';

/** One line per code and sheet. `first` is the first place concerned: `C12`, a range or a name. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  readonly sheet: string | null;
  readonly count: number;
  readonly first: string | null;
}

export interface SheetInfo {
  readonly index: number;
  readonly name: string;
  readonly isHidden: boolean;
  /** Number of the last row as the file tells it: an estimate until the sheet is read. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly header: HeaderGuess | null;
  /** The first rows, as `readSheet` gives them. */
  readonly preview: readonly Row[];
}

/** How a text file was read. */
export interface TextDialect {
  readonly encoding: TextEncoding;
  readonly separator: string;
  readonly quote: '"' | "'" | null;
}

export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'iso-8859-15'
  | 'macintosh';

export interface ReadWorkbook {
  readonly format: ImportFormat;
  readonly sheets: readonly SheetInfo[];
  readonly warnings: readonly ImportWarning[];
  readonly dialect: TextDialect | null;
}

export interface ReadProgress {
  readonly rows: number;
  /** Bytes read of the bytes to read. */
  readonly done: number;
  readonly total: number;
}

export interface ReadSummary {
  readonly rows: number;
  readonly warnings: readonly ImportWarning[];
}

export function cellKind(cell: Cell): CellKind {
  if (cell === null) return 'empty';
  if (typeof cell === 'string') return 'text';
  if (typeof cell === 'number') return 'number';
  return typeof cell === 'boolean' ? 'boolean' : cell.kind;
}

export function cellValue(cell: Cell): string | number | boolean | null {
  return cell !== null && typeof cell === 'object' ? cell.value : cell;
}

/** What the cell shows, numbers with a point and without grouping; empty for no value. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.text ?? String(cell.value);
  return typeof cell === 'string' ? cell : String(cell);
}

/** `C12` from a zero-based column and a row number. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

const SCIENTIFIC = /^\s*[+-]?\d(?:[.,]\d+)?E\+\d{2,}\s*$/i;
const LOST_DIGITS = 1e6;
const EXACT = 1e15;

/**
 * True for a long number whose last digits a spreadsheet has dropped: `8.02E+13`, or its value
 * 80200000000000 (from 12 digits on, six or more zeros at the end), or more than 15 digits.
 */
export function isMangledNumber(cell: Cell): boolean {
  const value = cellValue(cell);
  if (typeof value === 'string') return cellKind(cell) === 'text' && SCIENTIFIC.test(value);
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  const size = Math.abs(value);
  return size >= EXACT || (size >= 1e11 && size % LOST_DIGITS === 0);
}

/** Without the empty cells at the end. */
export function trimmedCells(cells: readonly Cell[]): readonly Cell[] {
  let used = cells.length;
  while (used > 0 && (cells[used - 1] ?? null) === null) used -= 1;
  return used === cells.length ? cells : cells.slice(0, used);
}
