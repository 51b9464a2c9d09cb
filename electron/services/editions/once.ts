import type { EditionKind } from '#contract/edition.views.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import type { DocumentStyle } from '#services/house-style/style.ts';
import { styledBytes } from '#services/house-style/write.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { writeWorkbook } from '#services/workbooks.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { todayHere } from './editions.ts';
import { factsWorkbook } from './export.ts';
import type { EditionScope, EditionWords } from './kinds.ts';
import { kindOf } from './kinds.ts';
import { takeData } from './snapshots.ts';

export interface OnceRequest extends EditionWords {
  readonly kind: EditionKind;
  readonly groupId: string;
  readonly year: number;
  /** Null for the day that the kind goes by. */
  readonly asOfOn: string | null;
  readonly format: string;
  readonly style: DocumentStyle;
  readonly printPdf?: PrintPdf | undefined;
}

/**
 * Writes a report of that kind from the data as they are, without keeping an edition of it.
 * @returns the day of its data
 * @throws AppError `export.noGroup`, `export.unknownFormat`, `export.noEngine`, `export.notWritable`
 */
export async function writeOnce(
  db: ReadableDb,
  path: string,
  request: OnceRequest,
): Promise<string> {
  const { kind, groupId, year, format, style, printPdf } = request;
  const { day, build, facts } = kindOf(kind);
  const asOfOn = request.asOfOn ?? day(year, todayHere());
  const scope: EditionScope = {
    workingGroupId: groupId,
    year,
    asOfOn,
    meetingId: null,
    callId: null,
  };
  const { data } = await takeData(db, kind, scope, request);
  const model = () => build(data, request);
  if (format === 'xlsx' || format === 'ods') {
    const about = { title: model().meta.title, asOfOn };
    await writeWorkbook(path, format, factsWorkbook(about, facts(data, request, false), request));
  } else {
    const bytes = await styledBytes(model, format, { style, printPdf });
    await writeFileInto(path, (sink) => sink(bytes));
  }
  return asOfOn;
}
