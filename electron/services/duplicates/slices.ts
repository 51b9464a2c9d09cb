import { setImmediate } from 'node:timers/promises';

/** The longest that background work holds the process before others get their turn, in ms. */
const SLICE_MS = 6;

/** Lets long work give way: `await pause()` returns at once until the slice is used up. */
export function sliced(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      signal?.throwIfAborted();
      begun = performance.now();
    });
  };
}
