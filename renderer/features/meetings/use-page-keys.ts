import { useEffect } from 'react';

const POPUPS = '[role="menu"], [role="listbox"], [role="dialog"], [data-projected]';

/** Whether something lies open over the page that Escape closes first. */
function isPopupOpen(): boolean {
  return [...document.querySelectorAll(POPUPS)].some((popup) => popup.getClientRects().length > 0);
}

/** Leaves a page by Escape, unless something else took the key or lies open over the page. */
export function useEscapePage(leave: () => void): void {
  useEffect(() => {
    let wasOpen = false;
    // Looked at before anybody answers the key: what it closes is gone afterwards.
    const look = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') wasOpen = isPopupOpen();
    };
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || wasOpen || event.isComposing) return;
      event.preventDefault();
      leave();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, [leave]);
}

/**
 * Keeps the menu bar from taking the keyboard when Alt is let go before the arrow that it went with:
 * the next key would be lost.
 */
export function useAltWithKeys(): void {
  useEffect(() => {
    let wasUsed = false;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Alt') wasUsed = false;
      else if (event.altKey) wasUsed = true;
    };
    const release = (event: KeyboardEvent): void => {
      if (event.key === 'Alt' && wasUsed) event.preventDefault();
    };
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('keyup', release, { capture: true });
    return () => {
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('keyup', release, { capture: true });
    };
  }, []);
}
