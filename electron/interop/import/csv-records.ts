import { ImportError } from './import-error.ts';

export interface CsvDialect {
  readonly separator: string;
  readonly quote: '"' | "'" | null;
  readonly lineEnd: '\n' | '\r';
}

export interface CsvRecord {
  /** Lines of the table before this record, plus one: blank ones count, breaks in quotes do not. */
  readonly number: number;
  readonly fields: readonly string[];
}

/** Splits separated text as it comes in; tolerant of text after a closing quote. */
export class CsvRecords {
  readonly #separator: string;
  readonly #quote: string | null;
  readonly #lineEnd: string;
  readonly #most: number;
  #carry = '';
  #number = 0;
  /** Where the record being read by fields ends; -1 while its end has not come in. */
  #end = 0;
  /** Records with text around a quoted part of a field, and the first such record. */
  oddQuotes = 0;
  firstOdd: number | null = null;

  /** `most` characters of one record, else ImportError `openQuote`. */
  constructor({ separator, quote, lineEnd }: CsvDialect, most: number) {
    this.#separator = separator;
    this.#quote = quote;
    this.#lineEnd = lineEnd;
    this.#most = most;
  }

  feed(chunk: string, isLast = false): CsvRecord[] {
    const text = this.#carry + chunk;
    const records: CsvRecord[] = [];
    let at = 0;
    let quoteAt = -1;
    while (at < text.length) {
      const found = text.indexOf(this.#lineEnd, at);
      if (found < 0 && !isLast) break;
      const lineEnd = found < 0 ? text.length : found;
      if (quoteAt < at) quoteAt = this.#nextQuote(text, at);
      let fields: readonly string[] | null;
      if (quoteAt > lineEnd) {
        const stop = text.charCodeAt(lineEnd - 1) === 13 && lineEnd > at ? lineEnd - 1 : lineEnd;
        fields = stop === at ? [] : text.slice(at, stop).split(this.#separator);
        at = lineEnd + 1;
      } else {
        fields = this.#byFields(text, at, isLast);
        if (fields === null) break;
        at = this.#end;
      }
      this.#number += 1;
      if (fields.length > 0) records.push({ number: this.#number, fields });
    }
    this.#carry = text.slice(at);
    if (this.#carry.length > this.#most) {
      throw new ImportError('openQuote', { row: this.#number + 1 });
    }
    return records;
  }

  #nextQuote(text: string, from: number): number {
    const at = this.#quote === null ? -1 : text.indexOf(this.#quote, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }

  /** One record with quotes in it; null when its end has not come in. */
  #byFields(text: string, from: number, isLast: boolean): string[] | null {
    const fields: string[] = [];
    const quote = this.#quote ?? '';
    let at = from;
    for (;;) {
      let value = '';
      let isQuoted = false;
      if (text.startsWith(quote, at)) {
        isQuoted = true;
        at += 1;
        for (;;) {
          const end = text.indexOf(quote, at);
          if (end < 0 || (end + 1 >= text.length && !isLast)) {
            if (isLast) throw new ImportError('openQuote', { row: this.#number + 1 });
            return null;
          }
          value += text.slice(at, end);
          at = end + 1;
          if (!text.startsWith(quote, at)) break;
          value += quote;
          at += 1;
        }
      }
      const separator = text.indexOf(this.#separator, at);
      const line = text.indexOf(this.#lineEnd, at);
      if (line < 0 && separator < 0 && !isLast) return null;
      const isEnd = separator < 0 || (line >= 0 && line < separator);
      const stop = isEnd ? (line < 0 ? text.length : line) : separator;
      const hasReturn = isEnd && stop > at && text.charCodeAt(stop - 1) === 13;
      const rest = text.slice(at, hasReturn ? stop - 1 : stop);
      if (rest !== '') {
        if (isQuoted && rest.trim() !== '') this.#noteOdd();
        value += isQuoted ? rest.trimEnd() : rest;
      }
      fields.push(value);
      at = stop + 1;
      if (isEnd) {
        this.#end = at;
        return fields;
      }
    }
  }

  #noteOdd(): void {
    this.oddQuotes += 1;
    this.firstOdd ??= this.#number + 1;
  }
}
