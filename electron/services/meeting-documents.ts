import type { PaperChoice } from '#contract/convocation.channels.ts';
import { paperFormatsOf } from '#contract/convocation.channels.ts';
import { AppError } from '#contract/errors.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import type { DocumentModel } from '#documents/model.ts';
import { buildAgenda, buildConvocation } from '#documents/reports/meetings/agenda.ts';
import { buildAttendanceSheet } from '#documents/reports/meetings/attendance-sheet.ts';
import { buildDecisionsOfPeriod } from '#documents/reports/meetings/decisions-of-period.ts';
import type { PaperOptions } from '#documents/reports/meetings/making.ts';
import { buildMeetingPack } from '#documents/reports/meetings/meeting-pack.ts';
import { buildDecisions, buildMinutes } from '#documents/reports/meetings/minutes.ts';
import { buildRoadmap } from '#documents/reports/meetings/roadmap.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { getRecord } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { DocumentStyle, StylePlace } from './house-style/style.ts';
import { documentStyle } from './house-style/style.ts';
import { styledBytes } from './house-style/write.ts';
import { gatherDecisionsPaper } from './reports/decisions-paper.ts';
import { gatherMeetingPaper } from './reports/meeting-paper.ts';
import { gatherPackPaper } from './reports/pack-paper.ts';
import { gatherRoadmapPaper } from './reports/roadmap-paper.ts';
import type { StoreSession } from './session.ts';

export interface PaperRequest extends PaperOptions {
  readonly paper: PaperChoice;
  /** Day that tells what is late, and stands for the day of a meeting that has none. */
  readonly today: string;
}

const builders = {
  agenda: buildAgenda,
  convocation: buildConvocation,
  attendanceSheet: buildAttendanceSheet,
  minutes: buildMinutes,
  decisions: buildDecisions,
} as const;

/**
 * A document of a meeting or of a sub-group, whatever it will be written as.
 * @throws DataError `record.notFound`
 */
export function buildPaper(db: ReadableDb, request: PaperRequest): DocumentModel {
  const { paper, today } = request;
  if (paper.document === 'roadmap') {
    return buildRoadmap(gatherRoadmapPaper(db, paper.subGroupId, today), request);
  }
  if (paper.document === 'decisionsOfPeriod') {
    return buildDecisionsOfPeriod(gatherDecisionsPaper(db, paper, today), request);
  }
  if (paper.document === 'pack') {
    return buildMeetingPack(gatherPackPaper(db, paper.meetingId, today), request);
  }
  return builders[paper.document](gatherMeetingPaper(db, paper.meetingId, today), request);
}

/** The look of the group that a paper is of. */
export function paperStyle(place: StylePlace, paper: PaperChoice): Promise<DocumentStyle> {
  const { db } = place;
  const groupId =
    'workingGroupId' in paper
      ? paper.workingGroupId
      : 'meetingId' in paper
        ? getRecord(db, 'meeting', paper.meetingId)?.workingGroupId
        : getRecord(db, 'subGroup', paper.subGroupId)?.workingGroupId;
  return documentStyle(place, groupId ?? null);
}

export interface PaperFileRequest extends PaperRequest {
  /** One of `paperFormatsOf` the document. */
  readonly format: string;
  readonly printPdf?: PrintPdf | undefined;
  readonly style?: DocumentStyle;
}

/**
 * Such a document as the bytes of a file.
 * @throws as `buildPaper`; AppError `export.unknownFormat`; `export.noEngine` for a PDF without a browser
 */
export async function paperFile(db: ReadableDb, request: PaperFileRequest): Promise<Uint8Array> {
  const { format, printPdf, paper, style } = request;
  const known = paperFormatsOf(paper.document);
  if (!known.some((one) => one === format)) {
    throw new AppError('export.unknownFormat', { format, known: [...known] });
  }
  return styledBytes(() => buildPaper(db, request), format, { style, printPdf });
}

/**
 * Writes that file, which appears whole or not at all.
 * @returns its size in bytes
 * @throws as `paperFile`; AppError `export.notWritable`
 */
export async function exportPaper(
  session: StoreSession,
  path: string,
  { signal, ...request }: PaperFileRequest & { readonly signal?: AbortSignal },
): Promise<number> {
  const snapshot = session.openSnapshot();
  try {
    const style = await paperStyle({ db: snapshot.db, path: session.path }, request.paper);
    const bytes = await paperFile(snapshot.db, { ...request, style });
    signal?.throwIfAborted();
    await writeFileInto(path, (sink) => sink(bytes));
    return bytes.length;
  } finally {
    snapshot.close();
  }
}
