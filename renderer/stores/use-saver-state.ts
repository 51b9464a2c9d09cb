import { useCallback, useSyncExternalStore } from 'react';

import type { LiveSaver, LiveState } from './live-saver.ts';

/** How the saving of a text is going. */
export function useSaverState(saver: LiveSaver): LiveState {
  const subscribe = useCallback((listener: () => void) => saver.subscribe(listener), [saver]);
  return useSyncExternalStore(subscribe, () => saver.state);
}
