import { useEffect, useState } from 'react';

import type { ChannelInput, ChannelOutput, StoreChannel } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';

import { keyOf, useData, watch } from './data.store.ts';

export interface Query<T> {
  /** Undefined until first answered. May be an earlier answer while `isLoading`. */
  readonly data: T | undefined;
  readonly error: ApiError | null;
  readonly isLoading: boolean;
}

interface QueryOptions {
  /** Shows the answer to the previous input until this one is answered: for lists and searches. */
  readonly keepPrevious?: boolean;
}

/** The answer of a reading channel, kept up to date as the store changes. A null input asks nothing. */
export function useQuery<K extends StoreChannel>(
  channel: K,
  input: ChannelInput<K> | null,
  { keepPrevious = false }: QueryOptions = {},
): Query<ChannelOutput<K>> {
  const key = input === null ? null : keyOf(channel, input);
  const answer = useData((state) => (key === null ? undefined : state.answers[key]));
  const [previous, setPrevious] = useState<unknown>();

  useEffect(() => {
    if (input === null) return undefined;
    return watch(channel, input);
    // The key says all there is in channel and input.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  if (keepPrevious && answer?.data !== undefined && answer.data !== previous) {
    setPrevious(answer.data);
  }
  // « Nothing » is an answer too.
  const known = answer?.data;
  const data = known === undefined && keepPrevious && key !== null ? previous : known;
  return {
    // The answer of this very channel, parsed with its schema on the other side.
    data: data as ChannelOutput<K> | undefined,
    error: answer?.error ?? null,
    isLoading: key !== null && (answer?.isLoading ?? true),
  };
}
