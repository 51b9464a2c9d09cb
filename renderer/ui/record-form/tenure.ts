import { periodContains } from '#domain/dates.ts';

/** Somebody in a role or a function, over a period; either end may be open. */
export interface Tenure {
  readonly id: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

export interface TimeScale {
  /** First and last day shown, YYYY-MM-DD. */
  readonly fromOn: string;
  readonly toOn: string;
  /** Where a day stands, 0 to 100. */
  place(day: string): number;
  /** Days under which the scale is marked: years, or quarters where it spans few years. */
  readonly ticks: readonly { readonly day: string; readonly isYear: boolean }[];
}

const DAY_MS = 86_400_000;
const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The day `by` days after another one (before, when negative). */
export function addDays(day: string, by: number): string {
  return new Date((daysOf(day) + by) * DAY_MS).toISOString().slice(0, 10);
}

const FEW_YEARS = 2;
const NEAR_YEARS = 1;
const QUARTERS = ['-01-01', '-04-01', '-07-01', '-10-01'];

/**
 * A scale of whole years that holds every known day of the tenures, and the day asked about when it
 * is not far from them: a long silence would leave no room for what is known.
 */
export function timeScale(tenures: readonly Tenure[], day: string): TimeScale {
  const yearOf = (on: string): number => Number(on.slice(0, 4));
  const known = tenures.flatMap(({ fromOn, toOn }) => [fromOn, toOn]).filter((on) => on !== null);
  const years = known.map(yearOf);
  const asked = yearOf(day);
  const isNear = years.some((year) => Math.abs(year - asked) <= NEAR_YEARS);
  if (isNear || years.length === 0) years.push(asked);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const fromOn = `${first}-01-01`;
  const toOn = `${last}-12-31`;
  const [start, end] = [daysOf(fromOn), daysOf(toOn) + 1];
  const marks = last - first < FEW_YEARS ? QUARTERS : QUARTERS.slice(0, 1);
  return {
    fromOn,
    toOn,
    place: (on) => Math.max(0, Math.min(100, ((daysOf(on) - start) / (end - start)) * 100)),
    ticks: Array.from({ length: last - first + 1 }, (_, step) => first + step).flatMap((year) =>
      marks.map((mark) => ({ day: `${year}${mark}`, isYear: mark === '-01-01' })),
    ),
  };
}

/** Lays tenures in as few lanes as show each without overlap, earliest first. */
export function lanesOf<T extends Tenure>(tenures: readonly T[]): T[][] {
  const sorted = tenures.toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1));
  const lanes: T[][] = [];
  for (const tenure of sorted) {
    const lane = lanes.find((taken) => {
      const last = taken.at(-1);
      return (
        last !== undefined &&
        last.toOn !== null &&
        tenure.fromOn !== null &&
        last.toOn < tenure.fromOn
      );
    });
    if (lane === undefined) lanes.push([tenure]);
    else lane.push(tenure);
  }
  return lanes;
}

/** Whether a tenure is over, in force or yet to come on a day. */
export function stateOn({ fromOn, toOn }: Tenure, day: string): 'past' | 'current' | 'future' {
  if (periodContains(fromOn, toOn, day)) return 'current';
  return fromOn !== null && day < fromOn ? 'future' : 'past';
}
