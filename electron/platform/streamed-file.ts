import { existsSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { AppError } from '#contract/errors.ts';

import { renamePatiently } from './atomic-write.ts';

/**
 * Gives `write` a sink for the bytes of a file, which takes its name only once it is whole. What was
 * there before stays until then, and for good when anything fails.
 * @throws AppError `export.notWritable` when the folder or the file cannot be written
 */
export async function writeFileInto<T>(
  path: string,
  write: (sink: (chunk: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (isFolder || !existsSync(dirname(path))) throw new AppError('export.notWritable', { path });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w').catch((error: unknown) => {
    throw new AppError('export.notWritable', { path }, { cause: error });
  });
  try {
    const result = await write(async (chunk) => {
      await file.writeFile(chunk);
    });
    await file.sync();
    await file.close();
    renamePatiently(temporary, path);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw isWriteError(error)
      ? new AppError('export.notWritable', { path }, { cause: error })
      : error;
  }
}

function isWriteError(error: unknown): boolean {
  const codes = new Set(['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EDQUOT', 'EIO', 'EFBIG']);
  return error instanceof Error && 'code' in error && codes.has(String(error.code));
}
