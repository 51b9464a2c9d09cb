import { create } from 'zustand';

import type { ChannelOutput } from '#contract/channels.ts';
import { call, client } from '#api/client.ts';

import type { CountedRecords } from './activity.store.ts';
import { reportError, tracked, useActivity } from './activity.store.ts';

type UndoState = ChannelOutput<'journal:state'>;

/** What « Annuler » and « Rétablir » would do now. */
export const useUndo = create<UndoState>()(() => ({ undo: null, redo: null }));

let latest = 0;

/** Reads what could be undone and redone; only the latest answer counts. */
export async function refreshUndo(): Promise<UndoState> {
  latest += 1;
  const asked = latest;
  const state = await call('journal:state', {});
  if (asked === latest) useUndo.setState(state);
  return state;
}

/** Says what the given operation did, in the place where operations are answered. */
export async function announce(
  operationId: string | null,
  along: readonly CountedRecords[] = [],
): Promise<void> {
  if (operationId === null) return;
  const state = await refreshUndo();
  const operation = state.undo?.id === operationId ? state.undo : null;
  if (operation === null) return;
  const { reason, kind } = operation;
  useActivity
    .getState()
    .notify({ kind: 'operation', operation: { operationId, reason, kind, along } });
}

async function step(way: 'undo' | 'redo'): Promise<void> {
  const target = useUndo.getState()[way];
  try {
    await tracked(() => (way === 'undo' ? call('journal:undo', {}) : call('journal:redo', {})));
    if (target !== null) {
      const { id: operationId, reason } = target;
      useActivity
        .getState()
        .notify({ kind: 'operation', operation: { operationId, reason, kind: way, along: [] } });
    }
    await refreshUndo();
  } catch (error) {
    reportError(error);
  }
}

/** Undoes the latest operation that still stands; a refusal is shown, not thrown. */
export const undo = (): Promise<void> => step('undo');

/** Does again what was last undone; a refusal is shown, not thrown. */
export const redo = (): Promise<void> => step('redo');

/**
 * Undoes any one operation.
 * @throws ApiError `journal.undoBlocked` when later changes stand on it.
 */
export async function undoOperation(operationId: string): Promise<void> {
  await tracked(() => call('journal:undoOperation', { operationId }));
  await refreshUndo();
}

client.onDataChanged(() => {
  refreshUndo().catch(reportError);
});
