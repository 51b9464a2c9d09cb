import type { ChannelRequest } from '#contract/channels.ts';
import type { FormBook } from '#interop/kit/form-book.ts';
import type { ArchivedFile } from '#interop/file-archive.ts';
import { writeArchive } from '#interop/file-archive.ts';
import { newId } from '#journal/new-id.ts';
import { runOperation } from '#journal/operation.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translate } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/events/find.ts';
import type { FormFormat } from '#services/form-file/write.ts';
import { formBytes, writeFormFile } from '#services/form-file/write.ts';
import type { StoreSession } from '#services/session.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { needsWorkbook } from './workbook.ts';

export interface NeedsFormWork {
  readonly author: string;
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

/** Segments of the group that takes the census, in their order. */
export function segmentsOf(db: ReadableDb, workingGroupId: string) {
  return listRecords(db, 'purchaseSegment', { workingGroupId }, ['position']);
}

function formOf(
  db: ReadableDb,
  surveyId: string,
  organisationId: string | null,
  { author, language, translate }: NeedsFormWork,
): FormBook {
  const survey = mustGet(db, 'needsSurvey', surveyId);
  return needsWorkbook(
    {
      survey,
      segments: segmentsOf(db, survey.workingGroupId).map(({ name }) => name),
      formId: newId(),
      buyer: organisationId === null ? null : mustGet(db, 'organisation', organisationId),
      author,
      language,
    },
    translate,
  );
}

/**
 * Writes the blank form of a census at a path.
 * @throws AppError `export.notWritable`; DataError `record.notFound`
 */
export function writeNeedsForm(
  db: ReadableDb,
  {
    surveyId,
    format,
    path,
  }: Pick<ChannelRequest<'needs:writeForm'>, 'surveyId' | 'format'> & { readonly path: string },
  work: NeedsFormWork,
): Promise<{ bytes: number }> {
  return writeFormFile(formOf(db, surveyId, null, work), format, path);
}

type AskRequest = Omit<ChannelRequest<'needs:askBuyers'>, 'grant'> & { readonly path: string };

/**
 * Writes a form in the name of each buyer into one archive, then keeps who was asked, as one
 * operation: nobody is on record as asked whose form was not written.
 * @throws AppError `export.*`; DataError `record.notFound`
 */
export async function askBuyers(
  session: StoreSession,
  { surveyId, organisationIds, askedOn, format, path }: AskRequest,
  work: NeedsFormWork & {
    readonly signal: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<{ operationId: string | null; files: number; bytes: number }> {
  const { reader } = session;
  const buyers = [...new Set(organisationIds)].map((id) => mustGet(reader, 'organisation', id));
  const taken = new Set<string>();
  const files: ArchivedFile[] = [];
  for (const { id, name } of buyers) {
    work.signal.throwIfAborted();
    const bytes = await formBytes(formOf(reader, surveyId, id, work), format);
    files.push(archived(fileNameOf(name, format, taken), askedOn, bytes));
    work.onProgress?.(files.length, buyers.length);
  }
  const bytes = await writeFileInto(path, async (sink) => {
    let written = 0;
    await writeArchive(files, async (chunk) => {
      written += chunk.length;
      await sink(chunk);
    });
    return written;
  });
  const reason = { key: 'askBuyers', params: { count: buyers.length } };
  const { operationId } = runOperation(session.writer(), { author: work.author, reason }, (op) => {
    const known = new Map(
      listRecords(op.db, 'surveyRecipient', { surveyId }).map((one) => [one.organisationId, one]),
    );
    for (const { id } of buyers) {
      const before = known.get(id);
      if (before === undefined) {
        op.insert('surveyRecipient', { surveyId, organisationId: id, askedOn });
      } else op.update('surveyRecipient', before.id, { askedOn });
    }
  });
  return { operationId, files: files.length, bytes };
}

function archived(name: string, day: string, bytes: Uint8Array): ArchivedFile {
  return {
    name,
    byteSize: bytes.length,
    day,
    // oxlint-disable-next-line require-await -- the archive reads blocks as they come
    read: async function* read() {
      yield bytes;
    },
  };
}

/** A name that no other file of the archive has, whatever its case. */
function fileNameOf(buyer: string, format: FormFormat, taken: Set<string>): string {
  const plain = safeFileName(buyer, 'acheteur');
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? plain : `${plain} (${number})`;
    const key = foldText(tried);
    if (taken.has(key)) continue;
    taken.add(key);
    return `${tried}.${format}`;
  }
}
