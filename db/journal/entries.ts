import { hash } from 'node:crypto';

import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';
import { DataError } from '#sql/errors.ts';
import { insertRows } from '#sql/insert-rows.ts';
import type { ReadableDb, Sql, WritableDb } from '#sql/sql.ts';
import { all, one, run, sql } from '#sql/sql.ts';

import type { Hlc } from './clock.ts';

/** `founding` is what a store begins with; the window's Ctrl+Z leaves it alone. */
export type OperationKind = 'founding' | 'edit' | 'import' | 'undo' | 'redo';

/** Why an operation was made: a key the interface words, and what that wording needs. */
export interface Reason {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface OperationRow {
  readonly id: string;
  readonly replica: string;
  readonly hlc: Hlc;
  readonly author: string;
  readonly reason: string;
  readonly kind: OperationKind;
  readonly target_id: string | null;
  readonly schema_version: number;
}

/** `insert` holds the whole row in `value`; `set` holds one column's new value. Values are JSON. */
export interface ChangeRow {
  readonly scope: string;
  readonly replica: string;
  readonly seq: number;
  readonly operation_id: string;
  readonly hlc: Hlc;
  readonly tbl: string;
  readonly row: string;
  readonly col: string | null;
  readonly op: 'insert' | 'set';
  readonly value: string;
  /** JSON list of `replica:seq`: the entries of this cell that the author saw. */
  readonly parents: string;
  readonly hash: Uint8Array;
}

export const CHANGE_COLUMNS = sql`scope, replica, seq, operation_id, hlc, tbl, row, col, op, value, parents, hash`;

/** Identifies an entry's content; two entries of one key with different hashes betray a copied file. */
export function entryHash(
  change: Omit<ChangeRow, 'hash'>,
  operation: Pick<OperationRow, 'author' | 'reason' | 'schema_version'>,
): Uint8Array {
  const { scope, replica, seq, operation_id, hlc, tbl, row, col, op, value, parents } = change;
  const content = JSON.stringify([
    scope, replica, seq, operation_id, hlc, tbl, row, col, op, value, parents,
    operation.author, operation.reason, operation.schema_version,
  ]); // prettier-ignore
  return hash('sha256', content, 'buffer');
}

/**
 * The same hash for many entries of one operation: what they share is put into JSON once.
 * @returns how to hash the entry of that place, row, column, value and parents
 */
export function entryHasher(
  shared: Pick<ChangeRow, 'scope' | 'replica' | 'operation_id' | 'hlc' | 'tbl' | 'op'>,
  operation: Pick<OperationRow, 'author' | 'reason' | 'schema_version'>,
): (change: Pick<ChangeRow, 'seq' | 'row' | 'col' | 'value' | 'parents'>) => Uint8Array {
  const { scope, replica, operation_id, hlc, tbl, op } = shared;
  const { author, reason, schema_version } = operation;
  const inside = (values: readonly unknown[]): string => JSON.stringify(values).slice(1, -1);
  const start = `[${inside([scope, replica])},`;
  const middle = `,${inside([operation_id, hlc, tbl])},`;
  const kind = `,${inside([op])},`;
  const end = `,${inside([author, reason, schema_version])}]`;
  const none = JSON.stringify('[]');
  return ({ seq, row, col, value, parents }) => {
    const column = col === null ? 'null' : JSON.stringify(col);
    const seen = parents === '[]' ? none : JSON.stringify(parents);
    const content = `${start}${seq}${middle}${JSON.stringify(row)},${column}${kind}${JSON.stringify(value)},${seen}${end}`;
    return hash('sha256', content, 'buffer');
  };
}

export function entryKey(change: Pick<ChangeRow, 'replica' | 'seq'>): string {
  return `${change.replica}:${change.seq}`;
}

/** Which of two entries is shown when neither has seen the other: the later clock, then the replica. */
export function isLater(
  a: Pick<ChangeRow, 'hlc' | 'replica' | 'seq'>,
  b: Pick<ChangeRow, 'hlc' | 'replica' | 'seq'>,
): boolean {
  if (a.hlc !== b.hlc) return a.hlc > b.hlc;
  if (a.replica !== b.replica) return a.replica > b.replica;
  return a.seq > b.seq;
}

/**
 * Live heads of one cell among a row's entries: those that no other entry of the cell has seen.
 * The row's `insert` speaks for every cell that was never set since.
 */
export function headsOf(entries: readonly ChangeRow[], col: string): ChangeRow[] {
  const cell = entries.filter((entry) => entry.op === 'insert' || entry.col === col);
  const seen = new Set(cell.flatMap((entry) => JSON.parse(entry.parents) as string[]));
  return cell.filter((entry) => !seen.has(entryKey(entry)));
}

/** The value one entry gives to a column; absent from an `insert` means null. */
export function valueFor(entry: ChangeRow, col: string): unknown {
  const value: unknown = JSON.parse(entry.value);
  if (entry.op === 'set') return value;
  return (value as Readonly<Record<string, unknown>>)[col] ?? null; // an insert holds an object
}

export function latest(entries: readonly ChangeRow[]): ChangeRow | null {
  let winner: ChangeRow | null = null;
  for (const entry of entries) if (winner === null || isLater(entry, winner)) winner = entry;
  return winner;
}

export function entriesOfRow(db: ReadableDb, row: string): ChangeRow[] {
  return all<ChangeRow>(db, sql`SELECT ${CHANGE_COLUMNS} FROM change WHERE row = ${row}`);
}

/** Identifiers, however many, as one parameter: `… IN (${idsIn(ids)})`. */
export function idsIn(ids: readonly (string | number)[]): Sql {
  return sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
}

/** How many records bulk work reads and writes at a time: enough to be fast, few enough to hold. */
const CHUNK = 1000;

/** Narrows a table name read from the journal. @throws DataError `journal.damagedEntry` */
export function entityNameIn(table: string): EntityName {
  if (!isEntityName(table)) throw new DataError('journal.damagedEntry', { table });
  return table;
}

/** Items by key, in the order in which keys are first met. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export function* chunksOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}

/** The entries of several rows, row by row. */
export function entriesOfRows(db: ReadableDb, rows: readonly string[]): Map<string, ChangeRow[]> {
  const entries = all<ChangeRow>(
    db,
    sql`SELECT ${CHANGE_COLUMNS} FROM change WHERE row IN (${idsIn(rows)})`,
  );
  return groupBy(entries, (entry) => entry.row);
}

/** Where the entries of a record travel; they all travel together. */
export function scopeOfRow(db: ReadableDb, row: string): string {
  return (
    one<{ scope: string }>(db, sql`SELECT scope FROM change WHERE row = ${row} LIMIT 1`)?.scope ??
    'core'
  );
}

export function lastSeq(db: ReadableDb, scope: string, replica: string): number {
  const row = one<{ seq: number }>(
    db,
    sql`SELECT seq FROM change WHERE scope = ${scope} AND replica = ${replica} ORDER BY seq DESC LIMIT 1`,
  );
  return row?.seq ?? 0;
}

export function insertOperation(db: WritableDb, operation: OperationRow): void {
  run(
    db,
    sql`INSERT INTO operation (id, replica, hlc, author, reason, kind, target_id, schema_version)
        VALUES (${operation.id}, ${operation.replica}, ${operation.hlc}, ${operation.author},
                ${operation.reason}, ${operation.kind}, ${operation.target_id}, ${operation.schema_version})`,
  );
}

export function insertChanges(db: WritableDb, changes: readonly ChangeRow[]): void {
  insertRows(
    db,
    sql`change (${CHANGE_COLUMNS})`,
    changes.map((c) => [
      c.scope, c.replica, c.seq, c.operation_id, c.hlc, c.tbl, c.row, c.col, c.op, c.value, c.parents, c.hash,
    ]), // prettier-ignore
  );
}
