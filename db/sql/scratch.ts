import Database from 'better-sqlite3';

import type { OpenOptions } from './open.ts';
import type { WritableDb } from './sql.ts';

/** A database for work that does not fit in memory; nothing in it outlives it. */
export interface Scratch {
  readonly db: WritableDb;
  readonly close: () => void;
}

/** Makes an empty scratch database: SQLite's own temporary file, which has no name to be found by. */
export function openScratch({ binding }: OpenOptions = {}): Scratch {
  const raw = new Database('', binding === undefined ? {} : { nativeBinding: binding });
  raw.pragma('journal_mode = OFF');
  raw.pragma('synchronous = OFF');
  raw.pragma('cache_size = -16000');
  return {
    // The brand exists for the type checker alone; no store is written through this one.
    db: { raw, statements: new Map() } as unknown as WritableDb,
    close: () => void raw.close(),
  };
}
