import { useEffect } from 'react';
import { useLocation } from 'wouter';

import { runCommand } from '#stores/commands.store.ts';
import { useDialogs } from '#stores/dialogs.store.ts';
import { redo, undo } from '#stores/undo.store.ts';

import { screens } from './screens.ts';

/** How long after `g` a letter still names a screen. */
const SEQUENCE_MS = 1500;

const TEXT_TYPES = ['text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date', 'time'];

/** True where typing belongs to the field, which has its own undo. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TEXT_TYPES.includes(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

interface Keys {
  readonly go: (path: string) => void;
  /** When `g` was last struck, in milliseconds of the event's clock. */
  leaderAt: number;
}

function onControl(event: KeyboardEvent, keys: Keys): boolean {
  const key = event.key.toLowerCase();
  const { dialog, show, close } = useDialogs.getState();
  if (key === 'k' && !event.shiftKey) {
    if (dialog?.kind === 'palette') close();
    else show({ kind: 'palette' });
    return true;
  }
  if (dialog !== null) return false;
  if (/^Digit[1-9]$/.test(event.code)) {
    const screen = screens[Number(event.code.slice(5)) - 1];
    if (screen !== undefined) keys.go(screen.path);
    return screen !== undefined;
  }
  if (key === 'n' && !event.shiftKey) return runCommand('new');
  if (key === 'f' && !event.shiftKey) {
    if (!runCommand('filter')) show({ kind: 'palette' });
    return true;
  }
  if (isTextField(event.target)) return false;
  if (key === 'z') {
    void (event.shiftKey ? redo() : undo());
    return true;
  }
  if (key === 'y') void redo();
  return key === 'y';
}

function onPlain(event: KeyboardEvent, keys: Keys): boolean {
  const { dialog, show } = useDialogs.getState();
  if (dialog !== null || isTextField(event.target)) return false;
  if (event.key === '?') {
    show({ kind: 'shortcuts' });
    return true;
  }
  if (event.timeStamp - keys.leaderAt < SEQUENCE_MS) {
    keys.leaderAt = Number.NEGATIVE_INFINITY;
    const screen = screens.find(({ letter }) => letter === event.key.toLowerCase());
    if (screen !== undefined) keys.go(screen.path);
    return screen !== undefined;
  }
  if (event.key === 'g') keys.leaderAt = event.timeStamp;
  return false;
}

/** The keys that work on every screen. */
export function useShortcuts(): void {
  const [, go] = useLocation();
  useEffect(() => {
    const keys: Keys = { go, leaderAt: Number.NEGATIVE_INFINITY };
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      const isControl = event.ctrlKey || event.metaKey;
      if (isControl ? onControl(event, keys) : onPlain(event, keys)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [go]);
}
