import type { ChannelRequest } from '#contract/channels.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import type { DraftKind } from '#contract/convocation.channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { DraftAttachment } from '#interop/eml.ts';
import { writeDraft } from '#interop/eml.ts';
import { writeCalendar } from '#interop/ics.ts';
import type { CalendarMethod } from '#interop/ics.ts';
import { usableAddress } from '#interop/mail-address.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { StylePlace } from '#services/house-style/style.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { paperFile } from '#services/meeting-documents.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { Author } from '#services/records.ts';
import { gatherMeetingPaper } from '#services/reports/meeting-paper.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { attendeesOf, meetingEntry } from './entries.ts';
import type { MessageOptions } from './message.ts';
import { meetingMessage } from './message.ts';
import { kindsFor, organizerOf, recipientsOf } from './recipients.ts';

type Meeting = RecordOf<'meeting'>;

export interface DraftOptions extends MessageOptions {
  readonly printPdf?: PrintPdf | undefined;
  readonly signal?: AbortSignal;
  /** ISO instant, for tests; now otherwise. */
  readonly now?: string;
}

/** Why such a message cannot be prepared now. @throws AppError */
function assertPossible(db: ReadableDb, meeting: Meeting, kind: DraftKind): void {
  if (kindsFor(db, meeting).includes(kind)) {
    if (kind !== 'minutes' && kind !== 'cancellation' && meeting.heldOn === null) {
      throw new AppError('meeting.noDay');
    }
    return;
  }
  if (kind === 'minutes' && meeting.status !== 'cancelled') throw new AppError('meeting.noMinutes');
  if (meeting.status === 'cancelled' && kind !== 'cancellation') {
    throw new AppError('meeting.cancelled');
  }
  throw new AppError('meeting.notConvened');
}

/** What the meeting is once the message is sent. */
function statedAfter(db: ReadableDb, meeting: Meeting, kind: DraftKind, now: string): Meeting {
  if (kind === 'minutes') return meeting;
  if (kind === 'convocation') {
    const status = meeting.status === 'draft' ? 'convened' : meeting.status;
    return { ...meeting, status, convenedAt: meeting.convenedAt ?? now };
  }
  if (kind === 'update') return { ...meeting, sequence: meeting.sequence + 1 };
  const isSaidAlready = listRecords(db, 'dispatch', { meetingId: meeting.id }).some(
    (one) => one.kind === 'cancellation' && one.sequence === meeting.sequence,
  );
  const isNews = meeting.status !== 'cancelled' || !isSaidAlready;
  return {
    ...meeting,
    status: 'cancelled',
    sequence: meeting.sequence + (isNews ? 1 : 0),
  };
}

/** Calendars take requests and cancellations only from an organizer: without one, the event is published. */
function methodOf(kind: DraftKind, hasOrganizer: boolean): CalendarMethod {
  if (!hasOrganizer) return 'PUBLISH';
  return kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
}

function invitation(
  db: ReadableDb,
  meeting: Meeting,
  kind: DraftKind,
  options: DraftOptions & {
    readonly today: string;
    readonly madeAt: string;
    readonly text: string;
  },
): DraftAttachment[] {
  const organizer = organizerOf(db, meeting, options.today);
  const { reached } = recipientsOf(db, meeting, options.today, kind);
  const entry = meetingEntry(db, meeting, {
    translate: options.translate,
    changedAt: options.madeAt,
    organizer,
    attendees: attendeesOf(db, meeting, reached),
    description: options.text,
  });
  if (entry === null) return [];
  const method = methodOf(kind, organizer !== null);
  const text = writeCalendar([entry], { method, madeAt: options.madeAt });
  return [
    {
      fileName: 'invitation.ics',
      mime: `text/calendar; charset=utf-8; method=${method}`,
      bytes: Buffer.from(text, 'utf8'),
    },
  ];
}

async function attachedPaper(
  place: StylePlace,
  meeting: Meeting,
  document: 'agenda' | 'minutes',
  options: DraftOptions & { readonly today: string },
): Promise<DraftAttachment> {
  const { translate } = options;
  const name = `${translate(`meetingTexts:${document}.title`)} – ${meeting.title}`;
  const bytes = await paperFile(place.db, {
    ...options,
    style: await documentStyle(place, meeting.workingGroupId),
    paper: { document, meetingId: meeting.id },
    format: 'pdf',
  });
  return { fileName: `${safeFileName(name, document)}.pdf`, mime: 'application/pdf', bytes };
}

export interface Drafted {
  readonly dispatchId: Id<'dispatch'>;
  readonly recipients: number;
  readonly unreached: number;
  readonly sequence: number;
}

/**
 * Writes a message about a meeting, to be opened and sent in the mail program, and enters it in the
 * meeting's register, as one operation: a first convocation makes the meeting convened, an update and
 * a cancellation count its sequence on. Nothing is entered when the file cannot be written.
 * @throws DataError `record.notFound`; AppError `meeting.noDay`, `meeting.notConvened`,
 *   `meeting.noMinutes`, `meeting.cancelled`, `meeting.agendaChanged` when it was changed meanwhile,
 *   `export.noEngine` without a browser, `export.notWritable`
 */
export async function draftMessage(
  session: StoreSession,
  path: string,
  { author }: Author,
  request: Omit<ChannelRequest<'convocations:draft'>, 'grant'>,
  options: DraftOptions,
): Promise<OperationResult<Drafted>> {
  const { meetingId, kind, today } = request;
  const db = session.reader;
  const meeting = mustGet(db, 'meeting', meetingId);
  assertPossible(db, meeting, kind);
  session.writer(); // a store opened for reading is refused before anything is written
  const now = options.now ?? new Date().toISOString();
  const after = statedAfter(db, meeting, kind, now);
  const { record: _record, ...paper } = gatherMeetingPaper(db, meetingId, today);
  const message = meetingMessage(kind, { ...paper, meeting: after }, options);
  const { reached, unreached } = recipientsOf(db, after, today, kind);
  const recipients = reached.flatMap(({ personId, name, email }) => {
    const address = usableAddress(email);
    return address === null ? [] : [{ personId, name, address }];
  });
  const calendar =
    kind === 'minutes'
      ? []
      : invitation(db, after, kind, { ...options, today, madeAt: now, text: message.text });
  const papers =
    kind === 'cancellation'
      ? []
      : [
          await attachedPaper(
            { db, path: session.path },
            meeting,
            kind === 'minutes' ? 'minutes' : 'agenda',
            {
              ...options,
              today,
            },
          ),
        ];
  const bytes = await writeDraft({
    to: recipients.map(({ name, address }) => ({ name, email: address })),
    ...message,
    attachments: [...papers, ...calendar],
  });
  options.signal?.throwIfAborted();
  return writeFileInto(path, async (sink) => {
    await sink(bytes);
    const reason = { key: 'prepareDispatch', params: { kind } };
    return runOperation(session.writer(), { author, reason }, (op) => {
      const current = mustGet(op.db, 'meeting', meetingId);
      if (current.sequence !== meeting.sequence || current.status !== meeting.status) {
        throw new AppError('meeting.agendaChanged');
      }
      const { status, convenedAt, sequence } = after;
      if (kind !== 'minutes') op.update('meeting', meetingId, { status, convenedAt, sequence });
      const dispatchId = op.insert('dispatch', {
        meetingId,
        kind,
        at: now,
        sequence,
        recipients,
      });
      return { dispatchId, recipients: recipients.length, unreached: unreached.length, sequence };
    });
  });
}
