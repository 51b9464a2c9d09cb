import type { EntityName } from '#domain/registry.ts';
import { DELETED_AT, toSqlValue } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

import type { CellEntry } from './cells.ts';
import { entriesOfColumn, latestOf, parentsOf, readColumn, valueOfCell } from './cells.ts';
import type { ChangeRow } from './entries.ts';
import { entityNameIn, entryKey, groupBy, idsIn } from './entries.ts';
import type { Operation } from './operation.ts';
import { createReferrers } from './referrers.ts';

/** How many entries are looked at, and taken back, at a time: what they take does not grow with the operation. */
const ENTRIES_AT_ONCE = 250;

type Place = Pick<ChangeRow, 'scope' | 'replica' | 'seq'>;
type Entry = Place & Pick<ChangeRow, 'tbl' | 'row' | 'col' | 'op'>;

/** Entries of one operation, the last first, some at a time. */
function* pagesOf(db: ReadableDb, operationId: string): Generator<readonly Entry[]> {
  let last: Place | null = null;
  for (;;) {
    const beyond = last === null ? sql`1` : before(last);
    const page: Entry[] = all<Entry>(
      db,
      sql`SELECT scope, replica, seq, tbl, row, col, op FROM change
          WHERE operation_id = ${operationId} AND ${beyond}
          ORDER BY scope DESC, replica DESC, seq DESC LIMIT ${ENTRIES_AT_ONCE}`,
    );
    if (page.length > 0) yield page;
    last = page.at(-1) ?? null;
    if (page.length < ENTRIES_AT_ONCE) return;
  }
}

const before = ({ scope, replica, seq }: Place) =>
  sql`(scope, replica, seq) < (${scope}, ${replica}, ${seq})`;

/** Rows that these entries made, by kind. */
function madeBy(page: readonly Entry[]): Map<EntityName, string[]> {
  const made = groupBy(
    page.filter(({ op }) => op === 'insert'),
    ({ tbl }) => entityNameIn(tbl),
  );
  return new Map([...made].map(([name, entries]) => [name, entries.map(({ row }) => row)]));
}

/** A cell of a row that was there before, and all that was ever said of it. */
interface SetCell {
  readonly name: EntityName;
  readonly col: string;
  readonly row: string;
  readonly history: readonly CellEntry[];
  /** What the operation said of it, in order. */
  readonly own: readonly [CellEntry, ...CellEntry[]];
}

/**
 * Cells that the operation set, each met once: at the first of its entries. Rows that the operation
 * made itself are left out, since they go as a whole.
 */
function cellsIn(db: ReadableDb, operationId: string, page: readonly Entry[]): SetCell[] {
  const sets = page.filter(({ op }) => op === 'set');
  const found: SetCell[] = [];
  for (const entries of groupBy(sets, ({ tbl, col }) => `${tbl} ${col}`).values()) {
    const [{ tbl, col } = { tbl: '', col: null }] = entries;
    if (col === null) continue;
    const rows = [...new Set(entries.map(({ row }) => row))];
    const histories = entriesOfColumn(db, col, rows);
    for (const { row, seq } of entries) {
      const history = histories.get(row) ?? [];
      const [first, ...others] = history
        .filter((entry) => entry.operation_id === operationId)
        .toSorted((a, b) => a.seq - b.seq);
      if (first === undefined || first.op === 'insert' || first.seq !== seq) continue;
      found.push({ name: entityNameIn(tbl), col, row, history, own: [first, ...others] });
    }
  }
  return found;
}

/** What the cell held before the operation. */
function valueBefore({ name, col, history, own: [first] }: SetCell): unknown {
  const seen = new Set(parentsOf(first));
  const winner = latestOf(history.filter((entry) => seen.has(entryKey(entry))));
  return valueOfCell(name, col, winner);
}

/** Operations that changed the same cells since. */
function* changersOfCells(db: ReadableDb, cells: readonly SetCell[]): Generator<string> {
  for (const group of groupBy(cells, ({ name, col }) => `${name} ${col}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { name, col } = first;
    const present = readColumn(
      db,
      name,
      col,
      group.map(({ row }) => row),
    );
    for (const { row, history, own } of group) {
      const after: unknown = JSON.parse(own.at(-1)?.json ?? 'null');
      if (present.get(row) === toSqlValue(name, col, after)) continue;
      const later = latestOf(history.filter(({ op }) => op === 'set'));
      yield later?.operation_id ?? own[0].operation_id;
    }
  }
}

/** Operations whose changes of rows that this one made still hold. */
function* changersOfRows(
  db: ReadableDb,
  operationId: string,
  rows: readonly string[],
): Generator<string> {
  const changes = all<Pick<ChangeRow, 'tbl' | 'row' | 'col' | 'operation_id'>>(
    db,
    sql`SELECT tbl, row, col, operation_id FROM change
        WHERE row IN (${idsIn(rows)}) AND op = 'set' AND operation_id <> ${operationId}`,
  );
  for (const group of groupBy(changes, ({ tbl, col }) => `${tbl} ${col}`).values()) {
    const [{ tbl, col } = { tbl: '', col: null }] = group;
    if (col === null) continue;
    const name = entityNameIn(tbl);
    const ids = [...new Set(group.map(({ row }) => row))];
    const deleted = readColumn(db, name, DELETED_AT, ids);
    const present = readColumn(db, name, col, ids);
    const histories = entriesOfColumn(db, col, ids);
    for (const { row, operation_id } of group) {
      if (deleted.get(row) !== null) continue;
      const own = (histories.get(row) ?? []).filter((entry) => entry.operation_id === operationId);
      const left = toSqlValue(name, col, valueOfCell(name, col, latestOf(own)));
      if (present.get(row) !== left) yield operation_id;
    }
  }
}

export interface RevertProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Takes back what an operation did: first looks whether anything since depends on it, then gives cells
 * their former values and puts the rows it made aside. Yields after each page of entries.
 * @throws DataError `journal.undoBlocked` with the operations in the way; nothing was then written
 */
export function* revertSteps(
  operation: Operation,
  targetId: string,
  deletedAt: string,
): Generator<RevertProgress> {
  const { db } = operation;
  const entries =
    one<{ n: number }>(db, sql`SELECT count(*) AS n FROM change WHERE operation_id = ${targetId}`)
      ?.n ?? 0;
  const total = 2 * entries;
  let done = 0;
  const blockers = new Set<string>();
  const referrers = createReferrers(db, targetId);
  for (const page of pagesOf(db, targetId)) {
    for (const id of changersOfCells(db, cellsIn(db, targetId, page))) blockers.add(id);
    for (const [name, rows] of madeBy(page)) {
      for (const id of changersOfRows(db, targetId, rows)) blockers.add(id);
      for (const id of referrers(name, rows)) blockers.add(id);
    }
    yield { done: (done += page.length), total };
  }
  if (blockers.size > 0) {
    throw new DataError('journal.undoBlocked', {
      count: blockers.size,
      operations: [...blockers],
    });
  }
  for (const page of pagesOf(db, targetId)) {
    const cells = cellsIn(db, targetId, page);
    operation.restoreCells(cells.map((cell) => ({ ...pick(cell), value: valueBefore(cell) })));
    for (const [name, rows] of madeBy(page)) operation.setDeletedMany(name, rows, deletedAt);
    yield { done: (done += page.length), total };
  }
}

const pick = ({ name, row, col }: SetCell) => ({ name, row, col });
