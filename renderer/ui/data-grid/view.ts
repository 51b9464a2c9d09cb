import type { ViewDefinition } from '#contract/view.channels.ts';

import type { ColumnFilters } from './filters.ts';
import type { GridPrefs } from './grid-prefs.ts';
import type { GridColumn } from './grid.types.ts';
import { orderedKeys } from './use-grid-columns.ts';

/** An arrangement saved under a name. */
export interface GridView {
  readonly id: string;
  readonly name: string;
  readonly definition: ViewDefinition;
}

/** Saved views of one list, and how to change them; what it throws holds a sentence to show. */
export interface ViewsPort {
  readonly views: readonly GridView[];
  /** Saves under a name, anew when `id` is given, and gives the view's identifier. */
  readonly save: (id: string | null, name: string, definition: ViewDefinition) => Promise<string>;
  readonly remove: (id: string) => Promise<void>;
}

/** All that decides what a list shows. */
export interface Shown {
  readonly prefs: GridPrefs;
  readonly text: string;
  readonly filters: ColumnFilters;
  /** Null for today, whenever that is. */
  readonly at: string | null;
}

/** What would be saved of a list as it is now. */
export function definitionOf(
  { prefs, text, filters, at }: Shown,
  columns: readonly GridColumn[],
): ViewDefinition {
  return {
    text: text.trim(),
    at,
    filters: { ...filters },
    order: orderedKeys(columns, prefs.order),
    hidden: [...prefs.hidden],
    widths: Object.fromEntries(
      Object.entries(prefs.widths).map(([key, width]) => [key, Math.round(width)]),
    ),
    sort: prefs.sort.map((sort) => ({ ...sort })),
    groupBy: prefs.groupBy ?? null,
  };
}

/** A view as a list shows it; columns that have appeared since it was saved stay hidden. */
export function shownBy(definition: ViewDefinition, columns: readonly GridColumn[]): Shown {
  const keys = columns.map(({ key }) => key);
  const isKnown = (key: string): boolean => keys.includes(key);
  const { order, hidden, widths, sort, groupBy, text, filters, at } = definition;
  const isNew = (key: string): boolean => order.length > 0 && !order.includes(key);
  return {
    prefs: {
      order: order.filter(isKnown),
      hidden: keys.filter((key) => hidden.includes(key) || isNew(key)),
      widths,
      sort: sort.filter(({ column }) => isKnown(column)),
      groupBy: groupBy !== null && isKnown(groupBy.column) ? groupBy : null,
    },
    text,
    filters: Object.fromEntries(Object.entries(filters).filter(([key]) => isKnown(key))),
    at,
  };
}

/** In one fixed order, so that equal arrangements read the same. */
function normal(definition: ViewDefinition): string {
  const sorted = <T>(values: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { text, at, filters, order, hidden, widths, sort, groupBy } = definition;
  return JSON.stringify([
    text,
    at,
    sorted(filters).map(([key, filter]) => [
      key,
      sorted<unknown>(filter).filter(([part, value]) => part !== 'isNegated' || value === true),
    ]),
    order.filter((key) => !hidden.includes(key)),
    sorted(widths).filter(([key]) => !hidden.includes(key)),
    sort.map(({ column, direction }) => [column, direction]),
    groupBy === null ? null : [groupBy.column, groupBy.direction],
  ]);
}

/** Whether a list shows what a view says. */
export function isAsSaved(
  shown: Shown,
  definition: ViewDefinition,
  columns: readonly GridColumn[],
): boolean {
  const saved = definitionOf(shownBy(definition, columns), columns);
  return normal(definitionOf(shown, columns)) === normal(saved);
}
