import { quarterOf } from '#domain/dates.ts';
import { quarterAfter, quarterEnd, quarterStart, quartersApart } from '#domain/quarters.ts';

const DAY_MS = 86_400_000;
const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
/** Today is shown too when it is no farther than this from what is planned. */
const NEAR_QUARTERS = 4;
const FEWEST = 4;

export interface RoadmapScale {
  readonly fromOn: string;
  readonly toOn: string;
  /** Where a day stands, 0 to 100. */
  readonly place: (day: string) => number;
  /** The day at so many hundredths of the width. */
  readonly dayAt: (place: number) => string;
  /** First days of the quarters shown. */
  readonly quarters: readonly { readonly quarter: string; readonly day: string }[];
}

/** A scale of whole quarters that holds every day given, and today when it is not far from them. */
export function roadmapScale(days: readonly string[], today: string): RoadmapScale {
  const known = days.map(quarterOf).toSorted();
  let first = known[0] ?? quarterOf(today);
  let last = known.at(-1) ?? first;
  const now = quarterOf(today);
  if (now < first && quartersApart(now, first) <= NEAR_QUARTERS) first = now;
  if (now > last && quartersApart(last, now) <= NEAR_QUARTERS) last = now;
  while (quartersApart(first, last) + 1 < FEWEST) last = quarterAfter(last, 1);
  const [fromOn, toOn] = [quarterStart(first), quarterEnd(last)];
  const [start, end] = [daysOf(fromOn), daysOf(toOn)];
  return {
    fromOn,
    toOn,
    place: (day) => Math.max(0, Math.min(100, ((daysOf(day) - start) / (end - start)) * 100)),
    dayAt: (place) => {
      const day = Math.round(start + (Math.max(0, Math.min(100, place)) / 100) * (end - start));
      return new Date(day * DAY_MS).toISOString().slice(0, 10);
    },
    quarters: Array.from({ length: quartersApart(first, last) + 1 }, (_, step) => {
      const quarter = quarterAfter(first, step);
      return { quarter, day: quarterStart(quarter) };
    }),
  };
}
