import { useEffect, useState } from 'react';

import type { ChannelOutput } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';

type Operation = ChannelOutput<'journal:list'>[number];

const PAGE = 200;
/** How far back the journal is looked through: what stands in the way is younger than the import. */
const MAX_PAGES = 25;

/** Operations that a refused undoing names as standing in its way. */
export function operationsInTheWay({ details }: ApiError): readonly string[] {
  const { operations } = details;
  if (!Array.isArray(operations)) return [];
  return operations.filter((id): id is string => typeof id === 'string');
}

async function find(ids: readonly string[], signal: AbortSignal): Promise<Operation[]> {
  const wanted = new Set(ids);
  const found: Operation[] = [];
  for (let page = 0; page < MAX_PAGES && found.length < wanted.size; page += 1) {
    const offset = page * PAGE;
    const operations = await call('journal:list', { offset, limit: PAGE }, { signal });
    found.push(...operations.filter(({ id }) => wanted.has(id)));
    if (operations.length < PAGE) break;
  }
  return found;
}

/** Operations by their identifiers, latest first; those that are not found are left out. */
export function useOperations(ids: readonly string[]): readonly Operation[] {
  const [operations, setOperations] = useState<readonly Operation[]>([]);
  const key = ids.join(' ');
  useEffect(() => {
    const abort = new AbortController();
    if (key !== '') {
      // Naming them helps, but the refusal says the essential without.
      find(key.split(' '), abort.signal).then(setOperations, () => undefined);
    }
    return () => abort.abort();
  }, [key]);
  return operations;
}
