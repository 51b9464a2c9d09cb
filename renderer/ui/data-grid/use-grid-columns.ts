import type { ColumnSort, ReactTable, Updater } from '@tanstack/react-table';
import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';

import type { GridPrefs } from './grid-prefs.ts';
import type { GridColumn, GridRow, GridSort } from './grid.types.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});
export type GridFeatures = typeof features;
export type GridTable = ReactTable<GridFeatures, GridRow>;

/** Rows come by pages from the register; the table model only arranges columns. */
const noRows: readonly GridRow[] = [];

const WIDTHS: Readonly<Record<GridColumn['kind'], number>> = {
  text: 220,
  date: 120,
  dateTime: 150,
  integer: 110,
  number: 120,
  boolean: 100,
  choice: 180,
  identifier: 140,
  url: 200,
};

const applied = <T>(updater: Updater<T>, value: T): T =>
  // A state slice is never itself a function.
  typeof updater === 'function' ? (updater as (old: T) => T)(value) : updater;

const toSorting = (sort: readonly GridSort[]): ColumnSort[] =>
  sort.map(({ column, direction }) => ({ id: column, desc: direction === 'desc' }));

const toSort = (sorting: readonly ColumnSort[]): GridSort[] =>
  sorting.map(({ id, desc }) => ({ column: id, direction: desc ? 'desc' : 'asc' }));

/** Columns the person kept in their order, then those that have appeared since. */
export function orderedKeys(columns: readonly GridColumn[], order: readonly string[]): string[] {
  const keys = columns.map(({ key }) => key);
  const kept = order.filter((key) => keys.includes(key));
  return [...kept, ...keys.filter((key) => !kept.includes(key))];
}

/** Order, width, visibility and sort of the columns, as the person arranged them. */
export function useGridColumns(
  columns: readonly GridColumn[],
  prefs: GridPrefs,
  change: (made: (prefs: GridPrefs) => GridPrefs) => void,
): GridTable {
  const defs = useMemo(
    () =>
      columns.map((column, index) => ({
        id: column.key,
        accessorFn: (row: GridRow) => row.cells[column.key],
        header: column.label,
        size: index === 0 ? 280 : WIDTHS[column.kind],
        minSize: 60,
        maxSize: 1200,
        enableSorting: column.isSortable,
        sortDescFirst: false,
      })),
    [columns],
  );
  return useTable({
    features,
    columns: defs,
    data: noRows,
    manualSorting: true,
    columnResizeMode: 'onChange',
    maxMultiSortColCount: 5,
    state: {
      sorting: toSorting(prefs.sort),
      columnSizing: prefs.widths,
      columnOrder: orderedKeys(columns, prefs.order),
      columnVisibility: Object.fromEntries(prefs.hidden.map((key) => [key, false])),
    },
    onSortingChange: (updater) => {
      change((old) => ({ ...old, sort: toSort(applied(updater, toSorting(old.sort))) }));
    },
    onColumnSizingChange: (updater) => {
      change((old) => ({ ...old, widths: applied(updater, old.widths) }));
    },
    onColumnOrderChange: (updater) => {
      change((old) => ({ ...old, order: applied(updater, orderedKeys(columns, old.order)) }));
    },
  });
}
