const DAY = 24 * 60;

/** Minutes since midnight of a time of day written `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of so many minutes since midnight; never beyond the day. */
export function timeOf(minutes: number): string {
  const within = Math.min(Math.max(0, minutes), DAY - 1);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** When something ends that begins then and takes so long; null when either is not known. */
export function endOf(startsAt: string | null, durationMinutes: number | null): string | null {
  if (startsAt === null || durationMinutes === null) return null;
  return timeOf(minutesOf(startsAt) + durationMinutes);
}

/** A stretch of the day in minutes since midnight; its end is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The stretch between two times of day. */
export function stretch(startsAt: string, endsAt: string): Stretch {
  return { from: minutesOf(startsAt), to: minutesOf(endsAt) };
}
