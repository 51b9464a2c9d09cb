import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import type { GridQuery, GridRow, ListPort } from './grid.types.ts';
import { PageCache } from './page-cache.ts';

/** Rows that answer the query, read by pages, and read again whenever the data changes. */
export function usePages(port: ListPort, query: GridQuery, revision: number): PageCache<GridRow> {
  const ask =
    (asked: GridQuery) =>
    (offset: number, limit: number, signal: AbortSignal): ReturnType<ListPort['fetchPage']> =>
      port.fetchPage(asked, offset, limit, signal);
  const [cache] = useState(() => new PageCache<GridRow>(ask(query)));
  useSyncExternalStore(cache.subscribe, () => cache.version);
  const key = JSON.stringify(query);
  const shown = useRef({ key, revision });

  useEffect(() => {
    const before = shown.current;
    shown.current = { key, revision };
    if (before.key !== key) cache.reset(ask(query));
    else if (before.revision !== revision) cache.refresh();
    // The key says all there is in the query; the port's functions do not change what is asked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cache, key, revision]);
  useEffect(
    () => () => {
      cache.stop();
      shown.current = { key: '', revision: 0 };
    },
    [cache],
  );
  return cache;
}
