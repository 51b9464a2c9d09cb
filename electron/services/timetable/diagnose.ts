import type { Highs } from 'highs';

import type { Relaxed } from './model.ts';
import type { Problem } from './problem.ts';
import { possibleSlots } from './problem.ts';
import type { Solution } from './solve.ts';
import { solveTimetable } from './solve.ts';

export type Reliever = keyof Relaxed;

/** Why no timetable meets every condition; clashes of locked meetings are found beforehand. */
export type Impossibility =
  | {
      readonly kind: 'minimum';
      readonly party: number;
      readonly reachable: number;
      readonly partners: number;
      readonly freeSlots: number;
    }
  | {
      readonly kind: 'minimaTogether';
      /** Parties with a minimum, and how many meetings the best attempt gives each that falls short. */
      readonly short: ReadonlyMap<number, number>;
      readonly relievedBy: readonly Reliever[];
    };

/** The most meetings that one party could have if all others were there for it: a matching. */
function reachable(problem: Problem, party: number) {
  const possible = possibleSlots(problem);
  const own = problem.pairs.flatMap(({ buyer, company }, pair) =>
    buyer === party || company === party ? [pair] : [],
  );
  const pairOfSlot = new Map<number, number>();
  const assign = (pair: number, tried: Set<number>): boolean => {
    for (const slot of possible[pair] ?? []) {
      if (tried.has(slot)) continue;
      tried.add(slot);
      const holder = pairOfSlot.get(slot);
      if (holder === undefined || assign(holder, tried)) {
        pairOfSlot.set(slot, pair);
        return true;
      }
    }
    return false;
  };
  for (const pair of own) assign(pair, new Set());
  const { max, busy } = problem.parties[party] ?? { max: null, busy: [] };
  return {
    reachable: Math.min(pairOfSlot.size, max ?? Number.POSITIVE_INFINITY),
    partners: own.filter((pair) => (possible[pair]?.length ?? 0) > 0).length,
    freeSlots: problem.slotCount - new Set(busy).size,
  };
}

/** Parties whose minimum is out of reach whatever the others do. */
export function unreachableMinima(problem: Problem): Impossibility[] {
  return problem.parties.flatMap(({ min }, party) => {
    if (min <= 0) return [];
    const found = reachable(problem, party);
    return found.reachable < min ? [{ kind: 'minimum' as const, party, ...found }] : [];
  });
}

const RELIEVERS: readonly Reliever[] = ['tables', 'maxima', 'locked', 'availability'];

/**
 * What stands in the way of minima that are each within reach: the least shortfall, and which kind of
 * condition, left out alone, would let them all be reached.
 */
function minimaTogether(highs: Highs, problem: Problem, seconds: number): Impossibility | null {
  const attempt = (relaxed: Relaxed): Solution =>
    solveTimetable(highs, problem, { elastic: true, relaxed, seconds });
  const best = attempt({});
  if (best.status === 'infeasible' || best.short.size === 0) return null;
  const relievedBy = RELIEVERS.filter((reliever) => {
    const relieved = attempt({ [reliever]: true });
    return (
      relieved.status !== 'infeasible' && relieved.status !== 'unknown' && relieved.short.size === 0
    );
  });
  return { kind: 'minimaTogether', short: best.short, relievedBy };
}

/** Why the problem has no solution, as far as can be found out in the time given. */
export function whyImpossible(highs: Highs, problem: Problem, seconds: number): Impossibility[] {
  const single = unreachableMinima(problem);
  if (single.length > 0) return single;
  const together = minimaTogether(highs, problem, Math.max(1, seconds / (RELIEVERS.length + 1)));
  return together === null ? [] : [together];
}
