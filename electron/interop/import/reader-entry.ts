import { existsSync } from 'node:fs';

/** Where the worker lies, seen from this module: as source, or built beside or above it. */
const PLACES = ['../../import-worker.ts', './import-worker.js', '../import-worker.js'];

/** The file that `processReaders` and `threadReaders` start; throws Error when it was not built. */
export function readerEntry(): URL {
  for (const place of PLACES) {
    const entry = new URL(place, import.meta.url);
    if (existsSync(entry)) return entry;
  }
  throw new Error('import-worker is missing');
}
