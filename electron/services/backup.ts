import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

import { getMeta } from '#journal/meta.ts';
import { forgetToken } from '#journal/replica.ts';
import { schemaVersion } from '#migrations/index.ts';
import { readSchemaVersion } from '#migrations/run.ts';
import { DataError } from '#sql/errors.ts';
import { lockStore } from '#sql/lock.ts';
import { close, inspectStoreFile, openReadable, openWritable } from '#sql/open.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, name as identifier, one, sql } from '#sql/sql.ts';

import { backupsToKeep } from './backup-rotation.ts';

const EXTENSION = '.rapporteur';

export interface BackupInfo {
  readonly path: string;
  readonly fileName: string;
  readonly at: string;
  readonly bytes: number;
  readonly isSound: boolean;
}

/** Folder of a store's backups, by the store's own identifier, so that renaming the file keeps them. */
export function backupFolder(home: string, storeId: string): string {
  return join(home, 'backups', storeId);
}

/** The store's own identifier, the same in all its copies. */
export function storeIdOf(db: ReadableDb): string {
  return getMeta(db, 'storeId') ?? 'unknown';
}

function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(':', '-');
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function tableNames(db: ReadableDb): string[] {
  return all<{ name: string }>(
    db,
    sql`SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'`,
  ).map(({ name }) => name);
}

/** Rows of each table, whatever the version of the schema. */
function countRows(db: ReadableDb): Record<string, number> {
  return Object.fromEntries(
    tableNames(db).map((name) => [
      name,
      one<{ n: number }>(db, sql`SELECT count(*) AS n FROM ${identifier(name)}`)?.n ?? 0,
    ]),
  );
}

/**
 * Makes a copy one in its own right and checks it: each table's integrity, then the row counts. Stops
 * after each table, so that whoever waits can do something else in between.
 * @throws DataError `store.backupFailed`
 */
function* verifying(
  copy: string,
  expected: Record<string, number> | null,
  binding?: string,
): Generator<void> {
  const db = openWritable(copy, { binding });
  try {
    forgetToken(db);
    db.raw.pragma('journal_mode = DELETE');
    for (const name of [...tableNames(db), 'search_index']) {
      const found = db.raw.pragma(`integrity_check("${name}")`, { simple: true });
      if (found !== 'ok') throw new DataError('store.backupFailed', { path: copy });
      yield;
    }
    if (expected !== null && JSON.stringify(countRows(db)) !== JSON.stringify(expected)) {
      throw new DataError('store.backupFailed', { path: copy });
    }
  } finally {
    close(db);
  }
}

function verify(...copy: Parameters<typeof verifying>): void {
  Array.from(verifying(...copy));
}

/** The same, without ever holding the process for longer than one table takes. */
async function verifyInSteps(...copy: Parameters<typeof verifying>): Promise<void> {
  for (const _step of verifying(...copy)) await setImmediate();
}

const ATTEMPTS = 4;

/** True when the copy was made of a store at rest and is sound; false when it was written to meanwhile. */
async function copyAtRest(db: ReadableDb, partial: string, binding?: string): Promise<boolean> {
  const before = countRows(db);
  await db.raw.backup(partial);
  if (JSON.stringify(countRows(db)) !== JSON.stringify(before)) return false;
  await verifyInSteps(partial, before, binding);
  return true;
}

/**
 * Copies the live store with SQLite's own backup, checks the copy (integrity, row counts) and only
 * then gives it its name; its SHA-256 is kept beside it. A store written to meanwhile is copied again.
 * @throws DataError `store.backupFailed`
 */
export async function backupTo(
  db: ReadableDb,
  target: string,
  { binding }: { readonly binding?: string | undefined } = {},
): Promise<void> {
  const partial = `${target}.${randomBytes(6).toString('hex')}.partial`;
  try {
    let isDone = false;
    for (let attempt = 1; attempt <= ATTEMPTS && !isDone; attempt += 1) {
      rmSync(partial, { force: true });
      isDone = await copyAtRest(db, partial, binding);
    }
    if (!isDone) throw new DataError('store.locked', { path: target });
    renameSync(partial, target);
  } catch (error) {
    removeIfThere(partial);
    throw new DataError('store.backupFailed', { path: target }, { cause: error });
  }
  writeFileSync(`${target}.sha256`, `${await sha256Of(target)}  ${basename(target)}\n`);
}

/** The automatic backup: into the store's folder of backups, then the rotation. */
export async function backupNow(
  db: ReadableDb,
  options: { readonly home: string; readonly binding?: string | undefined; readonly now?: Date },
): Promise<string> {
  const folder = backupFolder(options.home, storeIdOf(db));
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${stamp(options.now ?? new Date())}${EXTENSION}`);
  await backupTo(db, target, { binding: options.binding });
  rotate(folder, options.now ?? new Date());
  return target;
}

/** True when nothing was written since the newest backup. */
export function isBackedUp(db: ReadableDb, home: string, binding?: string): boolean {
  const newest = backupFiles(backupFolder(home, storeIdOf(db)))[0];
  if (newest === undefined) return false;
  const copy = openReadable(newest, { binding });
  try {
    return getMeta(copy, 'lastHlc') === getMeta(db, 'lastHlc');
  } finally {
    close(copy);
  }
}

interface MigrationBackup {
  readonly path: string;
  readonly home: string;
  /** Schema the store has before the migration. */
  readonly version: number;
  readonly binding: string | undefined;
}

/** Before a migration the copy must exist before anything changes, so it is made at once. */
export function backupBeforeMigration(
  db: WritableDb,
  { path, home, version, binding }: MigrationBackup,
): void {
  const folder = backupFolder(home, storeIdOf(db));
  const target = join(folder, `${stamp(new Date())}-v${version}${EXTENSION}`);
  try {
    mkdirSync(folder, { recursive: true });
    db.raw.prepare('VACUUM INTO ?').run(target);
    verify(target, countRows(db), binding);
  } catch (error) {
    removeIfThere(target);
    throw new DataError('store.backupFailed', { path }, { cause: error });
  }
}

/** What could not be made may lie where nothing can be removed either: the first error counts. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // nothing was made there
  }
}

/** Backups that lie in a folder, newest first. */
export function backupFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(EXTENSION))
    .toSorted()
    .reverse()
    .map((file) => join(folder, file));
}

function dateOf(path: string): Date {
  const [day, time = ''] = basename(path).slice(0, 19).split('T');
  return new Date(`${day}T${time.replaceAll('-', ':')}Z`);
}

function rotate(folder: string, now: Date): void {
  const files = backupFiles(folder);
  const kept = new Set(
    backupsToKeep(
      files.map((path) => ({ path, at: dateOf(path) })),
      now,
    ),
  );
  for (const path of files) {
    if (kept.has(path)) continue;
    rmSync(path, { force: true });
    rmSync(`${path}.sha256`, { force: true });
  }
}

/** Backups of a store, newest first, each held against the SHA-256 written when it was made. */
export async function listBackups(home: string, storeId: string): Promise<BackupInfo[]> {
  return Promise.all(
    backupFiles(backupFolder(home, storeId)).map(async (path) => {
      const known = existsSync(`${path}.sha256`)
        ? readFileSync(`${path}.sha256`, 'utf8').slice(0, 64)
        : null;
      return {
        path,
        fileName: basename(path),
        at: dateOf(path).toISOString(),
        bytes: statSync(path).size,
        isSound: known === null || known === (await sha256Of(path)),
      };
    }),
  );
}

/** @throws DataError `store.damaged`, `store.notAStore`, `store.newer` when the file is no sound backup */
export function assertSound(file: string, binding?: string): void {
  inspectStoreFile(file);
  const db = openReadable(file, { binding });
  try {
    const version = readSchemaVersion(db.raw);
    if (version > schemaVersion) {
      throw new DataError('store.newer', { path: file, version, known: schemaVersion });
    }
    if (db.raw.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new DataError('store.damaged', { path: file });
    }
  } finally {
    close(db);
  }
}

/**
 * Puts a backup in the place of a store. What was there is kept beside it under another name, with
 * its write-ahead log: nothing is lost, and a stale log cannot creep into the restored store.
 * @returns where the replaced store now is, or null when there was none.
 */
export function restoreBackup(
  file: string,
  path: string,
  {
    binding,
    now = new Date(),
  }: { readonly binding?: string | undefined; readonly now?: Date } = {},
): string | null {
  assertSound(file, binding);
  const lock = lockStore(path, { binding });
  try {
    const partial = join(dirname(path), `.${basename(path)}.restoring`);
    copyFileSync(file, partial);
    verify(partial, null, binding);
    const aside = existsSync(path) ? `${path}.${stamp(now)}.replaced` : null;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(`${path}${suffix}`))
        renameSync(`${path}${suffix}`, `${aside ?? path}${suffix}`);
    }
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    renameSync(partial, path);
    return aside;
  } finally {
    lock.release();
  }
}
