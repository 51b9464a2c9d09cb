import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { AppError } from '#contract/errors.ts';
import { homePaths } from '#platform/paths.ts';
import { replicaTokens } from '#platform/replica-tokens.ts';
import { sqliteBinding } from '#platform/sqlite-binding.ts';
import { syncedFolderOf } from '#platform/synced-folders.ts';
import type { SessionOptions, StoreSession } from '#services/session.ts';
import { openSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import { asDataError } from '#sql/open.ts';

import type { CliRequest } from './command.ts';

/** The path with symbolic links followed, also for a file that is yet to be made. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** Name of the service that would rewrite a store lying here; null when the place is sound. */
export function syncServiceOf(path: string): string | null {
  return syncedFolderOf(realPath(path))?.service ?? null;
}

export function bindingOf({ io }: CliRequest): string | undefined {
  return io.binding ?? sqliteBinding(null) ?? undefined;
}

export function sessionOptions(request: CliRequest): SessionOptions {
  const path = request.path(request.required('store'));
  return {
    path,
    home: request.home,
    binding: bindingOf(request),
    tokens: replicaTokens(homePaths(request.home).replicas, path),
    findSyncedFolder: syncServiceOf,
  };
}

/** What the driver or the file system threw as a refusal with its code; anything else unchanged. */
export function asRefusal(error: unknown, path: string): unknown {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  const isKnown = error instanceof DataError || error instanceof AppError;
  if (isKnown || typeof code !== 'string') return error;
  return /^SQLITE_|^E[A-Z]+$/.test(code) ? asDataError(error, path) : error;
}

/** Opens, works and closes whatever happens; what the driver throws becomes a refusal with its code. */
async function during<T>(
  options: SessionOptions,
  work: (session: StoreSession) => T | Promise<T>,
): Promise<T> {
  let session: StoreSession | null = null;
  try {
    session = openSession(options);
    return await work(session);
  } catch (error) {
    throw asRefusal(error, options.path);
  } finally {
    session?.close();
  }
}

/** Opens the store for reading alone, so that it also works while a window has it open. */
export function reading<T>(
  request: CliRequest,
  work: (session: StoreSession) => T | Promise<T>,
): Promise<T> {
  return during({ ...sessionOptions(request), readOnly: true }, work);
}

/** Opens the store for writing, alone. @throws DataError `store.locked` while another has it open */
export function writing<T>(
  request: CliRequest,
  work: (session: StoreSession) => T | Promise<T>,
): Promise<T> {
  return during(sessionOptions(request), work);
}
