import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Lets Escape close a part of the screen while the keyboard is in it, unless a control took the key;
 * null leaves the key alone.
 */
export function useEscape<T extends HTMLElement>(close: (() => void) | null): RefObject<T | null> {
  const part = useRef<T>(null);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const element = part.current;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || latest.current === null) return;
      event.stopPropagation();
      latest.current();
    };
    element?.addEventListener('keydown', listen);
    return () => {
      element?.removeEventListener('keydown', listen);
    };
  }, []);
  return part;
}
