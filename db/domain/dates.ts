import { z } from 'zod';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for a day that exists in the calendar, written YYYY-MM-DD. */
export function isCalendarDate(value: string): boolean {
  const match = DATE.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for an instant as the store keeps it: ISO 8601, in UTC. */
export const isDateTime = (value: string): boolean => DATE_TIME.test(value);

/** True for a time of day written HH:MM. */
export const isTime = (value: string): boolean => TIME.test(value);

export const dateSchema = z.string().refine(isCalendarDate, { error: 'invalidDate' });
export const dateTimeSchema = z.string().regex(DATE_TIME, { error: 'invalidDateTime' });
export const timeSchema = z.string().regex(TIME, { error: 'invalidTime' });

/** Whether a period contains a day; both bounds count, an absent bound is open. Dates are YYYY-MM-DD. */
export function periodContains(fromOn: string | null, toOn: string | null, day: string): boolean {
  return (fromOn === null || fromOn <= day) && (toOn === null || day <= toOn);
}

/** The quarter of a day as `2017-T2`, the way the matrix and the reports name periods. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
