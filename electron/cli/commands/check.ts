import { checkAttachments } from '#services/attachments.ts';
import { checkStore } from '#services/check.ts';

import type { Command } from '../command.ts';
import { reading } from '../store.ts';

export const check: Command = {
  arguments: [],
  required: ['store'],
  optional: [],
  run: (request) => {
    const { t } = request.words;
    return reading(request, async (session) => {
      const { reader, path, binding } = session;
      const checks = [...(await checkStore(reader, { binding })), await checkAttachments(session)];
      const isSound = checks.every(({ isOk }) => isOk);
      const lines = checks.map(({ key, isOk, found }) => {
        const state = isOk ? t('cli:check.ok') : t('cli:check.failed', { count: found });
        return t('cli:check.line', { name: t(`cli:check.${key}`), state });
      });
      if (isSound) lines.push(t('cli:check.sound', { path }));
      return {
        json: { store: path, isSound, checks },
        text: lines.join('\n'),
        ...(isSound ? {} : { complaint: t('cli:check.unsound', { path }) }),
      };
    });
  },
};
