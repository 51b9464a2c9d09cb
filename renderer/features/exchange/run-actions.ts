import { toApiError } from '#api/api-error.ts';
import { reportError, tracked } from '#stores/activity.store.ts';
import { announce, undoOperation } from '#stores/undo.store.ts';

import type { Workshop } from './import-call.ts';
import { asStoppableTask, doWork } from './import-call.ts';
import type { ImportMode } from './import-state.ts';
import { busy, idle } from './import-state.ts';
import { importPath } from './paths.ts';
import type { PlanActions } from './plan-actions.ts';

export interface RunActions {
  /** Writes the import, as one operation. */
  run(mode: ImportMode): Promise<void>;
  /** Stops the writing: nothing will have been changed. */
  stopRun(): void;
  /** Takes back what this import did. */
  undoImport(): Promise<void>;
}

const isOnPage = (): boolean =>
  typeof window !== 'undefined' && window.location.hash.startsWith(`#${importPath}`);

export function runActions(workshop: Workshop, plans: PlanActions): RunActions {
  const { call, get, set } = workshop;

  return {
    async run(mode) {
      const { file, isPlanFresh } = get();
      if (file === null || !isPlanFresh || get().running.isBusy) return;
      const signal = workshop.running.begin();
      set({ running: { ...busy, mode, wasCancelled: false }, done: null });
      try {
        const done = await tracked(() =>
          asStoppableTask(
            'exchange:task.run',
            {
              signal,
              onProgress: (progress) => set({ running: { ...get().running, progress } }),
            },
            (own) => call('imports:run', { importId: file.importId, mode }, own),
          ),
        );
        if (!isOnPage()) await announce(done.operationId);
        if (get().file !== file) return;
        set({
          done: { ...done, isUndone: false },
          running: { ...idle, mode, wasCancelled: false },
        });
      } catch (thrown) {
        const error = toApiError(thrown);
        if (!isOnPage()) reportError(error);
        if (get().file !== file) return;
        const wasCancelled = error.code === 'request.cancelled';
        set({ running: { ...idle, mode, wasCancelled, error: wasCancelled ? null : error } });
        if (error.code === 'import.stale') {
          const { running } = get();
          await plans.planNow();
          set({ running });
        }
      }
    },

    stopRun() {
      workshop.running.stop();
    },

    async undoImport() {
      const { done } = get();
      const operationId = done?.operationId ?? null;
      if (operationId === null) return;
      const { signal } = new AbortController();
      const isUndone = await doWork(workshop, 'undoing', signal, async () => {
        await undoOperation(operationId);
        return true;
      });
      if (isUndone === true && get().done === done && done !== null) {
        set({ done: { ...done, isUndone } });
      }
    },
  };
}
