import { useCallback, useEffect, useRef } from 'react';

import { call } from '#api/client.ts';
import { tracked } from '#stores/activity.store.ts';

import { LiveSaver } from '#stores/live-saver.ts';

/** Gives each text of the minutes its saver, kept while the face is open; leaving sends what waits. */
export function useSavers(): (
  minutesId: string,
  agendaItemId: string | null,
  stored: string | null,
) => LiveSaver {
  const savers = useRef(new Map<string, LiveSaver>());
  useEffect(() => {
    const flushAll = (): void => {
      for (const saver of savers.current.values()) void saver.flush();
    };
    window.addEventListener('pagehide', flushAll);
    document.addEventListener('visibilitychange', flushAll);
    return () => {
      window.removeEventListener('pagehide', flushAll);
      document.removeEventListener('visibilitychange', flushAll);
      flushAll();
    };
  }, []);
  return useCallback((minutesId, agendaItemId, stored) => {
    const key = `${minutesId}/${agendaItemId ?? ''}`;
    const known = savers.current.get(key);
    if (known !== undefined) return known;
    const saver = new LiveSaver(stored, async (body) => {
      await tracked(() => call('minutes:saveItem', { minutesId, agendaItemId, body }));
    });
    savers.current.set(key, saver);
    return saver;
  }, []);
}
