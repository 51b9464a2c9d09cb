import type { Notes } from './book.ts';
import { Declined, ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { OdsRowReader } from './ods-row.ts';
import type { MergedRange, RawRow } from './sheet.ts';
import { checkMarkup } from './xml.ts';

const TABLE = '<table:table ';
const TABLE_CLOSE = '</table:table>';
const ROW = '<table:table-row';
const ROW_CLOSE = '</table:table-row>';
const BODY = '<office:spreadsheet';
const LONGEST_NAME = 40;
const MOST_HEAD = 1 << 25;
const damaged = (): ImportError => new ImportError('damaged', { reason: 'xml' });
/** Parts of a table that hold no rows of it, passed over whole. */
const ASIDE = ['table:shapes', 'office:forms', 'table:table-source', 'office:dde-source'] as const;

/** Reads the rows of one table of an ODS content part as it comes in. */
export class OdsRowScanner {
  readonly #wanted: number;
  readonly #limits: ImportLimits;
  readonly #reader: OdsRowReader;
  readonly #notes: Notes;
  #state: 'head' | 'before' | 'rows' | 'done' = 'head';
  #carry = '';
  #tables = 0;
  #depth = 0;
  #row = 0;

  constructor(
    wanted: number,
    limits: ImportLimits,
    notes: Notes,
    merged: (range: MergedRange) => void,
  ) {
    this.#wanted = wanted;
    this.#limits = limits;
    this.#notes = notes;
    this.#reader = new OdsRowReader(limits, notes, merged);
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /** Rows that the text completes, blank ones left out. */
  feed(chunk: string): RawRow[] {
    const rows: RawRow[] = [];
    if (this.isDone) return rows;
    const text = this.#carry + chunk;
    let at = 0;
    if (this.#is('head')) at = this.#head(text);
    if (this.#is('before')) at = this.#before(text, at);
    if (this.#is('rows')) at = this.#rows(text, at, rows);
    this.#carry = this.isDone ? '' : text.slice(at);
    const most = this.#is('head') ? MOST_HEAD : this.#limits.rowCharacters;
    if (this.#carry.length > most) throw new ImportError('tooLarge', { row: this.#row + 1 });
    return rows;
  }

  /** Throws ImportError `damaged` when the table ends within its rows. */
  end(): void {
    if (!this.isDone) throw damaged();
  }

  #is(state: 'head' | 'before' | 'rows'): boolean {
    return this.#state === state;
  }

  #head(text: string): number {
    const body = text.indexOf(BODY);
    if (body < 0) return 0;
    checkMarkup(text.slice(0, body));
    if (!/\sxmlns:table\s*=/.test(text.slice(0, body))) throw new Declined('prefixes');
    this.#state = 'before';
    return body;
  }

  /** Passes over the tables before the wanted one, those inside them included. */
  #before(text: string, from: number): number {
    let at = from;
    for (;;) {
      const open = text.indexOf(TABLE, at);
      const close = this.#depth > 0 ? text.indexOf(TABLE_CLOSE, at) : -1;
      if (close >= 0 && (open < 0 || close < open)) {
        this.#depth -= 1;
        at = close + TABLE_CLOSE.length;
        continue;
      }
      if (open < 0) return Math.max(at, text.length - LONGEST_NAME);
      const end = text.indexOf('>', open);
      if (end < 0) return open;
      at = end + 1;
      if (this.#depth === 0) {
        if (this.#tables === this.#wanted) {
          this.#state = 'rows';
          return at;
        }
        this.#tables += 1;
      }
      this.#depth += 1;
    }
  }

  #rows(text: string, from: number, rows: RawRow[]): number {
    // One search tells for every row whether its end has come in.
    const lastEnd = text.lastIndexOf(ROW_CLOSE);
    let at = from;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) return text.length;
      if (start + LONGEST_NAME > text.length && !text.startsWith(TABLE_CLOSE, start)) return start;
      const end = text.indexOf('>', start);
      if (end < 0) return start;
      if (text.startsWith(ROW, start) && text.charCodeAt(start + ROW.length) !== 45) {
        const isEmpty = text.charCodeAt(end - 1) === 47;
        if (!isEmpty && lastEnd < end) return start;
        const cellsEnd = isEmpty ? end + 1 : lastEnd + ROW_CLOSE.length;
        this.#add(text, text.slice(start, end), end + 1, cellsEnd, rows);
        at = isEmpty ? end + 1 : this.#reader.end;
        continue;
      }
      if (text.startsWith(TABLE_CLOSE, start)) {
        this.#state = 'done';
        return start;
      }
      const next = this.#aside(text, start, end);
      if (next < 0) return start;
      at = next;
    }
  }

  /** Where to go on after a tag that is no row; -1 while its end has not come in. */
  #aside(text: string, start: number, end: number): number {
    if (text.charCodeAt(start + 1) === 33) {
      checkMarkup(text.slice(start, start + 16));
      throw new Declined('comment');
    }
    const name = ASIDE.find((candidate) => text.startsWith(candidate, start + 1));
    if (name === undefined || text.charCodeAt(end - 1) === 47) return end + 1;
    const close = text.indexOf(`</${name}>`, end);
    return close < 0 ? -1 : close + name.length + 3;
  }

  #add(text: string, tag: string, from: number, to: number, rows: RawRow[]): void {
    const number = this.#row + 1;
    const cells = this.#reader.read(text, from, to, number);
    const given = tag.includes('rows-repeated')
      ? /table:number-rows-repeated\s*=\s*["'](\d{1,15})["']/.exec(tag)?.[1]
      : undefined;
    const repeated = given === undefined ? 1 : Math.max(1, Number(given));
    this.#row += repeated;
    if (cells.length === 0) return;
    if (repeated > this.#limits.repeats) {
      throw new ImportError('repeatedRows', { row: number, count: repeated });
    }
    if (this.#row > this.#limits.rows) {
      throw new ImportError('tooManyRows', { limit: this.#limits.rows, row: this.#row });
    }
    const isHidden = /table:visibility\s*=\s*["'](?:collapse|filter)["']/.test(tag);
    if (isHidden) this.#notes.add('hiddenRows', String(number), repeated);
    for (let copy = 0; copy < repeated; copy += 1) {
      rows.push(
        isHidden ? { number: number + copy, cells, isHidden } : { number: number + copy, cells },
      );
    }
  }
}
