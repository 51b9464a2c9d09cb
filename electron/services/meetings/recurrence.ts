import type { PublicHoliday } from '#domain/public-holidays.ts';
import { isWeekend, publicHolidayOn } from '#domain/public-holidays.ts';

export type Rhythm = 'monthly' | 'quarterly' | 'yearly';

const STEP: Readonly<Record<Rhythm, number>> = { monthly: 1, quarterly: 3, yearly: 12 };
const DAY_MS = 86_400_000;

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Place of a day among those of its month: the second Tuesday; 5 stands for the last one. */
export interface WeekdayRank {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly rank: number;
}

export function rankOf(day: string): WeekdayRank {
  return { weekday: at(day).getUTCDay(), rank: Math.ceil(at(day).getUTCDate() / 7) };
}

/** The day of that place in a month; `month` counts from 0 and may lie beyond the year. */
function dayInMonth({ weekday, rank }: WeekdayRank, year: number, month: number): string {
  const first = Date.UTC(year, month, 1);
  const offset = (weekday - new Date(first).getUTCDay() + 7) % 7;
  const day = first + (offset + (rank - 1) * 7) * DAY_MS;
  const isBeyond = new Date(day).getUTCMonth() !== new Date(first).getUTCMonth();
  return dayOf(isBeyond ? day - 7 * DAY_MS : day);
}

export interface ProposedDay {
  readonly day: string;
  /** The day by the rhythm alone. */
  readonly wantedOn: string;
  /** Why it is another day: a public holiday, or the end of the week. */
  readonly obstacle: PublicHoliday | 'weekend' | null;
}

/** The first working day from that one on. */
function workingDayFrom(wantedOn: string): ProposedDay {
  let day = wantedOn;
  let obstacle: ProposedDay['obstacle'] = null;
  for (;;) {
    const found = publicHolidayOn(day) ?? (isWeekend(day) ? 'weekend' : null);
    if (found === null) return { day, wantedOn, obstacle };
    obstacle ??= found;
    day = dayOf(at(day).getTime() + DAY_MS);
  }
}

/**
 * Days of a year on which what takes place on the model day comes again, at the same place of its
 * month; those after `after`, in order.
 */
export function recurringDays(
  model: string,
  rhythm: Rhythm,
  { year, after }: { readonly year: number; readonly after: string },
): ProposedDay[] {
  const place = rankOf(model);
  const start = Number(model.slice(5, 7)) - 1;
  const step = STEP[rhythm];
  return Array.from({ length: 12 }, (_, month) => month)
    .filter((month) => (month - start) % step === 0)
    .map((month) => workingDayFrom(dayInMonth(place, year, month)))
    .filter(({ day, wantedOn }) => day > after && wantedOn > after);
}
