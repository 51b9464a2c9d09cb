import { statSync } from 'node:fs';

import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { EventPaperFormat } from '#contract/event-papers.channels.ts';
import { eventPaperFormatsOf } from '#contract/event-papers.channels.ts';
import type { Schedule } from '#contract/timetable.channels.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import type { EventHead, EventPaper } from '#documents/reports/events/making.ts';
import { buildProgramme, buildStands } from '#documents/reports/events/programme.ts';
import { buildRegistrations } from '#documents/reports/events/registrations.ts';
import { buildSchedules } from '#documents/reports/events/schedules.ts';
import type { ArchivedFile } from '#interop/file-archive.ts';
import { writeArchive } from '#interop/file-archive.ts';
import type { Workbook } from '#interop/table.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translate } from '#platform/translate.ts';
import { mustGet } from '#services/events/find.ts';
import { registrationsOf } from '#services/events/registrations.ts';
import { eventSheet } from '#services/events/sheet.ts';
import type { StylePlace } from '#services/house-style/style.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes } from '#services/house-style/write.ts';
import { groupOf } from '#services/reports/meeting-paper.ts';
import type { StoreSession } from '#services/session.ts';
import { schedulesOf } from '#services/timetable/schedules.ts';
import { writeWorkbook } from '#services/workbooks.ts';
import { DataError } from '#sql/errors.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { calendarSource, eventCalendar, scheduleCalendar } from './calendar.ts';

export interface EventPaperRequest extends Omit<
  ChannelRequest<'eventPapers:export'>,
  'grant' | 'format'
> {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

function mustHaveSheet(db: ReadableDb, eventId: EventPaperRequest['eventId']) {
  const sheet = eventSheet(db, { id: eventId });
  if (sheet === null) throw new DataError('record.notFound', { table: 'event', id: eventId });
  return sheet;
}

/** The schedules asked for. @throws DataError `record.notFound`; AppError `event.nothingPlanned` */
function schedulesFor(db: ReadableDb, { eventId, paper, subject }: EventPaperRequest): Schedule[] {
  const by = paper === 'placeSchedules' ? 'places' : 'participants';
  const schedules = schedulesOf(db, { id: eventId, by, subject });
  if (schedules.length > 0) return schedules;
  if (subject === null) throw new AppError('event.nothingPlanned');
  throw new DataError('record.notFound', { table: 'meetingParticipant', id: subject });
}

/**
 * A document of an event, whatever it will be written as.
 * @throws DataError `record.notFound`; AppError `event.nothingPlanned` for schedules of nobody
 */
export function buildEventPaper(
  db: ReadableDb,
  request: EventPaperRequest & {
    readonly paper: Exclude<EventPaperRequest['paper'], 'calendar'>;
  },
): EventPaper {
  const { eventId, paper, today, language, translate } = request;
  const event = mustGet(db, 'event', eventId);
  const head: EventHead = { group: groupOf(db, event.workingGroupId), event, day: today };
  const options = { language, translate };
  switch (paper) {
    case 'participantSchedules':
      return buildSchedules(
        { head, by: 'participants', schedules: schedulesFor(db, request) },
        options,
      );
    case 'placeSchedules':
      return buildSchedules({ head, by: 'places', schedules: schedulesFor(db, request) }, options);
    case 'programme':
      return buildProgramme({ head, sheet: mustHaveSheet(db, eventId) }, options);
    case 'stands':
      return buildStands({ head, sheet: mustHaveSheet(db, eventId) }, options);
    case 'registrations':
      return buildRegistrations(
        { head, registrations: registrationsOf(db, { id: eventId }) },
        options,
      );
  }
}

function workbookOf(
  { model, tables }: EventPaper,
  { translate, language, today }: EventPaperRequest,
): Workbook {
  const { title, subtitle = '', organisation } = model.meta;
  return {
    properties: { title: `${title} – ${subtitle}`, author: organisation, date: today, language },
    labels: { yes: translate('registers:yes'), no: translate('registers:no') },
    tables: tables.map(({ name, columns, rows }) => ({
      name,
      title: `${title} – ${subtitle}`,
      columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
      rows,
      rowCount: rows.length,
    })),
  };
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A file each, named by whose calendar it is; two of one name are told apart by a number. */
function archiveOf(
  calendars: readonly { readonly name: string; readonly text: string }[],
  day: string,
): ArchivedFile[] {
  const taken = new Map<string, number>();
  return calendars.map(({ name, text }) => {
    const plain = safeFileName(name, 'agenda');
    const key = foldText(plain);
    const number = (taken.get(key) ?? 0) + 1;
    taken.set(key, number);
    const bytes = bytesOf(text);
    return {
      name: `${number === 1 ? plain : `${plain} (${number})`}.ics`,
      byteSize: bytes.length,
      day,
      // oxlint-disable-next-line require-await -- the archive reads blocks as they come
      read: async function* read() {
        yield bytes;
      },
    };
  });
}

/** Calendars of an event: one file, or an archive of one for each schedule. */
function calendarFile(
  db: ReadableDb,
  request: EventPaperRequest,
): { readonly text: string } | { readonly files: readonly ArchivedFile[] } {
  const { eventId, paper, subject, today } = request;
  const source = calendarSource(db, mustGet(db, 'event', eventId), request);
  if (paper === 'calendar') {
    const places = schedulesOf(db, { id: eventId, by: 'places', subject: null });
    return { text: eventCalendar(source, places, mustHaveSheet(db, eventId).pitches) };
  }
  const calendars = schedulesFor(db, request).map((schedule) => ({
    name: schedule.subject.name,
    text: scheduleCalendar(source, schedule),
  }));
  const [only] = calendars;
  return subject !== null && only !== undefined
    ? { text: only.text }
    : { files: archiveOf(calendars, today) };
}

export interface EventPaperFileRequest extends EventPaperRequest {
  /** One of `eventPaperFormatsOf` the document. */
  readonly format: string;
  readonly printPdf?: PrintPdf | undefined;
  readonly signal?: AbortSignal;
}

function knownFormat({ paper, subject, format }: EventPaperFileRequest): EventPaperFormat {
  const known = eventPaperFormatsOf(paper, subject !== null);
  const found = known.find((one) => one === format);
  if (found === undefined) {
    throw new AppError('export.unknownFormat', { format, known: [...known] });
  }
  return found;
}

async function writePaper(
  place: StylePlace,
  path: string,
  request: EventPaperFileRequest,
): Promise<void> {
  const { db } = place;
  const { paper, signal, printPdf } = request;
  const format = knownFormat(request);
  if (paper === 'calendar' || format === 'ics' || format === 'zip') {
    const made = calendarFile(db, request);
    signal?.throwIfAborted();
    await writeFileInto(path, (sink) =>
      'text' in made ? sink(bytesOf(made.text)) : writeArchive(made.files, sink),
    );
    return;
  }
  const built = buildEventPaper(db, { ...request, paper });
  signal?.throwIfAborted();
  if (format === 'xlsx' || format === 'ods' || format === 'csv') {
    const options = signal === undefined ? {} : { signal };
    await writeWorkbook(path, format, workbookOf(built, request), options);
    return;
  }
  const { workingGroupId } = mustGet(db, 'event', request.eventId);
  const style = await documentStyle(place, workingGroupId);
  const bytes = await styledBytes(() => built.model, format, { style, printPdf });
  signal?.throwIfAborted();
  await writeFileInto(path, (sink) => sink(bytes));
}

/**
 * Writes a document of an event to a file that appears whole or not at all.
 * @throws DataError `record.notFound`; AppError `event.noDay`, `event.nothingPlanned`,
 *   `export.unknownFormat`, `export.noEngine`, `export.notWritable`, `export.tooLarge`
 */
export async function exportEventPaper(
  session: StoreSession,
  path: string,
  request: EventPaperFileRequest,
): Promise<{ readonly bytes: number }> {
  const snapshot = session.openSnapshot();
  try {
    await writePaper({ db: snapshot.db, path: session.path }, path, request);
    return { bytes: statSync(path).size };
  } finally {
    snapshot.close();
  }
}
