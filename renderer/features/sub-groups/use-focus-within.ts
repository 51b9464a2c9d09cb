import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Gives the keyboard to the field of a form that asks for it, once, when the form comes on screen. */
export function useFocusWithin<T extends HTMLElement>(): RefObject<T | null> {
  const form = useRef<T>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return form;
}
