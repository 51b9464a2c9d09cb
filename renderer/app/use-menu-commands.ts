import { useEffect } from 'react';
import { useLocation } from 'wouter';

import { menuCommands } from '#contract/bridge.ts';
import { client } from '#api/client.ts';
import { reportError, useActivity } from '#stores/activity.store.ts';
import { useDialogs } from '#stores/dialogs.store.ts';
import { useSession } from '#stores/session.store.ts';
import { redo, undo } from '#stores/undo.store.ts';

/** Carries out what the application's menu asks of the page, and says when the store process stopped. */
export function useMenuCommands(): void {
  const [, go] = useLocation();
  useEffect(() => {
    const { open, close, load } = useSession.getState();
    const actions: Record<(typeof menuCommands)[number], () => void> = {
      newGroup: () => void close().catch(reportError),
      openFile: () => void open({ kind: 'file', readOnly: false }),
      openExample: () => void open({ kind: 'example' }),
      closeStore: () => void close().catch(reportError),
      settings: () => go('/settings'),
      undo: () => void undo(),
      redo: () => void redo(),
      search: () => useDialogs.getState().show({ kind: 'palette' }),
      shortcuts: () => useDialogs.getState().show({ kind: 'shortcuts' }),
      refresh: () => void load(),
    };
    const stopMenu = client.onMainEvent('menu:command', ({ command }) => {
      const known = menuCommands.find((name) => name === command);
      if (known !== undefined) actions[known]();
    });
    const stopNews = client.onMainEvent('store:stopped', ({ restarted }) => {
      const messageKey = restarted ? 'shell:notice.storeRestarted' : 'shell:notice.storeStopped';
      useActivity.getState().notify({ kind: 'info', messageKey, params: {} });
    });
    return () => {
      stopMenu();
      stopNews();
    };
  }, [go]);
}
