import type { Advance, Book, Notes } from './book.ts';
import { spreadMerges } from './header-rows.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { cellAddress, isMangledNumber } from './sheet.ts';
import type { Cell, HeaderGuess, RawRow, Row, RowRole } from './sheet.ts';
import { isTotalsRow } from './totals-row.ts';

/** Rows at the end that may be totals, held back until the end is known. */
const HELD = 3;

/** Header chosen for a sheet: its first and last row. */
export type HeaderRows = Pick<HeaderGuess, 'firstRow' | 'lastRow'>;

interface Watch {
  cells: number;
  rows: number;
}

function noteMangled(row: RawRow, notes: Notes): void {
  const { cells, number } = row;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? null;
    if (maybeLong(cell) && isMangledNumber(cell)) {
      const place = column;
      notes.add('mangledNumbers', () => cellAddress(place, number));
    }
  }
}

/** Cheap: most cells end here. */
function maybeLong(cell: Cell): boolean {
  if (typeof cell === 'string') {
    if (cell.length > 24 || cell.length < 5 || cell.charCodeAt(0) > 57) return false;
    return cell.includes('E+') || cell.includes('e+');
  }
  if (typeof cell === 'number') return cell >= 1e11 || cell <= -1e11;
  return cell !== null && typeof cell === 'object' && cell.kind === 'number';
}

function roleOf(number: number, header: HeaderRows | null): RowRole {
  if (header === null || number > header.lastRow) return 'data';
  return number < header.firstRow ? 'title' : 'header';
}

function withTotals(held: readonly Row[], above: Row | null): Row[] {
  const rows = [...held];
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row?.role !== 'data' || !isTotalsRow(row, rows[at - 1] ?? above)) break;
    rows[at] = { ...row, role: 'totals' };
  }
  return rows;
}

/**
 * The rows of a sheet with their roles, checked against the limits, strange values noted. Merged
 * values are repeated in the header only. Throws ImportError.
 */
export async function* readRows(
  book: Book,
  sheet: number,
  header: HeaderRows | null,
  limits: ImportLimits,
  notes: Notes,
  advance?: Advance,
): AsyncGenerator<Row[]> {
  const merges = book.sheets[sheet]?.merges ?? [];
  const watch: Watch = { cells: 0, rows: 0 };
  const heads: RawRow[] = [];
  let held: Row[] = [];
  let above: Row | null = null;
  for await (const raw of book.rows(sheet, notes, advance)) {
    const rows: Row[] = held;
    for (const row of raw) {
      watch.cells += row.cells.length;
      watch.rows += 1;
      noteMangled(row, notes);
      const role = roleOf(row.number, header);
      if (role !== 'header') rows.push({ ...row, role });
      else {
        heads.push(row);
        rows.push({ ...row, cells: spreadMerges(row, heads, merges), role });
      }
    }
    if (watch.cells > limits.cells) throw new ImportError('tooManyCells', { limit: limits.cells });
    if (watch.rows > limits.rows) throw new ImportError('tooManyRows', { limit: limits.rows });
    held = rows.splice(Math.max(0, rows.length - HELD));
    above = rows.at(-1) ?? above;
    if (rows.length > 0) yield rows;
  }
  if (held.length > 0) yield withTotals(held, above);
  if (watch.rows === 0) notes.add('noRows');
}
