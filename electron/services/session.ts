import { accessSync, constants, existsSync, mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { claimReplica, renewToken } from '#journal/replica.ts';
import type { ReplicaTokens } from '#journal/replica.ts';
import { schemaVersion } from '#migrations/index.ts';
import { migrate, readSchemaVersion } from '#migrations/run.ts';
import { DataError } from '#sql/errors.ts';
import type { StoreLock } from '#sql/lock.ts';
import { lockStore } from '#sql/lock.ts';
import {
  APPLICATION_ID,
  asDataError,
  close,
  inspectStoreFile,
  openReadable,
  openWritable,
} from '#sql/open.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { transaction } from '#sql/sql.ts';
import { interruptTurn } from '#sql/turn.ts';
import { setMeta } from '#journal/meta.ts';

import { backupBeforeMigration } from './backup.ts';

export interface SessionOptions {
  /** Absolute path of the store's file. */
  readonly path: string;
  readonly readOnly?: boolean;
  /** Compiled SQLite driver to use instead of the packaged one. */
  readonly binding?: string | undefined;
  /** The program's own folder on this machine: backups, copies' tokens. */
  readonly home: string;
  readonly tokens: ReplicaTokens;
  /** Refuses places that a synchroniser or a network server rewrites; null when the place is sound. */
  readonly findSyncedFolder?: (path: string) => string | null;
}

/** One state of the store, for work that takes its time, such as an export. */
export interface Snapshot {
  readonly db: ReadableDb;
  readonly close: () => void;
}

/** An open store: one connection that writes, one that only reads, and the lock that guards them. */
export interface StoreSession {
  readonly path: string;
  readonly home: string;
  readonly binding: string | undefined;
  readonly isReadOnly: boolean;
  readonly reader: ReadableDb;
  /** A connection of its own that sees the store as it is now, whatever is written meanwhile. */
  readonly openSnapshot: () => Snapshot;
  /** @throws DataError `store.readOnly` when the store was opened for reading */
  readonly writer: () => WritableDb;
  readonly close: () => void;
}

/**
 * Opens a store. Nothing is written before the file has been recognised as a sound store of a known
 * version; a damaged, foreign or newer file is left as it is.
 * @throws DataError with one of the `store.*` codes
 */
export function openSession(options: SessionOptions): StoreSession {
  const { path } = options;
  inspectStoreFile(path);
  if (options.readOnly === true) return openForReading(options);
  const synced = options.findSyncedFolder?.(path) ?? null;
  if (synced !== null) throw new DataError('store.syncedFolder', { path, service: synced });
  assertWritable(path);
  const lock = lockStore(path, { binding: options.binding });
  try {
    return openLocked(options, lock);
  } catch (error) {
    lock.release();
    throw asDataError(error, path);
  }
}

function openLocked(options: SessionOptions, lock: StoreLock): StoreSession {
  const { path, home, binding } = options;
  refuseNewer(path, binding);
  const db = openWritable(path, { binding });
  try {
    quickCheck(db, path);
    migrate(db.raw, {
      backup: (version) => backupBeforeMigration(db, { path, home, version, binding }),
    });
    claimReplica(db, options.tokens);
    const reader = openReadable(path, { binding });
    let isClosed = false;
    return {
      path,
      home,
      binding,
      isReadOnly: false,
      reader,
      openSnapshot: () => openSnapshotOf(path, binding),
      writer: () => db,
      close: () => {
        if (isClosed) return;
        isClosed = true;
        interruptTurn(db);
        close(reader);
        renewToken(db, options.tokens);
        close(db);
        lock.release();
      },
    };
  } catch (error) {
    db.raw.close();
    throw error;
  }
}

/** Looks at the version through a reading connection: a newer store must not even be touched. */
function refuseNewer(path: string, binding: string | undefined): void {
  const probe = openReadable(path, { binding });
  try {
    const version = readSchemaVersion(probe.raw);
    if (version > schemaVersion) {
      throw new DataError('store.newer', { path, version, known: schemaVersion });
    }
  } catch (error) {
    throw asDataError(error, path);
  } finally {
    close(probe);
  }
}

/** The cheap half of SQLite's own check, over the tables that everything stands on. */
function quickCheck(db: WritableDb, path: string): void {
  const tables = ['meta', 'operation', 'working_group'];
  for (const table of tables) {
    const found = db.raw.pragma(`quick_check('${table}')`, { simple: true });
    if (found !== 'ok') throw new DataError('store.damaged', { path });
  }
}

function openSnapshotOf(path: string, binding: string | undefined): Snapshot {
  const db = openReadable(path, { binding });
  db.raw.exec('BEGIN');
  return { db, close: () => close(db) };
}

function assertWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new DataError('store.readOnly', { path }, { cause: error });
  }
}

/**
 * Opens for reading alone. A store in a folder that cannot be written is read from a temporary copy,
 * because reading a write-ahead log needs a place to put its index.
 */
function openForReading(options: SessionOptions): StoreSession {
  const { path, home, binding } = options;
  const copy = canWrite(dirname(path)) ? null : temporaryCopy(path);
  try {
    const reader = openReadable(copy?.path ?? path, { binding });
    const version = readSchemaVersion(reader.raw);
    if (version > schemaVersion) {
      close(reader);
      throw new DataError('store.newer', { path, version, known: schemaVersion });
    }
    if (version < schemaVersion) {
      close(reader);
      throw new DataError('store.older', { path, version, known: schemaVersion });
    }
    let isClosed = false;
    return {
      path,
      home,
      binding,
      isReadOnly: true,
      reader,
      openSnapshot: () => openSnapshotOf(copy?.path ?? path, binding),
      writer: () => {
        throw new DataError('store.readOnly', { path });
      },
      close: () => {
        if (isClosed) return;
        isClosed = true;
        close(reader);
        copy?.remove();
      },
    };
  } catch (error) {
    copy?.remove();
    throw asDataError(error, path);
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function temporaryCopy(path: string): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  const copy = join(folder, basename(path));
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  return { path: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Makes a new, empty store.
 * @throws DataError `store.alreadyExists`, `store.syncedFolder`, `store.readOnly`, `store.notFound` (no such folder)
 */
export function createStore(options: SessionOptions): StoreSession {
  const { path, binding } = options;
  if (existsSync(path)) throw new DataError('store.alreadyExists', { path });
  if (!existsSync(dirname(path))) throw new DataError('store.notFound', { path: dirname(path) });
  const synced = options.findSyncedFolder?.(path) ?? null;
  if (synced !== null) throw new DataError('store.syncedFolder', { path, service: synced });
  const db = openWritable(path, { binding });
  try {
    db.raw.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db.raw);
    transaction(db, () => setMeta(db, 'createdAt', new Date().toISOString()));
  } finally {
    close(db);
  }
  return openSession(options);
}
