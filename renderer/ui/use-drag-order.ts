import type { PointerEvent, RefObject } from 'react';
import { useRef, useState } from 'react';

export interface DragOrder {
  readonly draggedId: string | null;
  /** Place at which the dragged row would be put, among the others; null while nothing is dragged. */
  readonly target: number | null;
  readonly handleProps: (id: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
  };
}

/** How near an edge of the scrolled part a drag makes it scroll, in pixels, and by how much at a time. */
const EDGE = 48;
const STEP = 12;

function scrolledPart(element: Element): Element | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && getComputedStyle(at).overflowY !== 'visible')
      return at;
  }
  return null;
}

/** Moves the rows of a list about by their handles, with a mouse, a pen or a finger. */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onMove: (id: string, to: number) => void,
): DragOrder {
  const [state, setState] = useState<{ id: string; target: number } | null>(null);
  const latest = useRef<{ id: string; target: number } | null>(null);
  function set(next: { id: string; target: number } | null): void {
    latest.current = next;
    setState(next);
  }

  /** The place of a height among the rows other than the dragged one. */
  function placeAt(id: string, y: number): number {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-item]') ?? [])];
    const others = rows.filter((row) => row.dataset['item'] !== id);
    return others.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y > top + height / 2;
    }).length;
  }

  return {
    draggedId: state?.id ?? null,
    target: state?.target ?? null,
    handleProps: (id) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        set({ id, target: placeAt(id, event.clientY) });
      },
      onPointerMove: (event) => {
        if (latest.current?.id !== id) return;
        const part = scrolledPart(event.currentTarget);
        if (part !== null) {
          const { top, bottom } = part.getBoundingClientRect();
          if (event.clientY < top + EDGE) part.scrollBy(0, -STEP);
          if (event.clientY > bottom - EDGE) part.scrollBy(0, STEP);
        }
        const target = placeAt(id, event.clientY);
        if (target !== latest.current.target) set({ id, target });
      },
      onPointerUp: (event) => {
        const found = latest.current;
        set(null);
        if (found?.id !== id) return;
        event.currentTarget.releasePointerCapture(event.pointerId);
        onMove(id, found.target);
      },
      onPointerCancel: () => set(null),
    }),
  };
}
