import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';

import { itemOf, meetingToHold, mustGet } from './find.ts';
import { ensureMinutes, ensureMinutesItem } from './minutes.ts';

interface Where {
  readonly id: Id<'meeting'>;
  readonly minutesId: Id<'minutes'> | null;
  readonly agendaItemId: Id<'agendaItem'> | null;
}

interface Placed {
  readonly meeting: RecordOf<'meeting'>;
  readonly minutesItemId: Id<'minutesItem'> | null;
  readonly subGroupId: Id<'subGroup'> | null;
}

/** Where a decision or action belongs; the minutes and their item are begun when they must be. */
function place(op: Operation, { id, minutesId, agendaItemId }: Where): Placed {
  const meeting = meetingToHold(op.db, id);
  const item = agendaItemId === null ? null : itemOf(op.db, id, agendaItemId);
  const minutes = minutesId === null ? ensureMinutes(op, id) : mustGet(op.db, 'minutes', minutesId);
  if (minutes.meetingId !== id) {
    throw new DataError('record.notFound', { table: 'minutes', id: minutes.id });
  }
  if (minutes.status === 'validated') {
    throw new DataError('minutes.validated', { number: minutes.number ?? '' });
  }
  // In an addendum, also what belongs to no item: it would pass for part of the validated minutes.
  const needsItem = agendaItemId !== null || minutes.amendsId !== null;
  return {
    meeting,
    minutesItemId: needsItem ? ensureMinutesItem(op, minutes, agendaItemId) : null,
    subGroupId: item?.subGroupId ?? meeting.subGroupId,
  };
}

/** Writes a decision down where it was taken. @throws DataError `minutes.validated` */
export function decide(
  session: StoreSession,
  { author }: Author,
  { id, minutesId, agendaItemId, ...decision }: ChannelRequest<'meetings:decide'>,
): OperationResult<Id<'decision'>> {
  return runOperation(session.writer(), { author, reason: { key: 'decide' } }, (op) => {
    const { meeting, ...placed } = place(op, { id, minutesId, agendaItemId });
    return op.insert('decision', {
      ...decision,
      ...placed,
      detail: decision.detail === '' ? null : decision.detail,
      workingGroupId: meeting.workingGroupId,
      meetingId: id,
      agendaItemId,
      decidedOn: meeting.heldOn,
    });
  });
}

/** Writes an action down where it was decided. @throws DataError `minutes.validated` */
export function act(
  session: StoreSession,
  { author }: Author,
  { id, minutesId, agendaItemId, ...action }: ChannelRequest<'meetings:act'>,
): OperationResult<Id<'actionItem'>> {
  return runOperation(session.writer(), { author, reason: { key: 'act' } }, (op) => {
    const { meeting, ...placed } = place(op, { id, minutesId, agendaItemId });
    return op.insert('actionItem', {
      ...action,
      ...placed,
      detail: action.detail === '' ? null : action.detail,
      workingGroupId: meeting.workingGroupId,
      meetingId: id,
      agendaItemId,
    });
  });
}
