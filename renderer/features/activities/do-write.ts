import type { ChannelInput, StoreChannel } from '#contract/channels.ts';
import { operations } from '#stores/operations.ts';
import { inWords } from '#stores/refusal.ts';

/** Does a write and gives the identifier of what it made; a refusal comes in words. */
export async function make<K extends StoreChannel>(
  channel: K,
  input: ChannelInput<K>,
): Promise<string> {
  const done: unknown = await inWords(() => operations.perform(channel, input));
  return typeof done === 'object' && done !== null && 'id' in done ? String(done.id) : '';
}
