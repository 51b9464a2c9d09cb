import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { hasBegun, meetingToHold, mustGet } from './find.ts';

/** @throws AppError `meeting.begun`, `meeting.cancelled`; DataError `record.notFound` */
function meetingToCome(db: ReadableDb, id: string): RecordOf<'meeting'> {
  const meeting = meetingToHold(db, id);
  if (hasBegun(meeting)) throw new AppError('meeting.begun');
  return meeting;
}

/**
 * Says that a meeting does not take place, and why. Those convened are told by a message of its own,
 * which counts the sequence on.
 * @throws AppError `meeting.begun`, `meeting.cancelled`
 */
export function cancelMeeting(
  session: StoreSession,
  { author }: Author,
  { id, reason }: ChannelRequest<'meetings:cancel'>,
): OperationResult<void> {
  const why = { key: 'cancelMeeting' };
  return runOperation(session.writer(), { author, reason: why }, (op) => {
    meetingToCome(op.db, id);
    const cancellationReason = reason === '' ? null : reason;
    op.update('meeting', id, { status: 'cancelled', cancellationReason });
  });
}

/**
 * Moves a meeting to another day, or to other hours; the day it was first meant for is kept.
 * @throws AppError `meeting.begun`, `meeting.cancelled`; DataError `record.invalid` for hours reversed
 */
export function postponeMeeting(
  session: StoreSession,
  { author }: Author,
  { id, heldOn, startsAt, endsAt }: ChannelRequest<'meetings:postpone'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'postponeMeeting' } }, (op) => {
    const meeting = meetingToCome(op.db, id);
    const first = meeting.postponedFromOn ?? meeting.heldOn;
    const postponedFromOn = first === heldOn ? null : first;
    op.update('meeting', id, { heldOn, startsAt, endsAt, postponedFromOn });
  });
}

/** Takes a cancellation back. A meeting that takes place is left as it is. */
export function restoreMeeting(
  session: StoreSession,
  { author }: Author,
  { id }: ChannelRequest<'meetings:restore'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'restoreMeeting' } }, (op) => {
    const { status, convenedAt } = mustGet(op.db, 'meeting', id);
    if (status !== 'cancelled') return;
    const restored = convenedAt === null ? 'draft' : 'convened';
    op.update('meeting', id, { status: restored, cancellationReason: null });
  });
}
