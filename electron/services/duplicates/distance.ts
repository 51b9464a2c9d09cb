const MOST = 64;
let above = new Int32Array(MOST + 2);
let row = new Int32Array(MOST + 2);
let twoAbove = new Int32Array(MOST + 2);

/**
 * How many letters must be added, removed, changed or swapped with their neighbour to turn one text
 * into the other; `limit + 1` as soon as it is more than `limit`. Texts are compared on 64 letters.
 */
export function editDistance(first: string, second: string, limit: number): number {
  const a = first.length > MOST ? first.slice(0, MOST) : first;
  const b = second.length > MOST ? second.slice(0, MOST) : second;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let j = 0; j <= b.length; j += 1) above[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    const code = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const same = code === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const isSwap =
        i > 1 &&
        j > 1 &&
        code === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, (twoAbove[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [twoAbove, above, row] = [above, row, twoAbove];
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

/** How many first letters one word may give to an acronym: « DIRECCTE » takes three of « direction ». */
const LETTERS_OF_A_WORD = 3;

/** True when the acronym is made of the words' first letters; small words may be passed over. */
export function isAcronymOf(
  acronym: string,
  words: readonly string[],
  isSmall: (word: string) => boolean,
): boolean {
  const fits = (letter: number, at: number): boolean => {
    const word = words[at];
    if (word === undefined) return letter === acronym.length;
    if (isSmall(word) && fits(letter, at + 1)) return true;
    const most = isSmall(word) ? 1 : LETTERS_OF_A_WORD;
    for (let taken = 1; taken <= most; taken += 1) {
      if (acronym.charAt(letter + taken - 1) !== word.charAt(taken - 1)) return false;
      if (letter + taken > acronym.length || taken > word.length) return false;
      if (fits(letter + taken, at + 1)) return true;
    }
    return false;
  };
  return acronym !== '' && fits(0, 0);
}
