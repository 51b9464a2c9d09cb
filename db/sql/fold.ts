const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd' };

/** Letters that most texts are made of are folded one by one from a table, ten times as fast. */
const TABLE_SIZE = 0x250;
const NOT_A_LETTER = /[\s\-‐‑–'’]/u;

function foldLetter(letter: string): string {
  if (NOT_A_LETTER.test(letter)) return ' ';
  const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[œæßøđ]/g, (special) => LIGATURES[special] ?? special);
}

const table: readonly string[] = Array.from({ length: TABLE_SIZE }, (_, code) =>
  foldLetter(String.fromCharCode(code)),
);
const BEYOND_TABLE: Readonly<Record<string, string>> = {
  '\u2010': ' ',
  '\u2011': ' ',
  '\u2013': ' ',
  '\u2019': ' ',
  '\u202F': ' ',
};

const LONGEST = 4096;
/** Letters of one text at a time: built up as one string, they would be a chain of small ones. */
const letters = Buffer.allocUnsafe(LONGEST);

/** What each letter becomes, as one byte; 0 where that is no byte, or more than one. */
const bytes = Uint8Array.from(table, (letter) =>
  letter.length === 1 && letter.charCodeAt(0) < 0x100 ? letter.charCodeAt(0) : 0,
);
const SPACE = 0x20;

/** Null when the text is long, or holds letters beyond one byte. */
function foldByBytes(value: string): string | null {
  if (value.length > LONGEST) return null;
  let size = 0;
  let isAfterSpace = true;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const byte =
      code < TABLE_SIZE ? (bytes[code] ?? 0) : BEYOND_TABLE[value.charAt(at)] === ' ' ? SPACE : 0;
    if (byte === 0) return null;
    if (byte !== SPACE || !isAfterSpace) {
      letters[size] = byte;
      size += 1;
    }
    isAfterSpace = byte === SPACE;
  }
  return letters.toString('latin1', 0, isAfterSpace ? Math.max(0, size - 1) : size);
}

/** Null when the text holds letters beyond the table. */
function foldByTable(value: string): string | null {
  let folded = '';
  let isAfterSpace = true;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const letter = code < TABLE_SIZE ? table[code] : BEYOND_TABLE[value.charAt(at)];
    if (letter === undefined) return null;
    if (letter !== ' ') folded += letter;
    else if (!isAfterSpace) folded += ' ';
    isAfterSpace = letter === ' ';
  }
  return isAfterSpace ? folded.trimEnd() : folded;
}

/**
 * The text as it is compared and sorted in French: without case, accents, or the difference between
 * an apostrophe, a hyphen and a space. `Évaluer` and `evaluer` fold to the same key.
 */
export function foldText(value: string): string {
  return foldByBytes(value) ?? foldByTable(value) ?? foldAnything(value);
}

/** The same for any script, by the rules of Unicode. */
export function foldAnything(value: string): string {
  return value
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replaceAll(/[\s\-‐‑–'’]+/gu, ' ')
    .trim();
}

/** LIKE patterns (escape `\\`), one per word of a text typed to find a name by its parts, in any order. */
export function wordPatterns(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
}
