import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { safeFileName } from '#platform/file-names.ts';
import type { AttachmentRow } from '#repositories/deliverables.repo.ts';
import { attachmentsOf } from '#repositories/deliverables.repo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { WritableDb } from '#sql/sql.ts';
import { isBusy, waitForTurn } from '#sql/turn.ts';

import { attachmentLimit, filesFolder, keepFile, placeOf } from './attachment-files.ts';
import type { FileState, KeptFile } from './kept-folder.ts';
import { stateIn } from './kept-folder.ts';
import { mediaTypeOf } from './media-types.ts';
import type { Author } from './records.ts';
import type { StoreSession } from './session.ts';

/** The longest name that a record of a file holds. */
const NAME_MAX = 255;

export interface AttachRequest {
  readonly recordTable: EntityName;
  readonly recordId: string;
  /** Absolute paths of the files, which the person chose. */
  readonly paths: readonly string[];
  /** The day on which they come in. */
  readonly today: string;
}

export interface AttachWork {
  readonly signal: AbortSignal;
  /** Told how many bytes were copied since it was last told. */
  readonly onBytes?: (count: number) => void;
  readonly limit?: number;
}

export interface Attached {
  readonly ids: Id<'attachment'>[];
  /** Names of files that the record already had, byte for byte. */
  readonly already: string[];
}

interface Incoming extends KeptFile {
  readonly fileName: string;
}

/**
 * Copies files into the store's folder and ties them to a record, as one operation; on a deliverable
 * they count as its arrival. The bytes are there before the record speaks of them: a crash in
 * between leaves at most a file that nothing names.
 * @throws AppError `attachment.*`; DataError `record.notFound`, `store.readOnly`, `store.full`
 */
export async function addAttachments(
  session: StoreSession,
  { author }: Author,
  { recordTable, recordId, paths, today }: AttachRequest,
  { signal, onBytes, limit = attachmentLimit }: AttachWork,
): Promise<OperationResult<Attached>> {
  const db = session.writer();
  assertThere(db, recordTable, recordId);
  const incoming: Incoming[] = [];
  for (const path of paths) {
    const kept = await keepFile(session.path, path, {
      limit,
      signal,
      ...(onBytes === undefined ? {} : { onBytes }),
    });
    incoming.push({ ...kept, fileName: nameOf(path) });
  }
  while (isBusy(db)) await waitForTurn(db, signal);
  // It may have been removed while the files were copied.
  assertThere(db, recordTable, recordId);
  const present = attachmentsOf(db, recordId);
  const fresh = incoming.filter(
    (file, index) =>
      incoming.findIndex((other) => other.sha256 === file.sha256) === index &&
      !present.some(({ sha256 }) => sha256 === file.sha256),
  );
  const reason = { key: 'attach', params: { table: recordTable, count: fresh.length } };
  return runOperation(db, { author, reason }, (operation) => {
    const rows = fresh.map(({ fileName, sha256, byteSize }) => ({
      values: {
        recordTable,
        recordId,
        sha256,
        fileName,
        byteSize,
        mimeType: mediaTypeOf(fileName),
        addedOn: today,
      } satisfies NewRecord<'attachment'>,
    }));
    const ids = operation.insertMany('attachment', rows);
    if (recordTable === 'deliverable' && fresh.length > 0) {
      receive(operation, db, recordId, present.length > 0, today);
    }
    const already = incoming.filter((file) => !fresh.includes(file));
    return { ids, already: already.map(({ fileName }) => fileName) };
  });
}

function assertThere(db: WritableDb, table: EntityName, id: string): void {
  if (getRecord(db, table, id) === null) throw new DataError('record.notFound', { table, id });
}

/** A name as long as a record holds, its ending kept. */
function nameOf(path: string): string {
  const name = basename(path).normalize('NFC').trim();
  if (name.length <= NAME_MAX) return name === '' ? 'document' : name;
  const ending = extname(name).slice(0, 20);
  return name.slice(0, NAME_MAX - ending.length) + ending;
}

function receive(
  operation: Operation,
  db: WritableDb,
  recordId: string,
  isNewVersion: boolean,
  today: string,
): void {
  const deliverable = getRecord(db, 'deliverable', recordId);
  if (deliverable === null) return;
  const { id, receivedOn, status, version } = deliverable;
  const patch: RecordPatch<'deliverable'> = {
    ...(receivedOn === null ? { receivedOn: today } : {}),
    ...(status === 'done' || status === 'abandoned' ? {} : { status: 'done' }),
    ...(isNewVersion ? { version: version + 1 } : {}),
  };
  if (Object.keys(patch).length > 0) operation.update('deliverable', id, patch);
}

export interface CheckedAttachment {
  readonly id: string;
  readonly state: FileState;
}

/** Holds the files of some records against the digests they came in with. */
export async function verifyAttachments(
  session: StoreSession,
  recordIds: readonly string[],
  signal: AbortSignal,
): Promise<CheckedAttachment[]> {
  const checked: CheckedAttachment[] = [];
  for (const recordId of recordIds) {
    for (const { id, ...file } of attachmentsOf(session.reader, recordId)) {
      signal.throwIfAborted();
      checked.push({ id, state: await stateOf(session, file) });
    }
  }
  return checked;
}

function stateOf({ path }: StoreSession, file: KeptFile): Promise<FileState> {
  return stateIn(filesFolder(path), file, 'touched');
}

/** @throws AppError `attachment.missing` or `attachment.altered` for a file that is not as it came in */
export async function soundPlaceOf(
  session: StoreSession,
  { sha256, byteSize, fileName }: Pick<AttachmentRow, 'sha256' | 'byteSize' | 'fileName'>,
): Promise<string> {
  const state = await stateOf(session, { sha256, byteSize });
  if (state !== 'sound') throw new AppError(`attachment.${state}`, { fileName });
  return placeOf(session.path, sha256);
}

/** Copies made to be looked at, one folder for each; emptied when the first of a run is made. */
let isSwept = false;

async function sweep(folder: string): Promise<void> {
  if (isSwept) return;
  isSwept = true;
  for (const name of await readdir(folder).catch(() => [])) {
    // A copy that another program still holds is left for the next time.
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Makes a copy of a kept file under its own name, to be looked at in another program; it cannot be
 * written, so that nobody believes to change what is kept.
 * @returns its path
 * @throws DataError `record.notFound`; AppError `attachment.missing`, `attachment.altered`
 */
export async function copyToLookAt(session: StoreSession, id: string): Promise<string> {
  const attachment = getRecord(session.reader, 'attachment', id);
  if (attachment === null) throw new DataError('record.notFound', { table: 'attachment', id });
  const place = await soundPlaceOf(session, attachment);
  const folder = join(session.home, 'opened');
  await sweep(folder);
  const own = join(folder, randomBytes(8).toString('hex'));
  await mkdir(own, { recursive: true });
  const copy = join(own, safeNameOf(attachment.fileName));
  await copyFile(place, copy);
  await chmod(copy, 0o444);
  return copy;
}

/** A file's name that every system takes, its ending kept. */
export function safeNameOf(fileName: string): string {
  const ending = extname(fileName);
  const base = safeFileName([...basename(fileName, ending)].slice(0, 90).join(''), 'document');
  const safeEnding = safeFileName(ending.replace(/^\./, ''), '').slice(0, 20);
  return safeEnding === '' ? base : `${base}.${safeEnding}`;
}
