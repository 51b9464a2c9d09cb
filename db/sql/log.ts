import { open } from 'node:fs/promises';

import type { WritableDb } from './sql.ts';

/** Pages in the write-ahead log from which on SQLite copies it into the store (its own default). */
const CHECKPOINT_AT = 1000;

/**
 * Keeps SQLite from copying the write-ahead log into the store within the very call that commits,
 * which after a large transaction doubles the time of that call. To be followed by `releaseLog`.
 */
export function holdLog(db: WritableDb): void {
  db.raw.pragma('wal_autocheckpoint = 0');
}

/**
 * Has the system put on the disk what was written so far, without holding the process: the commit to
 * come then waits for the last pages alone. Should it fail, the commit does it all.
 */
export async function flushLog(db: WritableDb): Promise<void> {
  const log = await open(`${db.raw.name}-wal`, 'r+').catch(() => null);
  await log?.datasync().catch(() => undefined);
  await log?.close().catch(() => undefined);
}

/** Lets SQLite copy the log by itself again. */
export function releaseLog(db: WritableDb): void {
  db.raw.pragma(`wal_autocheckpoint = ${CHECKPOINT_AT}`);
}

/** Copies the log into the store now. */
export function copyLog(db: WritableDb): void {
  db.raw.pragma('wal_checkpoint(PASSIVE)');
}
