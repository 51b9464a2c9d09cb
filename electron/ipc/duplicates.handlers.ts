import type { EntityName } from '#domain/registry.ts';
import { mergeRecords, tellApart } from '#services/duplicates/merge.ts';
import { keptIn, listPairs, pairView } from '#services/duplicates/pairs.ts';
import { duplicatesOf } from '#services/duplicates/watch.ts';
import { readRecord } from '#services/records.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'duplicates:state'
  | 'duplicates:list'
  | 'duplicates:pair'
  | 'duplicates:merge'
  | 'duplicates:distinct'
  | 'duplicates:kept';

function counted(counts: ReadonlyMap<EntityName, number>) {
  return [...counts].map(([table, count]) => ({ table, count }));
}

export const duplicateHandlers: StoreHandlers<Channels> = {
  'duplicates:state': (session) => {
    const watch = duplicatesOf(session);
    const [organisation, person] = [watch.found('organisation'), watch.found('person')];
    return {
      ...watch.progress(),
      organisation: { count: organisation.pairs.length, hasMore: organisation.hasMore },
      person: { count: person.pairs.length, hasMore: person.hasMore },
    };
  },
  'duplicates:list': (session, { table, ...page }) => listPairs(session, table, page),
  'duplicates:pair': (session, request) => {
    const { table, firstId, secondId } = request;
    const isGone = [firstId, secondId].some((id) => readRecord(session, table, id) === null);
    return isGone || firstId === secondId ? null : pairView(session, request);
  },
  'duplicates:merge': (session, request, by) => {
    const { value, operationId } = mergeRecords(session, by, request);
    return { operationId, moved: counted(value.moved), folded: counted(value.folded) };
  },
  'duplicates:distinct': (session, request, by) => ({
    operationId: tellApart(session, by, request).operationId,
  }),
  'duplicates:kept': (session, { id }) => ({ id: keptIn(session, id) }),
};
