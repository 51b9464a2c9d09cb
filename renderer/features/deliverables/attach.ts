import type { GrantedFile } from '#contract/app.channels.ts';
import type { ChannelInput } from '#contract/channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { call, client } from '#api/client.ts';
import { asTask, reportError, useActivity } from '#stores/activity.store.ts';
import { exportFile } from '#stores/exports.store.ts';
import { operations } from '#stores/operations.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

interface Holder {
  readonly table: EntityName;
  readonly id: string;
}

async function keep({ table, id }: Holder, files: readonly GrantedFile[]): Promise<void> {
  if (files.length === 0) return;
  const { already } = await asTask('deliverables:files.copying', () =>
    operations.perform('attachments:add', {
      recordTable: table,
      recordId: id,
      grants: files.map(({ grant }) => grant),
      today: localToday(),
    }),
  );
  if (already.length > 0) tell('deliverables:files.already', already);
}

function tell(messageKey: string, names: readonly string[]): void {
  const params = { names: names.join(', ') };
  useActivity.getState().notify({ kind: 'info', messageKey, params });
}

/** Keeps the files that the person dropped on a record with it. */
export async function attachDropped(holder: Holder, dropped: readonly File[]): Promise<void> {
  try {
    const files: GrantedFile[] = [];
    for (const file of dropped) files.push(await client.dropFile(file, 'attachment'));
    await keep(holder, files);
  } catch (error) {
    reportError(error);
  }
}

/** Asks which files to keep with a record. */
export async function attachChosen(holder: Holder): Promise<void> {
  try {
    await keep(holder, await call('dialog:openAttachments', {}));
  } catch (error) {
    reportError(error);
  }
}

/** Opens a copy of a kept file in its program, or shows it in its folder. */
export function openAttachment(id: string, how: 'open' | 'showInFolder'): void {
  call('attachments:open', { id, how }).catch(reportError);
}

/** Asks where to write, then writes the files of some records there as one ZIP. */
export function exportAttachments(
  table: EntityName,
  target: ChannelInput<'attachments:export'>['target'],
  suggestedName: string,
): Promise<void> {
  return exportFile('zip', suggestedName, async (grant, options) => {
    const { leftOut } = await call('attachments:export', { table, target, grant }, options);
    if (leftOut.length > 0) {
      tell(
        'deliverables:files.leftOut',
        leftOut.map(({ fileName }) => fileName),
      );
    }
  });
}
