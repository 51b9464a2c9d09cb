import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordPatch } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import { meetingToHold } from './find.ts';
import { ensureMinutes, minutesOf } from './minutes.ts';

interface MeetingKey {
  readonly id: Id<'meeting'>;
}

/** Gives the minutes their state, where they are not validated yet. */
function setMinutesStatus(
  op: Operation,
  meetingId: string,
  status: RecordPatch<'minutes'>['status'],
): void {
  const { minutes } = minutesOf(op.db, meetingId);
  if (minutes !== null && minutes.status !== 'validated') {
    op.update('minutes', minutes.id, { status });
  }
}

/** Opens a meeting and its minutes. @throws DataError `minutes.validated`, AppError `meeting.cancelled` */
export function startMeeting(
  session: StoreSession,
  { author }: Author,
  { id }: ChannelRequest<'meetings:start'>,
): OperationResult<Id<'minutes'>> {
  return runOperation(session.writer(), { author, reason: { key: 'startMeeting' } }, (op) => {
    meetingToHold(op.db, id);
    op.update('meeting', id, { status: 'underWay' });
    setMinutesStatus(op, id, 'draft');
    return ensureMinutes(op, id).id;
  });
}

/** Ends a meeting: what it did not come to stays planned, and is proposed to the next one. */
export function closeMeeting(
  session: StoreSession,
  { author }: Author,
  { id }: MeetingKey,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'closeMeeting' } }, (op) => {
    meetingToHold(op.db, id);
    op.update('meeting', id, { status: 'toValidate' });
    setMinutesStatus(op, id, 'toValidate');
  });
}

/** Takes a meeting up again that was closed too early. @throws DataError `minutes.validated` */
export function reopenMeeting(
  session: StoreSession,
  { author }: Author,
  { id }: MeetingKey,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'reopenMeeting' } }, (op) => {
    meetingToHold(op.db, id);
    op.update('meeting', id, { status: 'underWay' });
    setMinutesStatus(op, id, 'draft');
  });
}
