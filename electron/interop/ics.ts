import { escapeVcardText, foldVcardLine } from './vcard.exporter.ts';

/** Somebody who organises or attends, with an address that can be written to. */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarAttendee extends CalendarPerson {
  readonly answer: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'DELEGATED';
  readonly role: 'CHAIR' | 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT';
}

/** When something takes place: whole days, both included, or hours of one day on the clock of Paris. */
export type CalendarMoment =
  | { readonly kind: 'days'; readonly fromOn: string; readonly toOn: string }
  | {
      readonly kind: 'hours';
      readonly day: string;
      readonly startsAt: string;
      readonly endsAt: string;
    };

export interface CalendarEntry {
  /** Keeps its value from one file to the next, so that a calendar updates the event. */
  readonly uid: string;
  readonly sequence: number;
  /** ISO instant of the last change of the event. */
  readonly changedAt: string;
  readonly moment: CalendarMoment;
  readonly title: string;
  readonly description: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly categories: readonly string[];
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarAttendee[];
  /** Minutes before the beginning at which a calendar reminds of it. */
  readonly alarms: readonly number[];
}

export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarOptions {
  readonly method: CalendarMethod;
  /** ISO instant at which the file is made. */
  readonly madeAt: string;
  /** Name that calendars show when they subscribe to the file. */
  readonly name?: string;
}

const LINE_END = '\r\n';
const PRODUCT = '-//Rapporteur//Rapporteur//FR';
const ZONE = 'Europe/Paris';

/** The rules of Paris since 1996 (RFC 5545, 3.6.5): what every meeting of today falls under. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;

const compactDay = (day: string): string => day.replaceAll('-', '');

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** An ISO instant as iCalendar writes it, to the second. */
const instant = (iso: string): string => `${iso.replaceAll(/[-:]|\.\d+/g, '').slice(0, 15)}Z`;

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const NOT_OF_A_PARAMETER = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A quoted parameter: neither quotes, carets nor line breaks can end it (RFC 6868). */
function parameter(text: string): string {
  const plain = text.toWellFormed().replaceAll(NOT_OF_A_PARAMETER, ' ').trim();
  return `"${plain.replaceAll('^', '^^').replaceAll('"', "^'")}"`;
}

/** An address of a web page or a mailbox, as far as it holds nothing that an address cannot. */
const address = (text: string): string =>
  text.toWellFormed().replaceAll(NOT_OF_A_PARAMETER, '').replaceAll(/\s/g, '%20');

function momentLines(moment: CalendarMoment): string[] {
  if (moment.kind === 'days') {
    return [
      `DTSTART;VALUE=DATE:${compactDay(moment.fromOn)}`,
      `DTEND;VALUE=DATE:${compactDay(nextDay(moment.toOn))}`,
    ];
  }
  const at = (time: string): string => `${compactDay(moment.day)}T${time.replace(':', '')}00`;
  return [`DTSTART;TZID=${ZONE}:${at(moment.startsAt)}`, `DTEND;TZID=${ZONE}:${at(moment.endsAt)}`];
}

function alarmLines(minutes: number, title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${Math.max(0, Math.trunc(minutes))}M`,
    `DESCRIPTION:${escapeVcardText(title)}`,
    'END:VALARM',
  ];
}

function eventLines(entry: CalendarEntry, { method, madeAt }: CalendarOptions): string[] {
  const { organizer, categories } = entry;
  const text = (name: string, value: string | null): string[] =>
    value === null || value.trim() === '' ? [] : [`${name}:${escapeVcardText(value)}`];
  const isAsked = method === 'REQUEST';
  return [
    'BEGIN:VEVENT',
    `UID:${escapeVcardText(entry.uid)}`,
    `DTSTAMP:${instant(madeAt)}`,
    `LAST-MODIFIED:${instant(entry.changedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    ...momentLines(entry.moment),
    `SUMMARY:${escapeVcardText(entry.title)}`,
    ...text('DESCRIPTION', entry.description),
    ...text('LOCATION', entry.place),
    ...(entry.url === null ? [] : [`URL:${address(entry.url)}`]),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : entry.status}`,
    `TRANSP:${entry.moment.kind === 'days' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(categories.length === 0
      ? []
      : [`CATEGORIES:${categories.map((each) => escapeVcardText(each)).join(',')}`]),
    ...(organizer === null
      ? []
      : [`ORGANIZER;CN=${parameter(organizer.name)}:mailto:${address(organizer.email)}`]),
    ...(method === 'PUBLISH' ? [] : entry.attendees).map(
      ({ name, email, role, answer }) =>
        `ATTENDEE;CN=${parameter(name)};ROLE=${role};PARTSTAT=${answer};RSVP=${isAsked ? 'TRUE' : 'FALSE'}:mailto:${address(email)}`,
    ),
    ...(method === 'CANCEL' ? [] : entry.alarms).flatMap((minutes) =>
      alarmLines(minutes, entry.title),
    ),
    'END:VEVENT',
  ];
}

/**
 * A calendar in iCalendar (RFC 5545, methods as in RFC 5546), lines folded at 75 octets. Published
 * calendars name no attendee; a cancelled event reminds of nothing. Whatever the texts hold, none of
 * them can end its line.
 */
export function writeCalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${options.method}`,
    ...(options.name === undefined ? [] : [`X-WR-CALNAME:${escapeVcardText(options.name)}`]),
    `X-WR-TIMEZONE:${ZONE}`,
    ...zoneLines,
    ...entries.flatMap((entry) => eventLines(entry, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldVcardLine(line) + LINE_END).join('');
}
