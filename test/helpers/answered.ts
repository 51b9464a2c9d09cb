import type { ChannelInput, ChannelOutput, StoreChannel } from '#contract/channels.ts';
import type { Result } from '#contract/errors.ts';

export type Ask = (channel: string, input: unknown) => Promise<Result<unknown>>;

/** Asks the store door, and takes a refusal for a failure of the test. */
export async function answered<K extends StoreChannel>(
  ask: Ask,
  channel: K,
  input: ChannelInput<K>,
): Promise<ChannelOutput<K>> {
  const result = await ask(channel, input);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code}`);
  return result.value as ChannelOutput<K>; // the door holds answers against the channel's schema
}
