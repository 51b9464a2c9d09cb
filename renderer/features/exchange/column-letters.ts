const LETTERS = 26;
const A = 'A'.charCodeAt(0);

/** Name of a column as spreadsheets show it: `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(A + (column % LETTERS));
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last;
}
