import type { Box } from './geometry.ts';

type Boxes = ReadonlyMap<string, Box>;

const NEAR = 4;

const middle = ({ top, height }: Box): number => top + height / 2;

/** Cards as they lie: columns from the left, each from the top. */
function columnsOf(boxes: Boxes): { readonly left: number; readonly ids: string[] }[] {
  const columns: { left: number; ids: string[] }[] = [];
  const sorted = [...boxes].toSorted(([, a], [, b]) => a.left - b.left || a.top - b.top);
  for (const [id, box] of sorted) {
    const centre = box.left + box.width;
    // Parts of an objective stand a little to the right, and end where the column ends.
    const column = columns.find(({ left }) => Math.abs(left - centre) < NEAR);
    if (column === undefined) columns.push({ left: centre, ids: [id] });
    else column.ids.push(id);
  }
  const top = (id: string): number => boxes.get(id)?.top ?? 0;
  for (const { ids } of columns) ids.sort((a, b) => top(a) - top(b));
  return columns.toSorted((a, b) => a.left - b.left);
}

/** The card that an arrow, Home or End leads to from another; null at the edge of the picture. */
export function nextCard(boxes: Boxes, id: string, key: string): string | null {
  const columns = columnsOf(boxes);
  const at = columns.findIndex(({ ids }) => ids.includes(id));
  const column = columns[at];
  const box = boxes.get(id);
  if (column === undefined || box === undefined) return null;
  const row = column.ids.indexOf(id);
  const beside = (step: 1 | -1): string | null => {
    const ids = columns[at + step]?.ids ?? [];
    const far = (other: string): number => {
      const there = boxes.get(other);
      return there === undefined ? Number.POSITIVE_INFINITY : Math.abs(middle(there) - middle(box));
    };
    return ids.toSorted((a, b) => far(a) - far(b))[0] ?? null;
  };
  switch (key) {
    case 'ArrowUp':
      return column.ids[row - 1] ?? null;
    case 'ArrowDown':
      return column.ids[row + 1] ?? null;
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return column.ids[0] ?? null;
    case 'End':
      return column.ids.at(-1) ?? null;
    default:
      return null;
  }
}
