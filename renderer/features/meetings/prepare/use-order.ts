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
  const queue = useRef<Promise<void>>(Promise.resolve());
  const ids = asked !== null && asked.over === key ? asked.ids : stored;

  function move(id: string, to: number): void {
    const from = ids.indexOf(id);
    const target = Math.max(0, Math.min(ids.length - 1, to));
    if (from < 0 || from === target) return;
    const next = ids.filter((other) => other !== id);
    next.splice(target, 0, id);
    setAsked({ ids: next, over: key });
    const before = queue.current;
    queue.current = (async () => {
      await before;
      await save(next);
    })();
  }
  return { ids, move };
}
