import type { ChannelInput, ChannelOutput, StoreChannel } from '#contract/channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';

/** Does a write of the chain and gives its answer; null when it was refused, which a notice tells. */
export function doWrite<K extends StoreChannel>(
  channel: K,
  input: ChannelInput<K>,
): Promise<ChannelOutput<K> | null> {
  return operations.perform(channel, input).then(
    (done) => done,
    (thrown: unknown) => {
      reportError(thrown);
      return null;
    },
  );
}
