import type { Sql, SqlValue, WritableDb } from './sql.ts';
import { runPrepared } from './sql.ts';

/** Rows per statement, largest first: few texts to prepare, whatever the number of rows. */
const SIZES = [100, 10, 1] as const;

/** Values bound by one statement at most (SQLite's own limit is 32,766). */
const MOST_VALUES = 10_000;

/**
 * How rows of a given width are written, many to a statement. A statement that fails is not undone by
 * itself (`OR FAIL`), which spares SQLite a copy of every page it changes: whoever calls gives up
 * the whole transaction.
 */
export interface RowInsert {
  /** Text of the statement that writes so many rows. */
  readonly textFor: (rows: number) => string;
  readonly width: number;
}

const plain = new Map<string, RowInsert>();

/** `INSERT INTO … VALUES (…), (…)`. */
export function insertOf(into: Sql, width: number): RowInsert {
  const known = plain.get(into.text);
  if (known?.width === width) return known;
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  const insert: RowInsert = {
    width,
    textFor: (rows) =>
      `INSERT OR FAIL INTO ${into.text} VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
  };
  plain.set(into.text, insert);
  return insert;
}

const texts = new WeakMap<RowInsert, Map<number, string>>();

function textOf(insert: RowInsert, rows: number): string {
  const known = texts.get(insert) ?? new Map<number, string>();
  texts.set(insert, known);
  const text = known.get(rows) ?? insert.textFor(rows);
  known.set(rows, text);
  return text;
}

/**
 * Writes rows by as few statements as that takes.
 * @param valuesOf what the statement binds for the rows from one place to another
 * @returns rowid of the last row
 */
export function insertInto(
  db: WritableDb,
  insert: RowInsert,
  count: number,
  valuesOf: (from: number, to: number) => readonly SqlValue[],
): number {
  let last = 0;
  let from = 0;
  for (const size of SIZES) {
    if (size > 1 && size * insert.width > MOST_VALUES) continue;
    for (; count - from >= size; from += size) {
      last = Number(
        runPrepared(db, textOf(insert, size), valuesOf(from, from + size)).lastInsertRowid,
      );
    }
  }
  return last;
}

/** Writes whole rows. @throws when one is refused; the transaction must then be given up */
export function insertRows(
  db: WritableDb,
  into: Sql,
  rows: readonly (readonly SqlValue[])[],
): void {
  const [first] = rows;
  if (first === undefined) return;
  const insert = insertOf(into, first.length);
  insertInto(db, insert, rows.length, (from, to) => rows.slice(from, to).flat());
}
