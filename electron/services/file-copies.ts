import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { FilePrint } from './kept-folder.ts';
import {
  blocksOf,
  digestOf,
  isDigest,
  OtherBytesError,
  placeIn,
  stateIn,
  takeIn,
} from './kept-folder.ts';

export interface CopyWork {
  readonly signal?: AbortSignal | undefined;
  /** Told how many files are dealt with, of how many. */
  readonly onFile?: ((done: number, total: number) => void) | undefined;
}

export interface CopyOutcome {
  readonly copied: number;
  /** Digests of what no source holds as it came in. */
  readonly absent: string[];
}

/** True once the bytes of this very digest lie in the folder. */
async function copySound(
  folder: string,
  path: string,
  expected: FilePrint,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const source = await open(path, 'r').catch(() => null);
  if (source === null) return false;
  try {
    await takeIn(folder, readable(source), { expected, signal });
    return true;
  } catch (error) {
    if (error instanceof OtherBytesError) return false;
    throw error;
  } finally {
    await source.close().catch(() => undefined);
  }
}

/** What cannot be read to its end is not the file that was looked for. */
async function* readable(source: Parameters<typeof blocksOf>[0]): AsyncGenerator<Uint8Array> {
  const blocks = blocksOf(source);
  for (;;) {
    const next = await blocks.next().catch((error: unknown) => {
      throw new OtherBytesError('unreadable', { cause: error });
    });
    if (next.done === true) return;
    yield next.value;
  }
}

/**
 * Copies files that are wanted from folders that keep them into another such folder, each once and
 * held against its digest while it is copied. What is there already is not copied again.
 * @param isThorough reads what is there already, and replaces it when it was altered
 * @throws AppError `store.full`, `store.io` when the folder cannot be written
 */
export async function copyKept(
  wanted: Iterable<FilePrint>,
  {
    from,
    to,
    isThorough = false,
  }: {
    readonly from: readonly string[];
    readonly to: string;
    readonly isThorough?: boolean;
  },
  { signal, onFile }: CopyWork = {},
): Promise<CopyOutcome> {
  const files = [...wanted].filter(({ sha256 }) => isDigest(sha256));
  const absent: string[] = [];
  let copied = 0;
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    onFile?.(index, files.length);
    if ((await stateIn(to, file, isThorough ? 'touched' : 'size')) === 'sound') continue;
    let isFound = false;
    for (const folder of from) {
      isFound = await copySound(to, placeIn(folder, file.sha256), file, signal);
      if (isFound) break;
    }
    if (isFound) copied += 1;
    else absent.push(file.sha256);
  }
  return { copied, absent };
}

/** More than this is no folder of documents, but a whole disk. */
const ENTRIES_AT_MOST = 200_000;

async function* filesUnder(root: string, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const folders = [root];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      signal?.throwIfAborted();
      seen += 1;
      if (seen > ENTRIES_AT_MOST) return;
      const path = join(folder, entry.name);
      // Links are not followed: they may lead in circles.
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) yield path;
    }
  }
}

/**
 * Looks for files anywhere under a folder, whatever they are called there, and copies those whose
 * bytes are the ones wanted.
 * @throws AppError `store.full`, `store.io` when the target cannot be written
 */
export async function copyRecognised(
  wanted: Iterable<FilePrint>,
  { under, to }: { readonly under: string; readonly to: string },
  { signal, onFile }: CopyWork = {},
): Promise<CopyOutcome> {
  const left = new Map([...wanted].map((file) => [file.sha256, file]));
  const total = left.size;
  const sizes = new Set([...left.values()].map(({ byteSize }) => byteSize));
  for await (const path of filesUnder(under, signal)) {
    if (left.size === 0) break;
    const size = (await stat(path).catch(() => null))?.size;
    if (size === undefined || !(sizes.has(size) || sizes.has(null))) continue;
    const digest = await digestOf(path, signal).catch(() => null);
    signal?.throwIfAborted();
    const file = digest === null ? undefined : left.get(digest);
    if (file === undefined || !(await copySound(to, path, file, signal))) continue;
    left.delete(file.sha256);
    onFile?.(total - left.size, total);
  }
  return { copied: total - left.size, absent: [...left.keys()] };
}
