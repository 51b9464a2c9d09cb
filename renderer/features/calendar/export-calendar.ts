import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';

/** Asks where to write, then writes the year as a file that calendars read. */
export function exportCalendar(
  { year, workingGroupId }: { readonly year: number; readonly workingGroupId: string | null },
  suggestedName: string,
): Promise<void> {
  return exportFile('ics', `${suggestedName}.ics`, (grant, options) =>
    call('calendar:export', { year, workingGroupId, grant }, options),
  );
}
