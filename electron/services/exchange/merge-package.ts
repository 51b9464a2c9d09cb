import type { FileHandle } from 'node:fs/promises';
import { open, utimes } from 'node:fs/promises';

import { AppError } from '#contract/errors.ts';
import type { PackageHeader } from '#contract/exchange-file.ts';
import { packageHeader } from '#contract/exchange-file.ts';
import type { TarPart } from '#interop/tar.ts';
import { partsOf, TarError } from '#interop/tar.ts';
import type { Package } from '#journal/exchange.ts';
import { merge } from '#journal/exchange.ts';
import { conflictsOf } from '#journal/history.ts';
import { getMeta, setMeta } from '#journal/meta.ts';
import { schemaVersion } from '#migrations/index.ts';
import { everReferenced } from '#repositories/attachments.repo.ts';
import { DataError } from '#sql/errors.ts';
import { asDataError } from '#sql/open.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { one, sql, transaction } from '#sql/sql.ts';
import { isBusy, waitForTurn } from '#sql/turn.ts';

import { attachmentLimit, filesFolder } from '../attachment-files.ts';
import type { CopyWork } from '../file-copies.ts';
import { codeOf, OtherBytesError, placeIn, stateIn, takeIn } from '../kept-folder.ts';
import type { StoreSession } from '../session.ts';
import { lostFiles } from '../store-files.ts';
import {
  fileName,
  filesSpokenOf,
  headerLimit,
  headerName,
  JournalError,
  journalName,
  packageLimit,
  readJournal,
} from './package-format.ts';

export interface Merged {
  readonly added: number;
  readonly known: number;
  /** How many files came in. */
  readonly files: number;
  /** Names of files that its records have and that are not there. */
  readonly lost: string[];
  /** How many fields now hold what two people wrote without seeing each other. */
  readonly conflicts: number;
}

async function opened<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isGone ? new DataError('store.notFound', { path }) : asDataError(error, path);
  });
  try {
    return await work(file);
  } catch (error) {
    const isDamaged =
      error instanceof TarError ||
      error instanceof JournalError ||
      error instanceof OtherBytesError;
    if (isDamaged) throw new AppError('exchange.damaged', { path }, { cause: error });
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR';
    throw isFolder ? new AppError('exchange.notAPackage', { path }, { cause: error }) : error;
  } finally {
    await file.close();
  }
}

async function headerIn(parts: AsyncIterator<TarPart>, path: string): Promise<PackageHeader> {
  const none = (cause?: unknown) => new AppError('exchange.notAPackage', { path }, { cause });
  const first = await parts.next().catch((error: unknown) => {
    throw error instanceof TarError ? none(error) : error;
  });
  if (first.done === true || first.value.name !== headerName || first.value.size > headerLimit) {
    throw none();
  }
  const blocks: Buffer[] = [];
  for await (const block of first.value.bytes()) blocks.push(Buffer.from(block));
  let read: unknown;
  try {
    read = JSON.parse(Buffer.concat(blocks).toString('utf8'));
  } catch (error) {
    throw none(error);
  }
  const header = packageHeader.safeParse(read);
  if (!header.success) throw none(header.error);
  return header.data;
}

/**
 * The header of an exchange file, read before a store is opened for it.
 * @throws DataError `store.notFound`; AppError `exchange.notAPackage`, `exchange.damaged`
 */
export function readHeader(path: string): Promise<PackageHeader> {
  return opened(path, (file) => headerIn(partsOf(file), path));
}

/** The header of an exchange file of this group, to answer it. @throws AppError `exchange.otherGroup` */
export async function headerOf({ reader }: StoreSession, path: string): Promise<PackageHeader> {
  const header = await readHeader(path);
  if (header.storeId !== getMeta(reader, 'storeId')) {
    throw new AppError('exchange.otherGroup', { path });
  }
  return header;
}

/** A store in which nothing was ever written may become a copy of any group. */
function isNew(db: ReadableDb): boolean {
  return one(db, sql`SELECT 1 AS found FROM operation LIMIT 1`) === null;
}

function assertWelcome(db: ReadableDb, header: PackageHeader, path: string): void {
  if (header.schemaVersion > schemaVersion) {
    throw new DataError('journal.newerEntries', { version: header.schemaVersion });
  }
  if (header.storeId !== getMeta(db, 'storeId') && !isNew(db)) {
    throw new AppError('exchange.otherGroup', { path });
  }
  const total = header.files.reduce((sum, { byteSize }) => sum + byteSize, 0);
  const largest = Math.max(0, ...header.files.map(({ byteSize }) => byteSize));
  const [size, limit] = total > packageLimit ? [total, packageLimit] : [largest, attachmentLimit];
  if (size <= limit) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
  throw new AppError('exchange.tooLarge', { size: megabytes(size), limit: megabytes(limit) });
}

/**
 * Takes in an exchange file: its files first, each held against its digest, then its entries in one
 * transaction. Files that no record of either side speaks of are not taken. A file that is damaged or
 * cut changes no record; what came in of its files is what a later try needs.
 * @throws DataError `store.notFound`, `store.readOnly`, `journal.*`; AppError `exchange.*`,
 * `store.full`, `store.io`
 */
export async function mergeFrom(
  session: StoreSession,
  path: string,
  work: CopyWork = {},
): Promise<Merged> {
  const db = session.writer();
  return opened(path, async (file) => {
    const parts = partsOf(file);
    const header = await headerIn(parts, path);
    assertWelcome(db, header, path);
    const second = await parts.next();
    if (second.done === true || second.value.name !== journalName) throw new TarError('no journal');
    const entries = await readJournal(second.value.bytes(), header);
    const files = await takeFiles(session, parts, header, { entries, ...work });
    while (isBusy(db)) await waitForTurn(db, work.signal ?? new AbortController().signal);
    const { added, known } = take(db, header, entries);
    const rows = new Set(entries.changes.map(({ row }) => row));
    const lost = (await lostFiles(session, 'touched')).filter((one) => rows.has(one.attachmentId));
    return {
      added,
      known,
      files,
      lost: lost.map(({ fileName }) => fileName),
      conflicts: added === 0 ? 0 : conflictsIn(db, entries),
    };
  });
}

/** Entries that their hashes confirm may still make no sense: then nothing of them is kept. */
function take(db: WritableDb, { storeId }: PackageHeader, entries: Package) {
  try {
    if (storeId !== getMeta(db, 'storeId')) {
      transaction(db, () => setMeta(db, 'storeId', storeId));
    }
    return merge(db, entries);
  } catch (error) {
    const code = codeOf(error);
    const isSenseless = code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH';
    const isKnown = error instanceof DataError || code.startsWith('SQLITE_');
    throw isKnown && !isSenseless ? error : new JournalError('senseless', { cause: error });
  }
}

function conflictsIn(db: ReadableDb, { changes }: Package): number {
  const rows = new Set(changes.filter(({ op }) => op === 'set').map(({ row }) => row));
  return [...rows].reduce((sum, row) => sum + conflictsOf(db, row).length, 0);
}

/** @returns how many files were not there before */
async function takeFiles(
  { path, reader }: StoreSession,
  parts: AsyncIterable<TarPart>,
  { files }: PackageHeader,
  { entries, signal, onFile }: CopyWork & { readonly entries: Package },
): Promise<number> {
  const folder = filesFolder(path);
  const announced = new Map(files.map((file) => [fileName(file.sha256), file]));
  const needed = new Set([...filesSpokenOf(entries).keys(), ...everReferenced(reader).keys()]);
  let [seen, taken] = [0, 0];
  for await (const part of parts) {
    signal?.throwIfAborted();
    const file = announced.get(part.name);
    if (file === undefined || part.size !== file.byteSize) throw new TarError('not announced');
    announced.delete(part.name);
    onFile?.((seen += 1) - 1, files.length);
    if (!needed.has(file.sha256)) continue;
    if ((await stateIn(folder, file, 'touched')) === 'sound') {
      // What nothing spoke of until now counts as fresh, so that no cleaning takes it meanwhile.
      const now = new Date();
      await utimes(placeIn(folder, file.sha256), now, now).catch(() => undefined);
      continue;
    }
    await takeIn(folder, part.bytes(), { expected: file, signal });
    taken += 1;
  }
  if (announced.size > 0) throw new TarError('cut');
  return taken;
}
