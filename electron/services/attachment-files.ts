import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { AppError } from '#contract/errors.ts';

import type { KeptFile } from './kept-folder.ts';
import { blocksOf, codeOf, placeIn, takeIn } from './kept-folder.ts';

/** Largest file that is taken in, in bytes. */
export const attachmentLimit = 500_000_000;

/** Folder of the files that a store keeps, beside it. */
export const filesFolder = (storePath: string): string => `${storePath}.files`;

/** Where a file of such a digest lies. @throws TypeError for what is no digest */
export function placeOf(storePath: string, sha256: string): string {
  return placeIn(filesFolder(storePath), sha256);
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

function tooLarge(fileName: string, size: number, limit: number): AppError {
  const details = { fileName, size: megabytes(size), limit: megabytes(limit) };
  return new AppError('attachment.tooLarge', details);
}

/** What cannot be read although it is there is told apart from what is gone. */
function unread(fileName: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const isGone = ['ENOENT', 'ENOTDIR', 'ESTALE', 'ELOOP'].includes(codeOf(error));
  const code = isGone ? 'attachment.gone' : 'attachment.unreadable';
  return new AppError(code, { fileName }, { cause: error });
}

/** Links are followed: what is kept is the document, not the way to it. */
async function openSource(path: string, limit: number): Promise<FileHandle> {
  const fileName = basename(path);
  let source: FileHandle | null = null;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError('attachment.notAFile', { fileName });
    if (found.size === 0) throw new AppError('attachment.empty', { fileName });
    if (found.size > limit) throw tooLarge(fileName, found.size, limit);
    source = await open(path, 'r');
    return source;
  } catch (error) {
    await source?.close();
    throw unread(fileName, error);
  }
}

/** A file may grow, or go, while it is read. */
async function* bytesOf(
  source: FileHandle,
  fileName: string,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const blocks = blocksOf(source);
  let byteSize = 0;
  for (;;) {
    const next = await blocks.next().catch((error: unknown) => {
      throw unread(fileName, error);
    });
    if (next.done === true) break;
    byteSize += next.value.length;
    if (byteSize > limit) throw tooLarge(fileName, byteSize, limit);
    yield next.value;
  }
  if (byteSize === 0) throw new AppError('attachment.empty', { fileName });
}

interface KeepOptions {
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Told how many bytes were copied since it was last told. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Copies a file into the store's own folder under the SHA-256 of its bytes, whole or not at all.
 * @throws AppError `attachment.gone`, `attachment.unreadable`, `attachment.notAFile`,
 * `attachment.empty`, `attachment.tooLarge`, `store.full`, `store.io`; the signal's reason once it
 * is aborted
 */
export async function keepFile(
  storePath: string,
  path: string,
  { limit = attachmentLimit, signal, onBytes }: KeepOptions = {},
): Promise<KeptFile> {
  const source = await openSource(path, limit);
  try {
    const bytes = bytesOf(source, basename(path), limit);
    return await takeIn(filesFolder(storePath), bytes, { signal, onBytes });
  } finally {
    await source.close().catch(() => undefined);
  }
}
