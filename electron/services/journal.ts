import type { OperationKind, OperationRow, Reason } from '#journal/entries.ts';
import type { OperationSummary } from '#journal/history.ts';
import { listOperations, parseReason } from '#journal/history.ts';
import { redoLast, undoLast, undoOperation, undoState } from '#journal/undo.ts';
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
