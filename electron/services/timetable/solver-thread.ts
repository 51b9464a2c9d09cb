import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

import { AppError } from '#contract/errors.ts';

import type { FromSolver, SolverAnswer, SolverTask } from './protocol.ts';
import type { SolveProgress } from './solve.ts';

/** Where the thread's program lies, seen from this module: as source, or built beside or above it. */
const PLACES = ['../../timetable-worker.ts', './timetable-worker.js', '../timetable-worker.js'];
/** Heap of the thread; the solver's own memory comes on top and is capped at 2 GB by its build. */
const MEMORY_MB = 512;
/** What loading, stating and explaining the problem may take beyond the time given to the search. */
const MARGIN_SECONDS = 30;

function entry(): URL {
  for (const place of PLACES) {
    const url = new URL(place, import.meta.url);
    if (existsSync(url)) return url;
  }
  throw new Error('timetable-worker is missing');
}

export interface SolveRequest extends Omit<SolverTask, 'wasm'> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SolveProgress) => void;
}

/**
 * Solves in a thread of its own, which ends with the answer, or at once when the request is cancelled.
 * @throws the signal's reason; AppError `timetable.solverStopped` when the thread ends by itself, or does not
 *   come back in time
 */
export async function solveInThread(request: SolveRequest): Promise<SolverAnswer> {
  const { signal, onProgress, ...task } = request;
  signal.throwIfAborted();
  const wasm = readFileSync(createRequire(import.meta.url).resolve('highs/runtime'));
  const workerData: SolverTask = { ...task, wasm: new Uint8Array(wasm) };
  const thread = new Worker(entry(), {
    workerData,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const { promise, resolve, reject } = Promise.withResolvers<SolverAnswer>();
  const onAbort = (): void => reject(signal.reason);
  const guard = setTimeout(
    () => reject(new AppError('timetable.solverStopped')),
    (task.seconds + MARGIN_SECONDS) * 1000,
  );
  signal.addEventListener('abort', onAbort, { once: true });
  thread.on('message', (message: FromSolver) => {
    if (message.type === 'progress') onProgress(message.progress);
    else resolve(message.answer);
  });
  thread.once('error', (cause) => reject(new AppError('timetable.solverStopped', {}, { cause })));
  thread.once('exit', () => reject(new AppError('timetable.solverStopped')));
  try {
    return await promise;
  } finally {
    clearTimeout(guard);
    signal.removeEventListener('abort', onAbort);
    // An answer is not kept waiting for the thread that gave it to be gone.
    void thread.terminate();
  }
}
