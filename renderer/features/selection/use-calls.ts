import { create } from 'zustand';

import { useQuery } from '#stores/use-query.ts';

interface ChosenCall {
  readonly id: string | null;
}

const useChosenCall = create<ChosenCall>()(() => ({ id: null }));

/** The calls of the store, the latest first, and the one that is looked at. */
export function useCalls() {
  const { data: calls, error } = useQuery('selection:calls', {});
  const chosen = useChosenCall(({ id }) => id);
  const call = calls?.find(({ id }) => id === chosen) ?? calls?.[0];
  return {
    calls,
    error,
    callId: call?.id ?? null,
    choose: (id: string) => useChosenCall.setState({ id }),
  };
}
