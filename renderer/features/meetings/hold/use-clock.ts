import { useEffect, useState } from 'react';

import type { AgendaItemView } from '#contract/meeting.channels.ts';
import { call } from '#api/client.ts';
import { reportError, tracked } from '#stores/activity.store.ts';

import type { RunningClock } from './clock.ts';
import { recallClock, rememberClock, secondsOf } from './clock.ts';

export interface ItemClock {
  readonly runningId: string | null;
  /** Seconds spent on an item so far, the running ones with them. */
  secondsOn(item: Pick<AgendaItemView, 'id' | 'spentSeconds'>): number;
  start(item: Pick<AgendaItemView, 'id' | 'spentSeconds'>): void;
  /** Stops the clock and keeps what it says. */
  stop(): void;
}

/** The clock of the item under discussion. It goes on while other items are looked at. */
export function useClock(meetingId: string): ItemClock {
  const [clock, setClock] = useState<RunningClock | null>(() =>
    recallClock(meetingId, localStorage),
  );
  const [now, setNow] = useState(() => Date.now());
  const isRunning = clock !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);

  function set(next: RunningClock | null): void {
    if (clock !== null && clock.itemId !== next?.itemId) {
      const spentSeconds = Math.min(604_800, secondsOf(clock, Date.now()));
      const { itemId } = clock;
      tracked(() => call('meetings:runItem', { itemId, spentSeconds })).catch(reportError);
    }
    rememberClock(meetingId, next, localStorage);
    setNow(Date.now());
    setClock(next);
  }

  return {
    runningId: clock?.itemId ?? null,
    secondsOn: ({ id, spentSeconds }) =>
      clock?.itemId === id ? secondsOf(clock, Math.max(now, clock.since)) : (spentSeconds ?? 0),
    start: ({ id, spentSeconds }) => {
      if (clock?.itemId === id) return;
      set({ itemId: id, since: Date.now(), before: spentSeconds ?? 0 });
    },
    stop: () => {
      set(null);
    },
  };
}
