import { basename } from 'node:path';

import { backUp, listWithFiles } from '#services/backup-files.ts';
import { storeIdOf } from '#services/backup.ts';
import { checkStore } from '#services/check.ts';
import {
  filesCheck,
  filesReport,
  lostFiles,
  mendFiles,
  removeUnused,
} from '#services/store-files.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'upkeep:check'
  | 'upkeep:backups'
  | 'upkeep:backupNow'
  | 'files:lost'
  | 'files:mend'
  | 'files:removeUnused';

export const upkeepHandlers: StoreHandlers<Channels> = {
  'upkeep:check': async (session, _request, { signal }) => {
    const { reader, binding } = session;
    const store = await checkStore(reader, { binding });
    const files = await filesReport(session, { signal });
    const checks = [...store, filesCheck(files)];
    return {
      isSound: checks.every((check) => check.isOk),
      checks: checks.map(({ key, isOk, found }) => ({ key, isOk, found })),
      ...files,
    };
  },
  'upkeep:backups': async ({ reader, home, binding }) => {
    const backups = await listWithFiles(home, storeIdOf(reader), binding);
    return backups.map(({ fileName, at, bytes, isSound, lost }) => ({
      fileName,
      at,
      bytes,
      isSound,
      lost,
    }));
  },
  'upkeep:backupNow': async (session, _request, { signal, progress }) => {
    const { path, lost } = await backUp(session, {
      signal,
      isThorough: true,
      onFile: (done, total) => progress('files', done, total),
    });
    return { fileName: basename(path), lost };
  },
  'files:lost': (session, _request, { signal }) => lostFiles(session, 'size', signal),
  'files:mend': (session, { grant }, { signal, progress, resolveGrant }) =>
    mendFiles(session, grant === null ? null : resolveGrant(grant, 'files'), {
      signal,
      onFile: (done, total) => progress('files', done, total),
    }),
  'files:removeUnused': (session) => removeUnused(session),
};
