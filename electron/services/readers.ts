import { processReaders } from '#interop/import/process-reader.ts';
import { readerEntry } from '#interop/import/reader-entry.ts';
import type { SpawnReader } from '#interop/import/reader-port.ts';

export { relayedReaders } from '#interop/import/relayed-reader.ts';
export type { ReaderNews, ReaderWish, RelayedReaders } from '#interop/import/relayed-reader.ts';
export type { SpawnReader } from '#interop/import/reader-port.ts';

/** Readers of foreign files where there is no Electron: processes of plain Node. */
export function nodeReaders(): SpawnReader {
  return processReaders(readerEntry());
}
