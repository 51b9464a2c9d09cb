import { MAX_CELL_TEXT } from './cell-text.ts';
import { fitCellText, isBlank, isNumeric, plainCell } from './cell-value.ts';
import { dateSerial, wallClock, wallClockSerial } from './date-serial.ts';
import type { WarningLog } from './export-warnings.ts';
import { numberText } from './number-text.ts';
import type { OdsHints } from './ods-hints.ts';
import type { CellValue, ExportColumn, ExportRow, ExportTable, Workbook } from './table.ts';

// oxlint-disable-next-line no-control-regex -- finds the characters that need work
const NEEDS_WORK = /[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]|^ | $| {2}/;
const CELL_NAME = '<table:table-cell';
const STRING_OPEN = '<table:table-cell office:value-type="string"><text:p>';
const CLOSE = '</text:p></table:table-cell>';

/** ODF collapses blanks: leading, trailing and repeated ones, tabs and line ends are elements. */
function paragraphs(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^ +| +$| {2,}/gm, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replace(/\t/g, '<text:tab/>')
    .replace(/\n/g, '</text:p><text:p>');
}

function blankCells(count: number): string {
  return count === 1
    ? '<table:table-cell/>'
    : `<table:table-cell table:number-columns-repeated="${count}"/>`;
}

/** Makes the `<table:table-row>` of one data row; text is always typed, no cell is ever a formula. */
export class OdsRowWriter {
  readonly #columns: readonly ExportColumn[];
  readonly #table: string;
  readonly #labels: Workbook['labels'];
  readonly #decimal: string;
  readonly #warnings: WarningLog;
  readonly #hints: readonly string[];
  readonly #isHinted: boolean;

  constructor(table: ExportTable, workbook: Workbook, warnings: WarningLog, hints: OdsHints) {
    this.#columns = table.columns;
    this.#hints = table.columns.map((column) => hints.attribute(column));
    this.#isHinted = this.#hints.some((attribute) => attribute !== '');
    this.#table = table.name;
    this.#labels = workbook.labels;
    this.#decimal = workbook.properties.language === 'fr' ? ',' : '.';
    this.#warnings = warnings;
  }

  /** `index` is the data row of the table from 1. */
  write(row: ExportRow, index: number): string {
    return this.#isHinted ? this.#hinted(row, index) : this.#plain(row, index);
  }

  /** Every cell, blank ones too, carries the hint of its column. */
  #hinted(row: ExportRow, index: number): string {
    const cells = this.#columns.map((column, at) => {
      const value = row[at];
      const cell = isBlank(value) ? '' : this.#cell(column, value, index);
      const hint = this.#hints[at] ?? '';
      return cell === ''
        ? `${CELL_NAME}${hint}/>`
        : `${CELL_NAME}${hint}${cell.slice(CELL_NAME.length)}`;
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  }

  #plain(row: ExportRow, index: number): string {
    let xml = '<table:table-row>';
    let blanks = 0;
    const columns = this.#columns;
    for (let at = 0; at < row.length; at += 1) {
      const column = columns[at];
      const value = row[at];
      const cell = column === undefined || isBlank(value) ? '' : this.#cell(column, value, index);
      if (cell === '') {
        blanks += 1;
        continue;
      }
      if (blanks > 0) xml += blankCells(blanks);
      blanks = 0;
      xml += cell;
    }
    if (blanks > 0 || row.length === 0) xml += blankCells(Math.max(blanks, 1));
    return `${xml}</table:table-row>`;
  }

  #cell(column: ExportColumn, value: NonNullable<CellValue>, index: number): string {
    const kind = column.kind;
    if (kind === 'date' || kind === 'dateTime') return this.#date(column, value, index);
    const plain = plainCell(kind, value, this.#labels);
    if (typeof plain === 'number') {
      const exact = numberText(plain, '.');
      const shown = this.#decimal === '.' ? exact : exact.replace('.', this.#decimal);
      return `<table:table-cell office:value-type="float" office:value="${exact}"><text:p>${shown}${CLOSE}`;
    }
    if (typeof value === 'number' && isNumeric(kind)) {
      this.#warnings.add('number-as-text', { table: this.#table, column: column.key, row: index });
    }
    return this.#text(column, plain, index);
  }

  #date(column: ExportColumn, value: NonNullable<CellValue>, index: number): string {
    const text = String(value);
    const iso = column.kind === 'date' ? text : wallClock(text);
    const serial =
      iso === null ? null : column.kind === 'date' ? dateSerial(iso) : wallClockSerial(iso);
    if (iso === null || serial === null) {
      this.#warnings.add('date-as-text', { table: this.#table, column: column.key, row: index });
      return this.#text(column, text, index);
    }
    const day = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
    const shown = column.kind === 'date' ? day : `${day} ${iso.slice(11, 16)}`;
    return `<table:table-cell office:value-type="date" office:date-value="${iso}"><text:p>${shown}${CLOSE}`;
  }

  #text(column: ExportColumn, text: string, index: number): string {
    if (text.length <= MAX_CELL_TEXT && !NEEDS_WORK.test(text)) return STRING_OPEN + text + CLOSE;
    const where = { table: this.#table, column: column.key, row: index };
    const fit = fitCellText(text, this.#warnings, where);
    return fit === '' ? '' : STRING_OPEN + paragraphs(fit) + CLOSE;
  }
}

/** A row whose cells are all text in one style: the header and the notes. */
export function odsTextRow(texts: readonly string[], style: string): string {
  const cells = texts.map((text) =>
    text === ''
      ? '<table:table-cell/>'
      : `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${paragraphs(text)}${CLOSE}`,
  );
  return `<table:table-row>${cells.join('') || '<table:table-cell/>'}</table:table-row>`;
}
