import { useEffect, useRef, useState } from 'react';

import type { BulkChange, BulkPreview, BulkTarget, ListPort, PreviewRow } from './grid.types.ts';

type Fate = 'changed' | 'refused';

export interface Preview {
  /** Null until the first answer, and while nothing is asked. */
  readonly answer: BulkPreview | null;
  readonly rows: Readonly<Record<Fate, readonly PreviewRow[]>>;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: (fate: Fate) => void;
}

const PAGE = 50;
/** A person who is still typing is not answered at every letter. */
const PAUSE_MS = 250;

const noRows: Preview['rows'] = { changed: [], refused: [] };

/** What a change would do, asked anew whenever it, its records or the data change. */
export function usePreview(
  port: ListPort,
  target: BulkTarget,
  change: BulkChange | null,
  revision: number,
): Preview {
  const [state, setState] = useState<Omit<Preview, 'loadMore'>>({
    answer: null,
    rows: noRows,
    isLoading: false,
    error: null,
  });
  const abort = useRef<AbortController | null>(null);
  const key = change === null ? null : JSON.stringify([target, change]);

  async function ask(fate: Fate, offset: number, signal: AbortSignal): Promise<void> {
    if (change === null) return;
    setState((old) => ({ ...old, isLoading: true }));
    try {
      const answer = await port.preview(target, change, { fate, offset, limit: PAGE }, signal);
      if (signal.aborted) return;
      setState((old) => ({
        answer,
        rows: {
          ...(offset === 0 && fate === 'changed' ? noRows : old.rows),
          [fate]: rowsAfter(old, fate, offset, answer),
        },
        isLoading: false,
        error: null,
      }));
      if (fate === 'changed' && offset === 0 && answer.refused > 0) await ask('refused', 0, signal);
    } catch (error) {
      if (!signal.aborted)
        setState((old) => ({ ...old, answer: null, rows: noRows, isLoading: false, error }));
    }
  }

  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    if (key === null) {
      setState({ answer: null, rows: noRows, isLoading: false, error: null });
      return undefined;
    }
    setState((old) => ({ ...old, isLoading: true, error: null }));
    const timer = setTimeout(() => void ask('changed', 0, controller.signal), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
    // The key says all there is in target and change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, revision]);

  return {
    ...state,
    loadMore(fate) {
      const { signal } = abort.current ?? new AbortController();
      void ask(fate, state.rows[fate].length, signal);
    },
  };
}

function rowsAfter(
  { rows }: Pick<Preview, 'rows'>,
  fate: Fate,
  offset: number,
  answer: BulkPreview,
): readonly PreviewRow[] {
  return offset === 0 ? answer.rows : [...rows[fate].slice(0, offset), ...answer.rows];
}
