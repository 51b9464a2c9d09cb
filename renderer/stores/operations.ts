import type { ChannelInput, ChannelOutput, StoreChannel } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import { call } from '#api/client.ts';
import { records } from '#api/records.ts';

import type { CountedRecords } from './activity.store.ts';
import { reportError, tracked } from './activity.store.ts';
import { announce } from './undo.store.ts';

type Done = { readonly operationId: string | null };

/** Does a write, counts it as saved, and answers with what it did and « Annuler ». @throws ApiError */
async function answered<T extends Done>(
  write: () => Promise<T>,
  along: (value: T) => readonly CountedRecords[] = () => [],
): Promise<T> {
  const value = await tracked(write);
  announce(value.operationId, along(value)).catch(reportError);
  return value;
}

/**
 * Writes of the window: each is saved at once and answered with a notice that offers to undo it.
 * All throw ApiError, for the form or the cell to show; `reportError` shows it as a notice instead.
 */
export const operations = {
  create: <N extends EntityName>(table: N, values: NewRecord<N>) =>
    answered(() => records.create(table, values)),
  update: <N extends EntityName>(table: N, id: Id<N>, patch: RecordPatch<N>) =>
    answered(() => records.update(table, id, patch)),
  remove: (table: EntityName, ids: readonly string[]) =>
    answered(
      () => records.remove(table, ids),
      ({ removed }) => removed.filter((along) => along.table !== table),
    ),
  /** Any other writing channel whose answer names its operation. */
  perform: <K extends StoreChannel>(
    channel: K,
    input: ChannelInput<K>,
  ): Promise<ChannelOutput<K> & Done> =>
    // Only channels that answer with an operation are given here.
    answered(() => call(channel, input) as Promise<ChannelOutput<K> & Done>),
  /** The same where the answer has its own notice, as a written file has. */
  performUnannounced: <K extends StoreChannel>(
    channel: K,
    input: ChannelInput<K>,
  ): Promise<ChannelOutput<K>> => tracked(() => call(channel, input)),
};
