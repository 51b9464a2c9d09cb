import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';

import type { AfterEdit } from './CellEditor.tsx';
import { CellEditor } from './CellEditor.tsx';
import type { Cursor } from './cursor.ts';
import { moveCursor } from './cursor.ts';
import styles from './DataGrid.module.css';
import type { ColumnFilter, ColumnFilters } from './filters.ts';
import type { CellValue, GridColumn, GridRow as Row } from './grid.types.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import type { PageCache } from './page-cache.ts';
import { rowsToDraw } from './rows-to-draw.ts';
import type { Selection } from './selection.ts';
import { headerState, isSelected } from './selection.ts';
import type { GridTable } from './use-grid-columns.ts';
import { useRowHeight } from './use-row-height.ts';

export interface DataGridHandle {
  /** Puts the keyboard on the first cell of a row, or where it was. */
  focusRow(id?: string): void;
  /** Identifier of the row beside another one, null at either end. */
  neighbour(id: string, step: 1 | -1): Promise<string | null>;
}

export interface DataGridProps {
  readonly ref?: Ref<DataGridHandle>;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly table: GridTable;
  readonly cache: PageCache<Row>;
  readonly filters: ColumnFilters;
  /** Changes with what is asked for: the list then begins again at its top. */
  readonly queryKey: string;
  readonly selection: Selection;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly onFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly onHide: (key: string) => void;
  readonly onToggle: (row: Row) => void;
  readonly onToggleAll: () => void;
  /** Selects a stretch of rows, given by their places in the list. */
  readonly onRange: (from: number, to: number) => void;
  readonly onOpen: (id: string) => void;
  /** A row was pointed at while another one may be open beside the list. */
  readonly onPoint: (id: string) => void;
  readonly onRemove: (row: Row) => void;
  readonly onEscape: () => void;
  /** @throws a refusal in words, shown in the cell. */
  readonly onSave: (row: Row, column: GridColumn, value: CellValue) => Promise<void>;
}

interface Editing {
  readonly id: string;
  readonly key: string;
  readonly typed: string | null;
}

/**
 * A list of any length as an ARIA grid: only what is on screen is drawn, the keyboard goes
 * everywhere, cells are edited in place.
 */
export function DataGrid(props: DataGridProps) {
  const { columns, table, cache, selection, openId, isReadOnly, onOpen, onSave } = props;
  const { t, i18n } = useTranslation('grid');
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 1 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menuKey, setMenuKey] = useState<string | null>(null);
  const anchor = useRef<number | null>(null);
  const wantsFocus = useRef(false);
  const rowHeight = useRowHeight();
  const total = cache.total ?? 0;
  const words = useMemo(
    () => ({ language: i18n.language, yes: t('yes'), no: t('no') }),
    [t, i18n.language],
  );
  const shown = useMemo(
    () => table.state.columnOrder.flatMap((key) => columns.find((c) => c.key === key) ?? []),
    [table.state.columnOrder, columns],
  ).filter((column) => table.state.columnVisibility[column.key] !== false);
  const shownKey = shown.map(({ key }) => key).join(' ');
  // oxlint-disable-next-line react/exhaustive-deps -- rows are drawn anew only when their columns change
  const rowColumns = useMemo(() => shown, [shownKey, columns]);
  const active: Cursor = {
    row: Math.min(cursor.row, Math.max(0, total - 1)),
    column: Math.min(cursor.column, shown.length),
  };

  const virtualizer: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
    rangeExtractor: (range): number[] =>
      rowsToDraw(range, active.row, virtualizer.scrollDirection ?? 'forward'),
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const range = virtualizer.range;
  const direction = virtualizer.scrollDirection ?? 'forward';
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => {
    cache.want(first, last, direction);
  }, [cache, first, last, direction]);

  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
    setCursor(({ column }) => ({ row: 0, column }));
  }, [props.queryKey]);

  const focusCell = useCallback(({ row, column }: Cursor): void => {
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
    cell?.focus({ preventScroll: true });
    if (column > 1) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusCell(active);
  });

  function go(next: Cursor): void {
    wantsFocus.current = true;
    setCursor(next);
    if (next.row >= 0) virtualizer.scrollToIndex(next.row);
  }

  useImperativeHandle(props.ref, () => ({
    focusRow(id) {
      const row = id === undefined ? null : cache.indexOf(id);
      go({ row: row ?? Math.max(0, active.row), column: Math.max(1, active.column) });
    },
    async neighbour(id, step) {
      const at = cache.indexOf(id);
      if (at === null || at + step < 0 || at + step >= total) return null;
      const [row] = await cache.load(at + step, at + step, new AbortController().signal);
      if (row !== undefined) virtualizer.scrollToIndex(at + step);
      return row?.id ?? null;
    },
  }));

  function edit(row: Row, column: GridColumn, typed: string | null): void {
    if (isReadOnly || column.field === null) return;
    if (column.kind === 'boolean') {
      onSave(row, column, row.cells[column.key] !== true).catch(() => undefined);
    } else if (column.kind !== 'choice' || typed === null || typed.trim() !== '') {
      setEditing({ id: row.id, key: column.key, typed: column.kind === 'choice' ? null : typed });
    }
  }

  function afterEdit(after: AfterEdit): void {
    setEditing(null);
    const step = { stay: [0, 0], down: [1, 0], next: [0, 1], previous: [0, -1] } as const;
    if (after === 'leave') return;
    const [down, right] = step[after];
    go({
      row: Math.min(total - 1, active.row + down),
      column: Math.max(1, Math.min(shown.length, active.column + right)),
    });
  }

  function onHeaderKey(event: KeyboardEvent): boolean {
    const column = shown[active.column - 1];
    if (event.key === 'Enter' || event.key === ' ') {
      if (active.column === 0) props.onToggleAll();
      else if (column?.isSortable === true) {
        table.getColumn(column.key)?.toggleSorting(undefined, event.shiftKey);
      }
      return true;
    }
    if ((event.key === 'ArrowDown' && event.altKey) || event.key === 'ContextMenu') {
      setMenuKey(column?.key ?? null);
      return true;
    }
    return false;
  }

  function onRowKey(event: KeyboardEvent): boolean {
    const row = cache.row(active.row);
    const column = shown[active.column - 1];
    if (row === undefined) return false;
    if (event.key === ' ' && !event.ctrlKey) {
      props.onToggle(row);
      anchor.current = active.row;
      return true;
    }
    if (event.key === 'Enter') {
      onOpen(row.id);
      return true;
    }
    if (event.key === 'Delete' && !isReadOnly) {
      props.onRemove(row);
      return true;
    }
    if (column === undefined) return false;
    if (event.key === 'F2') {
      edit(row, column, null);
      return true;
    }
    const isTyping = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isTyping || event.key === '?' || column.kind === 'boolean') return false;
    edit(row, column, event.key);
    return column.field !== null && !isReadOnly;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined)
      return;
    const isCtrl = event.ctrlKey || event.metaKey;
    if (isCtrl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      props.onToggleAll();
      return;
    }
    if (event.key === 'Escape') {
      props.onEscape();
      return;
    }
    if (active.row < 0 ? onHeaderKey(event) : onRowKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const pageRows = Math.max(1, last - first - 1);
    const next = moveCursor(active, event.key, isCtrl, {
      rows: total,
      columns: shown.length + 1,
      pageRows,
    });
    if (next === null) return;
    event.preventDefault();
    const isVertical = next.row !== active.row;
    if (event.shiftKey && isVertical && active.row >= 0 && next.row >= 0) {
      anchor.current ??= active.row;
      props.onRange(anchor.current, next.row);
    } else if (!event.shiftKey) anchor.current = null;
    go(next);
  }

  function cellAt(event: MouseEvent): { at: Cursor; row: Row | undefined } | null {
    const target = event.target instanceof Element ? event.target : null;
    const [row, column] = (target?.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? '')
      .split(':')
      .map(Number);
    if (row === undefined || column === undefined || Number.isNaN(row)) return null;
    return { at: { row, column }, row: cache.row(row) };
  }

  function onClick(event: MouseEvent): void {
    const hit = cellAt(event);
    const isInEditor =
      event.target instanceof Element && event.target.closest('input:not([type="checkbox"])');
    if (hit === null || hit.at.row < 0 || hit.row === undefined || isInEditor) return;
    go(hit.at);
    if (event.shiftKey) {
      props.onRange(anchor.current ?? active.row, hit.at.row);
      return;
    }
    anchor.current = hit.at.row;
    if (event.ctrlKey || event.metaKey || hit.at.column === 0) props.onToggle(hit.row);
    else if (event.target instanceof Element && event.target.closest('[data-name]')) {
      onOpen(hit.row.id);
    } else props.onPoint(hit.row.id);
  }

  function onDoubleClick(event: MouseEvent): void {
    const hit = cellAt(event);
    const column = shown[(hit?.at.column ?? 0) - 1];
    if (hit?.row === undefined || column === undefined || editing !== null) return;
    if (column.field === null || isReadOnly) onOpen(hit.row.id);
    else edit(hit.row, column, null);
  }

  const sizes = shown.map(({ key }, index) => {
    const size = table.getColumn(key)?.getSize() ?? 160;
    return index === shown.length - 1 ? `minmax(${size}px, 1fr)` : `${size}px`;
  });
  const style = { '--grid-columns': `2.5rem ${sizes.join(' ')}` } as Record<string, string>;

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable
      aria-readonly={isReadOnly || undefined}
      aria-busy={cache.isStale || cache.total === null}
      tabIndex={-1}
      className={`${styles.scroller} ${cache.isStale ? styles.stale : ''}`}
      style={style}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <GridHeader
        table={table}
        columns={columns}
        filters={props.filters}
        boxState={headerState(selection, total)}
        activeColumn={active.row < 0 || total === 0 ? active.column : null}
        menuKey={menuKey}
        onMenu={setMenuKey}
        onFilter={props.onFilter}
        onHide={props.onHide}
        onToggleAll={props.onToggleAll}
      />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {items.map(({ index, start }) => {
          const row = cache.row(index);
          const isEdited = row !== undefined && editing?.id === row.id;
          const column = isEdited ? shown.find(({ key }) => key === editing.key) : undefined;
          return (
            <GridRow
              key={index}
              index={index}
              row={row}
              columns={rowColumns}
              top={start}
              words={words}
              isSelected={row !== undefined && isSelected(selection, row.id)}
              isOpen={row !== undefined && row.id === openId}
              activeColumn={index === active.row ? active.column : null}
              editor={
                column === undefined || row === undefined
                  ? null
                  : {
                      key: column.key,
                      node: (
                        <CellEditor
                          column={column}
                          value={row.cells[column.key] ?? null}
                          typed={editing?.typed ?? null}
                          onSave={(value) => onSave(row, column, value)}
                          onDone={afterEdit}
                        />
                      ),
                    }
              }
            />
          );
        })}
      </div>
    </div>
  );
}
