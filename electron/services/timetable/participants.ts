import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { likelyParticipants } from '#repositories/event-planning.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/events/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import { plannedOf } from './changes.ts';

/** Says into which slots the meetings of an event go. */
export function savePlan(
  session: StoreSession,
  { author }: Author,
  { id, ...values }: ChannelRequest<'timetable:savePlan'>,
): OperationResult<Id<'meetingPlan'>> {
  return runOperation(session.writer(), { author, reason: { key: 'saveMeetingPlan' } }, (op) => {
    mustGet(op.db, 'event', id);
    const [known] = listRecords(op.db, 'meetingPlan', { eventId: id });
    if (known === undefined) return op.insert('meetingPlan', { eventId: id, ...values });
    op.update('meetingPlan', known.id, values);
    return known.id;
  });
}

/** Adds whoever should take part and does not yet; returns how many those are. */
export function gatherParticipants(
  session: StoreSession,
  { author }: Author,
  { id }: ChannelRequest<'timetable:gather'>,
): OperationResult<number> {
  const count = likelyParticipants(session.reader, id).length;
  const reason = { key: 'gatherParticipants', params: { count } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    const likely = likelyParticipants(op.db, id);
    op.insertMany(
      'meetingParticipant',
      likely.map(({ organisationId, side }) => ({
        values: { eventId: id, organisationId, side },
      })),
    );
    return likely.length;
  });
}

function participantOf(
  op: Operation,
  eventId: string,
  organisationId: string,
): RecordOf<'meetingParticipant'> | null {
  return listRecords(op.db, 'meetingParticipant', { eventId, organisationId })[0] ?? null;
}

/** What the other records say an organisation is: a buyer by its kind, else a company. */
function usualSide(op: Operation, organisationId: string): 'buyer' | 'company' {
  return mustGet(op.db, 'organisation', organisationId).kind === 'buyer' ? 'buyer' : 'company';
}

function nameOf(session: StoreSession, organisationId: string): string {
  return mustGet(session.reader, 'organisation', organisationId).name;
}

/** Makes an organisation take part, or changes how it does. @throws DataError `record.invalid` */
export function setParticipant(
  session: StoreSession,
  { author }: Author,
  { id, organisationId, ...given }: ChannelRequest<'timetable:setParticipant'>,
): OperationResult<Id<'meetingParticipant'>> {
  const reason = { key: 'setParticipant', params: { name: nameOf(session, organisationId) } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    const known = participantOf(op, id, organisationId);
    const note = given.note === '' ? null : given.note;
    const values = { ...given, note };
    if (known === null) {
      const side = given.side ?? usualSide(op, organisationId);
      return op.insert('meetingParticipant', { ...values, eventId: id, organisationId, side });
    }
    op.update('meetingParticipant', known.id, values);
    return known.id;
  });
}

/**
 * Takes a participant out, its planned meetings cancelled, or lets it in again: what was cancelled is
 * then asked for once more. Returns how many meetings were cancelled.
 * @throws AppError `timetable.notAParticipant`
 */
export function withdrawParticipant(
  session: StoreSession,
  { author }: Author,
  { id, organisationId, isWithdrawn }: ChannelRequest<'timetable:withdraw'>,
): OperationResult<number> {
  const name = nameOf(session, organisationId);
  const key = isWithdrawn ? 'withdrawParticipant' : 'readmitParticipant';
  return runOperation(session.writer(), { author, reason: { key, params: { name } } }, (op) => {
    const known = participantOf(op, id, organisationId);
    if (known === null) throw new AppError('timetable.notAParticipant', { name });
    op.update('meetingParticipant', known.id, { isWithdrawn });
    const meetings = listRecords(op.db, 'b2bMeeting', { eventId: id });
    if (isWithdrawn) {
      const planned = plannedOf(meetings, organisationId);
      op.updateMany(
        'b2bMeeting',
        planned.map((meeting) => meeting.id),
        { status: 'cancelled', isLocked: false },
      );
      return planned.length;
    }
    const cancelled = meetings.filter(
      (one) =>
        (one.buyerId === organisationId || one.companyId === organisationId) &&
        one.status === 'cancelled',
    );
    op.updateMany(
      'b2bMeeting',
      cancelled.map((meeting) => meeting.id),
      { status: 'wished', startsAt: null, tableNumber: null },
    );
    return 0;
  });
}

/** Says when a participant is there and when it is not; what was said before is replaced. */
export function setAvailability(
  session: StoreSession,
  { author }: Author,
  { id, organisationId, periods }: ChannelRequest<'timetable:setAvailability'>,
): OperationResult<void> {
  const reason = { key: 'setAvailability', params: { name: nameOf(session, organisationId) } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    const known = listRecords(op.db, 'availability', { eventId: id, organisationId });
    const isSame = (
      one: RecordOf<'availability'>,
      period: ChannelRequest<'timetable:setAvailability'>['periods'][number],
    ): boolean =>
      one.startsAt === period.startsAt &&
      one.endsAt === period.endsAt &&
      one.isAvailable === period.isAvailable &&
      one.note === period.note;
    const gone = known.filter((one) => !periods.some((period) => isSame(one, period)));
    const added = periods.filter((period) => !known.some((one) => isSame(one, period)));
    op.setDeletedMany(
      'availability',
      gone.map((one) => one.id),
      new Date().toISOString(),
    );
    op.insertMany(
      'availability',
      added.map((period) => ({ values: { eventId: id, organisationId, ...period } })),
    );
  });
}

/** Writes down one side's wish to meet another; strength 0 takes it back. */
export function setWish(
  session: StoreSession,
  { author }: Author,
  { id, fromId, toId, strength, note, ...links }: ChannelRequest<'timetable:wish'>,
): OperationResult<void> {
  const reason = { key: 'wish', params: { name: nameOf(session, fromId) } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    const where = { eventId: id, fromOrganisationId: fromId, toOrganisationId: toId };
    const known = listRecords(op.db, 'meetingWish', where);
    if (strength === 0) {
      const ids = known.map((wish) => wish.id);
      op.setDeletedMany('meetingWish', ids, new Date().toISOString());
      return;
    }
    const values = { strength, note: note === '' ? null : note, ...links };
    const [first] = known;
    if (first === undefined) op.insert('meetingWish', { ...where, ...values });
    else op.update('meetingWish', first.id, values);
  });
}
