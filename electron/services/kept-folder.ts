import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, rmSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '#contract/errors.ts';
import { renamePatiently } from '#platform/atomic-write.ts';

/** A file by its bytes; the size is null where only the digest is known. */
export interface FilePrint {
  readonly sha256: string;
  readonly byteSize: number | null;
}

export interface KeptFile extends FilePrint {
  readonly byteSize: number;
}

/** State of a kept file: as it came in, gone, or no longer the same bytes. */
export type FileState = 'sound' | 'missing' | 'altered';

/** Bytes that came are not those that were announced: nothing of them was kept. */
export class OtherBytesError extends Error {}

const BLOCK = 1 << 20;
const SHA256 = /^[0-9a-f]{64}$/;
const INCOMING = 'en-cours';
const DAY_MS = 86_400_000;

/** True for what can name a kept file. */
export const isDigest = (text: string): boolean => SHA256.test(text);

/** Where a folder keeps the file of such a digest. @throws TypeError for what is no digest */
export function placeIn(folder: string, sha256: string): string {
  if (!isDigest(sha256)) throw new TypeError('not a SHA-256');
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Copies under way in this process: what else lies in their folder may have been left by a crash. */
const underWay = new Set<string>();

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // one of ours would be under way
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Another process may copy into a folder of backups at the same time: its work is left alone. */
async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (underWay.has(path)) continue;
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0);
    if (age < DAY_MS && isAlive(Number.parseInt(name, 10))) continue;
    await rm(path, { force: true }).catch(() => undefined);
  }
}

/** The system's own code of an error; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isFull = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
    const code = isFull ? 'store.full' : 'store.io';
    throw new AppError(code, { path, driver: codeOf(error) }, { cause: error });
  }
}

export interface TakeOptions {
  /** What the bytes must be; anything else is refused with `OtherBytesError`. */
  readonly expected?: FilePrint;
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes were copied since it was last told. */
  readonly onBytes?: ((count: number) => void) | undefined;
}

/**
 * Copies bytes into a folder under their SHA-256: written beside, flushed to the disk, then given
 * their name, so that no half file ever bears one. Bytes kept before under this digest are replaced:
 * were they altered, they are sound again.
 * @throws AppError `store.full`, `store.io` when the folder cannot be written; OtherBytesError; what
 * the source throws; the signal's reason once it is aborted
 */
export async function takeIn(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  { expected, signal, onBytes }: TakeOptions = {},
): Promise<KeptFile> {
  const incoming = join(folder, INCOMING);
  const temporary = join(incoming, `${process.pid}-${randomBytes(12).toString('hex')}`);
  underWay.add(temporary);
  try {
    const target = await writing(folder, async () => {
      await mkdir(incoming, { recursive: true });
      await clearLeftovers(incoming);
      return open(temporary, 'wx', 0o600);
    });
    try {
      const kept = await copyInto(folder, target, source, (part) => {
        signal?.throwIfAborted();
        onBytes?.(part);
      });
      if (expected !== undefined && !isSame(kept, expected)) throw new OtherBytesError();
      await writing(folder, async () => {
        await target.sync();
        await target.close();
        await nameIt(folder, temporary, kept.sha256);
      });
      return kept;
    } finally {
      await target.close().catch(() => undefined);
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    underWay.delete(temporary);
  }
}

function isSame(kept: KeptFile, { sha256, byteSize }: FilePrint): boolean {
  return kept.sha256 === sha256 && (byteSize === null || kept.byteSize === byteSize);
}

async function copyInto(
  folder: string,
  target: FileHandle,
  source: AsyncIterable<Uint8Array>,
  onBlock: (count: number) => void,
): Promise<KeptFile> {
  const hash = createHash('sha256');
  let byteSize = 0;
  for await (const part of source) {
    byteSize += part.length;
    hash.update(part);
    await writing(folder, () => target.writeFile(part));
    onBlock(part.length);
  }
  return { sha256: hash.digest('hex'), byteSize };
}

async function nameIt(folder: string, temporary: string, sha256: string): Promise<void> {
  const place = placeIn(folder, sha256);
  const own = join(place, '..');
  await mkdir(own, { recursive: true });
  renamePatiently(temporary, place);
  if (process.platform === 'win32') return;
  const directory = await open(own, 'r');
  await directory.sync().catch(() => undefined);
  await directory.close();
}

/** The bytes of a file, a block at a time; the block is used again. */
export async function* blocksOf(source: FileHandle): AsyncGenerator<Uint8Array> {
  const block = Buffer.allocUnsafe(BLOCK);
  for (;;) {
    const { bytesRead } = await source.read(block, 0, BLOCK);
    if (bytesRead === 0) return;
    yield block.subarray(0, bytesRead);
  }
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export async function digestOf(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const options = { highWaterMark: BLOCK, ...(signal === undefined ? {} : { signal }) };
  for await (const block of createReadStream(path, options)) hash.update(block);
  return hash.digest('hex');
}

/** Digests known of files that have not been touched since, so that looking again costs nothing. */
const known = new Map<string, { readonly stamp: string; readonly digest: string }>();
const KNOWN_AT_MOST = 5000;

/**
 * Holds a kept file against the digest it came in with. A digest that is none, such as one that was
 * imported, names no file.
 * @param effort `size` looks at nothing but the size; `touched` reads the bytes when something says
 * that they were touched since they were last read; `bytes` reads them in any case
 */
export async function stateIn(
  folder: string,
  { sha256, byteSize }: FilePrint,
  effort: 'size' | 'touched' | 'bytes',
): Promise<FileState> {
  if (!isDigest(sha256)) return 'missing';
  const place = placeIn(folder, sha256);
  const found = await stat(place).catch(() => null);
  if (found === null || !found.isFile()) return 'missing';
  if (byteSize !== null && found.size !== byteSize) return 'altered';
  if (effort === 'size') return 'sound';
  const stamp = `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
  const remembered = known.get(place);
  if (effort === 'touched' && remembered?.stamp === stamp) {
    return remembered.digest === sha256 ? 'sound' : 'altered';
  }
  const digest = await digestOf(place).catch(() => null);
  if (digest === null) return 'missing';
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(place, { stamp, digest });
  return digest === sha256 ? 'sound' : 'altered';
}

/** A file that a folder holds under a digest. */
export interface HeldFile extends KeptFile {
  /** When it came in, in milliseconds. */
  readonly at: number;
}

/** Every file that a folder holds; nothing where there is no folder. */
export async function heldIn(folder: string): Promise<HeldFile[]> {
  const held: HeldFile[] = [];
  for (const prefix of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    for (const sha256 of await readdir(join(folder, prefix)).catch(() => [])) {
      if (!isDigest(sha256) || !sha256.startsWith(prefix)) continue;
      const found = await stat(placeIn(folder, sha256)).catch(() => null);
      if (found?.isFile() === true) held.push({ sha256, byteSize: found.size, at: found.mtimeMs });
    }
  }
  return held;
}

/**
 * Removes files that came in before a time and that nothing needs. Asks and removes in one go: no
 * copy that comes in meanwhile can be met.
 */
export function removeHeld(
  folder: string,
  files: readonly FilePrint[],
  { before, needed }: { readonly before: number; readonly needed: ReadonlySet<string> },
): KeptFile[] {
  const removed: KeptFile[] = [];
  for (const { sha256 } of files) {
    const place = placeIn(folder, sha256);
    const found = statSync(place, { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.mtimeMs >= before || needed.has(sha256)) continue;
    rmSync(place, { force: true });
    removed.push({ sha256, byteSize: found.size });
  }
  return removed;
}
