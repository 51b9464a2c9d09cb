/** Where a card lies within the picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Link {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
}

export interface Curve {
  readonly id: string;
  readonly path: string;
  /** Where something can be written about it. */
  readonly middle: Point;
}

/** How far a curve swings out when it comes back to its own column. */
const SWING = 26;

/** Room for the arrow's head before the card. */
const HEAD = 5;

/** A curve that leaves to the right and arrives from the left. */
export function curveBetween(from: Point, to: Point): string {
  const reach = Math.max(24, Math.abs(to.x - from.x) / 2);
  return `M ${from.x} ${from.y} C ${from.x + reach} ${from.y}, ${to.x - reach} ${to.y}, ${to.x} ${to.y}`;
}

const middleOf = ({ top, height }: Box): number => top + height / 2;

/** Places along the edge of each card at which its links begin or end, so that they stay apart. */
function spread(
  links: readonly Link[],
  boxes: ReadonlyMap<string, Box>,
  own: 'fromId' | 'toId',
  other: 'fromId' | 'toId',
): Map<string, number> {
  const byCard = new Map<string, Link[]>();
  for (const link of links) byCard.set(link[own], [...(byCard.get(link[own]) ?? []), link]);
  const heights = new Map<string, number>();
  for (const [id, some] of byCard) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const place = (link: Link): number => {
      const far = boxes.get(link[other]);
      return far === undefined ? 0 : middleOf(far);
    };
    const sorted = some.toSorted((a, b) => place(a) - place(b));
    for (const [at, link] of sorted.entries()) {
      heights.set(link.id, box.top + (box.height * (at + 1)) / (sorted.length + 1));
    }
  }
  return heights;
}

/** The curves of all links whose two cards are on the picture. */
export function curvesOf(links: readonly Link[], boxes: ReadonlyMap<string, Box>): Curve[] {
  const starts = spread(links, boxes, 'fromId', 'toId');
  const ends = spread(links, boxes, 'toId', 'fromId');
  return links.flatMap(({ id, fromId, toId }) => {
    const [from, to] = [boxes.get(fromId), boxes.get(toId)];
    if (from === undefined || to === undefined) return [];
    const start = { x: from.left + from.width, y: starts.get(id) ?? middleOf(from) };
    const isBack = to.left <= from.left + 1;
    const end = {
      x: isBack ? to.left + to.width + HEAD : to.left - HEAD,
      y: ends.get(id) ?? middleOf(to),
    };
    if (isBack) {
      const out = Math.max(start.x, end.x) + SWING;
      const path = `M ${start.x} ${start.y} C ${out} ${start.y}, ${out} ${end.y}, ${end.x} ${end.y}`;
      return [{ id, path, middle: { x: out - 6, y: (start.y + end.y) / 2 } }];
    }
    const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    return [{ id, path: curveBetween(start, end), middle }];
  });
}
