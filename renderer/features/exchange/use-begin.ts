import { useCallback, useEffect } from 'react';
import { useLocation } from 'wouter';

import { useActivity } from '#stores/activity.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';

import type { ImportSource } from './import-state.ts';
import { importActions, useImport } from './import.store.ts';
import { importPath } from './paths.ts';
import { carriedSource, pickFile } from './sources.ts';

export interface Begin {
  /** Begins an import and goes to its page. An import being written is not disturbed. */
  begin(source: ImportSource): void;
  /** The same with a file asked for. */
  pick(): Promise<void>;
}

export function useBegin(): Begin {
  const [, go] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const begin = useCallback(
    (source: ImportSource): void => {
      const { notify } = useActivity.getState();
      if (isReadOnly) notify({ kind: 'info', messageKey: 'exchange:readOnly', params: {} });
      else if (useImport.getState().running.isBusy) {
        notify({ kind: 'info', messageKey: 'exchange:drop.running', params: {} });
      } else void importActions.begin(source);
      if (!isReadOnly) go(importPath);
    },
    [go, isReadOnly],
  );
  const pick = useCallback(async (): Promise<void> => {
    const source = await pickFile();
    if (source !== null) begin(source);
  }, [begin]);
  return { begin, pick };
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/** Takes a table pasted anywhere on the screen but in a field. */
export function usePasteAnywhere(begin: Begin['begin']): void {
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      if (isEditable(event.target)) return;
      event.preventDefault();
      void carriedSource(event.clipboardData).then((source) => {
        if (source !== null) begin(source);
      });
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, [begin]);
}
