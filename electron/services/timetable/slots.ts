import type { RecordOf } from '#domain/registry.ts';
import { minutesOf, timeOf } from '#services/events/clock.ts';

/** One stretch of the day in which meetings take place. */
export interface Slot {
  readonly index: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
}

const DAY = 24 * 60;

/** The slots of a plan; those that would run past midnight are left out. */
export function slotsOf(plan: RecordOf<'meetingPlan'> | null): Slot[] {
  if (plan === null) return [];
  const first = minutesOf(plan.startsAt);
  const step = plan.slotMinutes + plan.gapMinutes;
  return Array.from({ length: plan.slotCount }, (_, index) => {
    const from = first + index * step;
    const to = from + plan.slotMinutes;
    return { index, from, to, startsAt: timeOf(from), endsAt: timeOf(to) };
  }).filter(({ to }) => to < DAY);
}
