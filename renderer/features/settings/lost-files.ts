import type { LostFileView } from '#contract/upkeep.channels.ts';
import { call } from '#api/client.ts';
import { asTask, reportError, useActivity } from '#stores/activity.store.ts';
import { invalidate } from '#stores/data.store.ts';

const NAMED_AT_MOST = 3;

/** The first names of a list, and how it goes on. */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_AT_MOST).join(', ');
  return names.length > NAMED_AT_MOST ? `${shown}, …` : shown;
}

function tell(messageKey: string, params: Readonly<Record<string, string | number>>): void {
  useActivity.getState().notify({ kind: 'info', messageKey, params });
}

/**
 * Looks for files that are gone or altered and brings back those it finds.
 * @param where in the backups and beside the store, or under a folder that the person is asked for too
 * @returns those that are still lost; null when the person gave up, or it was refused
 */
export async function mendLostFiles(
  where: 'backups' | 'folder',
  number: (value: number) => string,
): Promise<LostFileView[] | null> {
  try {
    const folder = where === 'folder' ? await call('dialog:openFilesFolder', {}) : null;
    if (where === 'folder' && folder === null) return null;
    const { mended, left } = await asTask('settings:files.searching', (options) =>
      call('files:mend', { grant: folder?.grant ?? null }, options),
    );
    if (mended === 0) tell('settings:files.notMended', {});
    else tell('settings:files.mended', { count: mended, n: number(mended) });
    invalidate();
    return left;
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** Removes the files that nothing needs, and says what was freed. */
export async function removeUnusedFiles(
  number: (value: number) => string,
  bytes: (value: number) => string,
): Promise<boolean> {
  try {
    const removed = await call('files:removeUnused', {});
    const { files } = removed;
    tell('settings:files.removed', { count: files, n: number(files), size: bytes(removed.bytes) });
    return true;
  } catch (error) {
    reportError(error);
    return false;
  }
}
