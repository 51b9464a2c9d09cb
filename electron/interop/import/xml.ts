import { isUtf8 } from 'node:buffer';

import { Declined, ImportError } from './import-error.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]{2,4}));|&/g;
const MAX_CODE = 0x10ffff;

function codeText(code: number): string {
  if (code > MAX_CODE) throw new ImportError('damaged', { reason: 'character' });
  return String.fromCodePoint(code);
}

/** XML text with its five entities and character numbers resolved; any other entity is refused. */
export function decodeXml(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(ENTITY, (_whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return codeText(Number(decimal));
    if (hex !== undefined) return codeText(Number.parseInt(hex, 16));
    const known = NAMED[name ?? ''];
    if (known === undefined) throw new ImportError('forbiddenXml', { reason: 'entity' });
    return known;
  });
}

/**
 * Refuses a document type, where entities that multiply or fetch files are declared; declines
 * comments and CDATA, which no spreadsheet program writes around cells.
 */
export function checkMarkup(text: string): void {
  const at = text.indexOf('<!');
  if (at < 0) return;
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ImportError('forbiddenXml', { reason: 'dtd' });
  throw new Declined('comment or CDATA');
}

/** The same for small parts, where comments are harmless: they are removed. */
export function plainMarkup(text: string): string {
  if (!text.includes('<!')) return text;
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ImportError('forbiddenXml', { reason: 'dtd' });
  return text.replace(/<!--[^]*?-->/g, '');
}

/** A start or empty tag of a small part; attribute values are decoded, prefixes left out. */
export interface Tag {
  readonly name: string;
  readonly isEmpty: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the tag ends in the text. */
  readonly end: number;
}

const TAG = /<([\w.:-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attributes by name without prefix: of `r:id` and `id` the later wins, as `sheetId` differs. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (!name.startsWith('xmlns')) found[withoutPrefix(name)] = decodeXml(double ?? single ?? '');
  }
  return found;
}

/** Start tags in order, for parts of a few megabytes at most. */
export function* tags(xml: string): Generator<Tag> {
  for (const match of xml.matchAll(TAG)) {
    const [whole, name = '', rest = ''] = match;
    yield {
      name: withoutPrefix(name),
      isEmpty: rest.endsWith('/'),
      attributes: attributesOf(rest),
      end: match.index + whole.length,
    };
  }
}

/**
 * Turns blocks of UTF-8 or, by its byte order mark, UTF-16 into text, never cutting a character.
 * Throws ImportError `damaged` where the bytes are no UTF-8.
 */
export class XmlDecoder {
  #rest: Buffer = Buffer.alloc(0);
  #wide: TextDecoder | null = null;
  #isStarted = false;

  decode(block: Buffer): string {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, block]) : block;
    if (!this.#isStarted) {
      if (bytes.length < 4) {
        this.#rest = bytes;
        return '';
      }
      this.#isStarted = true;
      const sign = bytes.readUInt16BE(0);
      if (sign === 0xfffe || sign === 0xfeff) {
        this.#rest = Buffer.alloc(0);
        this.#wide = new TextDecoder(sign === 0xfffe ? 'utf-16le' : 'utf-16be');
      }
    }
    if (this.#wide)
      return this.#wide.decode(block.length < bytes.length ? bytes : block, { stream: true });
    const end = lastWhole(bytes);
    this.#rest = bytes.subarray(end);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw new ImportError('damaged', { reason: 'utf8' });
    return whole.toString('utf8');
  }
}

/** Length without a character that the block's end cuts. */
export function lastWhole(bytes: Uint8Array): number {
  const length = bytes.length;
  for (let back = 1; back <= 3 && back <= length; back += 1) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? length - back : length;
    }
  }
  return length;
}
