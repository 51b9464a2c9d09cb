import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { AppError } from '#contract/errors.ts';
import type { StyleFileRole } from '#domain/house-style.ts';
import { styleFileField } from '#domain/house-style.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordPatch } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { keepFile } from '#services/attachment-files.ts';
import { mediaTypeOf } from '#services/media-types.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { isBusy, waitForTurn } from '#sql/turn.ts';

import { checkStyleFile, sizeLimit } from './check-file.ts';
import type { HouseStyle } from './style.ts';

export interface StyleFileRequest {
  readonly id: Id<'houseStyle'>;
  readonly role: StyleFileRole;
}

export interface SetStyleFileRequest extends StyleFileRequest {
  /** Absolute path of the file, which the person chose. */
  readonly path: string;
  /** The day on which it comes in. */
  readonly today: string;
}

function mustHave(db: ReadableDb, id: string): HouseStyle {
  const style = getRecord(db, 'houseStyle', id);
  if (style === null) throw new DataError('record.notFound', { table: 'houseStyle', id });
  return style;
}

const pointing = (
  role: StyleFileRole,
  attachmentId: Id<'attachment'> | null,
): RecordPatch<'houseStyle'> => ({ [styleFileField[role]]: attachmentId });

/** Refuses a file that cannot be used before it is kept. @throws AppError `attachment.*`, `houseStyle.*` */
async function assertUsable(path: string, role: StyleFileRole): Promise<void> {
  const fileName = basename(path);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AppError('attachment.gone', { fileName });
  if (!found.isFile()) throw new AppError('attachment.notAFile', { fileName });
  if (found.size === 0) throw new AppError('attachment.empty', { fileName });
  if (found.size > sizeLimit(role)) {
    const details = { fileName, size: megabytes(found.size), limit: megabytes(sizeLimit(role)) };
    throw new AppError('attachment.tooLarge', details);
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('attachment.unreadable', { fileName }, { cause });
  });
  await checkStyleFile(role, new Uint8Array(bytes), fileName);
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

function putAside(operation: Operation, id: string | null): void {
  if (id === null || getRecord(operation.db, 'attachment', id) === null) return;
  operation.setDeleted('attachment', id, new Date().toISOString());
}

/**
 * Keeps a file with a style in one of its roles, instead of the one it had: one operation.
 * @throws DataError `record.notFound`, `store.readOnly`; AppError `attachment.*`, `houseStyle.*`
 */
export async function setStyleFile(
  session: StoreSession,
  { author }: Author,
  { id, role, path, today }: SetStyleFileRequest,
  signal: AbortSignal,
): Promise<OperationResult<Id<'attachment'>>> {
  const db = session.writer();
  mustHave(db, id);
  await assertUsable(path, role);
  const kept = await keepFile(session.path, path, {
    limit: sizeLimit(role),
    signal,
  });
  while (isBusy(db)) await waitForTurn(db, signal);
  const style = mustHave(db, id);
  const fileName = basename(path).normalize('NFC').slice(-255);
  const reason = { key: 'styleFile', params: { name: style.name } };
  return runOperation(db, { author, reason }, (operation) => {
    const attachmentId = operation.insert('attachment', {
      recordTable: 'houseStyle',
      recordId: id,
      fileName,
      mimeType: mediaTypeOf(fileName),
      addedOn: today,
      ...kept,
    });
    operation.update('houseStyle', id, pointing(role, attachmentId));
    putAside(operation, style[styleFileField[role]]);
    return attachmentId;
  });
}

/** @throws DataError `record.notFound`, `store.readOnly` */
export function removeStyleFile(
  session: StoreSession,
  { author }: Author,
  { id, role }: StyleFileRequest,
): OperationResult<void> {
  const db = session.writer();
  const style = mustHave(db, id);
  const reason = { key: 'removeStyleFile', params: { name: style.name } };
  return runOperation(db, { author, reason }, (operation) => {
    operation.update('houseStyle', id, pointing(role, null));
    putAside(operation, style[styleFileField[role]]);
  });
}
