import type { ReactNode } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { CellWords } from './cell-format.ts';
import { formatCell } from './cell-format.ts';
import styles from './DataGrid.module.css';
import type { GridColumn, GridRow as Row } from './grid.types.ts';

export interface GridRowProps {
  readonly index: number;
  /** Depth in a list in groups, null in one without. */
  readonly level: number | null;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn[];
  readonly top: number;
  readonly words: CellWords;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  /** Column of the cell that has the keyboard, null when it is in another row. */
  readonly activeColumn: number | null;
  /** The editor that stands in a cell, and in which column. */
  readonly editor: { readonly key: string; readonly node: ReactNode } | null;
}

function CellText({
  row,
  column,
  words,
  isName,
}: {
  row: Row;
  column: GridColumn;
  words: CellWords;
  isName: boolean;
}) {
  const text = formatCell(row.cells[column.key] ?? null, column, words);
  const isNumber = column.kind === 'integer' || column.kind === 'number';
  const look = isName ? styles.name : isNumber ? styles.numeric : '';
  return (
    <span
      className={`${styles.text} ${look}`}
      data-name={isName || undefined}
      title={text.length > 24 ? text : undefined}
    >
      {text}
    </span>
  );
}

/** One row of the list; drawn anew only when something of its own changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, row, columns, top, words, isSelected, isOpen, activeColumn, editor } = props;
  const { t } = useTranslation('grid');
  const cellProps = (column: number) => ({
    'aria-colindex': column + 1,
    'data-cell': `${index}:${column}`,
    'data-active': activeColumn === column || undefined,
    tabIndex: activeColumn === column ? 0 : -1,
  });
  const [first] = columns;
  const name = row !== undefined && first !== undefined ? String(row.cells[first.key] ?? '') : '';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={props.level ?? undefined}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      data-selected={isSelected || undefined}
      data-open={isOpen || undefined}
      data-row-id={row?.id}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        className={`${styles.cell} ${styles.boxCell} ${styles.pinnedBox}`}
        {...cellProps(0)}
      >
        {row !== undefined && (
          <input
            type="checkbox"
            className={styles.box}
            tabIndex={-1}
            checked={isSelected}
            readOnly
            aria-label={t('selectRow', { name })}
          />
        )}
      </div>
      {columns.map((column, position) => {
        const isEdited = editor !== null && editor.key === column.key;
        const look = `${styles.cell} ${position === 0 ? styles.pinnedName : ''} ${isEdited ? styles.editing : ''}`;
        return (
          <div
            key={column.key}
            role={position === 0 ? 'rowheader' : 'gridcell'}
            aria-readonly={(column.field ?? column.labelsField) === null || undefined}
            className={look}
            {...cellProps(position + 1)}
          >
            {row === undefined ? (
              <span className={styles.skeleton} />
            ) : isEdited ? (
              editor.node
            ) : (
              <CellText row={row} column={column} words={words} isName={position === 0} />
            )}
          </div>
        );
      })}
    </div>
  );
});
