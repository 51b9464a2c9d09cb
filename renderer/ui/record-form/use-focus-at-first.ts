import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Gives the keyboard to a field once, when what holds it comes on screen because the person asked. */
export function useFocusAtFirst<T extends HTMLElement>(): RefObject<T | null> {
  const field = useRef<T>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return field;
}
