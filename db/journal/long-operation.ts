import { copyLog, flushLog, holdLog, releaseLog } from '#sql/log.ts';
import type { WritableDb } from '#sql/sql.ts';
import { isBusy, takeTurn, waitForTurn } from '#sql/turn.ts';

import type { Operation, OperationContext, OperationResult } from './operation.ts';
import { withItsName } from './operation.ts';
import { Writer } from './writer.ts';

export interface LongOptions {
  readonly signal: AbortSignal;
  /** Told while the finishing steps go on (search, sort keys): records done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** An operation whose body gives the event loop turns while it goes on. */
export interface LongOperation extends Operation {
  /**
   * To be awaited after each chunk: others are answered if this work has held the process for long.
   * @throws the signal's reason once it is aborted
   */
  readonly turn: () => Promise<void>;
}

/** A generator's every `yield` is a turn. */
type LongBody<T> = (operation: LongOperation) => Promise<T> | Generator<unknown, T>;

/** How long the work may hold the process before others get a turn, in milliseconds. */
const HELD_MS = 6;

/**
 * Like `runOperation`, for work that takes seconds: the transaction stays open from one turn of the
 * event loop to the next, and what reads over another connection is answered meanwhile. Waits until
 * no other long operation is under way.
 * @throws the signal's reason when aborted; the store is then as it was, as after any error
 */
export async function runLongOperation<T>(
  db: WritableDb,
  context: OperationContext,
  body: LongBody<T>,
  { signal, onProgress }: LongOptions,
): Promise<OperationResult<T>> {
  signal.throwIfAborted();
  while (isBusy(db)) await waitForTurn(db, signal);
  const interrupted = new AbortController();
  const stop = AbortSignal.any([signal, interrupted.signal]);
  const held = begin(db, context, () => interrupted.abort());
  try {
    const { writer } = held;
    const turn = turnsOf(stop);
    const operation = asLong(writer, turn);
    const value = await unlessAborted(stop, () => settle(body(operation), turn));
    for (const { done, total } of writer.finish()) {
      await turn();
      onProgress?.(done, total);
    }
    await unlessAborted(stop, () => flushLog(db));
    db.raw.exec('COMMIT');
    await nextTurn(); // nothing can be given up any more: whoever waited is answered first
    if (db.raw.open) copyLog(db);
    return writer.result(value);
  } catch (error) {
    throw withItsName(error);
  } finally {
    held.end();
  }
}

interface Held {
  readonly writer: Writer;
  /** Gives up what was not committed and lets the others write. Ending twice is harmless. */
  readonly end: () => void;
}

function begin(db: WritableDb, context: OperationContext, interrupt: () => void): Held {
  let writer: Writer | null = null;
  const end = (): void => {
    writer?.close();
    if (db.raw.open) {
      if (db.raw.inTransaction) db.raw.exec('ROLLBACK');
      releaseLog(db);
    }
    turn.end();
  };
  let isOver = false;
  const endOnce = (): void => {
    if (!isOver) end();
    isOver = true;
  };
  const turn = takeTurn(db, () => {
    interrupt();
    endOnce();
  });
  try {
    holdLog(db);
    db.raw.exec('BEGIN IMMEDIATE');
    writer = new Writer(db, context);
    return { writer, end: endOnce };
  } catch (error) {
    endOnce();
    throw error;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resume) => {
    setImmediate(resume);
  });
}

function turnsOf(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - since < HELD_MS) return;
    await nextTurn();
    signal.throwIfAborted();
    since = performance.now();
  };
}

/** The operation itself, with turns. */
function asLong(writer: Writer, turn: () => Promise<void>): LongOperation {
  return Object.assign(writer, { turn });
}

async function settle<T>(
  work: Promise<T> | Generator<unknown, T>,
  turn: () => Promise<void>,
): Promise<T> {
  if (!(Symbol.iterator in work)) return work;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    try {
      await turn();
    } catch (error) {
      work.throw(error); // its own clean-up
      throw error;
    }
  }
}

/** Rejects as soon as the signal is aborted, even while the work waits for something else. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
