import { statSync } from 'node:fs';

import { DataError } from '#sql/errors.ts';
import { lostFiles, mendFiles } from '#services/store-files.ts';

import type { Command } from '../command.ts';
import { writing } from '../store.ts';

export const mend: Command = {
  arguments: [],
  required: ['store'],
  optional: ['in'],
  run: (request) => {
    const { t } = request.words;
    const typed = request.value('in');
    const folder = typed === null ? null : request.path(typed);
    if (folder !== null && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new DataError('store.notFound', { path: folder });
    }
    return writing(request, async (session) => {
      const isWhole = (await lostFiles(session, 'touched')).length === 0;
      const { mended, left } = await mendFiles(session, folder);
      const lines = [isWhole ? t('cli:nothingToMend') : t('cli:mended', { count: mended })];
      for (const { fileName, recordName, state } of left) {
        const lost = t(`cli:check.lostStates.${state}`);
        lines.push(t('cli:check.lost', { file: fileName, record: recordName, state: lost }));
      }
      return {
        json: { store: session.path, mended, left },
        text: lines.join('\n'),
        ...(left.length === 0
          ? {}
          : { complaint: t('cli:check.onlyFiles', { path: session.path }) }),
      };
    });
  },
};
