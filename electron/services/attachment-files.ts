import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { AppError } from '#contract/errors.ts';
import { renamePatiently } from '#platform/atomic-write.ts';

/** Largest file that is taken in, in bytes. */
export const attachmentLimit = 500_000_000;

const BLOCK = 1 << 20;
const SHA256 = /^[0-9a-f]{64}$/;
const INCOMING = 'en-cours';

/** State of a kept file: as it came in, gone, or no longer the same bytes. */
export type FileState = 'sound' | 'missing' | 'altered';

export interface KeptFile {
  readonly sha256: string;
  readonly byteSize: number;
}

/** Folder of the files that a store keeps, beside it. */
export const filesFolder = (storePath: string): string => `${storePath}.files`;

/** Where a file of such a digest lies. @throws TypeError for what is no digest */
export function placeOf(storePath: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError('not a SHA-256');
  return join(filesFolder(storePath), sha256.slice(0, 2), sha256);
}

/** Copies under way in this process: what else lies in their folder was left by a crash. */
const underWay = new Set<string>();

async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!underWay.has(join(folder, name))) await rm(join(folder, name), { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function unwritable(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const isFull = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
  const code = isFull ? 'store.full' : 'store.io';
  return new AppError(code, { path, driver: codeOf(error) }, { cause: error });
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

async function openSource(path: string, limit: number): Promise<FileHandle> {
  const fileName = basename(path);
  let source: FileHandle | null = null;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError('attachment.notAFile', { fileName });
    if (found.size > limit) {
      const [size, most] = [megabytes(found.size), megabytes(limit)];
      throw new AppError('attachment.tooLarge', { fileName, size, limit: most });
    }
    source = await open(path, 'r');
    return source;
  } catch (error) {
    await source?.close();
    if (error instanceof AppError) throw error;
    throw new AppError('attachment.gone', { fileName }, { cause: error });
  }
}

interface KeepOptions {
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Told how many bytes were copied since it was last told. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Copies a file into the store's own folder under the SHA-256 of its bytes: written beside, flushed
 * to the disk, then given its name, so that no half file ever bears one.
 * @throws AppError `attachment.gone`, `attachment.notAFile`, `attachment.tooLarge`, `store.full`,
 * `store.io`; the signal's reason once it is aborted
 */
export async function keepFile(
  storePath: string,
  path: string,
  { limit = attachmentLimit, signal, onBytes }: KeepOptions = {},
): Promise<KeptFile> {
  const source = await openSource(path, limit);
  const incoming = join(filesFolder(storePath), INCOMING);
  const temporary = join(incoming, randomBytes(12).toString('hex'));
  underWay.add(temporary);
  try {
    await mkdir(incoming, { recursive: true });
    await clearLeftovers(incoming);
    const target = await open(temporary, 'wx', 0o600);
    try {
      const kept = await copyInto(target, source, { fileName: basename(path), limit }, (count) => {
        signal?.throwIfAborted();
        onBytes?.(count);
      });
      await target.sync();
      await target.close();
      await nameIt(storePath, temporary, kept.sha256);
      return kept;
    } finally {
      await target.close().catch(() => undefined);
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    signal?.throwIfAborted();
    throw unwritable(filesFolder(storePath), error);
  } finally {
    underWay.delete(temporary);
    await source.close().catch(() => undefined);
  }
}

async function copyInto(
  target: FileHandle,
  source: FileHandle,
  { fileName, limit }: { readonly fileName: string; readonly limit: number },
  onBlock: (count: number) => void,
): Promise<KeptFile> {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(BLOCK);
  let byteSize = 0;
  for (;;) {
    const { bytesRead } = await source.read(block, 0, BLOCK).catch((error: unknown) => {
      throw new AppError('attachment.gone', { fileName }, { cause: error });
    });
    if (bytesRead === 0) return { sha256: hash.digest('hex'), byteSize };
    byteSize += bytesRead;
    // A file may grow while it is read.
    if (byteSize > limit) {
      const [size, most] = [megabytes(byteSize), megabytes(limit)];
      throw new AppError('attachment.tooLarge', { fileName, size, limit: most });
    }
    const part = block.subarray(0, bytesRead);
    hash.update(part);
    await target.writeFile(part);
    onBlock(bytesRead);
  }
}

/** Bytes kept before under this digest are replaced: were they altered, they are sound again. */
async function nameIt(storePath: string, temporary: string, sha256: string): Promise<void> {
  const place = placeOf(storePath, sha256);
  const folder = join(place, '..');
  await mkdir(folder, { recursive: true });
  renamePatiently(temporary, place);
  if (process.platform === 'win32') return;
  const directory = await open(folder, 'r');
  await directory.sync().catch(() => undefined);
  await directory.close();
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(path, { highWaterMark: BLOCK })) hash.update(block);
  return hash.digest('hex');
}

/** Digests known of files that have not been touched since, so that looking again costs nothing. */
const known = new Map<string, { readonly stamp: string; readonly digest: string }>();
const KNOWN_AT_MOST = 5000;

/**
 * Holds a kept file against the digest it came in with.
 * @param isThorough reads the bytes again even when nothing says that they were touched
 */
export async function fileState(
  storePath: string,
  { sha256, byteSize }: KeptFile,
  isThorough = false,
): Promise<FileState> {
  const place = placeOf(storePath, sha256);
  const found = await stat(place).catch(() => null);
  if (found === null || !found.isFile()) return 'missing';
  if (found.size !== byteSize) return 'altered';
  const stamp = `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
  const remembered = known.get(place);
  if (!isThorough && remembered?.stamp === stamp) {
    return remembered.digest === sha256 ? 'sound' : 'altered';
  }
  const digest = await digestOf(place).catch(() => null);
  if (digest === null) return 'missing';
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(place, { stamp, digest });
  return digest === sha256 ? 'sound' : 'altered';
}
