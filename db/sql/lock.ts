import Database from 'better-sqlite3';

import type { OpenOptions } from './open.ts';
import { asDataError } from './open.ts';

/** The held lock; releasing twice is harmless. */
export interface StoreLock {
  readonly release: () => void;
}

/**
 * Takes the store for this process alone. The lock is the operating system's, held on a small file
 * beside the store, so it ends with the process however it ends: no stale lock, no clean-up.
 * @throws DataError `store.locked` when another process holds it
 */
export function lockStore(path: string, options: OpenOptions = {}): StoreLock {
  let raw: Database.Database | null = null;
  try {
    raw = new Database(`${path}.lock`, {
      timeout: 0,
      ...(options.binding === undefined ? {} : { nativeBinding: options.binding }),
    });
    raw.pragma('journal_mode = MEMORY');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    raw?.close();
    throw asDataError(error, path);
  }
  const held = raw;
  return { release: () => held.close() };
}
