import { AppError } from '#contract/errors.ts';
import { restoreWithFiles } from '#services/backup-files.ts';
import { DataError } from '#sql/errors.ts';

import type { Command } from '../command.ts';
import { asRefusal, bindingOf, syncServiceOf } from '../store.ts';

/** What is wrong with the backup is said of the backup, not of the store. */
function ofBackup(error: unknown, file: string): unknown {
  const isOfFile = error instanceof DataError && error.details['path'] === file;
  const isUnsound =
    isOfFile && (error.code === 'store.damaged' || error.code === 'store.notAStore');
  return isUnsound ? new AppError('backup.damaged', { path: file }, { cause: error }) : error;
}

export const restore: Command = {
  arguments: ['file'],
  required: ['store'],
  optional: [],
  run: async (request) => {
    const { t } = request.words;
    const file = request.path(request.argument('file'));
    const path = request.path(request.required('store'));
    const service = syncServiceOf(path);
    if (service !== null) throw new AppError('store.syncedFolder', { path, service });
    try {
      const { kept, files, lost } = await restoreWithFiles(file, path, {
        home: request.home,
        binding: bindingOf(request),
      });
      const lines = [t('cli:restored', { path })];
      if (kept !== null) lines.push(t('cli:keptBefore', { path: kept }));
      if (files > 0) lines.push(t('cli:restoredFiles', { count: files }));
      if (lost.length > 0) lines.push(t('cli:withoutFiles', { names: lost.join(', ') }));
      return { json: { store: path, backup: file, kept, files, lost }, text: lines.join('\n') };
    } catch (error) {
      throw asRefusal(ofBackup(asRefusal(error, file), file), path);
    }
  },
};
