import type { PointerEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

import type { Point } from './geometry.ts';

/** A link that is being drawn from a card. */
export interface Draft {
  readonly fromId: string;
  /** Where the pointer is, within the picture. */
  readonly at: Point;
  /** The card under the pointer. */
  readonly overId: string | null;
}

/** How near an edge of the scrolled part a drag makes it scroll, in pixels, and by how much at a time. */
const EDGE = 40;
const STEP = 14;

function cardAt(x: number, y: number): string | null {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-card]');
  return card?.dataset['card'] ?? null;
}

/** Draws a link from a card's handle to another card, with a mouse, a pen or a finger; Esc gives up. */
export function useLinkDrag(
  content: RefObject<HTMLElement | null>,
  scrolled: RefObject<HTMLElement | null>,
  onLink: (fromId: string, toId: string) => void,
) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const latest = useRef<Draft | null>(null);
  const set = (next: Draft | null): void => {
    latest.current = next;
    setDraft(next);
  };
  const isDrawing = draft !== null;
  useEffect(() => {
    if (!isDrawing) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current = null;
      setDraft(null);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [isDrawing]);

  function follow(fromId: string, { clientX, clientY }: PointerEvent): void {
    const frame = content.current?.getBoundingClientRect();
    if (frame === undefined) return;
    const over = cardAt(clientX, clientY);
    set({
      fromId,
      at: { x: clientX - frame.left, y: clientY - frame.top },
      overId: over === fromId ? null : over,
    });
  }

  function scrollNearEdge({ clientX, clientY }: PointerEvent): void {
    const part = scrolled.current;
    if (part === null) return;
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const across = clientX < left + EDGE ? -STEP : clientX > right - EDGE ? STEP : 0;
    const down = clientY < top + EDGE ? -STEP : clientY > bottom - EDGE ? STEP : 0;
    if (across !== 0 || down !== 0) part.scrollBy(across, down);
  }

  const handleProps = (fromId: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      follow(fromId, event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (latest.current?.fromId !== fromId) return;
      scrollNearEdge(event);
      follow(fromId, event);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const drawn = latest.current;
      set(null);
      if (drawn?.fromId !== fromId) return;
      const to = cardAt(event.clientX, event.clientY);
      if (to !== null && to !== fromId) onLink(fromId, to);
    },
    onPointerCancel: () => set(null),
  });
  return { draft, handleProps };
}
