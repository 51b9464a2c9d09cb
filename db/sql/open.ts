import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

import Database from 'better-sqlite3';

import { DataError } from './errors.ts';
import { foldText } from './fold.ts';
import type { ReadableDb, WritableDb } from './sql.ts';

/** « RAPP »: marks the file as a store of this program (SQLite `application_id`). */
export const APPLICATION_ID = 0x52415050;
const MINIMUM_SQLITE = [3, 51, 3] as const;
const HEADER_BYTES = 100;
const SQLITE_MAGIC = 'SQLite format 3\u0000';

export interface OpenOptions {
  /** Compiled driver to use instead of the packaged one; absolute path. */
  readonly binding?: string | undefined;
}

function assertSqlite(raw: Database.Database): void {
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of MINIMUM_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > wanted) return;
    if (part < wanted) throw new DataError('store.sqliteTooOld', { version });
  }
}

/**
 * Looks at the file's header before the driver does, so that a foreign, empty or cut file is
 * reported as what it is and never written to.
 * @throws DataError `store.notFound`, `store.notAStore` or `store.damaged`
 */
export function inspectStoreFile(path: string): void {
  if (!existsSync(path)) throw new DataError('store.notFound', { path });
  const { size } = statSync(path);
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) {
      throw new DataError('store.notAStore', { path });
    }
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) !== SQLITE_MAGIC) {
    throw new DataError('store.notAStore', { path });
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new DataError('store.notAStore', { path });
  const rawPageSize = header.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
  const pages = header.readUInt32BE(28);
  const hasValidCount = header.readUInt32BE(24) === header.readUInt32BE(92);
  // While a write-ahead log is being copied into the file, the header may already count pages that
  // are still in the log alone: a process killed then leaves a sound store that looks cut.
  const isCut = hasValidCount && size < pages * pageSize;
  if (isCut && !hasLog(path)) throw new DataError('store.damaged', { path });
}

function hasLog(path: string): boolean {
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
}

/** Turns what the driver threw into something a person can act on. */
export function asDataError(error: unknown, path: string): DataError {
  if (error instanceof DataError) return error;
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const options = { cause: error };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new DataError('store.locked', { path }, options);
  }
  if (code === 'SQLITE_NOTADB') return new DataError('store.notAStore', { path }, options);
  if (code.startsWith('SQLITE_CORRUPT')) return new DataError('store.damaged', { path }, options);
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
    return new DataError('store.readOnly', { path }, options);
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new DataError('store.full', { path }, options);
  }
  return new DataError('store.io', { path, driver: code }, options);
}

function connect(path: string, readonly: boolean, options: OpenOptions): Database.Database {
  const raw = new Database(path, {
    readonly,
    timeout: 5000,
    ...(options.binding === undefined ? {} : { nativeBinding: options.binding }),
  });
  assertSqlite(raw);
  raw.function('fold', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? foldText(value) : null,
  );
  raw.pragma('foreign_keys = ON');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('cache_size = -32000');
  return raw;
}

/** Opens a store for writing, or makes an empty one. Settings that SQLite forgets are set at every open. */
export function openWritable(path: string, options: OpenOptions = {}): WritableDb {
  try {
    const raw = connect(path, false, options);
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('secure_delete = ON');
    raw.pragma('journal_size_limit = 67108864');
    // The brand exists for the type checker alone: this is the one place that grants writing.
    return { raw, statements: new Map() } as unknown as WritableDb;
  } catch (error) {
    throw asDataError(error, path);
  }
}

/** Reading connections that found no write-ahead log beside the store: SQLite makes one for them. */
const logMakers = new WeakMap<ReadableDb, OpenOptions>();

export function openReadable(path: string, options: OpenOptions = {}): ReadableDb {
  try {
    const isAlone = !existsSync(`${path}-wal`) && !existsSync(`${path}-shm`);
    const raw = connect(path, true, options);
    raw.pragma('query_only = ON');
    const db: ReadableDb = { raw, statements: new Map() };
    if (isAlone) logMakers.set(db, options);
    return db;
  } catch (error) {
    throw asDataError(error, path);
  }
}

/**
 * Closes a connection; on a writing one the write-ahead log is first emptied into the store. A
 * reading one leaves beside the store no more than it found.
 */
export function close(db: ReadableDb): void {
  db.statements.clear();
  if (!db.raw.open) return;
  const { readonly, name } = db.raw;
  if (!readonly) db.raw.pragma('wal_checkpoint(TRUNCATE)');
  db.raw.close();
  const options = logMakers.get(db);
  if (options !== undefined) removeEmptyLog(name, options);
}

/**
 * A reading connection may not remove the log that SQLite made for it, and none but SQLite knows
 * whether another still uses it: a writing one that looks and closes removes it if it is the last.
 */
function removeEmptyLog(path: string, options: OpenOptions): void {
  if (!existsSync(`${path}-wal`) || statSync(`${path}-wal`).size > 0) return;
  try {
    const raw = connect(path, false, options);
    try {
      raw.pragma('busy_timeout = 0');
      raw.pragma('schema_version');
    } finally {
      raw.close();
    }
  } catch {
    // Whoever opens the store next for writing removes it.
  }
}
