import type { KeyboardEvent, MouseEvent } from 'react';
import { useRef } from 'react';

import type { Cursor } from './cursor.ts';
import { moveCursor } from './cursor.ts';
import type { GridColumn, GridRow } from './grid.types.ts';
import type { PageCache } from './page-cache.ts';
import type { RowLayout, Stretch } from './row-layout.ts';
import type { GridTable } from './use-grid-columns.ts';

export interface GridEvents {
  readonly onToggle: (row: GridRow) => void;
  readonly onToggleAll: () => void;
  /** Selects stretches of rows, given by their places in the data. */
  readonly onRange: (stretches: readonly Stretch[]) => void;
  readonly onToggleGroup: (group: number, collapsed?: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onPoint: (id: string) => void;
  readonly onRemove: (row: GridRow) => void;
  readonly onEscape: () => void;
}

interface Context extends GridEvents {
  readonly active: Cursor;
  readonly shown: readonly GridColumn[];
  readonly layout: RowLayout;
  readonly cache: PageCache<GridRow>;
  readonly table: GridTable;
  readonly pageRows: number;
  readonly isReadOnly: boolean;
  readonly isEditing: boolean;
  readonly isCollapsed: (group: number) => boolean;
  readonly go: (next: Cursor) => void;
  readonly edit: (row: GridRow, column: GridColumn, typed: string | null) => void;
  readonly onMenu: (key: string | null) => void;
}

interface Hit {
  readonly at: Cursor;
  readonly row: GridRow | undefined;
  readonly group: number | null;
}

/** What keys and clicks do in a list. */
export function useGridEvents(context: Context) {
  const { active, shown, layout, cache, isReadOnly, go } = context;
  const anchor = useRef<number | null>(null);
  const column = shown[active.column - 1];
  const place = active.row < 0 || active.row >= layout.count ? null : layout.at(active.row);

  function onHeaderKey(event: KeyboardEvent): boolean {
    if (event.key === 'Enter' || event.key === ' ') {
      if (active.column === 0) context.onToggleAll();
      else if (column?.isSortable === true) {
        context.table.getColumn(column.key)?.toggleSorting(undefined, event.shiftKey);
      }
      return true;
    }
    if ((event.key === 'ArrowDown' && event.altKey) || event.key === 'ContextMenu') {
      context.onMenu(column?.key ?? null);
      return true;
    }
    return false;
  }

  function onGroupKey(event: KeyboardEvent, group: number): boolean {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter' || event.key === ' ') context.onToggleGroup(group);
    else if (event.key === 'ArrowLeft' && isPlain) context.onToggleGroup(group, true);
    else if (event.key === 'ArrowRight' && isPlain) context.onToggleGroup(group, false);
    else return false;
    return true;
  }

  function onRowKey(event: KeyboardEvent, row: GridRow): boolean {
    if (event.key === ' ' && !event.ctrlKey) {
      context.onToggle(row);
      anchor.current = active.row;
      return true;
    }
    if (event.key === 'Enter') {
      context.onOpen(row.id);
      return true;
    }
    if (event.key === 'Delete' && !isReadOnly) {
      context.onRemove(row);
      return true;
    }
    const group = layout.groupAt(active.row);
    if (event.key === 'ArrowLeft' && active.column === 0 && group !== null) {
      go({ row: layout.headerLine(group), column: 0 });
      return true;
    }
    if (column === undefined) return false;
    if (event.key === 'F2') {
      context.edit(row, column, null);
      return true;
    }
    const isTyping = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isTyping || event.key === '?' || column.kind === 'boolean') return false;
    context.edit(row, column, event.key);
    return (column.field !== null || column.labelsField !== null) && !isReadOnly;
  }

  function isHandled(event: KeyboardEvent): boolean {
    if (active.row < 0) return onHeaderKey(event);
    if (place?.kind === 'group') return onGroupKey(event, place.group);
    const row = place === null ? undefined : cache.row(place.offset);
    return row !== undefined && onRowKey(event, row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined)
      return;
    const isCtrl = event.ctrlKey || event.metaKey;
    if (isCtrl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      context.onToggleAll();
      return;
    }
    if (event.key === 'Escape') {
      context.onEscape();
      return;
    }
    if (isHandled(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const { count } = layout;
    const { pageRows } = context;
    const next = moveCursor(active, event.key, isCtrl, {
      rows: count,
      columns: shown.length + 1,
      pageRows,
    });
    if (next === null) return;
    event.preventDefault();
    const isVertical = next.row !== active.row;
    if (event.shiftKey && isVertical && active.row >= 0 && next.row >= 0) {
      anchor.current ??= active.row;
      selectTo(anchor.current, next.row);
    } else if (!event.shiftKey) anchor.current = null;
    go(next);
  }

  function selectTo(from: number, to: number): void {
    context.onRange(layout.stretches(Math.min(from, to), Math.max(from, to)));
  }

  function hitAt(event: MouseEvent): Hit | null {
    const target = event.target instanceof Element ? event.target : null;
    const [row, column] = (target?.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? '')
      .split(':')
      .map(Number);
    if (row === undefined || column === undefined || Number.isNaN(row)) return null;
    const hit = row < 0 ? null : layout.at(row);
    return {
      at: { row, column },
      row: hit?.kind === 'row' ? cache.row(hit.offset) : undefined,
      group: hit?.kind === 'group' ? hit.group : null,
    };
  }

  function onClick(event: MouseEvent): void {
    const hit = hitAt(event);
    const isInEditor =
      event.target instanceof Element && event.target.closest('input:not([type="checkbox"])');
    if (hit === null || hit.at.row < 0 || isInEditor) return;
    if (hit.group !== null) {
      go(hit.at);
      context.onToggleGroup(hit.group);
      return;
    }
    if (hit.row === undefined) return;
    go(hit.at);
    if (event.shiftKey) {
      selectTo(anchor.current ?? active.row, hit.at.row);
      return;
    }
    anchor.current = hit.at.row;
    if (event.ctrlKey || event.metaKey || hit.at.column === 0) context.onToggle(hit.row);
    else if (event.target instanceof Element && event.target.closest('[data-name]')) {
      context.onOpen(hit.row.id);
    } else context.onPoint(hit.row.id);
  }

  function onDoubleClick(event: MouseEvent): void {
    const hit = hitAt(event);
    const column = shown[(hit?.at.column ?? 0) - 1];
    if (hit?.row === undefined || column === undefined || context.isEditing) return;
    const canEdit = (column.field !== null || column.labelsField !== null) && !isReadOnly;
    if (canEdit) context.edit(hit.row, column, null);
    else context.onOpen(hit.row.id);
  }

  return { onKeyDown, onClick, onDoubleClick };
}
