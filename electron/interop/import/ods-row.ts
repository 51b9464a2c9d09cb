import type { Notes } from './book.ts';
import { Declined, ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { odsCell } from './ods-cell.ts';
import type { OdsCellTag } from './ods-cell.ts';
import { cellAddress } from './sheet.ts';
import type { Cell, MergedRange } from './sheet.ts';
import { checkMarkup } from './xml.ts';

const CELL = '<table:table-cell';
const CELL_CLOSE = '</table:table-cell>';
const COVERED = '<table:covered-table-cell';
const COVERED_CLOSE = '</table:covered-table-cell>';
const ROW_CLOSE = '</table:table-row>';
const damaged = (): ImportError => new ImportError('damaged', { reason: 'xml' });

interface CellTag extends OdsCellTag {
  repeated: number;
  columns: number;
  rows: number;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw damaged();
  return Math.max(1, value);
}

/** Reads the cells of `<table:table-row>` elements. */
export class OdsRowReader {
  readonly #limits: ImportLimits;
  readonly #notes: Notes;
  readonly #merged: (range: MergedRange) => void;
  readonly #tag: CellTag = {
    type: '',
    value: '',
    hasFormula: false,
    isError: false,
    repeated: 1,
    columns: 1,
    rows: 1,
  };
  /** Where the tag being read ends. */
  #tagEnd = 0;
  #isEmpty = false;

  constructor(limits: ImportLimits, notes: Notes, merged: (range: MergedRange) => void) {
    this.#limits = limits;
    this.#notes = notes;
    this.#merged = merged;
  }

  /** Where the row that was read last ends in its text. */
  end = 0;

  /**
   * Cells from a place of the text to the row's closing tag, which lies before `to` unless both are
   * the same; empty ones at the end are left out.
   */
  read(text: string, from: number, to: number, row: number): Cell[] {
    const cells: Cell[] = [];
    let column = 0;
    let at = from;
    for (;;) {
      if (from === to) return cells;
      const start = text.indexOf('<', at);
      if (start < 0 || start >= to) throw damaged();
      const isCovered = text.startsWith(COVERED, start);
      if (!isCovered && !text.startsWith(CELL, start)) {
        if (text.startsWith(ROW_CLOSE, start)) {
          this.end = start + ROW_CLOSE.length;
          return cells;
        }
        checkMarkup(text.slice(start, start + 16));
        throw new Declined('not a cell');
      }
      this.#readTag(text, start + (isCovered ? COVERED : CELL).length, to);
      const tag = this.#tag;
      let cell: Cell = null;
      at = this.#tagEnd + 1;
      if (!this.#isEmpty) {
        const close = isCovered ? COVERED_CLOSE : CELL_CLOSE;
        const end = text.indexOf(close, at);
        if (end < 0 || end > to) throw damaged();
        if (!isCovered) cell = odsCell(tag, text, at, end);
        at = end + close.length;
      } else if (!isCovered && tag.type !== '') cell = odsCell(tag, text, at, at);
      if (tag.columns > 1 || tag.rows > 1) this.#noteMerge(column, row);
      if (cell !== null) this.#put(cells, cell, column, row);
      column += tag.repeated;
    }
  }

  #put(cells: Cell[], cell: Cell, column: number, row: number): void {
    const end = column + this.#tag.repeated;
    if (end > this.#limits.columns) {
      throw new ImportError('tooManyColumns', { limit: this.#limits.columns, row });
    }
    while (cells.length < column) cells.push(null);
    while (cells.length < end) cells.push(cell);
    if (typeof cell === 'object' && cell?.kind === 'error') {
      this.#notes.add('errorCells', () => cellAddress(column, row), this.#tag.repeated);
    }
  }

  #noteMerge(column: number, row: number): void {
    this.#notes.add('mergedCells', () => cellAddress(column, row));
    this.#merged({
      firstRow: row,
      lastRow: row + this.#tag.rows - 1,
      firstColumn: column,
      lastColumn: column + this.#tag.columns - 1,
    });
  }

  #readTag(text: string, from: number, to: number): void {
    const tag = this.#tag;
    tag.type = '';
    tag.value = '';
    tag.hasFormula = false;
    tag.isError = false;
    tag.repeated = 1;
    tag.columns = 1;
    tag.rows = 1;
    let at = from;
    for (;;) {
      const sign = text.charCodeAt(at);
      if (sign === 62 || sign === 47) {
        this.#isEmpty = sign === 47;
        this.#tagEnd = sign === 47 ? at + 1 : at;
        return;
      }
      if (sign <= 32) {
        at += 1;
        continue;
      }
      const equals = text.indexOf('=', at);
      if (equals < 0 || equals >= to) throw damaged();
      const quote = text.charCodeAt(equals + 1);
      if (quote !== 34 && quote !== 39) throw damaged();
      const end = text.indexOf(quote === 34 ? '"' : "'", equals + 2);
      if (end < 0 || end >= to) throw damaged();
      this.#attribute(text.slice(at, equals), text, equals + 2, end);
      at = end + 1;
    }
  }

  #attribute(name: string, text: string, from: number, to: number): void {
    const tag = this.#tag;
    switch (name) {
      case 'office:value-type':
        tag.type = text.slice(from, to);
        break;
      case 'office:value':
      case 'office:date-value':
      case 'office:time-value':
      case 'office:boolean-value':
      case 'office:string-value':
        tag.value = text.slice(from, to);
        break;
      case 'calcext:value-type':
        tag.isError = to - from === 5 && text.startsWith('error', from);
        break;
      case 'table:formula':
        tag.hasFormula = true;
        break;
      case 'table:number-columns-repeated':
        tag.repeated = count(text.slice(from, to));
        break;
      case 'table:number-columns-spanned':
        tag.columns = count(text.slice(from, to));
        break;
      case 'table:number-rows-spanned':
        tag.rows = count(text.slice(from, to));
        break;
    }
  }
}
