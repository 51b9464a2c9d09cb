import type { ChannelInput, StoreChannel } from '#contract/channels.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';

/** Does a write of the steering screen; a refusal is shown where operations are answered. */
export function doWrite<K extends StoreChannel>(channel: K, input: ChannelInput<K>): Promise<void> {
  return operations.perform(channel, input).then(() => undefined, recordPort.report);
}
