import { useEffect } from 'react';

const idleMoment = (): Promise<IdleDeadline> =>
  new Promise((resolve) => {
    requestIdleCallback(resolve);
  });

/** Fetches what the next screens need, one piece per idle moment, so that they open at once. */
export function usePreload(preloads: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    let isWanted = true;
    const fetchAll = async (): Promise<void> => {
      for (const preload of preloads) {
        await idleMoment();
        if (!isWanted) return;
        // A piece that cannot be had is asked for again, and complained of, when its screen is opened.
        await preload().catch(() => undefined);
      }
    };
    void fetchAll();
    return () => {
      isWanted = false;
    };
  }, [preloads]);
}
