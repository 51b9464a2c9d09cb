import { useEffect, useMemo, useState } from 'react';

import type { GridGroupBy, GridGroups, GridQuery, ListPort } from './grid.types.ts';
import { RowLayout } from './row-layout.ts';

export interface GroupedRows {
  readonly layout: RowLayout;
  readonly groups: GridGroups['groups'];
  /** How many groups there are when they are too many to be drawn, else null. */
  readonly tooMany: number | null;
  readonly error: unknown;
  readonly isCollapsed: (group: number) => boolean;
  /** Closes or opens one group; by default, the other way. */
  readonly toggle: (group: number, collapsed?: boolean) => void;
  readonly toggleAll: (collapsed: boolean) => void;
}

interface Answer {
  readonly column: string;
  readonly found: GridGroups;
}

const keyOf = (value: unknown): string => JSON.stringify(value);

const none: ReadonlySet<string> = new Set();

/** The groups of a list, which of them are closed, and where that puts every row. */
export function useGroups(
  port: ListPort,
  query: GridQuery,
  groupBy: GridGroupBy | null,
  total: number,
  revision: number,
): GroupedRows {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [closed, setClosed] = useState<{ column: string; keys: ReadonlySet<string> } | null>(null);
  const asked = JSON.stringify(query);
  const column = groupBy?.column ?? null;

  useEffect(() => {
    if (groupBy === null) return undefined;
    const abort = new AbortController();
    port.fetchGroups(query, groupBy, abort.signal).then(
      (found) => {
        if (abort.signal.aborted) return;
        setAnswer({ column: groupBy.column, found });
        setError(null);
      },
      (thrown: unknown) => {
        if (!abort.signal.aborted) setError(thrown);
      },
    );
    return () => {
      abort.abort();
    };
    // The key says all there is in the query, the way of grouping included.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [port, asked, revision]);

  const found = answer !== null && answer.column === column ? answer.found : null;
  const groups = useMemo(() => found?.groups ?? [], [found]);
  const keys = closed !== null && closed.column === column ? closed.keys : none;
  const isOver = found !== null && found.count > groups.length;
  const isFlat = column === null || isOver;
  const layout = useMemo(
    () =>
      isFlat
        ? new RowLayout(total, null)
        : new RowLayout(
            0,
            groups.map(({ value, count }) => ({ count, isCollapsed: keys.has(keyOf(value)) })),
          ),
    [isFlat, total, groups, keys],
  );

  return {
    layout,
    groups: isFlat ? [] : groups,
    tooMany: isOver ? found.count : null,
    error: column === null ? null : error,
    isCollapsed: (group) => keys.has(keyOf(groups[group]?.value)),
    toggle(group, collapsed) {
      if (column === null) return;
      const key = keyOf(groups[group]?.value);
      const next = new Set(keys);
      if (collapsed ?? !next.has(key)) next.add(key);
      else next.delete(key);
      setClosed({ column, keys: next });
    },
    toggleAll(collapsed) {
      if (column === null) return;
      setClosed({
        column,
        keys: collapsed ? new Set(groups.map(({ value }) => keyOf(value))) : none,
      });
    },
  };
}
