import { existsSync, statSync } from 'node:fs';

import { AppError } from '#contract/errors.ts';
import { backupTo } from '#services/backup.ts';

import type { Command } from '../command.ts';
import { reading } from '../store.ts';

export const backup: Command = {
  arguments: [],
  required: ['store', 'out'],
  optional: [],
  run: (request) => {
    const path = request.path(request.required('out'));
    return reading(request, async ({ reader, binding }) => {
      if (existsSync(path)) throw new AppError('store.alreadyExists', { path });
      await backupTo(reader, path, { binding });
      return {
        json: { backup: path, bytes: statSync(path).size },
        text: request.words.t('cli:backedUp', { path }),
      };
    });
  },
};
