import { existsSync, rmSync } from 'node:fs';

import { filesFolder } from '#services/attachment-files.ts';
import type { Merged } from '#services/exchange/merge-package.ts';
import { mergeFrom, readHeader } from '#services/exchange/merge-package.ts';
import { createStore } from '#services/session.ts';

import type { CliRequest, Command } from '../command.ts';
import { asRefusal, sessionOptions, writing } from '../store.ts';

/** A store that is not there yet becomes a copy of the group; nothing stays when that fails. */
async function receivedAnew(request: CliRequest, file: string): Promise<Merged> {
  const options = sessionOptions(request);
  const { path } = options;
  const hadFiles = existsSync(filesFolder(path));
  const session = createStore(options);
  try {
    const merged = await mergeFrom(session, file);
    session.close();
    return merged;
  } catch (error) {
    session.close();
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${path}${suffix}`, { force: true });
    if (!hadFiles) rmSync(filesFolder(path), { recursive: true, force: true });
    throw asRefusal(error, path);
  }
}

export const mergeFile: Command = {
  arguments: ['file'],
  required: ['store'],
  optional: [],
  run: async (request) => {
    const { t } = request.words;
    const file = request.path(request.argument('file'));
    const path = request.path(request.required('store'));
    // A file that is none is refused before any store is touched.
    await readHeader(file);
    const { added, known, files, lost, conflicts } = await (existsSync(path)
      ? writing(request, (session) => mergeFrom(session, file))
      : receivedAnew(request, file));
    const lines = [t('cli:merged', { added, known, files })];
    if (conflicts > 0) lines.push(t('cli:conflicts', { count: conflicts }));
    if (lost.length > 0) {
      lines.push(
        t('cli:withoutFiles', { names: lost.join(', ') }),
        t('cli:check.howToMend', { path }),
      );
    }
    return {
      json: { store: path, added, known, files, lost, conflicts },
      text: lines.join('\n'),
    };
  },
};
