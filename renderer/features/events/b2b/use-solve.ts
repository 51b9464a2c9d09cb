import { useEffect, useRef, useState } from 'react';

import type { ChannelInput } from '#contract/channels.ts';
import type { TimetableProposal } from '#contract/timetable.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';

interface Solving {
  readonly proposal: TimetableProposal | null;
  /** Seconds used so far and at most; null while nothing is worked out. */
  readonly underWay: { readonly done: number; readonly total: number } | null;
  readonly error: ApiError | null;
}

const nothing: Solving = { proposal: null, underWay: null, error: null };

/** Works a timetable out, and keeps what was proposed until it is taken over or put aside. */
export function useSolve() {
  const [state, setState] = useState<Solving>(nothing);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  function solve(request: ChannelInput<'timetable:solve'>): void {
    abort.current?.abort();
    const own = new AbortController();
    abort.current = own;
    const total = request.seconds ?? 30;
    setState({ ...nothing, underWay: { done: 0, total } });
    call('timetable:solve', request, {
      signal: own.signal,
      onProgress: ({ done }) => {
        if (abort.current === own && !own.signal.aborted) {
          setState((known) => ({ ...known, underWay: { done, total } }));
        }
      },
    }).then(
      (proposal) => {
        if (abort.current === own) setState({ ...nothing, proposal });
      },
      (thrown: unknown) => {
        const error = toApiError(thrown);
        if (abort.current !== own) return;
        setState({ ...nothing, error: error.code === 'request.cancelled' ? null : error });
      },
    );
  }

  function stop(): void {
    abort.current?.abort();
    abort.current = null;
    setState(nothing);
  }

  return { ...state, solve, stop };
}
