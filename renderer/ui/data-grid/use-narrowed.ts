import { useMemo } from 'react';

import type { ListPort } from './grid.types.ts';
import type { Within } from './within.ts';
import { within } from './within.ts';

/** A list narrowed for good; null while the list, or what narrows it, is not known. */
export function useNarrowed<T extends { readonly port: ListPort }>(
  at: T | null,
  narrowed: Within | null,
): T | null {
  const key = JSON.stringify(narrowed);
  return useMemo(
    () => (at === null || narrowed === null ? null : { ...at, port: within(at.port, narrowed) }),
    // The key holds all of what narrows.
    // oxlint-disable-next-line react/exhaustive-deps
    [at, key],
  );
}
