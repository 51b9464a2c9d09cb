import type { MergedRange } from './sheet.ts';

const REFERENCE = /ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?["']/;
const MOST_MERGES = 10_000;
const MOST_TAIL = 1 << 24;
const EDGE = 256;

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function range(text: string): MergedRange | null {
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [, from = '', top = '', to = from, bottom = top] = match;
  return {
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnNumber(from),
    lastColumn: columnNumber(to),
  };
}

/** What is known of a worksheet without reading its cells. */
export interface SheetOutline {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly MergedRange[];
  readonly mergeCount: number;
}

/** Watches a worksheet part go by: announced size, last row, merged ranges (they follow the rows). */
export class XlsxOutline {
  #head = '';
  #edge: Buffer = Buffer.alloc(0);
  #lastRow = 0;
  #tail: string | null = null;
  #rowTag = '<row ';
  #close = '</sheetData>';

  feed(block: Buffer): void {
    if (this.#tail !== null) {
      if (this.#tail.length < MOST_TAIL) this.#tail += block.toString('latin1');
      return;
    }
    if (this.#head === '') this.#begin(block.toString('latin1', 0, 4096));
    // What the end of a block cuts is found again in front of the next.
    const bytes = Buffer.concat([this.#edge, block]);
    const end = bytes.indexOf(this.#close);
    const row = bytes.lastIndexOf(this.#rowTag, end < 0 ? bytes.length : end);
    if (row >= 0) {
      const given = /^[^>]*?\sr\s*=\s*["'](\d{1,9})["']/.exec(
        bytes.toString('latin1', row, row + EDGE),
      )?.[1];
      if (given !== undefined) this.#lastRow = Number(given);
    }
    if (end >= 0) this.#tail = bytes.toString('latin1', end);
    else this.#edge = bytes.subarray(Math.max(0, bytes.length - EDGE));
  }

  #begin(head: string): void {
    this.#head = head;
    const prefix = /<(\w+:)?worksheet[\s>]/.exec(head)?.[1] ?? '';
    this.#rowTag = `<${prefix}row `;
    this.#close = `</${prefix}sheetData>`;
  }

  end(): SheetOutline {
    const size = range(/<(?:\w+:)?dimension[^>]*>/.exec(this.#head)?.[0] ?? '');
    const merges: MergedRange[] = [];
    let mergeCount = 0;
    for (const [tag] of (this.#tail ?? '').matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)) {
      mergeCount += 1;
      const merged = merges.length < MOST_MERGES ? range(tag) : null;
      if (merged) merges.push(merged);
    }
    return {
      rowCount: this.#lastRow > 0 ? this.#lastRow : (size?.lastRow ?? 0),
      columnCount: size === null ? 0 : size.lastColumn + 1,
      merges,
      mergeCount,
    };
  }
}
