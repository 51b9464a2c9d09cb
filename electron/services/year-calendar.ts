import type { CalendarDate, CalendarKind, CalendarYear } from '#contract/calendar.channels.ts';
import { isQuarter, quarterEnd } from '#domain/quarters.ts';
import type { DatedRow } from '#repositories/calendar.repo.ts';
import { datedBetween, daysKnown, overdue, undated } from '#repositories/calendar.repo.ts';
import { spanOf } from '#services/reports/period.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** More dates than this are more than a year on one page can show. */
const DATES_AT_MOST = 3000;

const kinds: Readonly<Partial<Record<DatedRow['table'], CalendarKind>>> = {
  meeting: 'meeting',
  event: 'event',
  milestone: 'milestone',
  deliverable: 'deliverable',
  actionItem: 'action',
  callForInterest: 'call',
  phase: 'call',
};

export interface DatesRequest {
  /** Null for every group of the store. */
  readonly workingGroupId: string | null;
  /** First and last day of the span, both included. */
  readonly fromOn: string;
  readonly toOn: string;
  /** The day on which it is told what is late. */
  readonly today: string;
  readonly limit?: number;
}

/** What a row says once its days are known; `period` is kept only where they are those of the period. */
function dateOf(
  row: DatedRow,
  span: { readonly fromOn: string; readonly toOn: string },
  period: string | null,
  today: string,
): CalendarDate {
  const { table, id, part, title, detail, place, workingGroupId, subGroupId, startsAt } = row;
  // Of what is known by a period alone, only a deliverable can be late: its quarter is a deadline.
  const canBeLate = row.isOwed === 1 && (period === null || table === 'deliverable');
  const past = row.isOwed === null ? 'over' : canBeLate ? 'late' : 'ahead';
  return {
    kind: kinds[table] ?? 'event',
    table,
    id,
    part,
    title,
    detail,
    place,
    workingGroupId,
    groupName: row.groupName,
    subGroupId,
    subGroupName: row.subGroupName,
    ...span,
    startsAt,
    period,
    state: row.isOwed === 0 ? 'over' : span.toOn < today ? past : 'ahead',
  };
}

/** Where the words of a row that has no day place it; null when they tell no year. */
function placed(row: DatedRow, today: string): CalendarDate | null {
  const { period, table } = row;
  const span = period === null ? null : spanOf(period);
  if (period === null || span === null) return null;
  // Of deliverables, only a quarter counts as a deadline.
  if (table === 'deliverable' && !isQuarter(period)) return null;
  const toOn = isQuarter(period) ? quarterEnd(period) : span.toOn;
  return dateOf(row, { fromOn: span.fromOn, toOn }, period, today);
}

const inOrder = (a: CalendarDate, b: CalendarDate): number =>
  placeOf(a).localeCompare(placeOf(b)) || a.title.localeCompare(b.title, 'fr');

/** Days first by their beginning; what has only a period comes when the period ends. */
const placeOf = ({ fromOn, toOn, period, startsAt }: CalendarDate): string =>
  period === null ? `${fromOn} 0 ${startsAt ?? '99'}` : `${toOn} 1`;

/**
 * Meetings, events, milestones, deadlines and calls that touch a span, in their order: the one answer
 * that the calendar on screen, the calendar file, the dashboard and the documents all give.
 */
export function calendarDates(db: ReadableDb, request: DatesRequest): CalendarDate[] {
  const { workingGroupId, fromOn, toOn, today, limit = DATES_AT_MOST } = request;
  const asked = { workingGroupId, today };
  const dated = datedBetween(db, { ...asked, limit }, { fromOn, toOn }).flatMap((row) =>
    row.fromOn === null
      ? []
      : [dateOf(row, { fromOn: row.fromOn, toOn: row.toOn ?? row.fromOn }, null, today)],
  );
  const inWords = undated(db, { ...asked, limit: DATES_AT_MOST }).flatMap((row) => {
    const date = placed(row, today);
    return date === null || date.fromOn > toOn || date.toOn < fromOn ? [] : [date];
  });
  return [...dated, ...inWords].toSorted(inOrder).slice(0, limit);
}

/** Work that a day finds late, longest overdue first. */
export function lateDates(
  db: ReadableDb,
  { today, limit }: { readonly today: string; readonly limit: number },
): CalendarDate[] {
  return overdue(db, { workingGroupId: null, today, limit }).flatMap((row) =>
    row.fromOn === null || row.toOn === null
      ? (placed(row, today) ?? [])
      : [dateOf(row, { fromOn: row.fromOn, toOn: row.toOn }, null, today)],
  );
}

/** The calendar of a year, what no date places, and the years that have anything. */
export function yearCalendar(
  db: ReadableDb,
  {
    year,
    workingGroupId,
    today,
  }: {
    readonly year: number;
    readonly workingGroupId: string | null;
    readonly today: string;
  },
): CalendarYear {
  const asked = { workingGroupId, today };
  const dates = calendarDates(db, { ...asked, fromOn: `${year}-01-01`, toOn: `${year}-12-31` });
  const loose = undated(db, { ...asked, limit: DATES_AT_MOST });
  const inWords = loose.map((row) => ({ row, date: placed(row, today) }));
  const known = daysKnown(db, workingGroupId);
  const years = [
    ...(known === null ? [] : [known.first, known.last]),
    ...inWords.flatMap(({ date }) => (date === null ? [] : [date.fromOn, date.toOn])),
  ]
    .map((day) => Number(day.slice(0, 4)))
    .toSorted((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  return {
    dates,
    isCut: dates.length >= DATES_AT_MOST,
    undated: inWords
      .filter(({ row, date }) => date === null && row.isOwed !== 0)
      .map(({ row }) => ({
        kind: kinds[row.table] ?? 'event',
        table: row.table,
        id: row.id,
        title: row.title,
        period: row.period,
        subGroupId: row.subGroupId,
        subGroupName: row.subGroupName,
      })),
    known: first === undefined || last === undefined ? null : { first, last },
  };
}
