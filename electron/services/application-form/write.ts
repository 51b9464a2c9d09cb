import type { ChannelRequest } from '#contract/channels.ts';
import { writeFormOds } from '#interop/kit/form-ods.ts';
import { writeFormXlsx } from '#interop/kit/form-xlsx.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/selection/course.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { questionsOf } from './questions.ts';
import { formWorkbook } from './workbook.ts';

const writers = { xlsx: writeFormXlsx, ods: writeFormOds } as const;

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
  return writeFileInto(path, async (sink) => {
    let bytes = 0;
    await writers[format](
      book,
      async (chunk) => {
        bytes += chunk.length;
        await sink(chunk);
      },
      () => Promise.resolve(),
    );
    return { bytes };
  });
}
