/** Advance widths of the printable ASCII characters of Carlito (as wide as Calibri), per 1000 em. */
const REGULAR = [
  226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507,
  507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488,
  459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519,
  487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455,
  229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
];
const OTHERS: Readonly<Record<string, number>> = {
  '\u00a0': 226,
  '\u202f': 226,
  '’': 250,
  '«': 512,
  '»': 512,
  '“': 401,
  '”': 401,
  '…': 690,
  '–': 498,
  '—': 905,
  '→': 905,
  '•': 498,
  œ: 850,
  Œ: 870,
  æ: 770,
  ß: 527,
};
/** Bold Calibri is wider by this factor on average; a little is added to stay on the safe side. */
const BOLD = 1.04;
const WIDE = 1000;
const UNKNOWN = 560;

const cache = new Map<string, number>();

function characterWidth(character: string): number {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const base = character.normalize('NFD').codePointAt(0) ?? 0;
  const point = character.codePointAt(0) ?? 0;
  const width =
    OTHERS[character] ??
    REGULAR[base - 32] ??
    (/\p{Mn}|\p{Cf}/u.test(character) ? 0 : point > 0x2e7f ? WIDE : UNKNOWN);
  cache.set(character, width);
  return width;
}

/** Width of text on one line, in the unit of `size` (points or pixels). */
export function textLength(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const character of text) sum += characterWidth(character);
  return (sum / 1000) * size * (isBold ? BOLD : 1);
}

/** Breaks a word that is longer than a line. */
function chop(word: string, width: number, size: number, isBold: boolean): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textLength(piece + character, size, isBold) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Lines of a text set in `width`; breaks at spaces and after hyphens, inside words only when it must. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  isBold = false,
): readonly string[] {
  const lines: string[] = [];
  for (const forced of text.split('\n')) {
    let line = '';
    for (const word of forced.split(/(?<=[-–/])(?=\p{L})|(?<= )/u)) {
      if (line !== '' && textLength((line + word).trimEnd(), size, isBold) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += word;
      if (textLength(line.trimEnd(), size, isBold) > width) {
        const pieces = chop(line, width, size, isBold);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1) ?? '';
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** At most `limit` lines; the last one ends with an ellipsis when something was left out. */
export function clampLines(
  lines: readonly string[],
  limit: number,
  width: number,
  size: number,
  isBold = false,
): readonly string[] {
  if (lines.length <= limit) return lines;
  let last = lines[limit - 1] ?? '';
  while (last !== '' && textLength(`${last}…`, size, isBold) > width) {
    last = [...last].slice(0, -1).join('');
  }
  return [...lines.slice(0, limit - 1), `${last.trimEnd()}…`];
}
