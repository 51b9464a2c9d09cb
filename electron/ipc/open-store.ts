import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { AppError } from '#contract/errors.ts';
import { homePaths, storeExtension } from '#platform/paths.ts';
import { knownStoreIds, replicaTokens } from '#platform/replica-tokens.ts';
import { syncedFolderOf } from '#platform/synced-folders.ts';
import { restoreWithFiles } from '#services/backup-files.ts';
import { listBackups } from '#services/backup.ts';
import { createExampleStore, createGroupStore } from '#services/example.ts';
import { settleTyped } from '#services/meetings/typed-ahead.ts';
import type { SessionOptions, StoreSession } from '#services/session.ts';
import { openSession } from '#services/session.ts';

/** What all openings on this machine have in common. */
export interface OpeningPlace {
  readonly home: string;
  readonly binding: string | null;
  readonly author: string;
}

/** The place a file really is, whatever links lead there; of its folder when it does not exist yet. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return existsSync(dirname(path))
      ? join(realpathSync.native(dirname(path)), basename(path))
      : path;
  }
}

function sessionOptions(path: string, { home, binding }: OpeningPlace): SessionOptions {
  return {
    path,
    home,
    binding: binding ?? undefined,
    tokens: replicaTokens(homePaths(home).replicas, path),
    findSyncedFolder: (place) => syncedFolderOf(realPath(place))?.service ?? null,
  };
}

/** @throws DataError with a `store.*` code */
export function openStore(path: string, readOnly: boolean, place: OpeningPlace): StoreSession {
  const session = openSession({ ...sessionOptions(path, place), readOnly });
  settleTyped(session);
  return session;
}

export function createGroup(path: string, groupName: string, place: OpeningPlace): StoreSession {
  return createGroupStore({ ...sessionOptions(path, place), author: place.author }, groupName);
}

/** The example group as it was left; made anew when there is none. */
export function openExample(path: string, place: OpeningPlace): StoreSession {
  if (existsSync(path)) return openStore(path, false, place);
  return createExampleStore({ ...sessionOptions(path, place), author: place.author });
}

/**
 * Restores the newest sound backup of a store beside it, under a name that tells its date, and opens
 * that copy. The store itself is not touched.
 * @throws AppError `backup.damaged` when no sound backup is known
 */
export async function openNewestBackup(path: string, place: OpeningPlace): Promise<StoreSession> {
  const ids = knownStoreIds(homePaths(place.home).replicas, path);
  const lists = await Promise.all(ids.map((id) => listBackups(place.home, id)));
  const newest = lists
    .flat()
    .filter(({ isSound }) => isSound)
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];
  if (newest === undefined) throw new AppError('backup.damaged', { path });
  const beside = join(dirname(path), `${basename(path, storeExtension)} ${newest.fileName}`);
  if (!existsSync(beside)) {
    await restoreWithFiles(newest.path, beside, {
      home: place.home,
      binding: place.binding ?? undefined,
    });
  }
  return openStore(beside, false, place);
}
