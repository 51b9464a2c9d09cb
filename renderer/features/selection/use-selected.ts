import { useRef, useState } from 'react';

import type { SelectionColumn } from '#contract/selection.channels.ts';

/** Which cards are ticked. Shift ticks all from the last one on, within its column. */
export function useSelected(columns: readonly SelectionColumn[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);

  function selectMany(ids: readonly string[], isOn: boolean): void {
    setSelected((known) => {
      const next = new Set(known);
      for (const id of ids) {
        if (isOn) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }

  function select(id: string, isRange: boolean): void {
    const column = columns.find(({ cards }) => cards.some((card) => card.id === id));
    const ids = column?.cards.map((card) => card.id) ?? [];
    const from = last.current === null ? -1 : ids.indexOf(last.current);
    last.current = id;
    if (isRange && from >= 0) {
      const to = ids.indexOf(id);
      selectMany(ids.slice(Math.min(from, to), Math.max(from, to) + 1), true);
    } else {
      selectMany([id], !selected.has(id));
    }
  }

  return { selected, select, selectMany, clear: () => setSelected(new Set()) };
}
