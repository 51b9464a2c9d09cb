import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const RETRIES = 8;
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES']);

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BUSY.has(String(error.code));
}

/** A virus scanner may hold a file that was just written for a moment (Windows): bounded retry. */
export function renamePatiently(from: string, to: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || attempt >= RETRIES || !isBusy(error)) throw error;
      Atomics.wait(pause, 0, 0, 25 * 2 ** attempt);
    }
  }
}

/**
 * Writes a file whole or not at all: a neighbour is written, flushed to the disk and renamed over
 * it. A file that was there stays as it was when anything fails.
 */
export function writeFileAtomically(path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renamePatiently(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
