import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Seat } from '#repositories/meetings.repo.ts';
import { seatsOf } from '#repositories/meetings.repo.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { meetingToHold, mustGet } from './find.ts';
import { assertOpen } from './lock.ts';

type Meeting = RecordOf<'meeting'>;

/** Those of a sub-group who also come to the meetings of the whole group. */
const SPEAKING: ReadonlySet<string> = new Set([
  'rapporteur',
  'coRapporteur',
  'lead',
  'chair',
  'secretariat',
]);

/** The day on which mandates are looked at: the meeting's, or today while it has none. */
export function dayOf(meeting: Meeting, today: string): string {
  return meeting.heldOn ?? today;
}

/** Whether a mandate gives a seat at the meetings of that body. */
export function isSeatAt(meeting: Meeting, seat: Seat): boolean {
  if (meeting.committeeId !== null) return seat.committeeId === meeting.committeeId;
  if (meeting.subGroupId !== null) return seat.subGroupId === meeting.subGroupId;
  if (seat.committeeId !== null) return false;
  return seat.workingGroupId !== null || SPEAKING.has(seat.role);
}

/** Who is expected: one seat for each person with a mandate in the meeting's body that day. */
export function expectedAt(db: ReadableDb, meeting: Meeting, today: string): Seat[] {
  const seats = seatsOf(db, meeting.workingGroupId, dayOf(meeting, today));
  const byPerson = new Map<string, Seat>();
  for (const seat of seats) {
    if (isSeatAt(meeting, seat) && !byPerson.has(seat.personId)) byPerson.set(seat.personId, seat);
  }
  return [...byPerson.values()];
}

/** Puts on the list whoever is expected and not there yet, as one operation. */
export function fillExpected(
  session: StoreSession,
  { author }: Author,
  { id, today }: ChannelRequest<'meetings:expected'>,
): OperationResult<number> {
  const db = session.writer();
  const meeting = meetingToHold(db, id);
  assertOpen(db, id);
  const listed = new Set<string | null>(
    listRecords(db, 'attendance', { meetingId: id }).map(({ personId }) => personId),
  );
  const missing = expectedAt(db, meeting, today).filter(({ personId }) => !listed.has(personId));
  const reason = { key: 'fillExpected', params: { count: missing.length } };
  return runOperation(db, { author, reason }, (op) => {
    const rows = missing.map(({ personId, organisationId }) => ({
      values: {
        meetingId: id,
        personId,
        organisationId,
      },
    }));
    return op.insertMany('attendance', rows).length;
  });
}

/** Says whether someone came, is excused or represented. */
export function attend(
  session: StoreSession,
  { author }: Author,
  { attendanceId, status, representedById }: ChannelRequest<'meetings:attend'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'attend' } }, (op) => {
    const { meetingId } = mustGet(op.db, 'attendance', attendanceId);
    assertOpen(op.db, meetingId);
    op.update('attendance', attendanceId, {
      status,
      representedById: status === 'represented' ? representedById : null,
    });
  });
}

/**
 * Adds a guest to the list.
 * @throws DataError `record.invalid` when neither a person nor a name is given
 */
export function invite(
  session: StoreSession,
  { author }: Author,
  { id, personId, name, organisationId }: ChannelRequest<'meetings:invite'>,
): OperationResult<Id<'attendance'>> {
  return runOperation(session.writer(), { author, reason: { key: 'invite' } }, (op) => {
    meetingToHold(op.db, id);
    assertOpen(op.db, id);
    const known = personId === null ? null : labelsOf(op.db, 'person', [personId]).get(personId);
    const guestName = name ?? known ?? null;
    if (guestName === null) {
      const refusals = [{ field: 'guestName', rule: 'required' }];
      throw new DataError('record.invalid', { table: 'attendance', refusals });
    }
    return op.insert('attendance', { meetingId: id, personId, guestName, organisationId });
  });
}
