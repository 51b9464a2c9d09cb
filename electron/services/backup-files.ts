import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { NeededFile } from '#repositories/attachments.repo.ts';
import { everReferenced, neededFiles } from '#repositories/attachments.repo.ts';
import { close, openReadable } from '#sql/open.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { filesFolder } from './attachment-files.ts';
import type { BackupInfo } from './backup.ts';
import {
  assertSound,
  backupFiles,
  backupFolder,
  backupNow,
  backupTo,
  listBackups,
  restoreBackup,
  storeIdOf,
} from './backup.ts';
import type { CopyWork } from './file-copies.ts';
import { copyKept } from './file-copies.ts';
import { heldIn, isDigest, removeHeld, stateIn } from './kept-folder.ts';
import type { StoreSession } from './session.ts';

const DAY_MS = 86_400_000;

/** One folder of files for all backups of a store: each file is in it once. */
const sharedFolder = (folder: string): string => join(folder, 'files');

/** Where the automatic backups of a store keep its files. */
export function backupFilesFolder(home: string, db: ReadableDb): string {
  return sharedFolder(backupFolder(home, storeIdOf(db)));
}

export interface BackedUp {
  /** Where the backup is. */
  readonly path: string;
  /** Names of files that records have and that could not be backed up: gone or altered. */
  readonly lost: string[];
}

interface BackUpWork extends CopyWork {
  readonly now?: Date;
  /** Reads the files of earlier backups again too, and replaces those that were altered. */
  readonly isThorough?: boolean;
}

/** @returns names of those that live records have and that the copy lacks */
async function copyFiles(
  { reader, path }: StoreSession,
  to: string,
  { isThorough = false, ...work }: BackUpWork,
): Promise<string[]> {
  const from = [filesFolder(path)];
  // What a removed record had is kept too: an undo after a restoration may bring it back.
  const wanted = everReferenced(reader).values();
  const { absent } = await copyKept(wanted, { from, to, isThorough }, work);
  const lost = new Set(absent);
  return neededFiles(reader)
    .filter(({ sha256 }) => lost.has(sha256) || !isDigest(sha256))
    .map(({ fileName }) => fileName);
}

/** Brings the files of the automatic backups up to date; costs next to nothing when they are. */
export function backUpFiles(session: StoreSession, work: BackUpWork = {}): Promise<string[]> {
  return copyFiles(session, backupFilesFolder(session.home, session.reader), work);
}

/**
 * The automatic backup with its files: the store first, then every file it speaks of, then the
 * rotation of both. A file that is gone or altered is told, and stops nothing.
 * @throws DataError `store.backupFailed`; AppError `store.full`, `store.io`
 */
export async function backUp(session: StoreSession, work: BackUpWork = {}): Promise<BackedUp> {
  const { reader, home, binding } = session;
  const now = work.now ?? new Date();
  const path = await backupNow(reader, { home, binding, now });
  const lost = await backUpFiles(session, work);
  await collectFiles(session, now);
  return { path, lost };
}

/** One backup where the person wants it, with its files beside it; see `backUp`. */
export async function backUpTo(
  session: StoreSession,
  target: string,
  work: BackUpWork = {},
): Promise<BackedUp> {
  await backupTo(session.reader, target, { binding: session.binding });
  return { path: target, lost: await copyFiles(session, filesFolder(target), work) };
}

function reading<T>(file: string, binding: string | undefined, work: (db: ReadableDb) => T): T {
  const db = openReadable(file, { binding });
  try {
    return work(db);
  } finally {
    close(db);
  }
}

/** Removes files that neither the store nor any backup that was kept speaks of. */
async function collectFiles(session: StoreSession, now: Date): Promise<void> {
  const { reader, home, binding } = session;
  const folder = backupFolder(home, storeIdOf(reader));
  const held = await heldIn(sharedFolder(folder));
  const needed = new Set(everReferenced(reader).keys());
  const unused = held.filter(({ sha256 }) => !needed.has(sha256));
  if (unused.length === 0) return;
  try {
    for (const file of backupFiles(folder)) {
      for (const digest of reading(file, binding, everReferenced).keys()) needed.add(digest);
    }
  } catch {
    // What a backup that cannot be read needs is not known: everything stays.
    return;
  }
  removeHeld(sharedFolder(folder), unused, { before: now.getTime() - DAY_MS, needed });
}

export interface BackupWithFiles extends BackupInfo {
  /** Names of files that its records have and that were not backed up. */
  readonly lost: string[];
}

/** The automatic backups of a store, newest first, each with the files that it lacks. */
export async function listWithFiles(
  home: string,
  storeId: string,
  binding?: string,
): Promise<BackupWithFiles[]> {
  const folder = sharedFolder(backupFolder(home, storeId));
  const states = new Map<string, string>();
  const backups: BackupWithFiles[] = [];
  for (const backup of await listBackups(home, storeId)) {
    const lost: string[] = [];
    for (const file of (backup.isSound ? neededIn(backup.path, binding) : null) ?? []) {
      const state = states.get(file.sha256) ?? (await stateIn(folder, file, 'size'));
      states.set(file.sha256, state);
      if (state !== 'sound') lost.push(file.fileName);
    }
    backups.push({ ...backup, lost });
  }
  return backups;
}

/** Null for a backup of another version, whose records are not known. */
function neededIn(file: string, binding: string | undefined): NeededFile[] | null {
  try {
    return reading(file, binding, neededFiles);
  } catch {
    return null;
  }
}

export interface Restored {
  /** Where what was replaced now is; null when there was nothing. */
  readonly kept: string | null;
  /** How many files came back. */
  readonly files: number;
  /** Names of files that the backup speaks of and that no folder holds. */
  readonly lost: string[];
}

/**
 * Restores a backup with its files. These come first: a disk that is full is told before anything is
 * replaced. What the store keeps already is kept, and replaced where it was altered.
 * @throws DataError `store.*`; AppError `store.full`, `store.io`
 */
export async function restoreWithFiles(
  file: string,
  path: string,
  {
    home,
    binding,
    now,
    ...work
  }: CopyWork & {
    readonly home: string;
    readonly binding?: string | undefined;
    readonly now?: Date;
  },
): Promise<Restored> {
  assertSound(file, binding);
  const { wanted, own } = reading(file, binding, (db) => ({
    wanted: everReferenced(db),
    own: backupFilesFolder(home, db),
  }));
  const needed = neededIn(file, binding) ?? [...wanted.values()];
  const names = new Map(needed.map((one) => [one.sha256, one.fileName]));
  const folders = [filesFolder(file), sharedFolder(dirname(file)), own];
  const from = [...new Set(folders)].filter((folder) => existsSync(folder));
  const to = filesFolder(path);
  const { copied, absent } = await copyKept(
    wanted.values(),
    { from: from.filter((folder) => folder !== to), to, isThorough: true },
    work,
  );
  const options = { binding, ...(now === undefined ? {} : { now }) };
  const kept = restoreBackup(file, path, options);
  return {
    kept,
    files: copied,
    lost: absent.flatMap((sha256) => names.get(sha256) ?? []),
  };
}
