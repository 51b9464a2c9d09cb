import type { BalanceLine } from '#contract/selection.channels.ts';
import type { balanceDimensions } from '#contract/selection.channels.ts';
import { groupRows } from '#repositories/selection.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { departementName } from './views.ts';

export type Dimension = (typeof balanceDimensions)[number];

export interface Group {
  readonly id: string | null;
  readonly name: string | null;
  readonly members: ReadonlySet<string>;
}

/** The applications of a call by segment, département, kind of organisation or maturity. */
export function groupsBy(db: ReadableDb, callId: string, dimension: Dimension): Group[] {
  const groups = new Map<string | null, { name: string | null; members: Set<string> }>();
  for (const { applicationId, id, name } of groupRows(db, callId, dimension)) {
    const group = groups.get(id) ?? {
      name: dimension === 'departement' ? departementName(id) : name,
      members: new Set<string>(),
    };
    group.members.add(applicationId);
    groups.set(id, group);
  }
  return [...groups].map(([id, group]) => ({ id, ...group }));
}

const among = (ids: ReadonlySet<string>, members: ReadonlySet<string>): number =>
  [...ids].filter((id) => members.has(id)).length;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** What each group has of the candidates, of those kept now and of those that would be kept. */
export function balanceLines(
  groups: readonly Group[],
  candidates: ReadonlySet<string>,
  keptNow: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): BalanceLine[] {
  return groups
    .map(({ id, name, members }) => {
      const counts = {
        candidates: among(candidates, members),
        keptNow: among(keptNow, members),
        kept: among(kept, members),
      };
      return {
        id,
        name,
        ...counts,
        shareOfCandidates: share(counts.candidates, candidates.size),
        shareOfKeptNow: share(counts.keptNow, keptNow.size),
        shareOfKept: share(counts.kept, kept.size),
      };
    })
    .filter((line) => line.candidates > 0);
}
