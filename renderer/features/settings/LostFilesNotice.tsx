import { useEffect, useRef } from 'react';

import { call } from '#api/client.ts';
import { useActivity } from '#stores/activity.store.ts';
import { selectStore, useSession } from '#stores/session.store.ts';
import { useFormat } from '#ui/format.ts';

import { someNames } from './lost-files.ts';

/** Says once, when a store is opened, which attached files are not beside it and how to find them. */
export function LostFilesNotice() {
  const path = useSession(selectStore)?.path ?? null;
  const { number } = useFormat();
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (path === null || told.current === path) return;
    told.current = path;
    call('files:lost', {})
      .then((lost) => {
        if (lost.length === 0) return;
        const names = someNames(lost.map(({ fileName }) => fileName));
        const params = { count: lost.length, n: number(lost.length), names };
        const messageKey = 'settings:files.atOpening';
        useActivity.getState().notify({ kind: 'info', messageKey, params });
      })
      // The lists of the screen tell what is wrong with the store itself.
      .catch(() => undefined);
  }, [path, number]);
  return null;
}
