import { useEffect, useRef } from 'react';

/**
 * Brings the keyboard to an item of the list: `now` for one that was just made, as soon as it is on
 * screen; otherwise once the list has changed, for one that moves.
 */
export function useItemFocus(
  shownIds: readonly string[],
): (id: string, selector: string, now?: boolean) => void {
  const wanted = useRef<string | null>(null);
  const observer = useRef<MutationObserver | null>(null);
  const key = shownIds.join(' ');

  function reach(): boolean {
    const found =
      wanted.current === null ? null : document.querySelector<HTMLElement>(wanted.current);
    if (found === null) return false;
    wanted.current = null;
    found.focus();
    if (found instanceof HTMLInputElement) found.select();
    return true;
  }
  /** Its fields are read after the item itself: it is waited for. */
  function seek(): void {
    observer.current?.disconnect();
    if (wanted.current === null || reach()) return;
    observer.current = new MutationObserver(() => {
      if (reach()) observer.current?.disconnect();
    });
    observer.current.observe(document.body, { childList: true, subtree: true });
  }

  useEffect(() => {
    seek();
    return () => observer.current?.disconnect();
    // What is on screen is looked at again whenever it changes.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [key]);
  return (id, selector, now = false) => {
    wanted.current = `[data-entry="${CSS.escape(id)}"] ${selector}`;
    if (now) seek();
  };
}
