import type { GridGroupBy, GridSort } from './grid.types.ts';

/** How a person arranged the columns of one list; kept on this machine only. */
export interface GridPrefs {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: readonly GridSort[];
  readonly groupBy?: GridGroupBy | null;
}

const KEY = 'rapporteur.grid.';
const VIEW = '.view';

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

function parsed(kept: string | null): Readonly<Record<string, unknown>> | null {
  if (kept === null) return null;
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Reads what was kept, piece by piece; anything unusable gives way to the screen's own arrangement. */
export function parsePrefs(kept: string | null, initial: GridPrefs): GridPrefs {
  const value = parsed(kept);
  if (value === null) return initial;
  const { order, hidden, widths, sort, groupBy } = value;
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
    groupBy: isSort(groupBy) ? groupBy : null,
  };
}

/** A list as it was last left: which view it showed, and how that view's columns were arranged. */
export interface LastView {
  readonly id: string;
  readonly prefs: GridPrefs;
}

/** The person's own arrangement, outside any view. */
export function ownPrefs(screenId: string, initial: GridPrefs): GridPrefs {
  return parsePrefs(localStorage.getItem(KEY + screenId), initial);
}

/** The view that a list showed last, null when it showed none. */
export function lastView(screenId: string, initial: GridPrefs): LastView | null {
  const kept = localStorage.getItem(KEY + screenId + VIEW);
  const id = parsed(kept)?.['id'];
  return isText(id) ? { id, prefs: parsePrefs(kept, initial) } : null;
}

/** Remembers an arrangement: the view's when one is shown, else the person's own. */
export function keepPrefs(screenId: string, viewId: string | null, prefs: GridPrefs): void {
  if (viewId === null) {
    localStorage.setItem(KEY + screenId, JSON.stringify(prefs));
    localStorage.removeItem(KEY + screenId + VIEW);
  } else {
    localStorage.setItem(KEY + screenId + VIEW, JSON.stringify({ id: viewId, ...prefs }));
  }
}
