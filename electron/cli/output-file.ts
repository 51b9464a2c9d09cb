import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

import { AppError } from '#contract/errors.ts';

import type { CliRequest } from './command.ts';

const SQLITE_MAGIC = 'SQLite format 3';

function isDatabase(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const start = Buffer.alloc(SQLITE_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    return readSync(file, start) === start.length && start.toString('latin1') === SQLITE_MAGIC;
  } finally {
    closeSync(file);
  }
}

/** An export may replace an earlier export, never a store nor the files beside it. @throws AppError `store.alreadyExists` */
export function assertNoStore(path: string, request: CliRequest): void {
  const store = request.path(request.required('store'));
  const isBeside = ['', '-wal', '-shm', '.lock'].some((suffix) => path === `${store}${suffix}`);
  if (isBeside || isDatabase(path)) throw new AppError('store.alreadyExists', { path });
}
