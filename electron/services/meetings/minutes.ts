import { AppError } from '#contract/errors.ts';
import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import { isRichTextOrPlain, parseRichText, richTextToKeep } from '#domain/rich-text.ts';
import { VALIDATION } from '#journal/locks.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { TYPING } from '#journal/undo.ts';
import { minutesNumbers } from '#repositories/meetings.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { itemOf, meetingToHold, mustGet } from './find.ts';

type Minutes = RecordOf<'minutes'>;

/** The minutes of a meeting: the first, and addenda to it in the order of their making. */
export function minutesOf(
  db: ReadableDb,
  meetingId: string,
): { minutes: Minutes | null; addenda: Minutes[] } {
  const all = listRecords(db, 'minutes', { meetingId });
  return {
    minutes: all.find(({ amendsId }) => amendsId === null) ?? null,
    addenda: all.filter(({ amendsId }) => amendsId !== null),
  };
}

/** @throws DataError `minutes.validated` */
function assertDraft({ status, number }: Minutes): void {
  if (status === 'validated') throw new DataError('minutes.validated', { number: number ?? '' });
}

/** The meeting's minutes, begun within the operation when there are none. */
export function ensureMinutes(op: Operation, meetingId: Id<'meeting'>): Minutes {
  const { minutes } = minutesOf(op.db, meetingId);
  return minutes ?? mustGet(op.db, 'minutes', op.insert('minutes', { meetingId }));
}

/** What the minutes say of one item of the agenda; of none in particular when that is null. */
export function minutesItemOf(
  db: ReadableDb,
  minutesId: string,
  agendaItemId: string | null,
): RecordOf<'minutesItem'> | null {
  return listRecords(db, 'minutesItem', { minutesId, agendaItemId })[0] ?? null;
}

/** The same, made within the operation when it is not there yet. */
export function ensureMinutesItem(
  op: Operation,
  { id: minutesId, meetingId }: Pick<Minutes, 'id' | 'meetingId'>,
  agendaItemId: Id<'agendaItem'> | null,
): Id<'minutesItem'> {
  const known = minutesItemOf(op.db, minutesId, agendaItemId);
  if (known !== null) return known.id;
  const position = agendaItemId === null ? 0 : itemOf(op.db, meetingId, agendaItemId).position;
  return op.insert('minutesItem', { minutesId, agendaItemId, position });
}

/** Opens the minutes of a meeting, begun when there are none yet. */
export function openMinutes(
  session: StoreSession,
  { author }: Author,
  { meetingId }: ChannelRequest<'minutes:open'>,
): OperationResult<Id<'minutes'>> {
  return runOperation(session.writer(), { author, reason: { key: 'openMinutes' } }, (op) => {
    meetingToHold(op.db, meetingId);
    return ensureMinutes(op, meetingId).id;
  });
}

/**
 * Text as it is kept: laid out, without what the program does not know; null when nothing is written.
 * @throws DataError `record.invalid` for a document of another kind
 */
function toKeep(body: string | null): string | null {
  if (body !== null && !isRichTextOrPlain(body)) {
    const refusals = [{ field: 'body', rule: 'invalidRichText' }];
    throw new DataError('record.invalid', { table: 'minutesItem', refusals });
  }
  return richTextToKeep(parseRichText(body));
}

export interface SavedItem {
  readonly itemId: Id<'minutesItem'> | null;
}

/**
 * Saves what is written of one item, or before the first of them. Called at every pause of typing:
 * what did not change is not journaled.
 * @throws DataError `minutes.validated`; `record.invalid` for a document of another kind
 */
export function saveMinutesItem(
  session: StoreSession,
  { author }: Author,
  { minutesId, agendaItemId, body }: ChannelRequest<'minutes:saveItem'>,
): OperationResult<SavedItem> {
  const kept = toKeep(body);
  const reason = { key: TYPING, params: { cell: `${minutesId}/${agendaItemId ?? ''}` } };
  return runOperation(session.writer(), { author, reason }, (op): SavedItem => {
    const minutes = mustGet(op.db, 'minutes', minutesId);
    assertDraft(minutes);
    if (agendaItemId === null) {
      op.update('minutes', minutesId, { body: kept });
      return { itemId: null };
    }
    if (kept === null && minutesItemOf(op.db, minutesId, agendaItemId) === null) {
      return { itemId: null };
    }
    const itemId = ensureMinutesItem(op, minutes, agendaItemId);
    op.update('minutesItem', itemId, { body: kept });
    return { itemId };
  });
}

const NUMBER = /^CR-(\d{4})-(\d+)$/;
const ADDENDUM = /^(.+)-A(\d+)$/;

/** The next number of the year, after the highest that was ever given: `CR-2017-03`. */
export function nextNumber(known: readonly string[], year: string): string {
  const given = known.flatMap((number) => {
    const [, ofYear, rank] = NUMBER.exec(number) ?? [];
    return ofYear === year ? [Number(rank)] : [];
  });
  return `CR-${year}-${String(Math.max(0, ...given) + 1).padStart(2, '0')}`;
}

/** The next addendum to minutes of that number: `CR-2017-03-A1`. */
export function nextAddendum(known: readonly string[], amended: string): string {
  const given = known.flatMap((number) => {
    const [, base, rank] = ADDENDUM.exec(number) ?? [];
    return base === amended ? [Number(rank)] : [];
  });
  return `${amended}-A${Math.max(0, ...given) + 1}`;
}

function numberFor(db: ReadableDb, minutes: Minutes, meeting: RecordOf<'meeting'>, on: string) {
  const known = minutesNumbers(db, meeting.workingGroupId);
  if (minutes.amendsId === null) return nextNumber(known, (meeting.heldOn ?? on).slice(0, 4));
  const amended = mustGet(db, 'minutes', minutes.amendsId);
  return nextAddendum(known, amended.number ?? '');
}

/**
 * Numbers minutes, signs them off and locks them, and the meeting with them.
 * @throws DataError `minutes.validated` when they already are; `record.invalid` for a day before the meeting
 */
export function validateMinutes(
  session: StoreSession,
  { author }: Author,
  { minutesId, validatedById, on }: ChannelRequest<'minutes:validate'>,
): OperationResult<string> {
  const db = session.writer();
  const minutes = mustGet(db, 'minutes', minutesId);
  assertDraft(minutes);
  const meeting = meetingToHold(db, minutes.meetingId);
  mustGet(db, 'person', validatedById);
  if (meeting.heldOn !== null && on < meeting.heldOn) {
    const refusals = [{ field: 'validatedAt', rule: 'beforeTheMeeting' }];
    throw new DataError('record.invalid', { table: 'minutes', refusals });
  }
  const number = numberFor(db, minutes, meeting, on);
  const reason = { key: VALIDATION, params: { number } };
  return runOperation(db, { author, reason }, (op) => {
    // The meeting first: once its minutes are validated, its state stays as it is.
    if (minutes.amendsId === null) op.update('meeting', meeting.id, { status: 'validated' });
    op.update('minutes', minutesId, {
      number,
      status: 'validated',
      // Noon, so that the day is the same wherever in Europe it is read.
      validatedAt: `${on}T12:00:00Z`,
      validatedById,
    });
    return number;
  });
}

/**
 * Begins an addendum to validated minutes; one already begun is gone on with.
 * @throws AppError `minutes.notValidated`
 */
export function amendMinutes(
  session: StoreSession,
  { author }: Author,
  { minutesId }: ChannelRequest<'minutes:amend'>,
): OperationResult<Id<'minutes'>> {
  const db = session.writer();
  const amended = mustGet(db, 'minutes', minutesId);
  if (amended.status !== 'validated') throw new AppError('minutes.notValidated');
  const reason = { key: 'amendMinutes', params: { number: amended.number ?? '' } };
  return runOperation(db, { author, reason }, (op) => {
    const begun = listRecords(op.db, 'minutes', { amendsId: minutesId }).find(
      ({ status }) => status !== 'validated',
    );
    return begun?.id ?? op.insert('minutes', { meetingId: amended.meetingId, amendsId: minutesId });
  });
}
