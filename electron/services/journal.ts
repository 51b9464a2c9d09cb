import type { OperationKind, OperationRow, Reason } from '#journal/entries.ts';
import type { OperationSummary } from '#journal/history.ts';
import { listOperations, parseReason } from '#journal/history.ts';
import type { LongOptions } from '#journal/long-operation.ts';
import {
  hasMoreChanges,
  redoLast,
  redoLastLong,
  undoLast,
  undoLastLong,
  undoOperation,
  undoOperationLong,
  undoState,
} from '#journal/undo.ts';
import { DataError } from '#sql/errors.ts';

import type { Author } from './records.ts';
import type { StoreSession } from './session.ts';

export interface PendingOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly reason: Reason;
}

export interface UndoChoices {
  readonly undo: PendingOperation | null;
  readonly redo: PendingOperation | null;
}

function shown(operation: OperationRow | null): PendingOperation | null {
  if (operation === null) return null;
  return { id: operation.id, kind: operation.kind, reason: parseReason(operation.reason) };
}

export interface UndoOptions {
  /** Whether the operation that the store began with may be undone too: never by a keystroke. */
  readonly canUndoFounding: boolean;
}

/** What undo and redo would act on now. */
export function undoChoices(session: StoreSession, { canUndoFounding }: UndoOptions): UndoChoices {
  if (session.isReadOnly) return { undo: null, redo: null };
  const { undo: last, redo: undone } = undoState(session.reader);
  const isLeftAlone = last?.kind === 'founding' && !canUndoFounding;
  return { undo: isLeftAlone ? null : shown(last), redo: shown(undone) };
}

/** @throws DataError `journal.nothingToUndo`, or `journal.undoBlocked` with the operations in the way */
export function undo(
  session: StoreSession,
  by: Author,
  options: UndoOptions,
): { operationId: string | null } {
  if (undoChoices(session, options).undo === null) throw new DataError('journal.nothingToUndo');
  return { operationId: undoLast(session.writer(), by).operationId };
}

/** Who asks, and how to tell them how far it is; `signal` gives it up with nothing changed. */
export interface Watcher extends Author {
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
}

/** From so many changes on, taking an operation back is long enough for others to ask something meanwhile. */
const MANY_CHANGES = 5000;

function isLong(session: StoreSession, operationId: string | undefined): operationId is string {
  return (
    !session.isReadOnly &&
    operationId !== undefined &&
    hasMoreChanges(session.reader, operationId, MANY_CHANGES)
  );
}

function watched({ signal, progress }: Watcher): LongOptions {
  return { signal, onProgress: (done, total) => progress('journal', done, total) };
}

/** Like `undo`; while an operation of many changes is taken back, others are answered. */
export async function undoWatched(
  session: StoreSession,
  by: Watcher,
  options: UndoOptions,
): Promise<{ operationId: string | null }> {
  const target = undoChoices(session, options).undo;
  if (!isLong(session, target?.id)) return undo(session, by, options);
  const { operationId } = await undoLastLong(session.writer(), by, watched(by));
  return { operationId };
}

/** Like `redo`; while an operation of many changes is done again, others are answered. */
export async function redoWatched(
  session: StoreSession,
  by: Watcher,
): Promise<{ operationId: string | null }> {
  const target = undoState(session.reader).redo;
  if (!isLong(session, target?.id)) return redo(session, by);
  const { operationId } = await redoLastLong(session.writer(), by, watched(by));
  return { operationId };
}

/** Like `undoOne`; while an operation of many changes is taken back, others are answered. */
export async function undoOneWatched(
  session: StoreSession,
  operationId: string,
  by: Watcher,
): Promise<{ operationId: string | null }> {
  if (!isLong(session, operationId)) return undoOne(session, operationId, by);
  const made = await undoOperationLong(session.writer(), operationId, by, watched(by));
  return { operationId: made.operationId };
}

export function redo(session: StoreSession, by: Author): { operationId: string | null } {
  return { operationId: redoLast(session.writer(), by).operationId };
}

/** Undoes one operation, however old, as long as nothing since depends on it. */
export function undoOne(
  session: StoreSession,
  operationId: string,
  by: Author,
): { operationId: string | null } {
  return { operationId: undoOperation(session.writer(), operationId, by).operationId };
}

export function operations(
  session: StoreSession,
  page: { readonly offset: number; readonly limit: number },
): OperationSummary[] {
  return listOperations(session.reader, page);
}
