import type { CalendarDate } from '#contract/calendar.channels.ts';
import { addDays } from '#ui/record-form/tenure.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** A month as `2017-05`. */
export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${String(year).padStart(4, '0')}-${pad(index + 1)}`);

export const monthOf = (day: string): string => day.slice(0, 7);

const firstOf = (month: string): string => `${month}-01`;

/** How many days after Monday a day is: 0 to 6. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The weeks of a month, from Monday; null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const count = Number(lastDayOf(month).slice(8));
  const before = weekday(firstOf(month));
  const cells = Array.from({ length: Math.ceil((before + count) / 7) * 7 }, (_, index) =>
    index < before || index >= before + count ? null : `${month}-${pad(index - before + 1)}`,
  );
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The same day of another month, or its last day where it has fewer. */
export function monthsAway(day: string, by: number): string {
  const [year = 0, number = 1] = day.split('-').map(Number);
  const month = new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
  const same = `${month}-${day.slice(8)}`;
  const last = lastDayOf(month);
  return same > last ? last : same;
}

/** Where a key leads from a day; null for keys that lead nowhere. */
export function dayAfter(day: string, key: string, hasShift: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday(day));
    case 'End':
      return addDays(day, 6 - weekday(day));
    case 'PageUp':
      return monthsAway(day, hasShift ? -12 : -1);
    case 'PageDown':
      return monthsAway(day, hasShift ? 12 : 1);
    default:
      return null;
  }
}

/** The key of one line: a call has several dates. */
export const dateKey = ({ table, id, part }: CalendarDate): string =>
  `${table}/${id}/${part ?? ''}`;

/** The dates of each day of a year; what lasts is on each of its days, what has only a period on none. */
export function datesByDay(
  dates: readonly CalendarDate[],
  year: number,
): Map<string, CalendarDate[]> {
  const byDay = new Map<string, CalendarDate[]>();
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  for (const date of dates) {
    if (date.period !== null) continue;
    const end = date.toOn < last ? date.toOn : last;
    for (let day = date.fromOn > first ? date.fromOn : first; day <= end; day = addDays(day, 1)) {
      byDay.set(day, [...(byDay.get(day) ?? []), date]);
    }
  }
  return byDay;
}

/** The month whose list tells a date: where it begins, or where its period ends, within the year. */
export function monthTelling({ fromOn, toOn, period }: CalendarDate, year: number): string {
  const [first, last] = [`${year}-01`, `${year}-12`];
  const month = monthOf(period === null ? fromOn : toOn);
  return month < first ? first : month > last ? last : month;
}
