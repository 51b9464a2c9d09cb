const DAY = 24 * 60;

/** Minutes since midnight of a time of day written `HH:MM`. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of so many minutes since midnight; past midnight it begins again. */
function timeOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

export interface AgendaClock {
  /** When each item begins, in the order of the agenda; null while the meeting has no start. */
  readonly starts: readonly (string | null)[];
  readonly plannedMinutes: number;
  readonly withoutDuration: number;
  readonly endsAt: string | null;
  readonly overrunMinutes: number | null;
}

/** The times of an agenda, one item after the other from the meeting's start. */
export function agendaClock(
  meeting: { readonly startsAt: string | null; readonly endsAt: string | null },
  items: readonly { readonly durationMinutes: number | null }[],
): AgendaClock {
  const start = meeting.startsAt === null ? null : minutesOf(meeting.startsAt);
  const starts: (string | null)[] = [];
  let plannedMinutes = 0;
  for (const { durationMinutes } of items) {
    starts.push(start === null ? null : timeOf(start + plannedMinutes));
    plannedMinutes += durationMinutes ?? 0;
  }
  const hasBothEnds = start !== null && meeting.endsAt !== null;
  return {
    starts,
    plannedMinutes,
    withoutDuration: items.filter(({ durationMinutes }) => durationMinutes === null).length,
    endsAt: start === null ? null : timeOf(start + plannedMinutes),
    overrunMinutes: hasBothEnds
      ? start + plannedMinutes - minutesOf(meeting.endsAt ?? '00:00')
      : null,
  };
}
