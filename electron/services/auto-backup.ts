import { backupNow, isBackedUp } from './backup.ts';
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
 * since the last backup. A failure is told, never thrown: the work of the person goes on.
 */
export function startAutoBackup(
  session: StoreSession,
  onFailed: (error: unknown) => void,
  everyMs = HOUR_MS,
): AutoBackup {
  if (session.isReadOnly) return { stop: () => Promise.resolve() };
  const { reader, home, binding } = session;
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();

  async function backUp(): Promise<void> {
    if (isStopped || isBackedUp(reader, home, binding)) return;
    await backupNow(reader, { home, binding });
  }

  function plan(): void {
    underWay = underWay.then(backUp).catch(onFailed);
  }

  const first = setTimeout(plan, Math.min(AFTER_OPENING_MS, everyMs));
  const hourly = setInterval(plan, everyMs);
  hourly.unref();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(first);
      clearInterval(hourly);
      await underWay;
    },
  };
}
