import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { mustGet } from '#services/events/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import { clashError } from './accept.ts';
import type { Placed } from './clashes.ts';
import { clashesOf, placedOf } from './clashes.ts';
import type { Meeting, TimetableData } from './data.ts';
import { isInForce, timetableData } from './data.ts';
import type { Slot } from './slots.ts';
import { assignTables } from './tables.ts';

function slotAt({ plan, slots }: TimetableData, index: number): Slot {
  if (plan === null) throw new AppError('timetable.noPlan');
  const slot = slots[index];
  if (slot === undefined) throw new AppError('timetable.noSuchSlot');
  return slot;
}

/** A table for one meeting beside the others; null for a stand, or where nobody counts tables. */
function tableFor(data: TimetableData, others: readonly Placed[], one: Placed): number | null {
  const stand = data.byOrganisation.get(one.companyId)?.stand ?? null;
  const tables = data.plan?.tableCount ?? null;
  if (stand !== null || tables === null) return null;
  const now = others.filter(({ from, to }) => from < one.to && one.from < to);
  const seatings = [...now, one].map(({ companyId, tableNumber }) => ({
    companyId,
    slot: 0,
    table: tableNumber,
  }));
  return assignTables(seatings, tables).at(-1) ?? null;
}

/** The place of a meeting in the timetable. @throws AppError `timetable.clash` */
function fit(data: TimetableData, others: readonly Placed[], one: Placed) {
  const same = (meeting: { readonly id: string | null }): boolean => meeting.id === one.id;
  const tableNumber = tableFor(data, others, one);
  const placed = { ...one, tableNumber };
  const clash = clashesOf(data, [...others, placed]).find(({ meetings }) => meetings.some(same));
  if (clash !== undefined) throw clashError(clash);
  const stand = data.byOrganisation.get(one.companyId)?.stand ?? null;
  return {
    durationMinutes: data.plan?.slotMinutes ?? null,
    place: stand?.place ?? data.plan?.place ?? null,
    standId: stand?.id ?? null,
    tableNumber,
  };
}

/**
 * Puts a meeting into another slot, where it then stays.
 * @throws AppError `timetable.clash`, `timetable.settled`, `timetable.locked`, `timetable.noSuchSlot`
 */
export function moveMeeting(
  session: StoreSession,
  { author }: Author,
  { meetingId, slot }: ChannelRequest<'timetable:move'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'moveMeeting' } }, (op) => {
    const meeting = mustGet(op.db, 'b2bMeeting', meetingId);
    if (meeting.status !== 'planned' && meeting.status !== 'wished') {
      throw new AppError('timetable.settled');
    }
    if (meeting.isLocked) throw new AppError('timetable.locked');
    const data = timetableData(op.db, meeting.eventId);
    const { from, to, startsAt } = slotAt(data, slot);
    const others = placedOf(
      data,
      data.meetings.filter(({ id }) => id !== meetingId),
    );
    const { buyerId, companyId } = meeting;
    const one = { id: meetingId, buyerId, companyId, from, to, tableNumber: null, isFixed: false };
    const place = fit(data, others, one);
    op.update('b2bMeeting', meetingId, { ...place, startsAt, status: 'planned', isLocked: true });
  });
}

/**
 * Plans a meeting by hand, where it then stays.
 * @throws AppError `timetable.clash`, `timetable.notAParticipant`, `timetable.sameSide`
 */
export function addMeeting(
  session: StoreSession,
  { author }: Author,
  { id, buyerId, companyId, slot }: ChannelRequest<'timetable:addMeeting'>,
): OperationResult<Id<'b2bMeeting'>> {
  const reason = { key: 'create', params: { table: 'b2bMeeting' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const data = timetableData(op.db, id);
    assertParticipants(op, data, buyerId, companyId);
    const { from, to, startsAt } = slotAt(data, slot);
    const known = data.meetings.find(
      (one) => one.buyerId === buyerId && one.companyId === companyId && one.status === 'wished',
    );
    const others = placedOf(data, data.meetings);
    const one = { id: null, buyerId, companyId, from, to, tableNumber: null, isFixed: false };
    const values = {
      ...fit(data, others, one),
      startsAt,
      status: 'planned' as const,
      isLocked: true,
    };
    if (known === undefined) {
      return op.insert('b2bMeeting', { eventId: id, buyerId, companyId, ...values });
    }
    op.update('b2bMeeting', known.id, values);
    return known.id;
  });
}

function assertParticipants(
  op: Operation,
  data: TimetableData,
  buyerId: string,
  companyId: string,
): void {
  for (const organisationId of [buyerId, companyId]) {
    if (data.byOrganisation.has(organisationId)) continue;
    const { name } = mustGet(op.db, 'organisation', organisationId);
    throw new AppError('timetable.notAParticipant', { name });
  }
  const isRight =
    data.byOrganisation.get(buyerId)?.side === 'buyer' &&
    data.byOrganisation.get(companyId)?.side === 'company';
  if (!isRight) throw new AppError('timetable.sameSide');
}

/** Fixes meetings where they are, or lets the next timetable move them. */
export function lockMeetings(
  session: StoreSession,
  { author }: Author,
  { meetingIds, isLocked }: ChannelRequest<'timetable:lock'>,
): OperationResult<void> {
  const key = isLocked ? 'lockMeetings' : 'unlockMeetings';
  const reason = { key, params: { count: meetingIds.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    for (const id of meetingIds) mustGet(op.db, 'b2bMeeting', id);
    op.updateMany('b2bMeeting', [...new Set(meetingIds)], { isLocked });
  });
}

/** Cancels meetings: they are not proposed again. @throws AppError `timetable.settled` */
export function cancelMeetings(
  session: StoreSession,
  { author }: Author,
  { meetingIds }: ChannelRequest<'timetable:cancel'>,
): OperationResult<void> {
  const reason = { key: 'cancelMeetings', params: { count: meetingIds.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    for (const id of meetingIds) {
      const { status } = mustGet(op.db, 'b2bMeeting', id);
      if (status === 'held' || status === 'missed') throw new AppError('timetable.settled');
    }
    op.updateMany('b2bMeeting', [...new Set(meetingIds)], { status: 'cancelled', isLocked: false });
  });
}

const orNull = (text: string | null): string | null => (text === '' ? null : text);

/** Writes down how a meeting went. */
export function recordOutcome(
  session: StoreSession,
  { author }: Author,
  { meetingId, status, outcome, followUp, followUpOn }: ChannelRequest<'timetable:outcome'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'meetingOutcome' } }, (op) => {
    mustGet(op.db, 'b2bMeeting', meetingId);
    op.update('b2bMeeting', meetingId, {
      ...(status === undefined ? {} : { status }),
      ...(outcome === undefined ? {} : { outcome: orNull(outcome) }),
      ...(followUp === undefined ? {} : { followUp: orNull(followUp) }),
      ...(followUpOn === undefined ? {} : { followUpOn }),
    });
  });
}

/** Planned meetings of one organisation. */
export function plannedOf(meetings: readonly Meeting[], organisationId: string): Meeting[] {
  return meetings.filter(
    (one) =>
      (one.buyerId === organisationId || one.companyId === organisationId) &&
      one.status === 'planned' &&
      isInForce(one),
  );
}
