import { useEffect, useRef } from 'react';

import { useDialogs } from '#stores/dialogs.store.ts';

import type { TriageAct } from './use-triage.ts';

interface TriageKeys {
  readonly acts: readonly TriageAct[];
  readonly isAsking: boolean;
  readonly onAct: (act: TriageAct) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onLeave: () => void;
}

const TYPED = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]';

/** How long a letter after `g` names a screen, and judges nothing. */
const LEADER_MS = 1500;

/** One key per decision, wherever the keyboard is on the screen except in a field. */
export function useTriageKeys(keys: TriageKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let leaderAt = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent): void => {
      const { acts, isAsking, onAct, onNext, onPrevious, onLeave } = latest.current;
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (hasModifier || event.defaultPrevented || useDialogs.getState().dialog !== null) return;
      if (event.key === 'Escape' && isAsking) {
        onLeave();
        return;
      }
      const target = event.target instanceof Element ? event.target : null;
      if (isAsking || (target !== null && target.closest(TYPED) !== null)) return;
      if (event.timeStamp - leaderAt < LEADER_MS) {
        leaderAt = Number.NEGATIVE_INFINITY;
        return;
      }
      if (event.key === 'g') leaderAt = event.timeStamp;
      const act = acts.find(({ key }) => key === event.key.toUpperCase());
      if (act !== undefined) onAct(act);
      else if (event.key === 'ArrowRight') onNext();
      else if (event.key === 'ArrowLeft') onPrevious();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the letters of the window's own shortcuts, which begin with another key.
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
