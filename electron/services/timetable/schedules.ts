import type { ChannelRequest } from '#contract/channels.ts';
import type { Schedule, ScheduleEntry } from '#contract/timetable.channels.ts';
import { endOf, timeOf, minutesOf } from '#services/events/clock.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Meeting, Participant, TimetableData } from './data.ts';
import { isInForce, timetableData } from './data.ts';
import { titlesOf } from './sheet.ts';

interface Titles {
  readonly needs: ReadonlyMap<string, string>;
  readonly offers: ReadonlyMap<string, string>;
}

const PITCH_MINUTES = 10;
const DEMO_MINUTES = 15;

const blank = {
  programmeKind: null,
  buyerName: null,
  companyName: null,
  withName: null,
  withPerson: null,
  needTitle: null,
  offerTitle: null,
  reason: null,
  place: null,
  standNumber: null,
  tableNumber: null,
} as const;

/** A meeting as one of its sides sees it, or as the room does (`seenBy` null). */
function meetingEntry(
  data: TimetableData,
  meeting: Meeting,
  titles: Titles,
  seenBy: string | null,
): ScheduleEntry {
  const { id, buyerId, companyId, needId, offerId, startsAt } = meeting;
  const minutes = meeting.durationMinutes ?? data.plan?.slotMinutes ?? 0;
  const buyerName = data.names.get(buyerId) ?? '';
  const companyName = data.names.get(companyId) ?? '';
  const other = seenBy === null ? null : seenBy === buyerId ? companyId : buyerId;
  const withName = other === null ? null : (data.names.get(other) ?? '');
  return {
    ...blank,
    kind: 'meeting',
    id,
    startsAt: startsAt ?? '',
    endsAt: endOf(startsAt, minutes) ?? '',
    title: withName ?? `${buyerName} – ${companyName}`,
    buyerName,
    companyName,
    withName,
    withPerson: other === null ? null : (data.byOrganisation.get(other)?.personName ?? null),
    needTitle: needId === null ? null : (titles.needs.get(needId) ?? null),
    offerTitle: offerId === null ? null : (titles.offers.get(offerId) ?? null),
    reason: meeting.reason,
    place: meeting.place,
    standNumber: data.byOrganisation.get(companyId)?.stand?.number ?? null,
    tableNumber: meeting.tableNumber,
  };
}

function stageEntries(data: TimetableData, organisationId: string): ScheduleEntry[] {
  const { pitches, demos } = data.day;
  const pitched = pitches
    .filter((pitch) => pitch.organisationId === organisationId)
    .flatMap(({ slot, application }): ScheduleEntry[] => {
      if (slot.startsAt === null) return [];
      const endsAt = timeOf(minutesOf(slot.startsAt) + (slot.durationMinutes ?? PITCH_MINUTES));
      const { id, startsAt } = slot;
      return [{ ...blank, kind: 'pitch', id, startsAt, endsAt, title: application.title }];
    });
  const shown = demos
    .filter((demo) => demo.organisationId === organisationId)
    .flatMap(({ id, title, startsAt, durationMinutes, place }): ScheduleEntry[] => {
      if (startsAt === null) return [];
      const endsAt = timeOf(minutesOf(startsAt) + (durationMinutes ?? DEMO_MINUTES));
      return [{ ...blank, kind: 'demo', id, startsAt, endsAt, title, place }];
    });
  return [...pitched, ...shown];
}

/** What everybody's day is made of; the stretch of the meetings themselves is told by the meetings. */
function programmeEntries({ day }: TimetableData): ScheduleEntry[] {
  return day.programme
    .filter(({ kind }) => kind !== 'meetings')
    .map(({ id, startsAt, endsAt, title, kind, place }) => ({
      ...blank,
      kind: 'programme',
      id,
      startsAt,
      endsAt,
      title,
      programmeKind: kind,
      place,
    }));
}

const byTime = (a: ScheduleEntry, b: ScheduleEntry): number =>
  a.startsAt.localeCompare(b.startsAt) ||
  a.endsAt.localeCompare(b.endsAt) ||
  a.id.localeCompare(b.id);

function frame({ event }: TimetableData) {
  return { eventId: event.id, eventName: event.name, day: event.startsOn, eventPlace: event.place };
}

function participantSchedule(data: TimetableData, one: Participant, titles: Titles): Schedule {
  const { organisationId, name, side, personName, stand } = one;
  const own = data.meetings.filter(
    (meeting) =>
      isInForce(meeting) &&
      (meeting.buyerId === organisationId || meeting.companyId === organisationId),
  );
  return {
    ...frame(data),
    subject: {
      kind: 'participant',
      id: organisationId,
      name,
      side,
      personName,
      standNumber: stand?.number ?? null,
    },
    entries: [
      ...own.map((meeting) => meetingEntry(data, meeting, titles, organisationId)),
      ...stageEntries(data, organisationId),
      ...programmeEntries(data),
    ].toSorted(byTime),
  };
}

/** Meetings by where they take place, and what the programme holds there. */
function placeSchedules(data: TimetableData, titles: Titles): Schedule[] {
  const entries = new Map<string, ScheduleEntry[]>();
  const put = (place: string | null, entry: ScheduleEntry): void => {
    const name = place ?? data.event.place ?? '';
    entries.set(name, [...(entries.get(name) ?? []), entry]);
  };
  for (const meeting of data.meetings.filter(isInForce)) {
    put(meeting.place, meetingEntry(data, meeting, titles, null));
  }
  for (const entry of programmeEntries(data)) put(entry.place, entry);
  const shown = new Set(data.day.demos.map(({ organisationId }) => organisationId as string));
  for (const id of shown) {
    for (const entry of stageEntries(data, id)) {
      if (entry.kind === 'demo')
        put(entry.place, { ...entry, companyName: data.names.get(id) ?? null });
    }
  }
  return [...entries]
    .toSorted(([a], [b]) => a.localeCompare(b, 'fr'))
    .map(([name, list]) => ({
      ...frame(data),
      subject: { kind: 'place', id: name, name, side: null, personName: null, standNumber: null },
      entries: list.toSorted(byTime),
    }));
}

/** The day of each participant that has not withdrawn, or of each place; data for documents. */
export function schedulesOf(
  db: ReadableDb,
  { id, by, subject }: ChannelRequest<'timetable:schedules'>,
): Schedule[] {
  const data = timetableData(db, id);
  const titles = {
    needs: titlesOf(
      db,
      'need',
      data.meetings.map(({ needId }) => needId),
    ),
    offers: titlesOf(
      db,
      'offer',
      data.meetings.map(({ offerId }) => offerId),
    ),
  };
  const isAsked = (key: string): boolean => subject === null || subject === key;
  if (by === 'places') {
    return placeSchedules(data, titles).filter((one) => isAsked(one.subject.id));
  }
  return data.participants
    .filter(({ record, organisationId }) => !record.isWithdrawn && isAsked(organisationId))
    .map((one) => participantSchedule(data, one, titles));
}
