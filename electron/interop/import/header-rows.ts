import { cellKind, cellText } from './sheet.ts';
import type { Cell, HeaderGuess, MergedRange, RawRow } from './sheet.ts';

const SAMPLE = 40;
const LONGEST_LABEL = 160;
const MOST_LINES = 3;
const JOIN = ' / ';
const VALUE_LIKE = [
  /^[+-]?[\d\s\u00a0\u202f.,]*\d[\d\s\u00a0\u202f.,]*(?:€|%|k€|M€)?$/,
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}[:h]\d{2}.*)?$/,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^https?:\/\//i,
];
const YEAR = /^(?:19|20)\d{2}$/;

function filled(row: RawRow): number {
  return row.cells.reduce<number>((sum, cell) => (cell === null ? sum : sum + 1), 0);
}

/** A cell that may name a column: text that is no value itself, or a year. */
function isLabel(cell: Cell): boolean {
  if (cell === null) return false;
  const text = cellText(cell).trim();
  if (YEAR.test(text)) return true;
  if (cellKind(cell) !== 'text' || text === '' || text.length > LONGEST_LABEL) return false;
  return !VALUE_LIKE.some((pattern) => pattern.test(text));
}

function isLabelRow(row: RawRow): boolean {
  const cells = row.cells.filter((cell) => cell !== null);
  if (!cells.every(isLabel)) return false;
  return cells.some((cell) => !YEAR.test(cellText(cell).trim()));
}

/** Values of a merged range stand in its first cell only: here in all of its cells. */
export function spreadMerges(
  row: RawRow,
  rows: readonly RawRow[],
  merges: readonly MergedRange[],
): Cell[] {
  const cells = [...row.cells];
  for (const range of merges) {
    if (row.number < range.firstRow || row.number > range.lastRow) continue;
    const first =
      rows.find(({ number }) => number === range.firstRow)?.cells[range.firstColumn] ?? null;
    if (first === null) continue;
    const last = Math.min(range.lastColumn, range.firstColumn + 1000);
    while (cells.length <= last) cells.push(null);
    for (let column = range.firstColumn; column <= last; column += 1) cells[column] ??= first;
  }
  return cells;
}

/** Number of the last row of a header that starts here: merged ranges tie lines together. */
function headerEnd(first: RawRow, rows: readonly RawRow[], merges: readonly MergedRange[]): number {
  const own = merges.filter(({ firstRow }) => firstRow === first.number);
  const down = Math.max(first.number, ...own.map(({ lastRow }) => lastRow));
  if (down > first.number) return Math.min(down, first.number + MOST_LINES - 1);
  const groups = own.filter(({ firstColumn, lastColumn }) => lastColumn > firstColumn);
  const next = rows.find(({ number }) => number === first.number + 1);
  if (groups.length === 0 || !next || !isLabelRow(next)) return first.number;
  const isUnder = groups.every(({ firstColumn, lastColumn }) =>
    next.cells.slice(firstColumn, lastColumn + 1).every((cell) => cell !== null),
  );
  return isUnder ? next.number : first.number;
}

function labelsOf(lines: readonly (readonly Cell[])[]): string[] {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (const cells of lines) {
      const text = cellText(cells[column] ?? null)
        .replace(/\s+/g, ' ')
        .trim();
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    return parts.join(JOIN);
  });
}

/** The header that these rows of the sheet make. */
export function headerOf(
  firstRow: number,
  lastRow: number,
  rows: readonly RawRow[],
  merges: readonly MergedRange[],
): HeaderGuess {
  const lines = rows
    .filter(({ number }) => number >= firstRow && number <= lastRow)
    .map((row) => spreadMerges(row, rows, merges));
  return { firstRow, lastRow, labels: labelsOf(lines) };
}

/** Usual number of filled cells: what most of the rows have at least half of the time. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = rows.map(filled).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/**
 * Finds the line that names the columns: the first one about as wide as the table whose cells all
 * could be names, with titles above it left out. Null when the table starts with data.
 */
export function guessHeader(
  all: readonly RawRow[],
  merges: readonly MergedRange[],
): HeaderGuess | null {
  const rows = all.slice(0, SAMPLE);
  const usual = usualWidth(rows);
  const wanted = usual <= 4 ? usual : Math.ceil(usual * 0.6);
  for (const row of rows) {
    const cells = spreadMerges(row, rows, merges);
    const width = cells.filter((cell) => cell !== null).length;
    const merged = merges.filter(({ firstRow }) => firstRow === row.number);
    // A title merged over the whole table is one value, however wide it is.
    const values = new Set(cells.filter((cell) => cell !== null).map(cellText)).size;
    if (width < wanted || (values === 1 && usual > 1)) continue;
    if (!isLabelRow(row)) return null;
    const lastRow = merged.length > 0 ? headerEnd(row, rows, merges) : row.number;
    return headerOf(row.number, lastRow, rows, merges);
  }
  return null;
}
