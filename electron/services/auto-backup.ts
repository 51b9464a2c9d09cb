import { backUp, backUpFiles } from './backup-files.ts';
import { isBackedUp } from './backup.ts';
import type { StoreSession } from './session.ts';

const HOUR_MS = 3_600_000;
/** The first lists of a store come before its first backup. */
const AFTER_OPENING_MS = 4_000;

export interface AutoBackup {
  /** Resolves when the backup under way, if any, has ended; no other will start. */
  readonly stop: () => Promise<void>;
}

/**
 * Backs the store up by itself: soon after it is open, then every hour, whenever something was written
 * since the last backup. A failure is told, never thrown: the work of the person goes on;
 * what a backup lacks is shown in its list.
 */
export function startAutoBackup(
  session: StoreSession,
  onFailed: (error: unknown) => void,
  everyMs = HOUR_MS,
): AutoBackup {
  if (session.isReadOnly) return { stop: () => Promise.resolve() };
  const { reader, home, binding } = session;
  const stopping = new AbortController();
  const { signal } = stopping;
  let underWay: Promise<void> = Promise.resolve();

  async function copy(): Promise<void> {
    if (signal.aborted) return;
    if (!isBackedUp(reader, home, binding)) await backUp(session, { signal });
    // A crash may have come between the copy of the store and that of its files.
    else await backUpFiles(session, { signal });
  }

  function plan(): void {
    underWay = underWay.then(copy).catch((error: unknown) => {
      if (!signal.aborted) onFailed(error);
    });
  }

  const first = setTimeout(plan, Math.min(AFTER_OPENING_MS, everyMs));
  const hourly = setInterval(plan, everyMs);
  hourly.unref();
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(first);
      clearInterval(hourly);
      await underWay;
    },
  };
}
