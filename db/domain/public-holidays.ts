export const publicHolidays = [
  'newYear',
  'easterMonday',
  'labourDay',
  'victoryDay',
  'ascension',
  'whitMonday',
  'bastilleDay',
  'assumption',
  'allSaints',
  'armistice',
  'christmas',
] as const;
export type PublicHoliday = (typeof publicHolidays)[number];

const FIXED: Readonly<Record<string, PublicHoliday>> = {
  '01-01': 'newYear',
  '05-01': 'labourDay',
  '05-08': 'victoryDay',
  '07-14': 'bastilleDay',
  '08-15': 'assumption',
  '11-01': 'allSaints',
  '11-11': 'armistice',
  '12-25': 'christmas',
};

/** Days after Easter Sunday. */
const MOVING: Readonly<Record<number, PublicHoliday>> = {
  1: 'easterMonday',
  39: 'ascension',
  50: 'whitMonday',
};

const DAY_MS = 86_400_000;

/** Easter Sunday of a year of the Gregorian calendar, in milliseconds (Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b >> 2;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = c >> 2;
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Date.UTC(year, month - 1, day);
}

/**
 * The public holiday of a day (YYYY-MM-DD) in the whole of France (Code du travail, L3133-1); null on
 * any other day. Those of Alsace-Moselle and overseas alone are not told.
 */
export function publicHolidayOn(day: string): PublicHoliday | null {
  const fixed = FIXED[day.slice(5)];
  if (fixed !== undefined) return fixed;
  const after = (Date.parse(`${day}T00:00:00Z`) - easterOf(Number(day.slice(0, 4)))) / DAY_MS;
  return MOVING[after] ?? null;
}

/** Whether a day (YYYY-MM-DD) is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
