import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { DELETED_AT, tableOf, toSqlValue } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb, Sql, WritableDb } from '#sql/sql.ts';
import { all, name as identifier, one, sql } from '#sql/sql.ts';

import { entriesOfColumn, latestOf, parentsOf, readColumn } from './cells.ts';
import type { ReferenceField } from './dependents.ts';
import { liveReferrers, referencesTo } from './dependents.ts';
import type { ChangeRow, OperationRow, Reason } from './entries.ts';
import { chunksOf, entriesOfRow, entriesOfRows, entryKey, groupBy, latest } from './entries.ts';
import { parseReason } from './history.ts';
import { getMeta } from './meta.ts';
import type { Cell, OperationResult } from './operation.ts';
import { entityNameIn, runOperation } from './operation.ts';

const STACK_DEPTH = 1000;

/** What Ctrl+Z and Ctrl+Shift+Z would act on now; null when there is nothing left. */
export interface UndoState {
  readonly undo: OperationRow | null;
  readonly redo: OperationRow | null;
}

/** Replays this copy's recent operations as a stack of done and undone ones. */
export function undoState(db: ReadableDb): UndoState {
  const replica = getMeta(db, 'replica');
  const recent = all<OperationRow>(
    db,
    sql`SELECT * FROM operation WHERE replica = ${replica} ORDER BY hlc DESC LIMIT ${STACK_DEPTH}`,
  ).reverse();
  const done: OperationRow[] = [];
  let undone: OperationRow[] = [];
  for (const operation of recent) {
    if (operation.kind === 'undo') {
      const index = done.findIndex((candidate) => candidate.id === operation.target_id);
      if (index >= 0) done.splice(index, 1);
      undone.push(operation);
    } else if (operation.kind === 'redo') {
      undone = undone.filter((candidate) => candidate.id !== operation.target_id);
      done.push(operation);
    } else {
      done.push(operation);
      undone = [];
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}

export interface UndoContext {
  readonly author: string;
  readonly now?: () => number;
}

/** Undoes the last operation of this copy. @throws DataError `journal.nothingToUndo`, `journal.undoBlocked` */
export function undoLast(db: WritableDb, context: UndoContext): OperationResult<OperationRow> {
  const target = undoState(db).undo;
  if (target === null) throw new DataError('journal.nothingToUndo');
  return revert(db, target, 'undo', context);
}

/** Does again what was last undone. @throws DataError `journal.nothingToRedo`, `journal.undoBlocked` */
export function redoLast(db: WritableDb, context: UndoContext): OperationResult<OperationRow> {
  const target = undoState(db).redo;
  if (target === null) throw new DataError('journal.nothingToRedo');
  return revert(db, target, 'redo', context);
}

/**
 * Undoes any operation, however old, as long as nothing since depends on it.
 * @throws DataError `journal.operationNotFound`, or `journal.undoBlocked` with the operations in the way
 */
export function undoOperation(
  db: WritableDb,
  operationId: string,
  context: UndoContext,
): OperationResult<OperationRow> {
  const target = one<OperationRow>(db, sql`SELECT * FROM operation WHERE id = ${operationId}`);
  if (target === null) throw new DataError('journal.operationNotFound', { id: operationId });
  return revert(db, target, target.kind === 'undo' ? 'redo' : 'undo', context);
}

type RowKey = Pick<ChangeRow, 'tbl' | 'row'>;

/** A cell that the operation set: what it held before the first and after the last of its entries. */
interface CellChange extends Cell {
  readonly after: unknown;
}

/** Says what is undone or done again, even through several undos of undos. */
function reasonToRevert({ reason }: OperationRow, key: 'undo' | 'redo'): Reason {
  const original = parseReason(reason);
  return { key, params: { of: original.key, ...original.params } };
}

function revert(
  db: WritableDb,
  target: OperationRow,
  kind: 'undo' | 'redo',
  context: UndoContext,
): OperationResult<OperationRow> {
  const now = context.now ?? Date.now;
  return runOperation(
    db,
    {
      author: context.author,
      reason: reasonToRevert(target, kind),
      kind,
      targetId: target.id,
      now,
    },
    (operation) => {
      const cells = cellChanges(db, target.id);
      const inserted = all<RowKey>(
        db,
        sql`SELECT tbl, row FROM change WHERE operation_id = ${target.id} AND op = 'insert'
            ORDER BY scope, seq`,
      );
      const blockers = new Set([
        ...blockersOfCells(db, target.id, cells),
        ...laterChanges(db, target.id),
        ...laterReferrers(db, target.id, inserted),
      ]);
      if (blockers.size > 0) {
        throw new DataError('journal.undoBlocked', {
          count: blockers.size,
          operations: [...blockers],
        });
      }
      operation.restoreCells(cells.toReversed());
      const deletedAt = new Date(now()).toISOString();
      for (const [tbl, rows] of groupBy(inserted.toReversed(), (change) => change.tbl)) {
        const ids = rows.map((change) => change.row);
        operation.setDeletedMany(entityNameIn(tbl), ids, deletedAt);
      }
      return target;
    },
  );
}

/** Cells of one column of one table at a time, a bounded number of rows at once. */
function* byColumn<T extends Pick<ChangeRow, 'tbl' | 'row' | 'col'>>(
  cells: readonly T[],
): Generator<{ name: EntityName; col: string; some: readonly T[]; rows: string[] }> {
  for (const [key, group] of groupBy(cells, ({ tbl, col }) => `${tbl} ${col}`)) {
    const [tbl = '', col = ''] = key.split(' ');
    for (const some of chunksOf(group)) {
      const rows = [...new Set(some.map((cell) => cell.row))];
      yield { name: entityNameIn(tbl), col, some, rows };
    }
  }
}

function cellChanges(db: ReadableDb, operationId: string): CellChange[] {
  const changes = all<Pick<ChangeRow, 'tbl' | 'row' | 'col' | 'value' | 'parents'>>(
    db,
    sql`SELECT tbl, row, col, value, parents FROM change
        WHERE operation_id = ${operationId} AND op = 'set' AND row NOT IN (${rowsMadeBy(operationId)})
        ORDER BY scope, seq`,
  );
  const cells = new Map<string, CellChange>();
  for (const { name, col, some, rows } of byColumn(changes)) {
    const history = entriesOfColumn(db, col, rows);
    for (const change of some) {
      const { row } = change;
      const known = cells.get(`${row}/${col}`);
      const seen = new Set(parentsOf(change));
      const before = latestOf(
        (history.get(row) ?? []).filter((entry) => seen.has(entryKey(entry))),
      );
      cells.set(`${row}/${col}`, {
        name,
        row,
        col,
        value: known === undefined ? JSON.parse(before?.json ?? 'null') : known.value,
        after: JSON.parse(change.value) as unknown,
      });
    }
  }
  return [...cells.values()];
}

/** Operations that changed the same cells since. */
function blockersOfCells(
  db: ReadableDb,
  targetId: string,
  cells: readonly CellChange[],
): Set<string> {
  const blockers = new Set<string>();
  const keyed = cells.map((cell) => ({ ...cell, tbl: cell.name }));
  for (const { name, col, some, rows } of byColumn(keyed)) {
    const present = readColumn(db, name, col, rows);
    for (const { row, after } of some) {
      if (present.get(row) === toSqlValue(name, col, after)) continue;
      const later = latest(entriesOfRow(db, row).filter((entry) => entry.col === col));
      blockers.add(later?.operation_id ?? targetId);
    }
  }
  return blockers;
}

/** Later changes, which still hold, of the rows that the operation made. */
function laterChanges(db: ReadableDb, targetId: string): Set<string> {
  const changes = all<Pick<ChangeRow, 'tbl' | 'row' | 'col' | 'operation_id'>>(
    db,
    sql`SELECT tbl, row, col, operation_id FROM change
        WHERE op = 'set' AND operation_id <> ${targetId} AND row IN (${rowsMadeBy(targetId)})`,
  );
  const blockers = new Set<string>();
  for (const { name, col, some, rows } of byColumn(changes)) {
    const deleted = readColumn(db, name, DELETED_AT, rows);
    const present = readColumn(db, name, col, rows);
    const history = entriesOfColumn(db, col, rows);
    for (const { row, operation_id } of some) {
      if (deleted.get(row) !== null) continue;
      const insert = history.get(row)?.find((entry) => entry.op === 'insert');
      const before = toSqlValue(name, col, JSON.parse(insert?.json ?? 'null'));
      if (present.get(row) !== before) blockers.add(operation_id);
    }
  }
  return blockers;
}

function rowsMadeBy(operationId: string): Sql {
  return sql`SELECT row FROM change WHERE operation_id = ${operationId} AND op = 'insert'`;
}

/** Beyond so many new rows it is quicker to look at each reference that exists than at each row. */
const FEW_ROWS = 200;

/** Operations that made live records elsewhere which point to rows that this operation made. */
function laterReferrers(
  db: ReadableDb,
  targetId: string,
  inserted: readonly RowKey[],
): Set<string> {
  const blockers = new Set<string>();
  const isLarge = inserted.length > FEW_ROWS;
  for (const tbl of new Set(inserted.map((change) => change.tbl))) {
    for (const reference of referencesTo(entityNameIn(tbl))) {
      const referrers = isLarge
        ? referrersOfOperation(db, reference, targetId)
        : liveReferrers(db, reference, rowsMadeBy(targetId));
      for (const chunk of chunksOf(referrers)) {
        for (const [, entries] of entriesOfRows(db, chunk)) {
          const insert = entries.find((entry) => entry.op === 'insert');
          if (insert !== undefined && insert.operation_id !== targetId) {
            blockers.add(insert.operation_id);
          }
        }
      }
    }
  }
  return blockers;
}

function referrersOfOperation(
  db: ReadableDb,
  { from, field }: ReferenceField,
  operationId: string,
): string[] {
  const column = identifier(toColumn(field));
  return all<{ id: string }>(
    db,
    sql`SELECT x.id FROM ${identifier(tableOf(from))} x
        WHERE x.${column} IS NOT NULL AND x.deleted_at IS NULL AND EXISTS
          (SELECT 1 FROM change c WHERE c.row = x.${column} AND c.op = 'insert'
           AND +c.operation_id = ${operationId})`,
  ).map((row) => row.id);
}
