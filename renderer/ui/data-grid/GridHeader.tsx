import { ActionIcon, Checkbox, Popover } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconFilterFilled,
} from '@tabler/icons-react';
import type { Header } from '@tanstack/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './DataGrid.module.css';
import type { ColumnFilter, ColumnFilters } from './filters.ts';
import type { GridColumn, GridRow } from './grid.types.ts';
import type { GridFeatures, GridTable } from './use-grid-columns.ts';

type GridHeaderCell = Header<GridFeatures, GridRow, unknown>;

export interface GridHeaderProps {
  readonly table: GridTable;
  readonly columns: readonly GridColumn[];
  readonly filters: ColumnFilters;
  /** Column that groups the rows. */
  readonly groupKey: string | null;
  readonly onGroupBy: (column: GridColumn | null) => void;
  readonly boxState: 'none' | 'some' | 'all';
  readonly activeColumn: number | null;
  /** Column whose menu is open. */
  readonly menuKey: string | null;
  readonly onMenu: (key: string | null) => void;
  readonly onFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly onHide: (key: string) => void;
  readonly onToggleAll: () => void;
}

function HeaderCell({
  header,
  column,
  position,
  props,
}: {
  header: GridHeaderCell;
  column: GridColumn;
  position: number;
  props: GridHeaderProps;
}) {
  const { t } = useTranslation('grid');
  const [isMoved, setMoved] = useState(false);
  const sorted = header.column.getIsSorted();
  const sortCount = props.table.state.sorting.length;
  const isFiltered = props.filters[column.key] !== undefined;
  const isActive = props.activeColumn === position + 1;
  const isOpen = props.menuKey === column.key;
  return (
    <div
      role="columnheader"
      aria-colindex={position + 2}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      data-cell={`-1:${position + 1}`}
      data-active={isActive || undefined}
      tabIndex={isActive ? 0 : -1}
      className={`${styles.headerCell} ${position === 0 ? styles.pinnedName : ''}`}
      draggable={!isMoved}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/x-column', column.key);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('text/x-column')) event.preventDefault();
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData('text/x-column');
        if (moved !== '' && moved !== column.key) moveBefore(props.table, moved, column.key);
      }}
    >
      {/* The header cell itself has the keyboard: Enter on it sorts. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <span
        className={styles.headerLabel}
        data-fixed={!column.isSortable || undefined}
        data-numeric={column.kind === 'integer' || column.kind === 'number' || undefined}
        title={column.isSortable ? t('header.sortHint') : undefined}
        onClick={(event) => {
          if (column.isSortable) header.column.toggleSorting(undefined, event.shiftKey);
        }}
      >
        <span className={styles.text}>{column.label}</span>
        {sorted === 'asc' && <IconArrowUp size="0.9rem" aria-hidden />}
        {sorted === 'desc' && <IconArrowDown size="0.9rem" aria-hidden />}
        {sorted !== false && sortCount > 1 && (
          <span className={styles.sortIndex}>{header.column.getSortIndex() + 1}</span>
        )}
      </span>
      <Popover
        opened={isOpen}
        onChange={(opened) => {
          props.onMenu(opened ? column.key : null);
        }}
        position="bottom-end"
        trapFocus
        returnFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <ActionIcon
            className={styles.menuButton ?? ''}
            data-on={isFiltered || undefined}
            variant={isFiltered ? 'light' : 'subtle'}
            {...(isFiltered ? {} : { color: 'gray' })}
            size="sm"
            tabIndex={-1}
            aria-label={t(isFiltered ? 'header.menuFiltered' : 'header.menu', {
              column: column.label,
            })}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => {
              props.onMenu(isOpen ? null : column.key);
            }}
          >
            {isFiltered ? <IconFilterFilled size="0.85rem" /> : <IconDotsVertical size="0.95rem" />}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p="xs" aria-label={t('header.menu', { column: column.label })}>
          <ColumnMenu
            column={column}
            table={props.table}
            isFirst={position === 0}
            filter={props.filters[column.key] ?? null}
            isGrouping={props.groupKey === column.key}
            onGroup={(isOn) => {
              props.onGroupBy(isOn ? column : null);
            }}
            onFilter={(filter) => {
              props.onFilter(column.key, filter);
            }}
            onHide={() => {
              props.onHide(column.key);
            }}
            onClose={() => {
              props.onMenu(null);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {/* Widths are also set from the column's menu, by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <span
        className={styles.resizer}
        data-resizing={header.column.getIsResizing() || undefined}
        onPointerEnter={() => {
          setMoved(true);
        }}
        onPointerLeave={() => {
          setMoved(false);
        }}
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => {
          header.column.resetSize();
        }}
      />
    </div>
  );
}

/** Puts a column before another one. */
export function moveBefore(table: GridTable, moved: string, target: string): void {
  table.setColumnOrder((order) => {
    const others = order.filter((key) => key !== moved);
    const at = others.indexOf(target);
    const isRightwards = order.indexOf(moved) < order.indexOf(target);
    others.splice(isRightwards ? at + 1 : at, 0, moved);
    return others;
  });
}

/** The names of the columns: click or Enter sorts, the menu filters and arranges. */
export function GridHeader(props: GridHeaderProps) {
  const { t } = useTranslation('grid');
  const isBoxActive = props.activeColumn === 0;
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" aria-rowindex={1} style={{ display: 'contents' }}>
        <div
          role="columnheader"
          aria-colindex={1}
          data-cell="-1:0"
          data-active={isBoxActive || undefined}
          tabIndex={isBoxActive ? 0 : -1}
          className={`${styles.headerCell} ${styles.boxCell} ${styles.pinnedBox}`}
        >
          <Checkbox
            size="xs"
            tabIndex={-1}
            checked={props.boxState === 'all'}
            indeterminate={props.boxState === 'some'}
            onChange={props.onToggleAll}
            aria-label={t('selectAll')}
          />
        </div>
        {props.table.getHeaderGroups()[0]?.headers.map((header, position) => {
          const column = props.columns.find(({ key }) => key === header.column.id);
          return (
            column !== undefined && (
              <HeaderCell
                key={header.id}
                header={header}
                column={column}
                position={position}
                props={props}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
