import type { ChannelInput, ChannelOutput, StoreChannel } from '#contract/channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';

/** Does a write of this screen; null when it was refused, which a notice then says. */
export async function doWrite<K extends StoreChannel>(
  channel: K,
  input: ChannelInput<K>,
): Promise<ChannelOutput<K> | null> {
  try {
    return await operations.perform(channel, input);
  } catch (thrown) {
    reportError(thrown);
    return null;
  }
}
