import type { ScrollDirection } from './page-cache.ts';

export interface RowRange {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly overscan: number;
  readonly count: number;
}

/**
 * Rows to draw: the visible ones, some on either side, more on the side one is scrolling to, and
 * always the row that has the keyboard, so that the focus is not lost by scrolling.
 */
export function rowsToDraw(
  { startIndex, endIndex, overscan, count }: RowRange,
  activeRow: number,
  direction: ScrollDirection,
): number[] {
  const before = direction === 'backward' ? overscan * 2 : overscan;
  const after = direction === 'forward' ? overscan * 2 : overscan;
  const first = Math.max(0, startIndex - before);
  const last = Math.min(count - 1, endIndex + after);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  if (activeRow >= 0 && activeRow < count) {
    if (activeRow < first) rows.unshift(activeRow);
    else if (activeRow > last) rows.push(activeRow);
  }
  return rows;
}
