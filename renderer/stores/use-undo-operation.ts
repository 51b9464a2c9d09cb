import { useState } from 'react';

import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';

import { undoOperation } from './undo.store.ts';

/** Undoes one operation of the journal, and keeps why it could not be. */
export function useUndoOperation(id: string) {
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const undo = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await undoOperation(id);
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { undo, isBusy, error };
}
