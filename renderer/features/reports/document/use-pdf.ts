import { useEffect, useReducer, useState } from 'react';

import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import type { CallOptions, Progress } from '#api/store-door.ts';
import { useData } from '#stores/data.store.ts';

/** Where the PDF of a document comes from. */
export interface PdfSource {
  /** The same document has the same key, whatever its data have become. */
  readonly key: string;
  load(options: CallOptions): Promise<Uint8Array>;
}

export interface PdfState {
  /** The latest that is known; older than the data while `isMaking`. */
  readonly bytes: Uint8Array | null;
  readonly isMaking: boolean;
  readonly progress: Progress | null;
  readonly isStopped: boolean;
  readonly error: ApiError | null;
  cancel(): void;
  /** Makes it again after it was stopped or refused. */
  retry(): void;
}

interface Kept {
  readonly revision: number;
  readonly bytes: Uint8Array;
}

/** Documents kept at a time; the oldest is made again when it is looked at. */
const MOST_KEPT = 6;
/** How long the data rest before pages on show are made again, in milliseconds. */
const REST_MS = 700;
const kept = new Map<string, Kept>();

function keep(key: string, value: Kept): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** What happened to the making of one document. */
interface Outcome {
  readonly key: string;
  readonly progress: Progress | null;
  readonly isStopped: boolean;
  readonly error: ApiError | null;
}

/** The PDF of a document: made once, and again when the data have changed. */
export function usePdf({ key, load }: PdfSource): PdfState {
  const revision = useData((state) => state.revision);
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const [, tell] = useReducer((count: number) => count + 1, 0);
  const [outcome, setOutcome] = useState<Outcome>();
  const [abort, setAbort] = useState<AbortController | null>(null);
  const known = kept.get(key);
  const isFresh = known?.revision === revision;

  useEffect(() => {
    if (kept.get(key)?.revision === revision) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const start = async (): Promise<void> => {
      setAbort(controller);
      setOutcome({ key, progress: null, isStopped: false, error: null });
      try {
        const bytes = await load({
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) setOutcome({ key, progress, isStopped: false, error: null });
          },
        });
        keep(key, { revision, bytes });
        tell();
      } catch (thrown) {
        if (!signal.aborted) {
          setOutcome({ key, progress: null, isStopped: false, error: toApiError(thrown) });
        }
      }
    };
    const timer = setTimeout(() => void start(), kept.has(key) ? REST_MS : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
    // The key says which document `load` gives.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, revision, attempt]);

  const own = outcome?.key === key ? outcome : undefined;
  const isStopped = own?.isStopped ?? false;
  const error = own?.error ?? null;
  return {
    bytes: known?.bytes ?? null,
    isMaking: !isFresh && !isStopped && error === null,
    progress: own?.progress ?? null,
    isStopped: !isFresh && isStopped,
    error: isFresh ? null : error,
    cancel() {
      abort?.abort();
      setOutcome({ key, progress: null, isStopped: true, error: null });
    },
    retry() {
      setOutcome(undefined);
      retry();
    },
  };
}
