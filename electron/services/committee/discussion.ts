import type { RankedApplication } from './ranking.ts';

export interface DiscussionItem extends RankedApplication {
  /** True when what members disagree by would carry it across the cut. */
  readonly isDecisive: boolean;
  /** Score above (or below) the middle between the last one in and the first one out. */
  readonly margin: number | null;
}

/**
 * What the committee should talk about, in order: first the applications whose standard deviation
 * between members is at least their distance from the cut, so that agreement could change the
 * outcome; within each part the largest disagreement first.
 * @param rows best first
 * @param cut the last rank within the quota; null when there is none
 */
export function discussionList(
  rows: readonly RankedApplication[],
  cut: number | null,
): DiscussionItem[] {
  const line = cutLine(rows, cut);
  return rows
    .filter(({ dispersion }) => (dispersion ?? 0) > 0)
    .map((row) => {
      const margin = line === null || row.score === null ? null : row.score - line;
      return {
        ...row,
        margin,
        isDecisive: margin !== null && (row.dispersion ?? 0) >= Math.abs(margin),
      };
    })
    .toSorted(
      (x, y) =>
        Number(y.isDecisive) - Number(x.isDecisive) ||
        (y.dispersion ?? 0) - (x.dispersion ?? 0) ||
        Math.abs(x.margin ?? 0) - Math.abs(y.margin ?? 0) ||
        x.number - y.number,
    );
}

/** Half-way between the last score within the cut and the first beyond it; null when all, or none, are in. */
function cutLine(rows: readonly RankedApplication[], cut: number | null): number | null {
  if (cut === null) return null;
  const inside = rows.filter(({ rank }) => rank !== null && rank <= cut).at(-1)?.score ?? null;
  const outside = rows.find(({ rank }) => rank !== null && rank > cut)?.score ?? null;
  return inside === null || outside === null ? null : (inside + outside) / 2;
}
