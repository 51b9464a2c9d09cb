import { statSync } from 'node:fs';

import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { SelectionPaperName } from '#contract/selection-papers.channels.ts';
import { selectionPaperFormats } from '#contract/selection-papers.channels.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import { buildCommitteeMinutes } from '#documents/reports/selection/committee-minutes.ts';
import type { SelectionReportData, StatisticsData } from '#documents/reports/selection/data.ts';
import { buildEventList } from '#documents/reports/selection/event-list.ts';
import type { SelectionPaper } from '#documents/reports/selection/making.ts';
import { buildSelectionReport } from '#documents/reports/selection/report.ts';
import { buildStatistics } from '#documents/reports/selection/statistics.ts';
import type { Workbook } from '#interop/table.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translate } from '#platform/translate.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { addressees } from '#repositories/selection-letters.repo.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes } from '#services/house-style/write.ts';
import { nameRecord } from '#services/named.ts';
import { groupOf } from '#services/reports/meeting-paper.ts';
import { courseOf } from '#services/selection/course.ts';
import { tracedStatistics } from '#services/selection/statistics.ts';
import { exclusionReasonsOf } from '#services/selection/views.ts';
import type { StoreSession } from '#services/session.ts';
import { writeWorkbook } from '#services/workbooks.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { PaperContext } from './committee-data.ts';
import { committeeData } from './committee-data.ts';
import { eventListData } from './event-data.ts';

export interface PaperRequest {
  readonly callId: ChannelRequest<'selectionPapers:export'>['callId'];
  readonly paper: SelectionPaperName;
  /** Day of the document: it tells who sits on a committee. */
  readonly today: string;
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

function statisticsData({ db, course, head }: PaperContext): StatisticsData {
  return { head, ...tracedStatistics(db, { callId: course.call.id, asOfOn: null }) };
}

function reportCall({ db, course }: PaperContext): SelectionReportData['call'] {
  const { id, description, opensOn, closesOn, agreementId } = course.call;
  const partners = listRecords(db, 'callPartner', { callId: id });
  const organisations = labelsOf(
    db,
    'organisation',
    partners.map(({ organisationId }) => organisationId),
  );
  const segments = listRecords(db, 'callSegment', { callId: id });
  const segmentNames = labelsOf(
    db,
    'purchaseSegment',
    segments.map(({ segmentId }) => segmentId),
  );
  const agreement = agreementId === null ? null : nameRecord(db, 'agreement', agreementId);
  return {
    description,
    opensOn,
    closesOn,
    partners: partners.flatMap(({ organisationId }) => organisations.get(organisationId) ?? []),
    segments: segments.flatMap(({ segmentId }) => segmentNames.get(segmentId) ?? []),
    agreement: agreement?.label ?? null,
    exclusionReasons: exclusionReasonsOf(db, id).map(({ title }) => title),
  };
}

async function reportData(context: PaperContext): Promise<SelectionReportData> {
  const { db, course, head } = context;
  const names = addressees(db, course.call.id);
  return {
    head,
    call: reportCall(context),
    phases: course.phases,
    statistics: statisticsData(context),
    committee: await committeeData(context),
    event: eventListData(context),
    withdrawals: listRecords(db, 'withdrawal', {}, ['withdrawnOn']).flatMap((one) => {
      const row = names.get(one.applicationId);
      return row === undefined ? [] : [{ ...one, ...row }];
    }),
  };
}

function paperContext(
  db: ReadableDb,
  callId: PaperRequest['callId'],
  day: string,
  words: PaperContext['wording'],
): PaperContext {
  const course = courseOf(db, callId);
  const { call } = course;
  const head = { group: groupOf(db, call.workingGroupId), callTitle: call.title, day };
  return { db, course, head, wording: words };
}

/**
 * All that the report on a selection says, as it stood on a day.
 * @throws DataError `record.notFound`
 */
export function gatherSelectionReport(
  db: ReadableDb,
  request: Omit<PaperRequest, 'paper'>,
): Promise<SelectionReportData> {
  const { callId, today, language, translate } = request;
  return reportData(paperContext(db, callId, today, { language, translate }));
}

/**
 * A document of a selection, whatever it will be written as.
 * @throws DataError `record.notFound`
 */
export async function buildSelectionPaper(
  db: ReadableDb,
  { callId, paper, today, language, translate }: PaperRequest,
): Promise<SelectionPaper> {
  const options = { language, translate };
  const context = paperContext(db, callId, today, options);
  switch (paper) {
    case 'committeeMinutes':
      return buildCommitteeMinutes(await committeeData(context), options);
    case 'eventList':
      return buildEventList(eventListData(context), options);
    case 'statistics':
      return buildStatistics(statisticsData(context), options);
    case 'report':
      return buildSelectionReport(await reportData(context), options);
  }
}

/** The tables of a document, one sheet each; a document without any has a sheet that says so. */
function workbookOf(
  { model, tables }: SelectionPaper,
  { language, translate, today }: PaperRequest,
): Workbook {
  const { title, subtitle = '', organisation } = model.meta;
  return {
    properties: { title: `${title} – ${subtitle}`, author: organisation, date: today, language },
    labels: { yes: translate('registers:yes'), no: translate('registers:no') },
    tables:
      tables.length === 0
        ? [
            {
              name: title,
              title,
              columns: [{ key: 'empty', label: title, kind: 'text' as const }],
              rows: [[translate('selectionPapers:paper.noTable')]],
            },
          ]
        : tables.map(({ name, columns, rows }) => ({
            name,
            title: `${title} – ${name}`,
            columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
            rows,
            rowCount: rows.length,
          })),
  };
}

export interface PaperFileRequest extends PaperRequest {
  /** One of `selectionPaperFormats`. */
  readonly format: string;
  readonly printPdf?: PrintPdf | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Writes such a document, or its tables as a spreadsheet, to a file that appears whole or not at all.
 * @throws DataError `record.notFound`; AppError `export.unknownFormat`, `export.noEngine`,
 *   `export.notWritable`, `export.tooLarge`
 */
export async function exportSelectionPaper(
  session: StoreSession,
  path: string,
  request: PaperFileRequest,
): Promise<{ readonly bytes: number }> {
  const format = selectionPaperFormats.find((known) => known === request.format);
  if (format === undefined) {
    throw new AppError('export.unknownFormat', {
      format: request.format,
      known: [...selectionPaperFormats],
    });
  }
  const snapshot = session.openSnapshot();
  try {
    const paper = await buildSelectionPaper(snapshot.db, request);
    request.signal?.throwIfAborted();
    if (format === 'xlsx' || format === 'ods') {
      const { signal } = request;
      const options = signal === undefined ? {} : { signal };
      await writeWorkbook(path, format, workbookOf(paper, request), options);
    } else {
      const { workingGroupId } = courseOf(snapshot.db, request.callId).call;
      const place = { db: snapshot.db, path: session.path };
      const style = await documentStyle(place, workingGroupId);
      const { printPdf } = request;
      const bytes = await styledBytes(() => paper.model, format, { style, printPdf });
      request.signal?.throwIfAborted();
      await writeFileInto(path, (sink) => sink(bytes));
    }
    return { bytes: statSync(path).size };
  } finally {
    snapshot.close();
  }
}
