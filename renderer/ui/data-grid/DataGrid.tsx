import type { Ref } from 'react';
import {
  useCallback,
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
import styles from './DataGrid.module.css';
import type { ColumnFilter, ColumnFilters } from './filters.ts';
import type { CellValue, GridColumn, GridRow as Row } from './grid.types.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { groupLabel } from './group-label.ts';
import { GroupRow, GroupWords } from './GroupRow.tsx';
import type { PageCache } from './page-cache.ts';
import type { Selection } from './selection.ts';
import { headerState, isSelected } from './selection.ts';
import type { GridTable } from './use-grid-columns.ts';
import type { GridEvents } from './use-grid-events.ts';
import { useGridEvents } from './use-grid-events.ts';
import type { GroupedRows } from './use-groups.ts';
import { useLines } from './use-lines.ts';

export interface DataGridHandle {
  /** Puts the keyboard on the first cell of a row, or where it was. */
  focusRow(id?: string): void;
  /** Identifier of the row beside another one, null at either end. */
  neighbour(id: string, step: 1 | -1): Promise<string | null>;
}

export interface DataGridProps extends Omit<GridEvents, 'onToggleGroup'> {
  readonly ref?: Ref<DataGridHandle>;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly table: GridTable;
  readonly cache: PageCache<Row>;
  readonly filters: ColumnFilters;
  /** The column that groups the rows, null for one list. */
  readonly groupColumn: GridColumn | null;
  readonly grouped: GroupedRows;
  readonly onGroupBy: (column: GridColumn | null) => void;
  /** Changes with what is asked for: the list then begins again at its top. */
  readonly queryKey: string;
  readonly selection: Selection;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly onFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly onHide: (key: string) => void;
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
 * everywhere, cells are edited in place. Rows in groups make it a tree of two levels.
 */
export function DataGrid(props: DataGridProps) {
  const { columns, table, cache, selection, openId, isReadOnly, onSave, grouped } = props;
  const { layout, groups } = grouped;
  const { t, i18n } = useTranslation('grid');
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 1 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menuKey, setMenuKey] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const total = cache.total ?? 0;
  const isGrouped = layout.groupCount > 0;
  const words = useMemo(
    () => ({ language: i18n.language, yes: t('yes'), no: t('no'), none: t('group.none') }),
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
    row: Math.min(cursor.row, Math.max(0, layout.count - 1)),
    column: Math.min(cursor.column, shown.length),
  };
  const { lines, first, last } = useLines(scroller, layout, cache, active.row);

  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
    setCursor(({ column }) => ({ row: 0, column }));
  }, [props.queryKey]);

  const focusCell = useCallback(
    ({ row, column }: Cursor): void => {
      const isHeader = row >= 0 && row < layout.count && layout.at(row).kind === 'group';
      const place = `${row}:${isHeader ? 0 : column}`;
      const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${place}"]`);
      cell?.focus({ preventScroll: true });
      if (column > 1 && !isHeader) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    [layout],
  );
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusCell(active);
  });

  function go(next: Cursor): void {
    wantsFocus.current = true;
    setCursor(next);
    if (next.row >= 0) lines.scrollToIndex(next.row);
  }

  function lineOf(id: string): number | null {
    const offset = cache.indexOf(id);
    return offset === null ? null : layout.lineOf(offset);
  }

  useImperativeHandle(props.ref, () => ({
    focusRow(id) {
      const row = id === undefined ? null : lineOf(id);
      go({ row: row ?? Math.max(0, active.row), column: Math.max(1, active.column) });
    },
    async neighbour(id, step) {
      const at = cache.indexOf(id);
      if (at === null || at + step < 0 || at + step >= total) return null;
      const [row] = await cache.load(at + step, at + step, new AbortController().signal);
      if (row !== undefined) lines.scrollToIndex(layout.lineOf(at + step));
      return row?.id ?? null;
    },
  }));

  function edit(row: Row, column: GridColumn, typed: string | null): void {
    if (isReadOnly || (column.field ?? column.labelsField) === null) return;
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
      row: Math.min(layout.count - 1, active.row + down),
      column: Math.max(1, Math.min(shown.length, active.column + right)),
    });
  }

  const events = useGridEvents({
    ...props,
    active,
    shown,
    layout,
    pageRows: Math.max(1, last - first - 1),
    isEditing: editing !== null,
    isCollapsed: grouped.isCollapsed,
    onToggleGroup: grouped.toggle,
    go,
    edit,
    onMenu: setMenuKey,
  });

  function headerOf(group: number): { label: string; count: number; isCollapsed: boolean } {
    const { value = null, count = 0 } = groups[group] ?? {};
    const label = props.groupColumn === null ? '' : groupLabel(value, props.groupColumn, words);
    return { label, count, isCollapsed: grouped.isCollapsed(group) };
  }

  const sizes = shown.map(({ key }, index) => {
    const size = table.getColumn(key)?.getSize() ?? 160;
    return index === shown.length - 1 ? `minmax(${size}px, 1fr)` : `${size}px`;
  });
  const style = { '--grid-columns': `2.5rem ${sizes.join(' ')}` } as Record<string, string>;
  const top = isGrouped && first < layout.count ? layout.at(first) : null;
  const topGroup = top?.kind === 'row' ? layout.groupAt(first) : null;

  return (
    <div
      ref={scroller}
      role={isGrouped ? 'treegrid' : 'grid'}
      aria-label={props.label}
      aria-rowcount={layout.count + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable
      aria-readonly={isReadOnly || undefined}
      aria-busy={cache.isStale || cache.total === null}
      tabIndex={-1}
      className={`${styles.scroller} ${cache.isStale ? styles.stale : ''}`}
      style={style}
      {...events}
    >
      <GridHeader
        table={table}
        columns={columns}
        filters={props.filters}
        groupKey={props.groupColumn?.key ?? null}
        onGroupBy={props.onGroupBy}
        boxState={headerState(selection, total)}
        activeColumn={active.row < 0 || layout.count === 0 ? active.column : null}
        menuKey={menuKey}
        onMenu={setMenuKey}
        onFilter={props.onFilter}
        onHide={props.onHide}
        onToggleAll={props.onToggleAll}
      />
      {topGroup !== null && (
        // The header itself stands further up in the list, where the keyboard finds it.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
        <div
          className={styles.topGroup}
          aria-hidden
          onClick={() => {
            go({ row: layout.headerLine(topGroup), column: 0 });
            grouped.toggle(topGroup, true);
          }}
        >
          <div className={styles.topGroupWords}>
            <GroupWords {...headerOf(topGroup)} />
          </div>
        </div>
      )}
      <div role="rowgroup" className={styles.body} style={{ height: `${lines.getTotalSize()}px` }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const place = layout.at(index);
          if (place.kind === 'group') {
            return (
              <GroupRow
                key={index}
                index={index}
                {...headerOf(place.group)}
                isActive={index === active.row}
                columns={shown.length + 1}
                top={start}
              />
            );
          }
          const row = cache.row(place.offset);
          const isEdited = row !== undefined && editing?.id === row.id;
          const column = isEdited ? shown.find(({ key }) => key === editing.key) : undefined;
          return (
            <GridRow
              key={index}
              index={index}
              level={isGrouped ? 2 : null}
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
