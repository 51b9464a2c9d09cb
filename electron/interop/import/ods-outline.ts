import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { attributesOf, checkMarkup } from './xml.ts';

const TABLE = '<table:table ';
const CLOSE = '</table:table>';
const ROW = '<table:table-row';
const BODY = '<office:spreadsheet';
const MOST_HEAD = 1 << 25;
const EDGE = 40;
const MOST_TAG = 1 << 16;

export interface OdsTable {
  readonly name: string;
  readonly isHidden: boolean;
  rowCount: number;
}

/** Names of the table styles that hide their sheet. */
function hiddenStyles(head: string): Set<string> {
  const hidden = new Set<string>();
  const style = /<style:style\s([^>]*)>\s*<style:table-properties\s([^>]*)>/g;
  for (const [, tag = '', properties = ''] of head.matchAll(style)) {
    if (attributesOf(properties)['display'] === 'false')
      hidden.add(attributesOf(tag)['name'] ?? '');
  }
  return hidden;
}

/** Watches a content part go by: names, visibility and rough lengths of its tables. */
export class OdsOutline {
  readonly tables: OdsTable[] = [];
  readonly #limits: ImportLimits;
  #hidden: Set<string> | null = null;
  #carry = '';
  #depth = 0;
  #isOver = false;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
  }

  feed(chunk: string): void {
    if (this.#isOver) return;
    const text = this.#carry + chunk;
    let at = 0;
    if (this.#hidden === null) {
      const body = text.indexOf(BODY);
      if (body < 0) {
        if (text.length > MOST_HEAD) throw new ImportError('damaged', { reason: 'xml' });
        this.#carry = text;
        return;
      }
      checkMarkup(text.slice(0, body));
      this.#hidden = hiddenStyles(text.slice(0, body));
      at = body;
    }
    at = this.#tables(text, at, this.#hidden);
    this.#carry = text.slice(at);
  }

  /** Throws ImportError `damaged` where no spreadsheet was found. */
  end(): OdsTable[] {
    if (this.#hidden === null || this.#depth > 0)
      throw new ImportError('damaged', { reason: 'xml' });
    return this.tables;
  }

  #tables(text: string, from: number, hidden: Set<string>): number {
    let at = from;
    for (;;) {
      const open = text.indexOf(TABLE, at);
      const close = this.#depth > 0 ? text.indexOf(CLOSE, at) : -1;
      const next = close >= 0 && (open < 0 || close < open) ? close : open;
      const stop = next < 0 ? Math.max(at, text.length - EDGE) : next;
      this.#countRows(text, at, stop);
      if (next < 0) return stop;
      if (next === close) {
        this.#depth -= 1;
        at = close + CLOSE.length;
        // Tables that follow (linked data) are none of the sheets.
        if (this.#depth === 0 && this.#endsSheets(text, at)) return text.length;
        continue;
      }
      const end = text.indexOf('>', open);
      if (end < 0) {
        if (text.length - open > MOST_TAG) throw new ImportError('damaged', { reason: 'xml' });
        return open;
      }
      if (this.#depth === 0) this.#open(text.slice(open + TABLE.length, end), hidden);
      this.#depth += 1;
      at = end + 1;
    }
  }

  #endsSheets(text: string, at: number): boolean {
    this.#isOver = text.startsWith('<table:dde-links', at) || text.startsWith('</office:', at);
    return this.#isOver;
  }

  #open(tag: string, hidden: Set<string>): void {
    const attributes = attributesOf(tag);
    this.tables.push({
      name: attributes['name'] ?? '',
      isHidden: hidden.has(attributes['style-name'] ?? '') || attributes['display'] === 'false',
      rowCount: 0,
    });
    if (this.tables.length > this.#limits.sheets) {
      throw new ImportError('tooManySheets', { limit: this.#limits.sheets });
    }
  }

  #countRows(text: string, from: number, to: number): void {
    const table = this.tables.at(-1);
    if (table === undefined || this.#depth !== 1) return;
    for (
      let at = text.indexOf(ROW, from);
      at >= 0 && at < to;
      at = text.indexOf(ROW, at + ROW.length)
    ) {
      if (text.charCodeAt(at + ROW.length) !== 45) table.rowCount += 1;
    }
  }
}
