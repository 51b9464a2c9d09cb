import { useEffect } from 'react';

import type { ChannelOutput } from '#contract/channels.ts';

import { askAgain } from './data.store.ts';
import { useQuery } from './use-query.ts';

export type DuplicateState = ChannelOutput<'duplicates:state'>;

/** How long the search is left alone before it is asked again how far it is. */
const ASK_AGAIN_MS = 400;

/** How far the search for duplicates is, followed until it is done; asked anew after every change. */
export function useDuplicates(): DuplicateState | undefined {
  const { data } = useQuery('duplicates:state', {});
  useEffect(() => {
    if (data === undefined || data.isCurrent) return undefined;
    const timer = setTimeout(() => {
      askAgain('duplicates:state');
    }, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [data]);

  const isCurrent = data?.isCurrent;
  const found = data === undefined ? 0 : data.organisation.count + data.person.count;
  useEffect(() => {
    // Pairs are found by and by, without any change of the store that would have them asked again.
    if (isCurrent === true || found > 0) askAgain('duplicates:list');
  }, [isCurrent, found]);
  return data;
}
