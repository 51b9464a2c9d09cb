import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import { AppError } from '#contract/errors.ts';
import type { PackageHeader } from '#contract/exchange-file.ts';
import { writeEnd, writePart } from '#interop/tar.ts';
import type { VersionVector } from '#journal/exchange.ts';
import { pack, versionVector } from '#journal/exchange.ts';
import { scopeOfRow } from '#journal/entries.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { ReferencedFile } from '#repositories/attachments.repo.ts';
import { everReferenced } from '#repositories/attachments.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { filesFolder } from '../attachment-files.ts';
import type { CopyWork } from '../file-copies.ts';
import type { KeptFile } from '../kept-folder.ts';
import { blocksOf, placeIn, stateIn } from '../kept-folder.ts';
import type { StoreSession } from '../session.ts';
import {
  fileName,
  filesSpokenOf,
  headerName,
  journalName,
  packageLimit,
  packJournal,
} from './package-format.ts';

export interface PackRequest extends CopyWork {
  readonly path: string;
  /** The parts of the store that travel; all when null. */
  readonly scopes?: readonly string[] | null;
  /** Header of a file that the other copy sent: only what it lacks is written. */
  readonly answerTo?: PackageHeader | null;
  readonly withoutFiles?: boolean;
  readonly limit?: number;
}

export interface Packed {
  readonly entries: number;
  readonly files: number;
  /** Names of files that belong in it and are gone or altered. */
  readonly lost: string[];
}

/** Files of records within some scopes, those of removed records included. */
function filesWithin(
  db: ReadableDb,
  scopes: readonly string[] | null,
): Map<string, ReferencedFile> {
  const files = everReferenced(db);
  if (scopes === null) return files;
  const holders = all<{ sha256: string; recordId: string }>(
    db,
    sql`SELECT sha256, record_id AS recordId FROM attachment`,
  );
  const within = new Set(
    holders
      .filter(({ recordId }) => scopes.includes(scopeOfRow(db, recordId)))
      .map(({ sha256 }) => sha256),
  );
  return new Map([...files].filter(([sha256]) => within.has(sha256)));
}

/**
 * Writes what another copy of the store does not have into one file, with the files that these
 * records have. Files are read a block at a time; those that are gone or altered are told.
 * @throws AppError `exchange.tooLarge`, `export.notWritable`, `attachment.altered` when a file
 * changes while it is read
 */
export async function packTo(
  session: StoreSession,
  {
    path,
    scopes = null,
    answerTo = null,
    withoutFiles = false,
    limit = packageLimit,
    ...work
  }: PackRequest,
): Promise<Packed> {
  const { reader } = session;
  const have: VersionVector = answerTo?.have ?? {};
  const entries = pack(reader, have, scopes);
  const own = versionVector(reader);
  const wanted = new Set([...filesSpokenOf(entries).keys(), ...(answerTo?.lacks ?? [])]);
  const everyFile = [...filesWithin(reader, scopes).values()];
  const lacks: string[] = [];
  const files: KeptFile[] = [];
  const lost: string[] = [];
  for (const file of everyFile) {
    work.signal?.throwIfAborted();
    const { sha256, byteSize } = file;
    const isSound = (await stateIn(filesFolder(session.path), file, 'touched')) === 'sound';
    if (!isSound) lacks.push(sha256);
    if (!wanted.has(sha256) || withoutFiles) continue;
    if (isSound && byteSize !== null) files.push({ sha256, byteSize });
    else lost.push(file.fileName ?? sha256);
  }
  const journal = await packJournal(entries);
  const header: PackageHeader = {
    format: 'rapporteur-exchange',
    version: 1,
    schemaVersion: entries.schemaVersion,
    storeId: entries.storeId,
    operations: entries.operations.length,
    changes: entries.changes.length,
    sha256: createHash('sha256').update(journal).digest('hex'),
    have: own,
    lacks: lacks.filter((sha256) => /^[0-9a-f]{64}$/.test(sha256)),
    files,
  };
  const total = files.reduce((sum, { byteSize }) => sum + byteSize, journal.length);
  if (total > limit) {
    const [size, most] = [total, limit].map((bytes) => Math.ceil(bytes / 1_000_000));
    throw new AppError('exchange.tooLarge', { size: size ?? 0, limit: most ?? 0 });
  }
  await writeFileInto(path, async (sink) => {
    const head = Buffer.from(JSON.stringify(header));
    await writePart(sink, { name: headerName, size: head.length }, [head]);
    await writePart(sink, { name: journalName, size: journal.length }, [journal]);
    for (const [index, file] of files.entries()) {
      work.signal?.throwIfAborted();
      work.onFile?.(index, files.length);
      const part = { name: fileName(file.sha256), size: file.byteSize };
      await writePart(sink, part, unaltered(session, file));
    }
    await writeEnd(sink);
  });
  return { entries: entries.changes.length, files: files.length, lost };
}

/** The bytes of a kept file; what is written never has another digest than announced. */
async function* unaltered(
  { path }: StoreSession,
  { sha256, byteSize }: KeptFile,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const altered = () => new AppError('attachment.altered', { fileName: sha256 });
  const file = await open(placeIn(filesFolder(path), sha256), 'r').catch(() => {
    throw altered();
  });
  let read = 0;
  try {
    for await (const block of blocksOf(file)) {
      read += block.length;
      if (read > byteSize) throw altered();
      hash.update(block);
      yield block;
    }
  } finally {
    await file.close().catch(() => undefined);
  }
  if (hash.digest('hex') !== sha256) throw altered();
}
