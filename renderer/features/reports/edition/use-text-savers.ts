import { useCallback, useEffect, useRef } from 'react';

import type { TextPlace } from '#contract/edition.views.ts';
import { call } from '#api/client.ts';
import { tracked } from '#stores/activity.store.ts';
import { LiveSaver } from '#stores/live-saver.ts';
import { refreshUndo } from '#stores/undo.store.ts';

export type SaverOf = (sectionKey: string, place: TextPlace, stored: string | null) => LiveSaver;

/** Gives each text of an edition its saver, kept while the page is open; leaving sends what waits. */
export function useTextSavers(id: string): SaverOf {
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
  return useCallback(
    (sectionKey, place, stored) => {
      const key = `${place} ${sectionKey}`;
      const known = savers.current.get(key);
      if (known !== undefined) return known;
      const saver = new LiveSaver(stored, async (richText) => {
        await tracked(() => call('editions:setText', { id, sectionKey, place, richText }));
        await refreshUndo();
      });
      savers.current.set(key, saver);
      return saver;
    },
    [id],
  );
}
