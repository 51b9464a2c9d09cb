import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/events/find.ts';
import { schedulesOf } from '#services/timetable/schedules.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** What there is to write about an event. @throws DataError `record.notFound` */
export function eventPapersOverview(
  db: ReadableDb,
  { eventId }: ChannelRequest<'eventPapers:overview'>,
): ChannelOutput<'eventPapers:overview'> {
  const event = mustGet(db, 'event', eventId);
  const schedules = (by: 'participants' | 'places') =>
    schedulesOf(db, { id: eventId, by, subject: null });
  const count = (table: 'programmeItem' | 'pitchSlot' | 'registration' | 'stand'): number =>
    listRecords(db, table, { eventId }).length;
  return {
    eventName: event.name,
    day: event.startsOn,
    participants: schedules('participants').map(({ subject, entries }) => ({
      id: subject.id,
      name: subject.name,
      side: subject.side,
      meetings: entries.filter(({ kind }) => kind === 'meeting').length,
    })),
    places: schedules('places').map(({ subject, entries }) => ({
      name: subject.name,
      entries: entries.length,
    })),
    programme: count('programmeItem'),
    pitches: count('pitchSlot'),
    registrations: count('registration'),
    stands: count('stand'),
  };
}
