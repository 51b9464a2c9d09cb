import { useRef, useState } from 'react';

export interface Order {
  /** Identifiers as they are shown: the stored order, or the one just asked for. */
  readonly ids: readonly string[];
  move(id: string, to: number): void;
}

/** The order of a list that is moved about by hand: shown at once, sent once per move. */
export function useOrder(
  stored: readonly string[],
  save: (ids: readonly string[]) => Promise<void>,
): Order {
  const key = stored.join(' ');
  // What was asked for stands until the list is read again.
  const [asked, setAsked] = useState<{ ids: readonly string[]; over: string } | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  // Once it is stored, or once something else is, it is forgotten: an undo must not bring it back.
  if (asked !== null && (asked.ids.join(' ') === key || (underWay === 0 && asked.over !== key))) {
    setAsked(null);
  }
  const ids = asked !== null && isSameSet(asked.ids, stored) ? asked.ids : stored;

  function move(id: string, to: number): void {
    const from = ids.indexOf(id);
    const target = Math.max(0, Math.min(ids.length - 1, to));
    if (from < 0 || from === target) return;
    const next = ids.filter((other) => other !== id);
    next.splice(target, 0, id);
    setAsked({ ids: next, over: key });
    const before = queue.current;
    setUnderWay((count) => count + 1);
    queue.current = (async () => {
      await before;
      await save(next);
      setUnderWay((count) => count - 1);
    })();
  }
  return { ids, move };
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;
