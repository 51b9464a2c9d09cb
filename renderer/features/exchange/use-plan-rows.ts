import { useEffect, useState, useSyncExternalStore } from 'react';

import type { Fate, ImportRow } from '#contract/import.channels.ts';
import { call } from '#api/client.ts';
import type { FetchPage } from '#ui/data-grid/page-cache.ts';
import { PageCache } from '#ui/data-grid/page-cache.ts';

import { useImport } from './import.store.ts';

/** A row of the plan; `id` is its number in the sheet. */
export type PlanRow = ImportRow & { readonly id: string };

function fetchRows(importId: string, fate: Fate | null): FetchPage<PlanRow> {
  return async (offset, limit, signal) => {
    const { rows, total } = await call(
      'imports:rows',
      { importId, fate, offset, limit },
      { signal },
    );
    return { rows: rows.map((row) => ({ ...row, id: String(row.row) })), total };
  };
}

/** Rows of the plan that share the chosen fate, read by pages, and anew when the plan changes. */
export function usePlanRows(): PageCache<PlanRow> {
  const importId = useImport((state) => state.file?.importId ?? '');
  const fate = useImport((state) => state.fate);
  const revision = useImport((state) => state.revision);
  const [cache] = useState(() => new PageCache(fetchRows(importId, fate)));
  const [shown, setShown] = useState({ importId, fate, revision });
  useSyncExternalStore(cache.subscribe, () => cache.version);

  useEffect(() => {
    setShown({ importId, fate, revision });
    if (shown.importId !== importId || shown.fate !== fate) cache.reset(fetchRows(importId, fate));
    else if (shown.revision !== revision) cache.refresh();
    // What was asked before is compared, not waited for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cache, importId, fate, revision]);
  useEffect(() => () => cache.stop(), [cache]);
  return cache;
}
