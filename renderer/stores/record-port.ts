import type { ChannelInput, StoreChannel } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import type { ChannelOutput } from '#contract/channels.ts';
import { call } from '#api/client.ts';

import { reportError } from './activity.store.ts';
import { keyOf, useData, watch } from './data.store.ts';
import { recordPath } from './navigation.store.ts';
import { operations } from './operations.ts';
import { inWords, Refusal } from './refusal.ts';
import { undoOperation } from './undo.store.ts';

const OPTIONS = 12;

/** Tells the answer to a question, now if it is known and whenever it changes. */
function observe<K extends StoreChannel>(
  channel: K,
  input: ChannelInput<K>,
  listener: (answer: ChannelOutput<K> | undefined) => void,
): () => void {
  const key = keyOf(channel, input);
  let told: unknown;
  const tell = (): void => {
    const answer = useData.getState().answers[key]?.data;
    if (answer === told) return;
    told = answer;
    listener(answer as ChannelOutput<K> | undefined); // the answer of this very channel
  };
  const stop = watch(channel, input);
  const unsubscribe = useData.subscribe(tell);
  tell();
  return () => {
    unsubscribe();
    stop();
  };
}

/** Reading and writing of records as forms and pickers need it; refusals come in words. */
export const recordPort = {
  async save(
    table: EntityName,
    id: string,
    patch: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    // The form takes its fields from the declaration of this very table.
    await inWords(() =>
      operations.update(table, id as Id<EntityName>, patch as RecordPatch<EntityName>),
    );
  },
  async create(table: EntityName, values: Readonly<Record<string, unknown>>): Promise<string> {
    // As above; what does not fit is refused by the store, field by field.
    const made = await inWords(() => operations.create(table, values as NewRecord<EntityName>));
    return made.id;
  },
  async remove(table: EntityName, ids: readonly string[]): Promise<void> {
    await inWords(() => operations.remove(table, ids));
  },
  options: (table: EntityName, text: string) =>
    call('records:options', { table, text, limit: OPTIONS }),
  label: (table: EntityName, id: string) => call('records:label', { table, id }),
  watchRecord: (
    table: EntityName,
    id: string,
    listener: (record: ChannelOutput<'records:get'> | undefined) => void,
  ) => observe('records:get', { table, id }, listener),
  watchHistory: (
    table: EntityName,
    id: string,
    listener: (lines: ChannelOutput<'records:history'> | undefined) => void,
  ) => observe('records:history', { table, id }, listener),
  undoOperation,
  report(thrown: unknown): void {
    reportError(thrown instanceof Refusal ? thrown.cause : thrown);
  },
  hrefOf: (table: EntityName, id: string) => `#${recordPath(table, id)}`,
};
