import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import type { Id } from '#domain/ids.ts';
import { nameRecord } from '#services/named.ts';
import {
  createRecord,
  readRecord,
  recordHistory,
  recordOptions,
  removeRecords,
  updateRecord,
} from '#services/records.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'records:get'
  | 'records:create'
  | 'records:update'
  | 'records:remove'
  | 'records:history'
  | 'records:options'
  | 'records:label';

// The contract carries records as open columns; the journal checks them against their declaration.
const asNew = (values: unknown) => values as NewRecord<EntityName>;
const asPatch = (patch: unknown) => patch as RecordPatch<EntityName>;

export const recordHandlers: StoreHandlers<Channels> = {
  'records:get': (session, { table, id }) => {
    const record = readRecord(session, table, id);
    return record === null ? null : { ...record };
  },
  'records:create': (session, { table, values }, by) => {
    const { value, operationId } = createRecord(session, by, table, asNew(values));
    return { id: value, operationId };
  },
  'records:update': (session, { table, id, patch }, by) => {
    const result = updateRecord(session, by, table, id as Id<EntityName>, asPatch(patch));
    return { operationId: result.operationId };
  },
  'records:remove': (session, { table, ids }, by) => {
    const { value, operationId } = removeRecords(session, by, table, ids);
    return { operationId, removed: [...value].map(([name, count]) => ({ table: name, count })) };
  },
  'records:history': (session, { id }) => recordHistory(session, id),
  'records:options': (session, request) => recordOptions(session, request),
  'records:label': ({ reader }, { table, id }) => nameRecord(reader, table, id),
};
