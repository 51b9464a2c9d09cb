import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { useData } from '#stores/data.store.ts';
import type { FetchPage } from '#ui/data-grid/page-cache.ts';
import { PageCache } from '#ui/data-grid/page-cache.ts';

/**
 * Rows of a long list, read by pages and read again whenever the store changes.
 * @param key says all there is in the question that `fetch` asks
 */
export function usePages<Row extends { readonly id: string }>(
  key: string,
  fetch: FetchPage<Row>,
): PageCache<Row> {
  const revision = useData((state) => state.revision);
  const [cache] = useState(() => new PageCache<Row>(fetch, { ahead: 1 }));
  useSyncExternalStore(cache.subscribe, () => cache.version);
  const asked = useRef({ key, revision });
  useEffect(() => {
    const before = asked.current;
    asked.current = { key, revision };
    if (before.key !== key) cache.reset(fetch);
    else if (before.revision !== revision) cache.refresh();
    // The key says all there is in what is asked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cache, key, revision]);
  useEffect(
    () => () => {
      cache.stop();
      asked.current = { key: '', revision: 0 };
    },
    [cache],
  );
  return cache;
}
