const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd' };
const MARKS = /\p{M}/gu;
const PUNCTUATION = /[\s\p{P}\p{Z}°$+<=>^`|~€]+/gu;

/** Lower case without accents; signs and spaces stay. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[œæßøđ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** How words are compared: without case, accents and punctuation. `N° SIRET *` folds to `n siret`. */
export function foldWords(text: string): string {
  return foldLetters(text).replace(PUNCTUATION, ' ').trim();
}

/** Without the endings of plural and feminine, folded: `terminees` and `termine` are the same. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const single = word.replace(/(?:s|x)$/, '');
  return single.length < 4 ? single : single.replace(/e+$/, '');
}

export function stemWords(folded: string): string {
  return folded.split(' ').map(stem).join(' ');
}

/** Letters to change, add, drop or swap to get from one to the other; `most` + 1 when more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
