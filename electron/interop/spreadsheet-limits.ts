/** Rows of a sheet, header included, that Excel and LibreOffice both open. */
export const MAX_SHEET_ROWS = 1_048_576;

/** Columns that Excel and LibreOffice both open. */
export const MAX_SHEET_COLUMNS = 16_384;

/** Column letters from a zero-based index: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A sheet name as references want it: always quoted, quotes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
