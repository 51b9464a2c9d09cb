import type { ChannelRequest } from '#contract/channels.ts';
import type { Translator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { writeFormFile } from '#services/form-file/write.ts';
import { mustGet } from '#services/selection/course.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { questionsOf } from './questions.ts';
import { formWorkbook } from './workbook.ts';

export interface FormWork {
  readonly author: string;
  readonly language: 'fr' | 'en';
  readonly translate: Translator['t'];
}

/** Segments that a call asks solutions for; all of them where it names none. */
export function segmentsOf(db: ReadableDb, callId: string) {
  const named = new Set(listRecords(db, 'callSegment', { callId }).map((one) => one.segmentId));
  const all = listRecords(db, 'purchaseSegment', {}, ['position']);
  return named.size === 0 ? all : all.filter(({ id }) => named.has(id));
}

/**
 * Writes the form of a call at a path, for companies to fill in.
 * @throws AppError `export.notWritable`; DataError `record.notFound`
 */
export function writeApplicationForm(
  db: ReadableDb,
  {
    callId,
    format,
    path,
  }: Pick<ChannelRequest<'applicationForm:write'>, 'callId' | 'format'> & {
    readonly path: string;
  },
  { author, language, translate }: FormWork,
): Promise<{ bytes: number }> {
  const book = formWorkbook(
    {
      call: mustGet(db, 'callForInterest', callId),
      questions: questionsOf(db, callId),
      segments: segmentsOf(db, callId).map(({ name }) => name),
      author,
      language,
    },
    translate,
  );
  return writeFormFile(book, format, path);
}
