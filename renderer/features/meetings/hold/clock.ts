/** A running clock: of which item, since when (milliseconds since 1970), on top of how many seconds. */
export interface RunningClock {
  readonly itemId: string;
  readonly since: number;
  readonly before: number;
}

export function secondsOf(clock: RunningClock, now: number): number {
  return clock.before + Math.max(0, Math.floor((now - clock.since) / 1000));
}

/** « 4:07 », « 1:02:30 ». */
export function asClock(seconds: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = pad(Math.floor(seconds % 60));
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** Seconds beyond what was planned; zero while there is time left, or when nothing was planned. */
export function overrunOf(seconds: number, durationMinutes: number | null): number {
  return durationMinutes === null ? 0 : Math.max(0, seconds - durationMinutes * 60);
}

const keyOf = (meetingId: string): string => `rapporteur.clock.${meetingId}`;

/** The clock left running when the window was last closed, whatever the reason. */
export function recallClock(meetingId: string, storage: Storage): RunningClock | null {
  const text = storage.getItem(keyOf(meetingId));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { itemId, since, before } = value as Partial<RunningClock>; // each is checked below
    return typeof itemId === 'string' && typeof since === 'number' && typeof before === 'number'
      ? { itemId, since, before }
      : null;
  } catch {
    return null;
  }
}

export function rememberClock(
  meetingId: string,
  clock: RunningClock | null,
  storage: Storage,
): void {
  if (clock === null) storage.removeItem(keyOf(meetingId));
  else storage.setItem(keyOf(meetingId), JSON.stringify(clock));
}
