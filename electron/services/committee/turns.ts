/** How long the work may hold the process before others get a turn, in milliseconds. */
const HELD_MS = 6;

/** Work that may be left between two steps. */
export type Steps<T> = Generator<void, T>;

/**
 * Runs work step by step; whoever waits for the process is answered in between.
 * @throws the signal's reason once it is aborted
 */
export async function inTurns<T>(work: Steps<T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < HELD_MS) continue;
    await new Promise<void>((resume) => {
      setImmediate(resume);
    });
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** Runs work to its end at once, for small tables. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
