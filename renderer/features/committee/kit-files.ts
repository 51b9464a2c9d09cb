import { create } from 'zustand';

import type { ChannelInput } from '#contract/channels.ts';
import type { GrantedFile } from '#contract/app.channels.ts';
import { call, client } from '#api/client.ts';
import { asTask, reportError } from '#stores/activity.store.ts';
import { exportFile } from '#stores/exports.store.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

export type KitFormat = ChannelInput<'committee:makeKits'>['formats'][number];
export const kitFormats: readonly KitFormat[] = ['xlsx', 'ods', 'exchange'];

/** The preview of returned kits that is open, by phase. */
export const useOpenReturns = create<Readonly<Record<string, string | null>>>()(() => ({}));

/** Asks where to write, then makes the kits of all members there, as one archive. */
export function makeAllKits(
  phaseId: string,
  formats: readonly KitFormat[],
  suggestedName: string,
): Promise<void> {
  return exportFile('zip', suggestedName, (grant, options) =>
    call(
      'committee:makeKits',
      { phaseId: phaseId, formats: [...formats], grant, today: localToday() },
      options,
    ),
  );
}

/** Asks where to write, then makes the kit of one member there, as one file. */
export function makeOneKit(
  phaseId: string,
  personId: string,
  format: KitFormat,
  suggestedName: string,
): Promise<void> {
  return exportFile(format === 'exchange' ? 'json' : format, suggestedName, (grant, options) =>
    call(
      'committee:makeKits',
      {
        phaseId: phaseId,
        evaluatorIds: [personId],
        formats: [format],
        grant,
        today: localToday(),
      },
      options,
    ),
  );
}

/** Reads filled-in kits and opens their preview; nothing is written. */
async function preview(phaseId: string, files: readonly GrantedFile[]): Promise<void> {
  if (files.length === 0) return;
  const grants = files.map(({ grant }) => grant);
  const request = { phaseId: phaseId, grants, today: localToday() };
  const { id } = await asTask('committeeScreen:kits.reading', (options) =>
    call('committee:openReturns', request, options),
  );
  closeReturns(phaseId);
  useOpenReturns.setState({ [phaseId]: id });
}

export async function previewChosen(phaseId: string): Promise<void> {
  try {
    await preview(phaseId, await call('dialog:openReturns', {}));
  } catch (error) {
    reportError(error);
  }
}

export async function previewDropped(phaseId: string, dropped: readonly File[]): Promise<void> {
  try {
    const files: GrantedFile[] = [];
    for (const file of dropped) files.push(await client.dropFile(file, 'return'));
    await preview(phaseId, files);
  } catch (error) {
    reportError(error);
  }
}

/** Leaves the open preview of a phase, if there is one. */
export function closeReturns(phaseId: string): void {
  const id = useOpenReturns.getState()[phaseId] ?? null;
  useOpenReturns.setState({ [phaseId]: null });
  if (id !== null) call('committee:closeReturns', { id }).catch(reportError);
}
