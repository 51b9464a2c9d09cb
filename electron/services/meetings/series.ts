import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { meetingsOnDay } from '#repositories/meetings.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { mustGet } from './find.ts';
import { recurringDays } from './recurrence.ts';

type Meeting = RecordOf<'meeting'>;

/** Meetings of the series that this one is in, itself alone when it is in none; without a day last. */
function meetingsLike(db: ReadableDb, meeting: Meeting): Meeting[] {
  if (meeting.seriesId === null) return [meeting];
  const undated = '9999';
  return listRecords(db, 'meeting', { seriesId: meeting.seriesId }).toSorted(
    (a, b) => (a.heldOn ?? undated).localeCompare(b.heldOn ?? undated) || a.id.localeCompare(b.id),
  );
}

/** @throws DataError `record.notFound` */
export function seriesOf(
  db: ReadableDb,
  { id }: ChannelRequest<'meetings:series'>,
): ChannelOutput<'meetings:series'> {
  const meeting = mustGet(db, 'meeting', id);
  const series =
    meeting.seriesId === null ? null : getRecord(db, 'meetingSeries', meeting.seriesId);
  if (series === null) return null;
  return {
    id: series.id,
    name: series.name,
    recurrence: series.recurrence,
    meetings: meetingsLike(db, meeting).map((one) => ({
      id: one.id,
      title: one.title,
      heldOn: one.heldOn,
      period: one.period,
      status: one.status,
    })),
  };
}

/**
 * Days of a year for the next meetings like this one: the same weekday at the same place of its month
 * as the last of the series that has a day, or the working day that follows. A month in which the
 * series meets already is left out.
 * @throws DataError `record.notFound`
 */
export function proposeDates(
  db: ReadableDb,
  { id, recurrence, year }: ChannelRequest<'meetings:proposeDates'>,
): ChannelOutput<'meetings:proposeDates'> {
  const meeting = mustGet(db, 'meeting', id);
  const days = meetingsLike(db, meeting)
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ heldOn }) => heldOn ?? []);
  const model = meeting.heldOn ?? days.at(-1) ?? null;
  if (model === null) return { model, days: [] };
  const taken = new Set(days.map((day) => day.slice(0, 7)));
  const proposed = recurringDays(model, recurrence, { year, after: model }).filter(
    ({ wantedOn }) => !taken.has(wantedOn.slice(0, 7)),
  );
  return {
    model,
    days: proposed.map((one) => {
      const [clash] = meetingsOnDay(db, meeting, one.day);
      return { ...one, clash: clash ?? null };
    }),
  };
}

/**
 * Makes meetings like this one on other days, and a series of all of them where there is none, as one
 * operation. Their agendas are left to be prepared.
 * @throws DataError `record.notFound`
 */
export function planSeries(
  session: StoreSession,
  { author }: Author,
  { id, name, recurrence, meetings }: ChannelRequest<'meetings:planSeries'>,
): OperationResult<{ readonly seriesId: Id<'meetingSeries'>; readonly ids: Id<'meeting'>[] }> {
  const reason = { key: 'planSeries', params: { count: meetings.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const model = mustGet(op.db, 'meeting', id);
    const { workingGroupId, subGroupId } = model;
    const known =
      model.seriesId === null ? null : getRecord(op.db, 'meetingSeries', model.seriesId);
    const seriesId =
      known?.id ?? op.insert('meetingSeries', { workingGroupId, subGroupId, name, recurrence });
    if (known !== null) op.update('meetingSeries', known.id, { name, recurrence });
    op.update('meeting', id, { seriesId });
    const ids = op.insertMany(
      'meeting',
      meetings.map(({ title, heldOn }) => ({
        values: {
          workingGroupId,
          subGroupId,
          committeeId: model.committeeId,
          eventId: model.eventId,
          seriesId,
          kind: model.kind,
          title,
          heldOn,
          startsAt: model.startsAt,
          endsAt: model.endsAt,
          place: model.place,
          remoteLink: model.remoteLink,
          quorum: model.quorum,
          quorumUnit: model.quorumUnit,
          chairId: model.chairId,
          secretaryId: model.secretaryId,
        },
      })),
    );
    return { seriesId, ids };
  });
}
