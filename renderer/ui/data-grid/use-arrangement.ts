import { useCallback, useEffect, useState } from 'react';

import type { ColumnFilter, ColumnFilters } from './filters.ts';
import { filtersToSend, withFilter } from './filters.ts';
import type { GridPrefs } from './grid-prefs.ts';
import { keepPrefs, lastView, ownPrefs } from './grid-prefs.ts';
import type { GridColumn, GridGroupBy, GridQuery } from './grid.types.ts';
import type { GridView, Shown, ViewsPort } from './view.ts';
import { definitionOf, isAsSaved, shownBy } from './view.ts';

interface State extends Shown {
  readonly viewId: string | null;
}

export interface Arrangement extends Shown {
  readonly query: GridQuery;
  /** The saved view that is shown, null for the person's own arrangement. */
  readonly view: GridView | null;
  /** Whether the list shows something else than its view says. */
  readonly isModified: boolean;
  readonly isFiltered: boolean;
  readonly changePrefs: (made: (prefs: GridPrefs) => GridPrefs) => void;
  readonly resetPrefs: () => void;
  readonly setText: (text: string) => void;
  readonly setDay: (day: string | null) => void;
  readonly setFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly clearFilters: () => void;
  readonly setGroupBy: (column: GridColumn | null) => void;
  /** Shows a saved view as it was saved, or the person's own arrangement without any filter. */
  readonly choose: (view: GridView | null) => void;
  /** Saves what is shown: under a name of its own, or in the view it comes from. */
  readonly save: (name: string | null) => Promise<void>;
}

interface Options {
  readonly screenId: string;
  readonly columns: readonly GridColumn[];
  readonly initial: GridPrefs;
  readonly views: ViewsPort;
  /** The day in force when the list appears, where one was chosen beside it. */
  readonly day?: string | null | undefined;
  /** Told the day in force, now and whenever it changes. */
  readonly onDay: ((day: string | null) => void) | undefined;
}

const unfiltered: { text: string; filters: ColumnFilters; at: null } = {
  text: '',
  filters: {},
  at: null,
};

function stateAtFirst({ screenId, columns, initial, views }: Options): State {
  const last = lastView(screenId, initial);
  const view = views.views.find(({ id }) => id === last?.id);
  if (last === null || view === undefined) {
    return { viewId: null, prefs: ownPrefs(screenId, initial), ...unfiltered };
  }
  return { ...shownBy(view.definition, columns), prefs: last.prefs, viewId: view.id };
}

/** Days read from the latest on, everything else from the first. */
function usualDirection({ kind }: GridColumn): GridGroupBy['direction'] {
  return kind === 'date' || kind === 'dateTime' ? 'desc' : 'asc';
}

/** A way of grouping follows the order that the list gives that very column. */
function groupInForce({ groupBy = null, sort }: GridPrefs): GridGroupBy | null {
  const sorted = sort.find(({ column }) => column === groupBy?.column);
  return groupBy === null ? null : { ...groupBy, ...sorted };
}

/** What a list shows and how: kept on this machine, saved and chosen as views. */
export function useArrangement(options: Options): Arrangement {
  const { screenId, columns, initial, views, onDay } = options;
  const [state, setState] = useState(() => {
    const first = stateAtFirst(options);
    return { ...first, at: options.day ?? first.at };
  });
  const [saved, setSaved] = useState<GridView | null>(null);
  const { prefs, text, filters, at, viewId } = state;
  const known = views.views.find(({ id }) => id === viewId);
  const view = known ?? (saved?.id === viewId ? saved : null);
  // What was just saved stands until the store tells of it.
  if (saved !== null && known !== undefined) setSaved(null);

  useEffect(() => {
    keepPrefs(screenId, viewId, prefs);
  }, [screenId, viewId, prefs]);
  useEffect(() => {
    onDay?.(at);
    // A day is told when it changes, not when the one who listens does.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at]);

  const change = useCallback((made: Partial<State> | ((old: State) => Partial<State>)): void => {
    setState((old) => ({ ...old, ...(typeof made === 'function' ? made(old) : made) }));
  }, []);
  const changePrefs = useCallback<Arrangement['changePrefs']>(
    (made) => {
      change((old) => ({ prefs: made(old.prefs) }));
    },
    [change],
  );

  const isKnown = (key: string): boolean => columns.some((column) => column.key === key);
  const group = groupInForce(prefs);
  const query: GridQuery = {
    text: text.trim(),
    filters: filtersToSend(filters).filter(({ column }) => isKnown(column)),
    sort: prefs.sort.filter(({ column }) => isKnown(column)),
    at,
    groupBy: group !== null && isKnown(group.column) ? group : null,
  };
  const isFiltered = query.text !== '' || query.filters.length > 0 || at !== null;

  return {
    ...state,
    query,
    view,
    isFiltered,
    isModified:
      view === null
        ? isFiltered || query.groupBy !== null
        : !isAsSaved(state, view.definition, columns),
    changePrefs,
    resetPrefs() {
      change({ prefs: view === null ? initial : shownBy(view.definition, columns).prefs });
    },
    setText(next) {
      change({ text: next });
    },
    setDay(day) {
      change({ at: day });
    },
    setFilter(key, filter) {
      change((old) => ({ filters: withFilter(old.filters, key, filter) }));
    },
    clearFilters() {
      change(unfiltered);
    },
    setGroupBy(column) {
      const next =
        column === null ? null : { column: column.key, direction: usualDirection(column) };
      changePrefs((old) => ({ ...old, groupBy: next }));
    },
    choose(next) {
      if (next !== null) change({ ...shownBy(next.definition, columns), viewId: next.id });
      else if (viewId === null)
        change((old) => ({ ...unfiltered, prefs: { ...old.prefs, groupBy: null } }));
      else {
        const own = ownPrefs(screenId, initial);
        change({ ...unfiltered, viewId: null, prefs: { ...own, groupBy: null } });
      }
    },
    async save(name) {
      const definition = definitionOf(state, columns);
      const [id, under] =
        name === null && view !== null ? [view.id, view.name] : [null, name ?? ''];
      const made = await views.save(id, under, definition);
      setSaved({ id: made, name: under, definition });
      change({ viewId: made });
    },
  };
}
