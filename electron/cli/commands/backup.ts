import { existsSync, statSync } from 'node:fs';

import { AppError } from '#contract/errors.ts';
import { backUpTo } from '#services/backup-files.ts';

import type { Command } from '../command.ts';
import { reading } from '../store.ts';

export const backup: Command = {
  arguments: [],
  required: ['store', 'out'],
  optional: [],
  run: (request) => {
    const { t } = request.words;
    const path = request.path(request.required('out'));
    return reading(request, async (session) => {
      if (existsSync(path)) throw new AppError('store.alreadyExists', { path });
      const { lost } = await backUpTo(session, path);
      const lines = [t('cli:backedUp', { path })];
      if (lost.length > 0) lines.push(t('cli:withoutFiles', { names: lost.join(', ') }));
      return { json: { backup: path, bytes: statSync(path).size, lost }, text: lines.join('\n') };
    });
  },
};
