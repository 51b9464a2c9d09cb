import { basename } from 'node:path';

import { checkAttachments } from '#services/attachments.ts';
import { backupNow, listBackups, storeIdOf } from '#services/backup.ts';
import { checkStore } from '#services/check.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = 'upkeep:check' | 'upkeep:backups' | 'upkeep:backupNow';

export const upkeepHandlers: StoreHandlers<Channels> = {
  'upkeep:check': async (session) => {
    const { reader, binding } = session;
    const checks = [...(await checkStore(reader, { binding })), await checkAttachments(session)];
    return {
      isSound: checks.every((check) => check.isOk),
      checks: checks.map(({ key, isOk, found }) => ({ key, isOk, found })),
    };
  },
  'upkeep:backups': async ({ reader, home }) => {
    const backups = await listBackups(home, storeIdOf(reader));
    return backups.map(({ fileName, at, bytes, isSound }) => ({ fileName, at, bytes, isSound }));
  },
  'upkeep:backupNow': async ({ reader, home, binding }) => ({
    fileName: basename(await backupNow(reader, { home, binding })),
  }),
};
