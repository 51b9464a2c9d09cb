const HOURLY = 24;
const DAILY = 14;
const WEEKLY = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

interface Dated {
  readonly path: string;
  readonly at: Date;
}

/**
 * Which backups stay: the newest of each of the last 24 hours, 14 days and 10 weeks that have one,
 * and always the newest three. Anything dated in the future stays.
 */
export function backupsToKeep(backups: readonly Dated[], now: Date): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Set(newestFirst.slice(0, 3).map((backup) => backup.path));
  for (const [size, count] of [
    [HOUR_MS, HOURLY],
    [DAY_MS, DAILY],
    [WEEK_MS, WEEKLY],
  ] as const) {
    const seen = new Set<number>();
    for (const { path, at } of newestFirst) {
      const slot = Math.floor(at.getTime() / size);
      if (at > now) kept.add(path);
      else if (!seen.has(slot) && seen.size < count) {
        seen.add(slot);
        kept.add(path);
      }
    }
  }
  return newestFirst.filter(({ path }) => kept.has(path)).map(({ path }) => path);
}
