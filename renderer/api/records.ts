import type { ChannelOutput } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordOf, RecordPatch } from '#domain/registry.ts';

import { call } from './client.ts';
import type { CallOptions } from './store-door.ts';

/** Typed reading and writing of one record; see `operations` for writes that answer with « Annuler ». */
export const records = {
  async get<N extends EntityName>(
    table: N,
    id: Id<N>,
    options?: CallOptions,
  ): Promise<RecordOf<N> | null> {
    const record = await call('records:get', { table, id }, options);
    // The store checked the row with the declaration of this very table.
    return record as RecordOf<N> | null;
  },

  create<N extends EntityName>(
    table: N,
    values: NewRecord<N>,
  ): Promise<ChannelOutput<'records:create'>> {
    return call('records:create', { table, values: { ...values } });
  },

  update<N extends EntityName>(
    table: N,
    id: Id<N>,
    patch: RecordPatch<N>,
  ): Promise<ChannelOutput<'records:update'>> {
    return call('records:update', { table, id, patch: { ...patch } });
  },

  remove(table: EntityName, ids: readonly string[]): Promise<ChannelOutput<'records:remove'>> {
    return call('records:remove', { table, ids: [...ids] });
  },
};
