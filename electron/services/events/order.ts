import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import { minutesOf, timeOf } from './clock.ts';
import { mustGet } from './find.ts';

/** The records in the order asked for. @throws AppError unless each is named once */
function inOrder<T extends { readonly id: string }>(
  records: readonly T[],
  ids: readonly string[],
): T[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  const isPermutation =
    ordered.length === ids.length &&
    ordered.length === records.length &&
    new Set(ids).size === ids.length;
  if (!isPermutation) throw new AppError('event.orderChanged');
  return ordered;
}

/** Puts a whole programme into the given order. @throws AppError `event.orderChanged` */
export function orderProgramme(
  session: StoreSession,
  { author }: Author,
  { id, itemIds }: ChannelRequest<'events:orderProgramme'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'orderProgramme' } }, (op) => {
    mustGet(op.db, 'event', id);
    const ordered = inOrder(listRecords(op.db, 'programmeItem', { eventId: id }), itemIds);
    op.updateEach(
      'programmeItem',
      ordered.map((item, index) => ({ id: item.id, patch: { position: index + 1 } })),
    );
  });
}

/** Puts the pitches into the given order and, where asked, one after the other from a time on. */
export function orderPitches(
  session: StoreSession,
  { author }: Author,
  { id, pitchIds, times }: ChannelRequest<'events:orderPitches'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'orderPitches' } }, (op) => {
    mustGet(op.db, 'event', id);
    const ordered = inOrder(listRecords(op.db, 'pitchSlot', { eventId: id }), pitchIds);
    const timesOf = (index: number) => {
      if (times === null) return {};
      const { startsAt, durationMinutes, gapMinutes } = times;
      const at = minutesOf(startsAt) + index * (durationMinutes + gapMinutes);
      return { startsAt: timeOf(at), durationMinutes };
    };
    op.updateEach(
      'pitchSlot',
      ordered.map((slot, index) => ({
        id: slot.id,
        patch: { position: index + 1, ...timesOf(index) },
      })),
    );
  });
}
