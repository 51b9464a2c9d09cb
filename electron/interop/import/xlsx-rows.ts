import type { Notes } from './book.ts';
import { Declined, ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { errorCell, numberCell, withFormula } from './number-cell.ts';
import type { NumberFormat } from './number-formats.ts';
import { cellAddress } from './sheet.ts';
import type { Cell, RawRow } from './sheet.ts';
import { officeText, richText } from './xlsx-strings.ts';
import { checkMarkup } from './xml.ts';

/** What the cells of a workbook refer to. */
export interface XlsxShared {
  readonly strings: readonly string[];
  /** By position in `cellXfs`. */
  readonly formats: readonly (NumberFormat | null)[];
  readonly is1904: boolean;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const MOST_HEAD = 1 << 22;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)?$/;
const damaged = (): ImportError => new ImportError('damaged', { reason: 'xml' });

/** Reads the rows of a worksheet part as it comes in. Only whole rows are looked at. */
export class XlsxRowScanner {
  readonly #shared: XlsxShared;
  readonly #limits: ImportLimits;
  readonly #notes: Notes;
  #state: 'head' | 'rows' | 'done' = 'head';
  #carry = '';
  #prefix = '';
  /** What stands around an inline text without formatting. */
  #textOpen = '';
  #textClose = '';
  #lastRow = 0;
  /** Where the scan of the current row stands, and the column found and to come. */
  #at = 0;
  #column = 0;
  #next = 0;

  constructor(shared: XlsxShared, limits: ImportLimits, notes: Notes) {
    this.#shared = shared;
    this.#limits = limits;
    this.#notes = notes;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /** Rows that the text completes, blank ones left out. */
  feed(chunk: string): RawRow[] {
    const rows: RawRow[] = [];
    if (this.#state === 'done') return rows;
    const text = this.#carry + chunk;
    let at = 0;
    if (this.#state === 'head') at = this.#head(text);
    if (this.#inRows()) at = this.#rows(text, at, rows);
    this.#carry = this.isDone ? '' : text.slice(at);
    if (this.#carry.length > this.#limits.rowCharacters) {
      throw new ImportError('tooLarge', { row: this.#lastRow + 1 });
    }
    return rows;
  }

  #inRows(): boolean {
    return this.#state === 'rows';
  }

  /** Throws ImportError `damaged` when the sheet ends within its rows. */
  end(): void {
    if (this.#state !== 'done') throw damaged();
  }

  #head(text: string): number {
    checkMarkup(text);
    const data = /<(\w+:)?sheetData\s*(\/?)>/.exec(text);
    if (!data) {
      if (text.length > MOST_HEAD) throw new Declined('no sheetData');
      return 0;
    }
    this.#prefix = data[1] ?? '';
    this.#textOpen = `<${this.#prefix}t>`;
    this.#textClose = `</${this.#prefix}t></${this.#prefix}is>`;
    this.#state = data[2] === '/' ? 'done' : 'rows';
    return data.index + data[0].length;
  }

  #rows(text: string, from: number, rows: RawRow[]): number {
    const open = `<${this.#prefix}row`;
    const close = `</${this.#prefix}row>`;
    // One search tells for every row whether its end has come in.
    const lastEnd = text.lastIndexOf(close);
    let at = from;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0 || start + open.length + 2 > text.length)
        return start < 0 ? text.length : start;
      if (!text.startsWith(open, start)) {
        if (text.startsWith('</', start)) {
          this.#state = 'done';
          return start;
        }
        if (start + 16 > text.length && text.length < MOST_HEAD) return start;
        checkMarkup(text.slice(start, start + 16));
        throw new Declined('not a row');
      }
      const tagEnd = text.indexOf('>', start);
      if (tagEnd < 0) return start;
      const isEmpty = text.charCodeAt(tagEnd - 1) === SLASH;
      if (!isEmpty && lastEnd < tagEnd) return start;
      const tag = text.slice(start + open.length, tagEnd);
      const number = this.#number(tag);
      this.#at = tagEnd + 1;
      if (!isEmpty) this.#add(text, lastEnd + close.length, number, tag, rows);
      at = this.#at;
    }
  }

  #number(tag: string): number {
    const given = /\sr\s*=\s*["'](\d{1,9})["']/.exec(tag)?.[1];
    const number = given === undefined ? this.#lastRow + 1 : Number(given);
    if (number <= this.#lastRow) throw new Declined('rows out of order');
    if (number > this.#limits.rows) {
      throw new ImportError('tooManyRows', { limit: this.#limits.rows, row: number });
    }
    this.#lastRow = number;
    return number;
  }

  /** Reads from `#at` to the row's closing tag, which lies before `to`. */
  #add(text: string, to: number, number: number, tag: string, rows: RawRow[]): void {
    const cells: Cell[] = [];
    let used = 0;
    this.#next = 0;
    for (;;) {
      const start = text.charCodeAt(this.#at) === LT ? this.#at : text.indexOf('<', this.#at);
      if (start < 0 || start >= to) throw damaged();
      if (text.charCodeAt(start + 1) === SLASH) {
        if (!text.startsWith(`${this.#prefix}row`, start + 2)) throw damaged();
        this.#at = text.indexOf('>', start) + 1;
        break;
      }
      const cell = this.#cell(text, start, to, number);
      if (cell === null) continue;
      while (cells.length < this.#column) cells.push(null);
      if (this.#column < cells.length) cells[this.#column] = cell;
      else cells.push(cell);
      used = Math.max(used, this.#column + 1);
    }
    if (used === 0) return;
    const isHidden = tag.includes('hidden=') && /\shidden\s*=\s*["'](?:1|true)["']/.test(tag);
    if (isHidden) this.#notes.add('hiddenRows', String(number));
    rows.push(isHidden ? { number, cells, isHidden } : { number, cells });
  }

  /** The cell whose tag starts at `from`; sets its column and where it ends. Empty cells are null. */
  #cell(text: string, from: number, to: number, row: number): Cell {
    let at = from + 1 + this.#prefix.length;
    if (text.charCodeAt(at) !== 99) {
      checkMarkup(text.slice(from, from + 16));
      throw new Declined('not a cell');
    }
    at += 1;
    let style = 0;
    let type = '';
    let column = this.#next;
    let isEmpty = false;
    for (;;) {
      const sign = text.charCodeAt(at);
      if (sign === GT) break;
      if (sign === SLASH) {
        isEmpty = true;
        at += 1;
        break;
      }
      if (sign <= 32) {
        at += 1;
        continue;
      }
      const nameStart = at;
      while (text.charCodeAt(at) !== 61) {
        at += 1;
        if (at >= to) throw damaged();
      }
      const quote = text.charCodeAt(at + 1);
      if (quote !== 34 && quote !== 39) throw damaged();
      const valueStart = at + 2;
      let valueEnd = valueStart;
      while (text.charCodeAt(valueEnd) !== quote) {
        valueEnd += 1;
        if (valueEnd >= to) throw damaged();
      }
      if (at - nameStart === 1) {
        const name = text.charCodeAt(nameStart);
        if (name === 114) column = columnOf(text, valueStart, valueEnd);
        else if (name === 115) style = digits(text, valueStart, valueEnd);
        else if (name === 116) type = text.slice(valueStart, valueEnd);
      }
      at = valueEnd + 1;
    }
    if (column >= this.#limits.columns) {
      throw new ImportError('tooManyColumns', { limit: this.#limits.columns, row });
    }
    this.#column = column;
    this.#next = column + 1;
    if (isEmpty) {
      this.#at = at + 1;
      return null;
    }
    return this.#value(text, at + 1, to, type, style, row);
  }

  #value(text: string, from: number, to: number, type: string, style: number, row: number): Cell {
    const prefix = this.#prefix;
    let at = from;
    let hasFormula = false;
    let raw: string | null = null;
    let inline: string | null = null;
    for (;;) {
      const start = text.charCodeAt(at) === LT ? at : text.indexOf('<', at);
      if (start < 0 || start >= to) throw damaged();
      if (text.charCodeAt(start + 1) === SLASH) {
        if (text.charCodeAt(start + 2 + prefix.length) !== 99) throw damaged();
        this.#at = text.indexOf('>', start) + 1;
        break;
      }
      const name = text.charCodeAt(start + 1 + prefix.length);
      const tagEnd = text.indexOf('>', start);
      const isEmpty = text.charCodeAt(tagEnd - 1) === SLASH;
      if (name === 118 && !isEmpty) {
        const end = text.indexOf('<', tagEnd);
        if (text.charCodeAt(end + 1) !== SLASH) throw new Declined('inside a value');
        raw = text.slice(tagEnd + 1, end);
        at = text.indexOf('>', end) + 1;
      } else if (name === 102) {
        hasFormula = true;
        at = isEmpty ? tagEnd + 1 : past(text, `</${prefix}f>`, tagEnd, to);
      } else if (name === 105 && !isEmpty) {
        const end = text.indexOf('<', tagEnd + 1 + this.#textOpen.length);
        if (text.startsWith(this.#textOpen, tagEnd + 1) && text.startsWith(this.#textClose, end)) {
          inline = officeText(text.slice(tagEnd + 1 + this.#textOpen.length, end));
          at = end + this.#textClose.length;
        } else {
          at = past(text, `</${prefix}is>`, tagEnd, to);
          inline = richText(text.slice(tagEnd + 1, at), prefix);
        }
      } else if (isEmpty) at = tagEnd + 1;
      else {
        checkMarkup(text.slice(start, start + 16));
        throw new Declined('inside a cell');
      }
    }
    if (raw === null && inline === null) {
      if (hasFormula) this.#notes.add('formulaWithoutValue', this.#place(row));
      return null;
    }
    const cell = inline === null ? this.#typed(raw ?? '', type, style, row) : inline || null;
    return hasFormula ? withFormula(cell) : cell;
  }

  #place(row: number): () => string {
    const column = this.#column;
    return () => cellAddress(column, row);
  }

  #typed(raw: string, type: string, style: number, row: number): Cell {
    switch (type) {
      case 's': {
        const text = this.#shared.strings[Number(raw)];
        if (text === undefined)
          throw new ImportError('damaged', { cell: cellAddress(this.#column, row) });
        return text === '' ? null : text;
      }
      case '':
      case 'n': {
        const value = Number(raw);
        if (raw.trim() === '') return null;
        if (!Number.isFinite(value))
          throw new ImportError('damaged', { cell: cellAddress(this.#column, row) });
        return numberCell(value, this.#shared.formats[style] ?? null, this.#shared.is1904);
      }
      case 'b':
        return raw === '1' || raw === 'true';
      case 'e':
        this.#notes.add('errorCells', this.#place(row));
        return errorCell(officeText(raw));
      case 'd':
        return ISO_DATE.test(raw) ? { kind: 'date', value: raw } : officeText(raw) || null;
      default:
        return raw === '' ? null : officeText(raw);
    }
  }
}

function past(text: string, close: string, from: number, to: number): number {
  const at = text.indexOf(close, from);
  if (at < 0 || at >= to) throw damaged();
  return at + close.length;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** Zero-based column of a reference like `AB12`. */
function columnOf(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to && at < from + 7; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= 65 && sign <= 90) column = column * 26 + sign - 64;
    else if (sign >= 97 && sign <= 122) column = column * 26 + sign - 96;
    else break;
  }
  if (column === 0) throw damaged();
  return column - 1;
}
