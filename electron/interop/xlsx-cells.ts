import { fitCellText, isBlank, isNumeric, plainCell } from './cell-value.ts';
import { MAX_CELL_TEXT } from './cell-text.ts';
import { dateSerial, wallClock, wallClockSerial } from './date-serial.ts';
import type { WarningLog } from './export-warnings.ts';
import { numberText } from './number-text.ts';
import { columnLetters } from './spreadsheet-limits.ts';
import type { CellValue, ColumnKind, ExportRow, ExportTable, Workbook } from './table.ts';
import { columnStyle, STYLE } from './xlsx-parts.ts';

// oxlint-disable-next-line no-control-regex -- finds the characters that need work
const NEEDS_WORK = /[&<>_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const LINE_POINTS = 15;
/** Text that a reader would take for an escaped character, e.g. `_x0041_` for A. */
const LOOKS_ESCAPED = /_(?=x[\dA-Fa-f]{4}_)/g;

interface Column {
  readonly key: string;
  readonly kind: ColumnKind;
  readonly open: string;
  readonly style: string;
}

function escapeCell(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function isPadded(text: string): boolean {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
}

function inline(reference: string, style: string, text: string): string {
  const space = isPadded(text) || text.includes('\n') ? ' xml:space="preserve"' : '';
  return `${reference}"${style} t="inlineStr"><is><t${space}>${escapeCell(text)}</t></is></c>`;
}

/** Makes the `<row>` of one data row; text is always an inline string, so no cell is ever a formula. */
export class XlsxRowWriter {
  readonly #columns: readonly Column[];
  readonly #table: string;
  readonly #labels: Workbook['labels'];
  readonly #warnings: WarningLog;

  constructor(table: ExportTable, labels: Workbook['labels'], warnings: WarningLog) {
    this.#table = table.name;
    this.#labels = labels;
    this.#warnings = warnings;
    this.#columns = table.columns.map(({ key, kind }, index) => {
      const style = columnStyle(kind);
      return {
        key,
        kind,
        open: `<c r="${columnLetters(index)}`,
        style: style === STYLE.plain ? '' : ` s="${style}"`,
      };
    });
  }

  /** `line` is the row of the sheet from 1, `index` the data row of the table from 1. */
  write(row: ExportRow, line: number, index: number): string {
    let xml = `<row r="${line}">`;
    const columns = this.#columns;
    for (let at = 0; at < row.length; at += 1) {
      const column = columns[at];
      const value = row[at];
      if (column === undefined || isBlank(value)) continue;
      xml += this.#cell(column, value, line, index);
    }
    return `${xml}</row>`;
  }

  #cell(column: Column, value: NonNullable<CellValue>, line: number, index: number): string {
    const kind = column.kind;
    if (kind === 'date' || kind === 'dateTime') return this.#date(column, value, line, index);
    const plain = plainCell(kind, value, this.#labels);
    if (typeof plain === 'number')
      return `${column.open}${line}"><v>${numberText(plain, '.')}</v></c>`;
    if (typeof value === 'number' && isNumeric(kind)) {
      this.#warnings.add('number-as-text', { table: this.#table, column: column.key, row: index });
    }
    return this.#text(column, column.style, plain, line, index);
  }

  #date(column: Column, value: NonNullable<CellValue>, line: number, index: number): string {
    const text = String(value);
    const wall = column.kind === 'date' ? null : wallClock(text);
    const serial =
      column.kind === 'date' ? dateSerial(text) : wall === null ? null : wallClockSerial(wall);
    if (serial !== null) return `${column.open}${line}"${column.style}><v>${serial}</v></c>`;
    this.#warnings.add('date-as-text', { table: this.#table, column: column.key, row: index });
    return this.#text(column, '', text, line, index);
  }

  #text(column: Column, style: string, text: string, line: number, index: number): string {
    if (text.length <= MAX_CELL_TEXT && !NEEDS_WORK.test(text) && !isPadded(text)) {
      return `${column.open}${line}"${style} t="inlineStr"><is><t>${text}</t></is></c>`;
    }
    const where = { table: this.#table, column: column.key, row: index };
    const fit = fitCellText(text, this.#warnings, where);
    if (fit === '') return '';
    const wrapped = fit.includes('\n') && style === '' ? ` s="${STYLE.wrapped}"` : style;
    return inline(`${column.open}${line}`, wrapped, fit);
  }
}

/** A row whose cells are all text in one style, of so many lines: the header and the notes. */
export function xlsxTextRow(
  texts: readonly string[],
  line: number,
  style: number,
  lines = 1,
): string {
  const cells = texts.map((text, index) =>
    text === '' ? '' : inline(`<c r="${columnLetters(index)}${line}`, ` s="${style}"`, text),
  );
  const height = lines > 1 ? ` ht="${lines * LINE_POINTS}" customHeight="1"` : '';
  return `<row r="${line}"${height}>${cells.join('')}</row>`;
}
