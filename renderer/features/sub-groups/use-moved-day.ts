import { useEffect, useRef, useState } from 'react';

interface Item {
  readonly id: string;
  readonly day: string;
}

/** A pause of the keyboard after which a moved day is kept, in milliseconds. */
const PAUSE_MS = 700;

interface Moved<T> {
  readonly item: T;
  readonly day: string;
}

/**
 * The day something is being moved to, shown at once and told to the caller when it has come to
 * rest: a row of key presses, or one drag, is one change.
 */
export function useMovedDay<T extends Item>(
  items: readonly T[],
  onMove: (item: T, day: string) => void,
) {
  const [moved, setMoved] = useState<Moved<T> | null>(null);
  const waiting = useRef<Moved<T> | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });

  function settle(): void {
    window.clearTimeout(timer.current);
    const rest = waiting.current;
    waiting.current = null;
    if (rest !== null && rest.day !== rest.item.day) latest.current(rest.item, rest.day);
  }
  // What is under way when the page is left is kept.
  const settleLast = useRef(settle);
  useEffect(() => {
    settleLast.current = settle;
  });
  useEffect(() => () => settleLast.current(), []);

  function move(item: T, day: string, settlesItself = true): void {
    if (waiting.current !== null && waiting.current.item.id !== item.id) settle();
    waiting.current = { item: waiting.current?.item ?? item, day };
    setMoved({ item, day });
    window.clearTimeout(timer.current);
    if (settlesItself) timer.current = window.setTimeout(settle, PAUSE_MS);
  }

  // Once the store tells another day than the one it began with, that is the one to show.
  const shown = items.find(({ id }) => id === moved?.item.id);
  const isStale = moved !== null && shown?.day !== moved.item.day;
  if (isStale) setMoved(null);

  return {
    dayOf: (item: T): string =>
      moved !== null && !isStale && moved.item.id === item.id ? moved.day : item.day,
    move,
    settle,
  };
}
