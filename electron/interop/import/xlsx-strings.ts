import { Declined, ImportError } from './import-error.ts';
import { checkMarkup, decodeXml } from './xml.ts';

const ESCAPED = /_x([\dA-Fa-f]{4})_/g;

/** Undoes `_x000D_` and the like; line ends become LF. */
export function officeText(raw: string): string {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text
    .replace(ESCAPED, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');
}

/** Text of what an `<si>` or `<is>` holds: its runs joined, phonetic hints left out. */
export function richText(body: string, prefix: string): string {
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  const hintClose = `</${prefix}rPh>`;
  let joined = '';
  let at = 0;
  let hint = body.indexOf(`<${prefix}rPh`);
  for (;;) {
    const start = body.indexOf(open, at);
    if (start < 0) return joined;
    if (hint >= 0 && hint < start) {
      at = body.indexOf(hintClose, hint);
      if (at < 0) throw new ImportError('damaged', { reason: 'xml' });
      hint = body.indexOf(`<${prefix}rPh`, at);
      continue;
    }
    const after = body.charCodeAt(start + open.length);
    const end = body.indexOf('>', start);
    if (end < 0) throw new ImportError('damaged', { reason: 'xml' });
    at = end + 1;
    // Another element that begins with t, or `<t/>`.
    if ((after !== 62 && after > 32) || body.charCodeAt(end - 1) === 47) continue;
    const stop = body.indexOf('<', at);
    if (!body.startsWith(close, stop)) throw new Declined('inside a text');
    const part = officeText(body.slice(at, stop));
    joined = joined === '' ? part : joined + part;
    at = stop + close.length;
  }
}

/** Reads the shared strings as their part comes in. */
export class SharedStrings {
  readonly strings: string[] = [];
  readonly #most: number;
  #characters = 0;
  #carry = '';
  #prefix: string | null = null;

  /** `most` characters in all, else ImportError `tooLarge`. */
  constructor(most: number) {
    this.#most = most;
  }

  feed(chunk: string): void {
    const text = this.#carry + chunk;
    checkMarkup(text);
    this.#prefix ??= /<(\w+:)?sst[\s>/]/.exec(text)?.[1] ?? (text.includes('sst') ? '' : null);
    const prefix = this.#prefix;
    if (prefix === null) {
      this.#carry = text;
      return;
    }
    const open = `<${prefix}si`;
    const close = `</${prefix}si>`;
    const simple = `<${prefix}si><${prefix}t>`;
    const simpleClose = `</${prefix}t>${close}`;
    let at = 0;
    for (;;) {
      const start = text.indexOf(open, at);
      if (start < 0) {
        at = Math.max(at, text.length - open.length);
        break;
      }
      if (text.startsWith('/>', start + open.length)) {
        this.#add('');
        at = start + open.length + 2;
        continue;
      }
      const stop = text.indexOf(close, start);
      if (stop < 0) {
        at = start;
        break;
      }
      const textStart = start + simple.length;
      if (
        text.startsWith(simple, start) &&
        text.indexOf('<', textStart) === stop - prefix.length - 4
      ) {
        this.#add(officeText(text.slice(textStart, stop + close.length - simpleClose.length)));
      } else this.#add(richText(text.slice(start + open.length, stop), prefix));
      at = stop + close.length;
    }
    this.#carry = text.slice(at);
    if (this.#carry.length > this.#most) throw new ImportError('tooLarge', { limit: this.#most });
  }

  /** Throws ImportError `damaged` when a string was cut. */
  end(): string[] {
    if (this.#prefix !== null && this.#carry.includes(`<${this.#prefix}si>`)) {
      throw new ImportError('damaged', { reason: 'xml' });
    }
    return this.strings;
  }

  #add(text: string): void {
    this.#characters += text.length + 8;
    if (this.#characters > this.#most) throw new ImportError('tooLarge', { limit: this.#most });
    this.strings.push(text);
  }
}
