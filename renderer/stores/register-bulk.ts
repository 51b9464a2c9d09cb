import type { ChannelInput } from '#contract/channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { call } from '#api/client.ts';
import type { CallOptions } from '#api/store-door.ts';

import type { CountedRecords } from './activity.store.ts';
import { asTask, reportError, tracked } from './activity.store.ts';
import { announce } from './undo.store.ts';

type Edit = ChannelInput<'records:updateMany'>;
export type BulkTarget = Edit['target'];
export type BulkChange = Edit['changes'][number];

interface Done {
  readonly operationId: string | null;
}

/** From so many records on, a person sees how far the work is, and may stop it. */
const LONG = 500;

async function answered<T extends Done>(
  count: number,
  write: (options: CallOptions) => Promise<T>,
  along: (value: T) => readonly CountedRecords[] = () => [],
): Promise<void> {
  const value = await tracked(() =>
    count < LONG ? write({}) : asTask('grid:bulk.task', (options) => write(options)),
  );
  announce(value.operationId, along(value)).catch(reportError);
}

/** Makes one change on many records, as one operation; those that refuse it stay as they are. */
export function changeMany(
  table: EntityName,
  target: BulkTarget,
  change: BulkChange,
  count: number,
): Promise<void> {
  const edit = { table, target, changes: [change], skipsRefused: true };
  return answered(count, (options) => call('records:updateMany', edit, options));
}

export function removeMany(table: EntityName, target: BulkTarget, count: number): Promise<void> {
  return answered(
    count,
    (options) => call('records:removeMany', { table, target }, options),
    ({ removed }) => removed.filter((along) => along.table !== table),
  );
}
