/** The cell that has the keyboard. Row −1 is the header; column 0 holds the selection boxes. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that one screen holds. */
  readonly pageRows: number;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/**
 * Where a key of the ARIA grid pattern leads (arrows, Home, End, with Ctrl the corners, Page Up and
 * Down); null when the key moves nothing.
 */
export function moveCursor(
  cursor: Cursor,
  key: string,
  isCtrl: boolean,
  { rows, columns, pageRows }: GridExtent,
): Cursor | null {
  const at = (row: number, column: number): Cursor => ({
    row: clamp(row, -1, rows - 1),
    column: clamp(column, 0, columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return at(isCtrl ? 0 : cursor.row - 1, cursor.column);
    case 'ArrowDown':
      return at(isCtrl ? rows - 1 : cursor.row + 1, cursor.column);
    case 'ArrowLeft':
      return at(cursor.row, isCtrl ? 0 : cursor.column - 1);
    case 'ArrowRight':
      return at(cursor.row, isCtrl ? columns - 1 : cursor.column + 1);
    case 'Home':
      return at(isCtrl ? 0 : cursor.row, 0);
    case 'End':
      return at(isCtrl ? rows - 1 : cursor.row, columns - 1);
    case 'PageUp':
      return at(Math.max(0, cursor.row - pageRows), cursor.column);
    case 'PageDown':
      return at(cursor.row + pageRows, cursor.column);
    default:
      return null;
  }
}
