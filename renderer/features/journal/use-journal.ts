import { useEffect, useState } from 'react';

import type { ChannelOutput } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';
import { useData } from '#stores/data.store.ts';

export type JournalOperation = ChannelOutput<'journal:list'>[number];

const PAGE = 100;
/** The most that one request may ask for. */
const LARGEST_REQUEST = 200;

async function readFirst(count: number, signal: AbortSignal): Promise<JournalOperation[]> {
  const operations: JournalOperation[] = [];
  while (operations.length < count) {
    const limit = Math.min(LARGEST_REQUEST, count - operations.length);
    const page = await call('journal:list', { offset: operations.length, limit }, { signal });
    operations.push(...page);
    if (page.length < limit) break;
  }
  return operations;
}

interface Journal {
  /** Newest first; undefined until first read. */
  readonly operations: readonly JournalOperation[] | undefined;
  readonly error: ApiError | null;
  readonly hasMore: boolean;
  readMore(): void;
}

/** The operations read so far, read anew when the store changes. */
export function useJournal(): Journal {
  const [wanted, setWanted] = useState(PAGE);
  const [operations, setOperations] = useState<readonly JournalOperation[]>();
  const [error, setError] = useState<ApiError | null>(null);

  useEffect(() => {
    let abort = new AbortController();
    const read = async (): Promise<void> => {
      abort.abort();
      const own = new AbortController();
      abort = own;
      try {
        const first = await readFirst(wanted, own.signal);
        if (own.signal.aborted) return;
        setOperations(first);
        setError(null);
      } catch (thrown) {
        if (!own.signal.aborted) setError(toApiError(thrown));
      }
    };
    void read();
    const stop = useData.subscribe((state, before) => {
      if (state.revision !== before.revision) void read();
    });
    return () => {
      stop();
      abort.abort();
    };
  }, [wanted]);

  return {
    operations,
    error,
    hasMore: operations !== undefined && operations.length >= wanted,
    readMore: () => setWanted((count) => count + PAGE),
  };
}
