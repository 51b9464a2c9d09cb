import type { ChannelInput } from '#contract/channels.ts';
import type { HouseStyleView, StyleDraft } from '#contract/house-style.channels.ts';
import type { StyleFileRole } from '#domain/house-style.ts';
import type { Id } from '#domain/ids.ts';
import { call, client } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

type StyleId = HouseStyleView['id'];

/** A new style. @returns its identifier, null when it was refused, which is told */
export async function createStyle(
  name: string,
  workingGroupId: Id<'workingGroup'> | null = null,
): Promise<string | null> {
  try {
    return (await operations.perform('houseStyle:create', { name, workingGroupId })).id;
  } catch (error) {
    reportError(error);
    return null;
  }
}

export async function saveStyle(id: StyleId, values: StyleDraft): Promise<void> {
  try {
    await operations.perform('houseStyle:save', { id, values });
  } catch (error) {
    reportError(error);
  }
}

export function chooseStyle(id: StyleId, isDefault: boolean): void {
  operations.perform('houseStyle:choose', { id, isDefault }).catch(reportError);
}

export function removeStyle(id: StyleId): void {
  operations.remove('houseStyle', [id]).catch(reportError);
}

type Grant = ChannelInput<'houseStyle:setFile'>['grant'];

async function setFile(id: StyleId, role: StyleFileRole, grant: Grant): Promise<void> {
  const today = localToday();
  await operations.perform('houseStyle:setFile', { id, role, grant, today });
}

/** Asks which file to take for a role of a style. */
export async function chooseFile(id: StyleId, role: StyleFileRole): Promise<void> {
  try {
    const [file] = await call('dialog:openAttachments', {});
    if (file !== undefined) await setFile(id, role, file.grant);
  } catch (error) {
    reportError(error);
  }
}

/** Takes a file that the person dropped for a role of a style. */
export async function dropFile(id: StyleId, role: StyleFileRole, file: File): Promise<void> {
  try {
    await setFile(id, role, (await client.dropFile(file, 'attachment')).grant);
  } catch (error) {
    reportError(error);
  }
}

export function removeFile(id: StyleId, role: StyleFileRole): void {
  operations.perform('houseStyle:removeFile', { id, role }).catch(reportError);
}

/** Opens a copy of a style's file in its program. */
export function openFile(attachmentId: string): void {
  call('attachments:open', { id: attachmentId, how: 'open' }).catch(reportError);
}
