const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae' };

/** Letters as the search compares them: without case or accents. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œæ]/g, (letter) => LIGATURES[letter] ?? letter);
}

export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Cuts a text into what the words found, at the beginning of its own words, and the rest. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const push = (part: string, isFound: boolean): void => {
    const last = pieces.at(-1);
    if (part === '') return;
    if (last?.isFound === isFound) pieces[pieces.length - 1] = { text: last.text + part, isFound };
    else pieces.push({ text: part, isFound });
  };
  for (const part of text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const folded = fold(part);
    const found = words.filter((word) => folded.startsWith(word));
    const length = Math.max(0, ...found.map((word) => foundLength(part, word)));
    push(part.slice(0, length), true);
    push(part.slice(length), false);
  }
  return pieces;
}

/** How many letters of the word as written make up the folded prefix. */
function foundLength(written: string, prefix: string): number {
  let length = 0;
  while (length < written.length && fold(written.slice(0, length)).length < prefix.length) {
    length += 1;
  }
  while (/\p{M}/u.test(written[length] ?? '')) length += 1;
  return length;
}
