import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { EntityName } from '#domain/registry.ts';
import { everReferenced, neededFiles } from '#repositories/attachments.repo.ts';
import { close, openReadable } from '#sql/open.ts';

import { filesFolder } from './attachment-files.ts';
import { backupFilesFolder } from './backup-files.ts';
import type { CheckResult } from './check.ts';
import type { CopyWork } from './file-copies.ts';
import { copyKept, copyRecognised } from './file-copies.ts';
import type { HeldFile } from './kept-folder.ts';
import { heldIn, removeHeld, stateIn } from './kept-folder.ts';
import type { StoreSession } from './session.ts';

const DAY_MS = 86_400_000;
const STORE = '.rapporteur';

/** A file that a record has, and that is not there as it came in. */
export interface LostFile {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly recordTable: EntityName;
  readonly recordId: string;
  readonly recordName: string;
  readonly state: 'missing' | 'altered';
}

export interface FilesReport {
  readonly lost: LostFile[];
  /** Files that nothing in the journal ever spoke of, such as those that a crash left. */
  readonly unused: { readonly files: number; readonly bytes: number };
}

/**
 * Files of live records that are gone or altered, by name.
 * @param effort `size` for a quick look when a store is opened, `bytes` to read every file again
 */
export async function lostFiles(
  { reader, path }: StoreSession,
  effort: 'size' | 'touched' | 'bytes',
  signal?: AbortSignal,
): Promise<LostFile[]> {
  const states = new Map<string, Awaited<ReturnType<typeof stateIn>>>();
  const lost: LostFile[] = [];
  for (const { id, recordTable, recordId, recordName, ...file } of neededFiles(reader)) {
    signal?.throwIfAborted();
    const key = `${file.sha256} ${file.byteSize}`;
    const state = states.get(key) ?? (await stateIn(filesFolder(path), file, effort));
    states.set(key, state);
    if (state === 'sound') continue;
    const { fileName, byteSize } = file;
    lost.push({ attachmentId: id, fileName, byteSize, recordTable, recordId, recordName, state });
  }
  return lost;
}

/** A store that a restored backup replaced lies beside, and may still need what only it speaks of. */
function replacedStores(path: string): string[] {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.replaced'))
    .map((name) => join(folder, name));
}

/** Digests that this store, or one that it replaced, ever spoke of; null when that cannot be known. */
function neededDigests({ reader, path, binding }: StoreSession): ReadonlySet<string> | null {
  const digests = new Set(everReferenced(reader).keys());
  try {
    for (const replaced of replacedStores(path)) {
      const db = openReadable(replaced, { binding });
      try {
        for (const digest of everReferenced(db).keys()) digests.add(digest);
      } finally {
        close(db);
      }
    }
    return digests;
  } catch {
    return null;
  }
}

/** Files that nothing ever spoke of and that came in a day ago or more: none is on its way in. */
async function unusedFiles(session: StoreSession, now: number): Promise<HeldFile[]> {
  const held = await heldIn(filesFolder(session.path));
  const needed = neededDigests(session);
  if (needed === null) return [];
  return held.filter(({ sha256, at }) => at < now - DAY_MS && !needed.has(sha256));
}

/** What a store keeps beside it, held against what its records say; see `lostFiles`. */
export async function filesReport(
  session: StoreSession,
  { now = new Date(), signal }: { readonly now?: Date; readonly signal?: AbortSignal } = {},
): Promise<FilesReport> {
  const lost = await lostFiles(session, 'bytes', signal);
  const unused = await unusedFiles(session, now.getTime());
  const bytes = unused.reduce((sum, { byteSize }) => sum + byteSize, 0);
  return { lost, unused: { files: unused.length, bytes } };
}

/** The report as one line of a check: files that nothing needs are no fault. */
export function filesCheck({ lost }: FilesReport): CheckResult {
  return { key: 'files', isOk: lost.length === 0, found: lost.length };
}

/**
 * Removes the files that nothing ever spoke of. What was removed from a record stays: an undo may
 * bring it back.
 * @throws DataError `store.readOnly`
 */
export async function removeUnused(
  session: StoreSession,
  now = new Date(),
): Promise<{ readonly files: number; readonly bytes: number }> {
  session.writer();
  const unused = await unusedFiles(session, now.getTime());
  const needed = neededDigests(session);
  const limits = { before: now.getTime() - DAY_MS, needed: needed ?? new Set<string>() };
  const removed = needed === null ? [] : removeHeld(filesFolder(session.path), unused, limits);
  return {
    files: removed.length,
    bytes: removed.reduce((sum, { byteSize }) => sum + byteSize, 0),
  };
}

/** Folders of files beside the store: those of a store that was renamed, copied or replaced. */
function foldersBeside(path: string): string[] {
  const own = basename(filesFolder(path));
  const folder = dirname(path);
  return readdirSync(folder)
    .filter((name) => name.endsWith(`${STORE}.files`) && name !== own)
    .map((name) => join(folder, name));
}

export interface Mending {
  readonly mended: number;
  readonly left: LostFile[];
}

/**
 * Brings back files that are gone or altered: from the backups and the folders beside the store, and
 * from anywhere under a folder that the person chose, whatever they are called there. Nothing but
 * the very bytes that came in is taken.
 * @throws DataError `store.readOnly`; AppError `store.full`, `store.io`
 */
export async function mendFiles(
  session: StoreSession,
  chosen: string | null,
  work: CopyWork = {},
): Promise<Mending> {
  session.writer();
  const { path, home, reader } = session;
  const to = filesFolder(path);
  const states = new Map<string, { sha256: string; byteSize: number | null }>();
  const live = new Map(neededFiles(reader).map((file) => [file.sha256, file]));
  for (const file of [...everReferenced(reader).values(), ...live.values()]) {
    if ((await stateIn(to, file, 'touched')) !== 'sound') states.set(file.sha256, file);
  }
  const from = [backupFilesFolder(home, reader), ...foldersBeside(path)].filter(existsSync);
  const first = await copyKept(states.values(), { from, to, isThorough: true }, work);
  const still = first.absent.flatMap((sha256) => states.get(sha256) ?? []);
  if (chosen !== null && still.length > 0) {
    await copyRecognised(still, { under: chosen, to }, work);
  }
  const left = await lostFiles(session, 'touched', work.signal);
  const stillLost = new Set(left.map(({ attachmentId }) => attachmentId));
  const before = [...live.values()].filter(({ sha256 }) => states.has(sha256));
  return { mended: before.filter(({ id }) => !stillLost.has(id)).length, left };
}
