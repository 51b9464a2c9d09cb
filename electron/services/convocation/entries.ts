import { instantOf } from '#journal/clock.ts';
import type { RecordOf } from '#domain/registry.ts';
import type {
  CalendarAttendee,
  CalendarEntry,
  CalendarMoment,
  CalendarPerson,
} from '#interop/ics.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { agendaClock } from '#services/meetings/clock.ts';
import { agendaOf } from '#services/meetings/agenda.ts';
import { calendarDates } from '#services/year-calendar.ts';
import type { Translator } from '#platform/translate.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';
import { usableAddress } from '#interop/mail-address.ts';

import type { CalendarDate } from '#contract/calendar.channels.ts';
import type { ConvocationRecipient } from '#contract/convocation.channels.ts';

type Meeting = RecordOf<'meeting'>;

/** Minutes before a meeting at which calendars remind of it: a day, and a quarter of an hour. */
const ALARMS = [24 * 60, 15] as const;
/** A day before, at noon, for what takes a whole day. */
const DAY_ALARMS = [12 * 60] as const;
/** How long a meeting is taken to last that says nothing of it. */
const USUAL = 60;

/** ISO instants of the last change of some records. */
export function changedAt(db: ReadableDb, ids: readonly string[]): Map<string, string> {
  const rows = all<{ id: string; hlc: string }>(
    db,
    sql`SELECT row AS id, max(hlc) AS hlc FROM change
        WHERE row IN (SELECT value FROM json_each(${JSON.stringify(ids)})) GROUP BY row`,
  );
  return new Map(rows.map(({ id, hlc }) => [id, instantOf(hlc)]));
}

function endOf(db: ReadableDb, meeting: Meeting, startsAt: string): string {
  if (meeting.endsAt !== null) return meeting.endsAt;
  const clock = agendaClock(meeting, agendaOf(db, meeting.id));
  const usual = agendaClock(meeting, [{ durationMinutes: USUAL }]).endsAt;
  const end = clock.plannedMinutes > 0 ? clock.endsAt : usual;
  // What would end after midnight ends with the day: the event is of that day.
  return end === null || end <= startsAt ? '23:59' : end;
}

/** When a meeting takes place; null while its day is not known. */
export function momentOfMeeting(db: ReadableDb, meeting: Meeting): CalendarMoment | null {
  const { heldOn, startsAt } = meeting;
  if (heldOn === null) return null;
  if (startsAt === null || startsAt >= '23:59') {
    return { kind: 'days', fromOn: heldOn, toOn: heldOn };
  }
  return { kind: 'hours', day: heldOn, startsAt, endsAt: endOf(db, meeting, startsAt) };
}

const answers = {
  present: 'ACCEPTED',
  excused: 'DECLINED',
  represented: 'DELEGATED',
} as const satisfies Readonly<Record<string, CalendarAttendee['answer']>>;

/** Those invited, with what is known of their coming. */
export function attendeesOf(
  db: ReadableDb,
  meeting: Meeting,
  reached: readonly ConvocationRecipient[],
): CalendarAttendee[] {
  const lines = listRecords(db, 'attendance', { meetingId: meeting.id });
  return reached.flatMap(({ personId, name, email }) => {
    const address = usableAddress(email);
    if (address === null) return [];
    const status = lines.find((line) => line.personId === personId)?.status ?? 'expected';
    return [
      {
        name,
        email: address,
        role: personId === meeting.chairId ? 'CHAIR' : 'REQ-PARTICIPANT',
        answer: status === 'expected' || status === 'absent' ? 'NEEDS-ACTION' : answers[status],
      } as const,
    ];
  });
}

export interface MeetingEntryOptions {
  readonly translate: Translator['t'];
  readonly changedAt: string;
  readonly organizer?: CalendarPerson | null;
  readonly attendees?: readonly CalendarAttendee[];
  /** What the event says, beside its title. */
  readonly description?: string | null;
}

/** A meeting as an event; null while its day is not known. */
export function meetingEntry(
  db: ReadableDb,
  meeting: Meeting,
  options: MeetingEntryOptions,
): CalendarEntry | null {
  const moment = momentOfMeeting(db, meeting);
  if (moment === null) return null;
  const { translate: t } = options;
  const status = meeting.status;
  return {
    uid: meeting.id,
    sequence: meeting.sequence,
    changedAt: options.changedAt,
    moment,
    title: meeting.title,
    description: options.description ?? meeting.purpose,
    place: meeting.place,
    url: /^https?:\/\//iu.test(meeting.remoteLink ?? '') ? meeting.remoteLink : null,
    status: status === 'cancelled' ? 'CANCELLED' : status === 'draft' ? 'TENTATIVE' : 'CONFIRMED',
    categories: [t(`vocabulary:choice.meeting.kind.${meeting.kind}`)],
    organizer: options.organizer ?? null,
    attendees: options.attendees ?? [],
    alarms: moment.kind === 'hours' ? ALARMS : DAY_ALARMS,
  };
}

/** Before and after any day that a store can name. */
const ALWAYS = { fromOn: '0000-01-01', toOn: '9999-12-31' } as const;
const ENTRIES_AT_MOST = 1_000_000;

/** The key of the words that name a date. */
function wordsOf({ kind, part }: CalendarDate): string {
  return part === null ? kind : `call${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}

/**
 * Events, milestones, deadlines and calls of a group as whole days. What a quarter says to be due is
 * due on its last day; what is only known by a period is left out.
 */
export function deadlineEntries(
  db: ReadableDb,
  workingGroupId: string,
  translate: Translator['t'],
  madeAt: string,
): CalendarEntry[] {
  const dates = calendarDates(db, {
    ...ALWAYS,
    workingGroupId,
    today: madeAt.slice(0, 10),
    limit: ENTRIES_AT_MOST,
  }).filter(
    ({ kind, period }) => kind !== 'meeting' && (period === null || kind === 'deliverable'),
  );
  const changes = changedAt(
    db,
    dates.map(({ id }) => id),
  );
  return dates.map((date): CalendarEntry => {
    const { id, kind, part, title, detail, place, subGroupName, toOn, period } = date;
    const fromOn = period === null ? date.fromOn : toOn;
    const told = [subGroupName ?? '', detail ?? ''].filter((words) => words !== '').join('\n');
    return {
      // What a calendar took over before keeps its identity; only a call has more than one date.
      uid: part === null ? id : `${id}-${part}`,
      sequence: 0,
      changedAt: changes.get(id) ?? madeAt,
      moment: { kind: 'days', fromOn, toOn: toOn < fromOn ? fromOn : toOn },
      title: translate(`meetingTexts:date.${wordsOf(date)}`, { title }),
      description: told === '' ? null : told,
      place,
      url: null,
      status: 'CONFIRMED',
      categories: [translate(`meetingMail:category.${kind}`)],
      organizer: null,
      attendees: [],
      alarms: kind === 'event' ? [] : DAY_ALARMS,
    };
  });
}
