import type Database from 'better-sqlite3';

import { DataError } from './errors.ts';
import type { ReadableDb } from './sql.ts';

/** A writing connection held by work that gives the event loop turns before it is done. */
export interface WriteTurn {
  /** Lets the others write. Ending twice is harmless. */
  readonly end: () => void;
}

interface Holder {
  readonly ended: Promise<void>;
  /** Gives the work up at once, before the connection closes. */
  readonly interrupt: () => void;
}

const holders = new WeakMap<Database.Database, Holder>();

/** True while work that spans several turns of the event loop holds the connection. */
export function isBusy(db: ReadableDb): boolean {
  return holders.has(db.raw);
}

/**
 * Resolves when the work that holds the connection is over. Whoever wants to write then looks at
 * `isBusy` again, in the same turn: another one who waited may have been quicker.
 */
export function whenIdle(db: ReadableDb): Promise<void> {
  return holders.get(db.raw)?.ended ?? Promise.resolve();
}

/** Waits until nobody holds the connection. @throws the signal's reason once it is aborted */
export async function waitForTurn(db: ReadableDb, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!isBusy(db)) return;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (isBusy(db)) await Promise.race([whenIdle(db), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** @throws DataError `store.busy` while work that spans several turns holds the connection */
export function assertIdle(db: ReadableDb): void {
  if (isBusy(db)) throw new DataError('store.busy');
}

/**
 * Keeps every other writer out until the turn ends: a transaction that stays open from one turn of
 * the event loop to the next would otherwise swallow what they write.
 * @param interrupt gives the work up at once, and ends the turn; called when the connection closes
 * @throws DataError `store.busy`
 */
export function takeTurn(db: ReadableDb, interrupt: () => void): WriteTurn {
  assertIdle(db);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const holder: Holder = { ended, interrupt };
  holders.set(db.raw, holder);
  return {
    end: () => {
      if (holders.get(db.raw) === holder) holders.delete(db.raw);
      resolve();
    },
  };
}

/** Gives up the work that holds the connection, if any. */
export function interruptTurn(db: ReadableDb): void {
  holders.get(db.raw)?.interrupt();
}
