import type { DeliverablesMatrixView } from '#contract/deliverable.channels.ts';

/** One place of the matrix: a row, a quarter, and the kind of deliverable within their cell. */
export interface Place {
  readonly row: number;
  readonly quarter: number;
  readonly slot: number;
}

export const placeKey = ({ row, quarter, slot }: Place): string => `${row}/${quarter}/${slot}`;

type Rows = DeliverablesMatrixView['rows'];

/** How many places a cell has: none where the sub-group did not exist and owes nothing. */
export function slotsIn(rows: Rows, row: number, quarter: number): number {
  const cell = rows[row]?.cells[quarter];
  if (cell === undefined) return 0;
  const isEmpty = cell.slots.every(({ deliverables }) => deliverables.length === 0);
  return !cell.isOpen && isEmpty ? 0 : cell.slots.length;
}

/** The first place there is, row by row; null of an empty matrix. */
export function firstPlace(rows: Rows): Place | null {
  for (const [row, { cells }] of rows.entries()) {
    const quarter = cells.findIndex((_, index) => slotsIn(rows, row, index) > 0);
    if (quarter !== -1) return { row, quarter, slot: 0 };
  }
  return null;
}

function sideways(rows: Rows, { row, quarter, slot }: Place, by: 1 | -1): Place | null {
  const count = rows[row]?.cells.length ?? 0;
  for (let next = quarter + by; next >= 0 && next < count; next += by) {
    const slots = slotsIn(rows, row, next);
    if (slots > 0) return { row, quarter: next, slot: Math.min(slot, slots - 1) };
  }
  return null;
}

function vertically(rows: Rows, { row, quarter, slot }: Place, by: 1 | -1): Place | null {
  const within = slot + by;
  if (within >= 0 && within < slotsIn(rows, row, quarter)) return { row, quarter, slot: within };
  for (let next = row + by; next >= 0 && next < rows.length; next += by) {
    const slots = slotsIn(rows, next, quarter);
    if (slots > 0) return { row: next, quarter, slot: by === 1 ? 0 : slots - 1 };
  }
  return null;
}

function farthest(rows: Rows, from: Place, by: 1 | -1): Place {
  for (let place = from; ;) {
    const next = sideways(rows, place, by);
    if (next === null) return place;
    place = next;
  }
}

/** Where a key leads from a place; null for keys that lead nowhere. */
export function placeAfter(rows: Rows, from: Place, key: string): Place | null {
  switch (key) {
    case 'ArrowRight':
      return sideways(rows, from, 1);
    case 'ArrowLeft':
      return sideways(rows, from, -1);
    case 'ArrowDown':
      return vertically(rows, from, 1);
    case 'ArrowUp':
      return vertically(rows, from, -1);
    case 'Home':
      return farthest(rows, from, -1);
    case 'End':
      return farthest(rows, from, 1);
    default:
      return null;
  }
}
