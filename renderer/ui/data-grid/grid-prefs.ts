import { useCallback, useEffect, useState } from 'react';

import type { GridSort } from './grid.types.ts';

/** How a person arranged the columns of one list; kept on this machine only. */
export interface GridPrefs {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: readonly GridSort[];
}

const KEY = 'rapporteur.grid.';

const isText = (value: unknown): value is string => typeof value === 'string';

function isSort(value: unknown): value is GridSort {
  return (
    typeof value === 'object' &&
    value !== null &&
    'column' in value &&
    isText(value.column) &&
    'direction' in value &&
    (value.direction === 'asc' || value.direction === 'desc')
  );
}

/** Reads what was kept, piece by piece; anything unusable gives way to the screen's own arrangement. */
export function parsePrefs(kept: string | null, initial: GridPrefs): GridPrefs {
  if (kept === null) return initial;
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== 'object' || value === null) return initial;
    const { order, hidden, widths, sort } = value as Record<string, unknown>; // each piece is checked below
    return {
      order: Array.isArray(order) ? order.filter(isText) : initial.order,
      hidden: Array.isArray(hidden) ? hidden.filter(isText) : initial.hidden,
      sort: Array.isArray(sort) ? sort.filter(isSort) : initial.sort,
      widths:
        typeof widths === 'object' && widths !== null
          ? Object.fromEntries(
              Object.entries(widths).filter(
                (entry): entry is [string, number] =>
                  typeof entry[1] === 'number' && entry[1] >= 40 && entry[1] <= 2000,
              ),
            )
          : initial.widths,
    };
  } catch {
    return initial;
  }
}

/** The arrangement of one list, remembered from one session to the next. */
export function useGridPrefs(
  screenId: string,
  initial: GridPrefs,
): [GridPrefs, (change: (prefs: GridPrefs) => GridPrefs) => void, () => void] {
  const [prefs, setPrefs] = useState(() =>
    parsePrefs(localStorage.getItem(KEY + screenId), initial),
  );
  useEffect(() => {
    localStorage.setItem(KEY + screenId, JSON.stringify(prefs));
  }, [screenId, prefs]);
  const change = useCallback((made: (prefs: GridPrefs) => GridPrefs) => {
    setPrefs(made);
  }, []);
  const reset = useCallback(() => {
    setPrefs(initial);
  }, [initial]);
  return [prefs, change, reset];
}
