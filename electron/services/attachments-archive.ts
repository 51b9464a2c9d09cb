import { createReadStream } from 'node:fs';

import { AppError } from '#contract/errors.ts';
import type { ArchivedFile } from '#interop/file-archive.ts';
import { writeArchive } from '#interop/file-archive.ts';
import { ExportError } from '#interop/table.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { isEntityName } from '#domain/registry.ts';
import type { AttachmentRow } from '#repositories/deliverables.repo.ts';
import { attachmentsOf } from '#repositories/deliverables.repo.ts';

import { safeNameOf, soundPlaceOf } from './attachments.ts';
import { nameRecord } from './named.ts';
import type { StoreSession } from './session.ts';

export interface ArchiveOutcome {
  readonly files: number;
  readonly bytes: number;
  /** Files that were left out because they are gone or altered. */
  readonly leftOut: { readonly fileName: string; readonly state: 'missing' | 'altered' }[];
}

export interface ArchiveWork {
  readonly signal: AbortSignal;
  readonly onFile?: (done: number, total: number) => void;
}

/** A name that no other has yet, whatever its case: `Note (2).pdf`. */
function unused(taken: Set<string>, folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const tried = `${folder}/${number === 1 ? name : `${base} (${number})${ending}`}`;
    const key = tried.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return tried;
  }
}

/**
 * Writes the files of some records into one ZIP, a folder for each record under its name. Files that
 * are gone or altered are left out and told.
 * @throws AppError `attachment.none` when there is nothing to write, `export.*`
 */
export async function exportAttachments(
  session: StoreSession,
  recordIds: readonly string[],
  path: string,
  { signal, onFile }: ArchiveWork,
): Promise<ArchiveOutcome> {
  const files: (ArchivedFile & { readonly place: string })[] = [];
  const leftOut: ArchiveOutcome['leftOut'] = [];
  const taken = new Set<string>();
  const folders = new Set<string>();
  for (const recordId of new Set(recordIds)) {
    const attachments = attachmentsOf(session.reader, recordId);
    const [first] = attachments;
    if (first === undefined) continue;
    const folder = folderOf(session, first, folders);
    for (const attachment of attachments) {
      signal.throwIfAborted();
      const { fileName, byteSize, addedOn } = attachment;
      try {
        const place = await soundPlaceOf(session, attachment);
        const name = unused(taken, folder, safeNameOf(fileName));
        files.push({ name, byteSize, day: addedOn, place, read: () => createReadStream(place) });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        leftOut.push({
          fileName,
          state: error.code === 'attachment.altered' ? 'altered' : 'missing',
        });
      }
    }
  }
  if (files.length === 0) throw new AppError('attachment.none');
  let done = 0;
  const told = files.map((file) => ({
    ...file,
    read: () => {
      onFile?.((done += 1) - 1, files.length);
      return file.read();
    },
  }));
  let bytes = 0;
  await writeFileInto(path, (sink) =>
    writeArchive(told, async (chunk) => {
      signal.throwIfAborted();
      bytes += chunk.length;
      await sink(chunk);
    }),
  ).catch((error: unknown) => {
    throw error instanceof ExportError ? new AppError('export.tooLarge', { path }) : error;
  });
  return { files: files.length, bytes, leftOut };
}

function folderOf(
  { reader }: StoreSession,
  { recordTable, recordId }: AttachmentRow,
  folders: Set<string>,
): string {
  const named = isEntityName(recordTable) ? nameRecord(reader, recordTable, recordId) : null;
  const name = safeFileName([...(named?.label ?? '')].slice(0, 100).join(''), 'documents');
  return unused(folders, '', name).slice(1);
}
