import type { ChannelInput, StoreChannel } from '#contract/channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';

/** Does a write of an event's page; tells whether it was done. A refusal is shown as a notice. */
export function doWrite<K extends StoreChannel>(
  channel: K,
  input: ChannelInput<K>,
): Promise<boolean> {
  return operations.perform(channel, input).then(
    () => true,
    (thrown: unknown) => {
      reportError(thrown);
      return false;
    },
  );
}
