import { isUtf8 } from 'node:buffer';

import { blocks } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';
import type { TextEncoding } from './sheet.ts';
import { lastWhole } from './xml.ts';

/**
 * Signs 0x80–0x9F of Windows-1252; the five that it leaves out stay controls. Own tables, because
 * some of the runtimes that we run on decode these encodings as ISO-8859-1.
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LATIN_9: Readonly<Record<string, string>> = {
  '\u00a4': '€',
  '\u00a6': 'Š',
  '\u00a8': 'š',
  '\u00b4': 'Ž',
  '\u00b8': 'ž',
  '\u00bc': 'Œ',
  '\u00bd': 'œ',
  '\u00be': 'Ÿ',
};
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const CONTROLS = /[\u0080-\u009f]/g;
const HIGH = /[\u0080-\u00ff]/g;
const LATIN_9_SIGNS = /[\u00a4\u00a6\u00a8\u00b4\u00b8\u00bc\u00bd\u00be]/g;

/** How a text file is encoded, and how many bytes its mark takes. */
export interface FoundEncoding {
  readonly encoding: TextEncoding;
  readonly markBytes: number;
}

/** é è ê à â ç ô î ï û ù ü of the Macintosh: signs that in Windows-1252 stand in no word. */
const MACINTOSH_LETTERS = new Set([
  0x8e, 0x8f, 0x90, 0x88, 0x89, 0x8d, 0x99, 0x94, 0x95, 0x9e, 0x9d, 0x9f,
]);
/** Œ œ Ÿ Š š of ISO-8859-15: in Windows-1252 fractions and signs, which stand in no word. */
const LATIN_9_LETTERS = new Set([0xbc, 0xbd, 0xbe, 0xa6, 0xa8]);

/** What the bytes of a file that is no UTF-8 speak for. */
class Evidence {
  /** 0x80–0x9F: signs in Windows-1252, controls in ISO-8859-15. */
  #windows = 0;
  #latin9 = 0;
  #macintosh = 0;
  #accents = 0;

  add(block: Buffer): void {
    for (let at = 0; at < block.length; at += 1) {
      const byte = block[at] ?? 0;
      if (byte < 0x80) continue;
      const isInWord = isLetter(block[at - 1]) && isLetter(block[at + 1]);
      if (isInWord && MACINTOSH_LETTERS.has(byte)) this.#macintosh += 1;
      else if (byte < 0xa0) this.#windows += 1;
      else if (byte === 0xa4 || (isInWord && LATIN_9_LETTERS.has(byte))) this.#latin9 += 1;
      else if (isInWord && byte >= 0xe0) this.#accents += 1;
    }
  }

  encoding(): TextEncoding {
    if (this.#macintosh > this.#accents) return 'macintosh';
    return this.#windows === 0 && this.#latin9 > 0 ? 'iso-8859-15' : 'windows-1252';
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}

/** UTF-16 without a mark: nearly every second byte of European text is zero. */
export function wideWithoutMark(head: Buffer): TextEncoding | null {
  const pairs = Math.min(head.length, 4096) >> 1;
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : null;
}

async function isAllUtf8(source: ByteSource): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const block of blocks(source)) {
    const bytes = Buffer.concat([rest, block]);
    const end = lastWhole(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = Buffer.from(bytes.subarray(end));
  }
  return rest.length === 0;
}

/** Looks at the whole file: a letter far down may be the first that is no UTF-8. */
export async function findEncoding(source: ByteSource): Promise<FoundEncoding> {
  const head = await source.read(0, 4096);
  if (head.length >= 3 && head.readUIntBE(0, 3) === 0xefbbbf) {
    return { encoding: 'utf-8', markBytes: 3 };
  }
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return { encoding: 'utf-16le', markBytes: 2 };
  if (mark === 0xfeff) return { encoding: 'utf-16be', markBytes: 2 };
  const wide = wideWithoutMark(head);
  if (wide !== null) return { encoding: wide, markBytes: 0 };
  if (await isAllUtf8(source)) return { encoding: 'utf-8', markBytes: 0 };
  const evidence = new Evidence();
  for await (const block of blocks(source)) evidence.add(block);
  return { encoding: evidence.encoding(), markBytes: 0 };
}

/** Turns bytes into text block by block, without cutting a character. */
export class TextReader {
  readonly #encoding: TextEncoding;
  readonly #wide: TextDecoder | null;
  #rest: Buffer = Buffer.alloc(0);
  /** Characters that the bytes could not say. */
  broken = 0;

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
    this.#wide = encoding.startsWith('utf-16')
      ? new TextDecoder(encoding, { ignoreBOM: true })
      : null;
  }

  decode(block: Buffer): string {
    if (this.#wide) return this.#checked(this.#wide.decode(block, { stream: true }));
    if (this.#encoding !== 'utf-8') return this.#single(block.toString('latin1'));
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, block]) : block;
    const end = lastWhole(bytes);
    this.#rest = Buffer.from(bytes.subarray(end));
    return this.#checked(bytes.toString('utf8', 0, end));
  }

  end(): string {
    return this.#wide
      ? this.#checked(this.#wide.decode())
      : this.#checked(this.#rest.toString('utf8'));
  }

  #checked(text: string): string {
    if (text.includes('\ufffd')) this.broken += text.split('\ufffd').length - 1;
    return text;
  }

  #single(text: string): string {
    switch (this.#encoding) {
      case 'iso-8859-15':
        return text.replace(LATIN_9_SIGNS, (sign) => LATIN_9[sign] ?? sign);
      case 'macintosh':
        return text.replace(HIGH, (sign) => MACINTOSH[sign.charCodeAt(0) - 0x80] ?? sign);
      default:
        return text.replace(CONTROLS, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
    }
  }
}
