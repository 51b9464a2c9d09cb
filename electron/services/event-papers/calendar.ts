import { AppError } from '#contract/errors.ts';
import type { PitchView } from '#contract/event.channels.ts';
import type { Schedule, ScheduleEntry } from '#contract/timetable.channels.ts';
import { eventMaking, kindTitle, whereText } from '#documents/reports/events/making.ts';
import type { EventMaking, EventPaperOptions } from '#documents/reports/events/making.ts';
import { entryKind } from '#documents/reports/events/schedules.ts';
import type { CalendarEntry, CalendarMoment } from '#interop/ics.ts';
import { writeCalendar } from '#interop/ics.ts';
import { instantOf } from '#journal/clock.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { minutesOf, timeOf } from '#services/events/clock.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** How long an entry lasts at least on a calendar, whatever is known of it. */
const LEAST_MINUTES = 5;
/** Minutes before its own entries at which the calendar of a participant reminds of them. */
const ALARMS = [10] as const;

export interface CalendarOptions extends EventPaperOptions {
  /** ISO instant, for tests; now otherwise. */
  readonly now?: string;
}

interface Revision {
  readonly sequence: number;
  readonly changedAt: string;
}

/**
 * How often each record was changed since it was made, and when last. The journal only ever grows,
 * so that a calendar takes the later of two files for the later one, after an undo too.
 */
function revisionsOf(db: ReadableDb, ids: readonly string[]): Map<string, Revision> {
  const rows = all<{ id: string; operations: number; hlc: string }>(
    db,
    sql`SELECT row AS id, count(DISTINCT operation_id) AS operations, max(hlc) AS hlc FROM change
        WHERE row IN (SELECT value FROM json_each(${JSON.stringify(ids)})) GROUP BY row`,
  );
  return new Map(
    rows.map(({ id, operations, hlc }) => [
      id,
      { sequence: operations - 1, changedAt: instantOf(hlc) },
    ]),
  );
}

/** What a calendar shows of an entry, whoever's calendar it is. */
type Shown = Omit<ScheduleEntry, 'withName' | 'withPerson' | 'reason'> & {
  readonly isCancelled: boolean;
};

function momentOf(day: string, { startsAt, endsAt }: Shown): CalendarMoment {
  const end = timeOf(Math.max(minutesOf(endsAt), minutesOf(startsAt) + LEAST_MINUTES));
  return end <= startsAt
    ? { kind: 'days', fromOn: day, toOn: day }
    : { kind: 'hours', day, startsAt, endsAt: end };
}

function titleOf(entry: Shown, make: EventMaking): string {
  const { kind, buyerName, companyName, title } = entry;
  if (kind === 'programme') return title;
  const about =
    kind === 'meeting'
      ? `${buyerName ?? ''} – ${companyName ?? ''}`
      : [title, companyName].filter((part) => part !== null && part !== '').join(' – ');
  return kindTitle(make.t(`entry.${kind}`), about, make);
}

function descriptionOf(entry: Shown, { t }: EventMaking): string | null {
  const lines = [
    entry.needTitle === null ? null : t('needLine', { title: entry.needTitle }),
    entry.offerTitle === null ? null : t('offerLine', { title: entry.offerTitle }),
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join('\n');
}

/** What everything in one event's calendars depends on, read once. */
export interface CalendarSource {
  readonly eventId: string;
  readonly name: string;
  readonly day: string;
  readonly place: string | null;
  readonly revisionOf: (id: string) => Revision;
  readonly cancelled: readonly (Shown & { readonly parties: readonly string[] })[];
  readonly make: EventMaking;
  readonly now: string;
}

/** Meetings that were cancelled after they had a time: calendars take them out. */
function cancelledOf(db: ReadableDb, eventId: string): CalendarSource['cancelled'] {
  const meetings = listRecords(db, 'b2bMeeting', { eventId, status: 'cancelled' }, ['startsAt']);
  const names = labelsOf(
    db,
    'organisation',
    meetings.flatMap(({ buyerId, companyId }) => [buyerId, companyId]),
  );
  return meetings.flatMap((meeting) => {
    const { id, startsAt, buyerId, companyId, durationMinutes } = meeting;
    if (startsAt === null) return [];
    return [
      {
        kind: 'meeting' as const,
        id,
        startsAt,
        endsAt: timeOf(minutesOf(startsAt) + (durationMinutes ?? 0)),
        title: '',
        programmeKind: null,
        buyerName: names.get(buyerId) ?? null,
        companyName: names.get(companyId) ?? null,
        needTitle: null,
        offerTitle: null,
        place: meeting.place,
        standNumber: null,
        tableNumber: meeting.tableNumber,
        isCancelled: true,
        parties: [buyerId, companyId],
      },
    ];
  });
}

/** @throws AppError `event.noDay` */
export function calendarSource(
  db: ReadableDb,
  event: {
    readonly id: string;
    readonly name: string;
    readonly startsOn: string | null;
    readonly place: string | null;
  },
  options: CalendarOptions,
): CalendarSource {
  const { id: eventId, name, startsOn, place } = event;
  if (startsOn === null) throw new AppError('event.noDay', { name });
  const plan = listRecords(db, 'meetingPlan', { eventId }).map(({ id }) => id);
  const own = (['b2bMeeting', 'programmeItem', 'pitchSlot', 'demo'] as const).flatMap((table) =>
    listRecords(db, table, { eventId }).map(({ id }): string => id),
  );
  const common = [eventId, ...plan];
  const revisions = revisionsOf(db, [...own, ...common]);
  const now = options.now ?? new Date().toISOString();
  return {
    eventId,
    name,
    day: startsOn,
    place,
    revisionOf: (id) => {
      // The day is the event's, and how long meetings last is the plan's: their changes count too.
      const several = [id, ...common].flatMap((one) => revisions.get(one) ?? []);
      return {
        sequence: several.reduce((sum, { sequence }) => sum + sequence, 0),
        changedAt:
          several
            .map(({ changedAt }) => changedAt)
            .toSorted()
            .at(-1) ?? now,
      };
    },
    cancelled: cancelledOf(db, eventId),
    make: eventMaking(options),
    now,
  };
}

function calendarEntry(
  source: CalendarSource,
  entry: Shown,
  alarms: CalendarEntry['alarms'],
): CalendarEntry {
  const { make } = source;
  const where = whereText({ ...entry, place: entry.place ?? source.place }, make);
  return {
    uid: entry.id,
    ...source.revisionOf(entry.id),
    moment: momentOf(source.day, entry),
    title: titleOf(entry, make),
    description: descriptionOf(entry, make),
    place: where === '' ? null : where,
    url: null,
    status: entry.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    categories: [entryKind(entry, make)],
    organizer: null,
    attendees: [],
    alarms: entry.isCancelled || entry.kind === 'programme' ? [] : alarms,
  };
}

/** The calendar of one participant or place: only what is on its page, and names nobody's address. */
export function scheduleCalendar(source: CalendarSource, schedule: Schedule): string {
  const { subject, entries } = schedule;
  const isOwn = ({ place, parties }: CalendarSource['cancelled'][number]): boolean =>
    subject.kind === 'participant'
      ? parties.includes(subject.id)
      : (place ?? source.place ?? '') === subject.id;
  const shown: Shown[] = [
    ...entries.map((entry) => ({
      ...entry,
      companyName:
        entry.companyName ??
        (entry.kind === 'pitch' && subject.kind === 'participant' ? subject.name : null),
      isCancelled: false,
    })),
    ...source.cancelled.filter(isOwn),
  ];
  const alarms = subject.kind === 'participant' ? ALARMS : [];
  return written(
    source,
    shown.map((entry) => calendarEntry(source, entry, alarms)),
    subject.name === '' ? source.name : `${source.name} – ${subject.name}`,
  );
}

/** Everything that takes place at an event, each thing once. */
export function eventCalendar(
  source: CalendarSource,
  places: readonly Schedule[],
  pitches: readonly PitchView[],
): string {
  const shown: Shown[] = [
    ...places.flatMap(({ entries }) => entries.map((entry) => ({ ...entry, isCancelled: false }))),
    ...pitches.flatMap((pitch): Shown[] =>
      pitch.startsAt === null
        ? []
        : [
            {
              kind: 'pitch',
              id: pitch.id,
              startsAt: pitch.startsAt,
              endsAt: pitch.endsAt ?? pitch.startsAt,
              title: pitch.applicationTitle,
              programmeKind: null,
              buyerName: null,
              companyName: pitch.organisationName,
              needTitle: null,
              offerTitle: null,
              place: null,
              standNumber: null,
              tableNumber: null,
              isCancelled: false,
            },
          ],
    ),
    ...source.cancelled,
  ];
  const entries = shown
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id))
    .map((entry) => calendarEntry(source, entry, []));
  return written(source, entries, source.name);
}

const written = (
  { now }: CalendarSource,
  entries: readonly CalendarEntry[],
  name: string,
): string => writeCalendar(entries, { method: 'PUBLISH', madeAt: now, name });
