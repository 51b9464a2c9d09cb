import type { ChannelInput, StoreChannel } from '#contract/channels.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';

/** Does a write of a meeting's screen; a refusal is shown where operations are answered. */
export function doWrite<K extends StoreChannel>(channel: K, input: ChannelInput<K>): Promise<void> {
  return operations.perform(channel, input).then(() => undefined, recordPort.report);
}

/** Changes some fields of a record, likewise. */
export function doSave(
  table: Parameters<typeof recordPort.save>[0],
  id: string,
  patch: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordPort.save(table, id, patch).catch(recordPort.report);
}
