import type { Book } from './book.ts';
import { htmlCell } from './html-cell.ts';
import { decodeHtml } from './html-entities.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { memoryBook } from './memory-book.ts';
import { trimmedCells } from './sheet.ts';
import type { Cell, MergedRange, RawRow } from './sheet.ts';

const TOKEN = /<!--[^]*?-->|<[!?][^>]*>|<(\/?)([a-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'xml']);
const BREAKS = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4']);
const MOST_COLUMNS_SPANNED = 1000;
const MOST_ROWS_SPANNED = 65_534;

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] = decodeHtml(double ?? single ?? bare ?? '');
  }
  return found;
}

function span(text: string | undefined, most: number): number {
  const value = Number.parseInt(text ?? '1', 10);
  return value >= 1 ? Math.min(value, most) : 1;
}

/** A table being read; cells that a span from above covers are passed over. */
class HtmlTable {
  readonly rows: RawRow[] = [];
  readonly merges: MergedRange[] = [];
  readonly #limits: ImportLimits;
  #row = 0;
  #cells: Cell[] = [];
  #column = 0;
  /** By column, the last row that a span covers. */
  readonly #covered: number[] = [];

  constructor(limits: ImportLimits) {
    this.#limits = limits;
  }

  startRow(): void {
    this.endRow();
    this.#row += 1;
    if (this.#row > this.#limits.rows)
      throw new ImportError('tooManyRows', { limit: this.#limits.rows });
  }

  endRow(): void {
    const cells = trimmedCells(this.#cells);
    if (cells.length > 0) this.rows.push({ number: this.#row, cells });
    this.#cells = [];
    this.#column = 0;
  }

  cell(attributes: Readonly<Record<string, string>>, text: string): void {
    if (this.#row === 0) this.#row = 1;
    while ((this.#covered[this.#column] ?? 0) >= this.#row) this.#push(null);
    const columns = span(attributes['colspan'], MOST_COLUMNS_SPANNED);
    const rows = span(attributes['rowspan'], MOST_ROWS_SPANNED);
    const range = {
      firstRow: this.#row,
      lastRow: this.#row + rows - 1,
      firstColumn: this.#column,
      lastColumn: this.#column + columns - 1,
    };
    if (columns > 1 || rows > 1) this.merges.push(range);
    for (let at = 0; at < columns; at += 1) {
      if (rows > 1) this.#covered[this.#column] = range.lastRow;
      this.#push(at === 0 ? htmlCell(attributes, text) : null);
    }
  }

  #push(cell: Cell): void {
    this.#column += 1;
    if (this.#column > this.#limits.columns) {
      throw new ImportError('tooManyColumns', { limit: this.#limits.columns, row: this.#row });
    }
    this.#cells.push(cell);
  }
}

/** Text of a cell: blanks collapse, `<br>` and the ends of paragraphs are line breaks. */
class CellText {
  #text = '';

  literal(raw: string): void {
    const part = decodeHtml(raw.replace(/[ \t\r\n\f]+/g, ' '));
    this.#text += /(?:^|[ \n])$/.test(this.#text) && part.startsWith(' ') ? part.slice(1) : part;
  }

  break(): void {
    this.#text = `${this.#text.replace(/ +$/, '')}\n`;
  }

  get(): string {
    // A no-break space alone is how office programs write an empty cell.
    return this.#text.replace(/^[ \n]+|[ \n]+$/g, '').replace(/^\u00a0$/, '');
  }
}

class HtmlReader {
  readonly tables: HtmlTable[] = [];
  readonly #limits: ImportLimits;
  #depth = 0;
  #unseen: string | null = null;
  #attributes: Record<string, string> | null = null;
  #text = new CellText();

  constructor(limits: ImportLimits) {
    this.#limits = limits;
  }

  read(html: string): HtmlTable[] {
    let last = 0;
    for (const match of html.matchAll(TOKEN)) {
      this.#literal(html.slice(last, match.index));
      last = match.index + match[0].length;
      const [, slash = '', name, rest = ''] = match;
      if (name !== undefined) this.#tag(name.toLowerCase(), slash === '/', rest);
    }
    this.#endCell();
    this.tables.at(-1)?.endRow();
    return this.tables;
  }

  #literal(text: string): void {
    if (this.#unseen === null && this.#attributes !== null && text !== '') this.#text.literal(text);
  }

  #tag(name: string, isClosing: boolean, rest: string): void {
    if (this.#unseen !== null) {
      if (isClosing && name === this.#unseen) this.#unseen = null;
      return;
    }
    if (UNSEEN.has(name)) {
      if (!isClosing && !rest.endsWith('/')) this.#unseen = name;
      return;
    }
    if (name === 'table') this.#table(isClosing);
    else if (this.#depth > 1) this.#inside(name, isClosing);
    else if (this.#depth === 1) this.#part(name, isClosing, rest);
  }

  /** A table within a cell is read as its text. */
  #table(isClosing: boolean): void {
    if (!isClosing) {
      this.#depth += 1;
      if (this.#depth === 1) this.tables.push(new HtmlTable(this.#limits));
      return;
    }
    if (this.#depth === 1) {
      this.#endCell();
      this.tables.at(-1)?.endRow();
    }
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #part(name: string, isClosing: boolean, rest: string): void {
    const table = this.tables.at(-1);
    if (name === 'tr') {
      this.#endCell();
      if (isClosing) table?.endRow();
      else table?.startRow();
    } else if (name === 'td' || name === 'th') {
      this.#endCell();
      if (!isClosing) this.#attributes = attributesOf(rest);
    } else this.#inside(name, isClosing);
  }

  #inside(name: string, isClosing: boolean): void {
    if (this.#attributes === null) return;
    if (name === 'br' || (isClosing && BREAKS.has(name))) this.#text.break();
    else if (name === 'td' || name === 'th') this.#text.literal(' ');
  }

  #endCell(): void {
    if (this.#attributes === null) return;
    this.tables.at(-1)?.cell(this.#attributes, this.#text.get());
    this.#attributes = null;
    this.#text = new CellText();
  }
}

/**
 * The tables of a page, or of what was copied from Excel, Calc, Word or a browser, a sheet each;
 * empty ones left out. Throws ImportError `noTable`, and those of `memoryBook`.
 */
export function openHtml(html: string, name: string, limits: ImportLimits): Book {
  const tables = new HtmlReader(limits).read(html).filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) throw new ImportError('noTable');
  const sheets = tables.map(({ rows, merges }, at) => ({
    name: tables.length === 1 ? name : `${name} ${at + 1}`,
    rows,
    merges,
  }));
  return memoryBook('html', sheets, limits);
}
