import { DataError } from '#sql/errors.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';
import { isBusy, waitForTurn } from '#sql/turn.ts';

import { instantOf } from './clock.ts';
import type { OperationRow, Reason } from './entries.ts';
import { parseReason } from './history.ts';
import type { LongOptions } from './long-operation.ts';
import { runLongOperation } from './long-operation.ts';
import { getMeta } from './meta.ts';
import type { Operation, OperationContext, OperationResult } from './operation.ts';
import { runOperation } from './operation.ts';
import type { RevertProgress } from './revert.ts';
import { revertSteps } from './revert.ts';

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

/** Key of the reason of a text saved while it is typed; `cell` then says which text. */
export const TYPING = 'type';
/** The same for the texts of an edition. */
export const EDITION_TYPING = 'writeEdition';
const typings: ReadonlySet<string> = new Set([TYPING, EDITION_TYPING]);
/** Typing that is taken up again after so many milliseconds is another run. */
const PAUSE = 60_000;

/** Whether two operations, one right after the other, are typing into the same text by the same person. */
function isTypedWith(_db: ReadableDb, a: OperationRow, b: OperationRow): boolean {
  const [first, second] = [parseReason(a.reason), parseReason(b.reason)];
  return (
    typings.has(first.key) &&
    first.key === second.key &&
    first.params?.['cell'] === second.params?.['cell'] &&
    a.author === b.author &&
    Math.abs(Date.parse(instantOf(a.hlc)) - Date.parse(instantOf(b.hlc))) <= PAUSE
  );
}

/** The same of two undoings: whether what they took back was typed together. */
function isUndoneWith(db: ReadableDb, a: OperationRow, b: OperationRow): boolean {
  const targetOf = ({ target_id }: OperationRow) =>
    one<OperationRow>(db, sql`SELECT * FROM operation WHERE id = ${target_id}`);
  const [first, second] = [targetOf(a), targetOf(b)];
  return first !== null && second !== null && isTypedWith(db, first, second);
}

/** What to undo or do again, looked up when its turn has come. */
type FindTarget = (db: ReadableDb) => OperationRow;

const lastDone: FindTarget = (db) => {
  const target = undoState(db).undo;
  if (target === null) throw new DataError('journal.nothingToUndo');
  return target;
};

const lastUndone: FindTarget = (db) => {
  const target = undoState(db).redo;
  if (target === null) throw new DataError('journal.nothingToRedo');
  return target;
};

const theOne =
  (id: string): FindTarget =>
  (db) => {
    const target = one<OperationRow>(db, sql`SELECT * FROM operation WHERE id = ${id}`);
    if (target === null) throw new DataError('journal.operationNotFound', { id });
    return target;
  };

type Reverted = OperationResult<OperationRow>;

/**
 * Undoes the last operation of this copy; of typing into one text, all that was typed without a pause.
 * @throws DataError `journal.nothingToUndo`, `journal.undoBlocked`
 */
export function undoLast(db: WritableDb, context: UndoContext): Reverted {
  return revertRun(db, 'undo', context);
}

/** Does again what was last undone. @throws DataError `journal.nothingToRedo`, `journal.undoBlocked` */
export function redoLast(db: WritableDb, context: UndoContext): Reverted {
  return revertRun(db, 'redo', context);
}

/** Reverts the last operation, and those of the same run of typing one after the other. */
function revertRun(db: WritableDb, kind: Kind, context: UndoContext): Reverted {
  const find = kind === 'undo' ? lastDone : lastUndone;
  const typed = kind === 'undo' ? isTypedWith : isUndoneWith;
  let result = revert(db, find, kind, context);
  let changes = result.changes;
  for (;;) {
    const next = undoState(db)[kind];
    if (next === null || !typed(db, result.value, next)) return { ...result, changes };
    try {
      result = revert(db, find, kind, context);
    } catch (error) {
      if (error instanceof DataError) return { ...result, changes };
      throw error;
    }
    changes += result.changes;
  }
}

/**
 * Undoes any operation, however old, as long as nothing since depends on it.
 * @throws DataError `journal.operationNotFound`, or `journal.undoBlocked` with the operations in the way
 */
export function undoOperation(db: WritableDb, operationId: string, context: UndoContext): Reverted {
  return revert(db, theOne(operationId), null, context);
}

/** Like `undoLast`, for an operation of many changes: others are answered meanwhile. */
export function undoLastLong(
  db: WritableDb,
  context: UndoContext,
  options: LongOptions,
): Promise<Reverted> {
  return revertLong(db, lastDone, 'undo', context, options);
}

/** Like `redoLast`, for an operation of many changes: others are answered meanwhile. */
export function redoLastLong(
  db: WritableDb,
  context: UndoContext,
  options: LongOptions,
): Promise<Reverted> {
  return revertLong(db, lastUndone, 'redo', context, options);
}

/** Like `undoOperation`, for an operation of many changes: others are answered meanwhile. */
export function undoOperationLong(
  db: WritableDb,
  operationId: string,
  context: UndoContext,
  options: LongOptions,
): Promise<Reverted> {
  return revertLong(db, theOne(operationId), null, context, options);
}

/** Whether an operation made more changes than that. */
export function hasMoreChanges(db: ReadableDb, operationId: string, than: number): boolean {
  const beyond = sql`SELECT 1 FROM change WHERE operation_id = ${operationId} LIMIT 1 OFFSET ${than}`;
  return one(db, beyond) !== null;
}

/** Says what is undone or done again, even through several undos of undos. */
function reasonToRevert({ reason }: OperationRow, key: 'undo' | 'redo'): Reason {
  const original = parseReason(reason);
  return { key, params: { of: original.key, ...original.params } };
}

type Kind = 'undo' | 'redo';

/** The operation that takes another one back: what is to be run, and under which name. */
function reverting(
  target: OperationRow,
  wanted: Kind | null,
  { author, now = Date.now }: UndoContext,
): { context: OperationContext; steps: (operation: Operation) => Generator<RevertProgress> } {
  const kind = wanted ?? (target.kind === 'undo' ? 'redo' : 'undo');
  const reason = reasonToRevert(target, kind);
  return {
    context: { author, reason, kind, targetId: target.id, now },
    steps: (operation) => revertSteps(operation, target.id, new Date(now()).toISOString()),
  };
}

function revert(db: WritableDb, find: FindTarget, kind: Kind | null, by: UndoContext): Reverted {
  const target = find(db);
  const { context, steps } = reverting(target, kind, by);
  return runOperation(db, context, (operation) => {
    Array.from(steps(operation));
    return target;
  });
}

async function revertLong(
  db: WritableDb,
  find: FindTarget,
  kind: Kind | null,
  by: UndoContext,
  { signal, onProgress }: LongOptions,
): Promise<Reverted> {
  while (isBusy(db)) await waitForTurn(db, signal);
  const target = find(db);
  const { context, steps } = reverting(target, kind, by);
  let worked = 0;
  const tell = (done: number, more: number): void => onProgress?.(done, done + more);
  return runLongOperation(
    db,
    context,
    function* (operation) {
      for (const { done, total } of steps(operation)) {
        worked = done;
        tell(done, total - done + total / 2);
        yield;
      }
      return target;
    },
    { signal, onProgress: (done, total) => tell(worked + done, total - done) },
  );
}
