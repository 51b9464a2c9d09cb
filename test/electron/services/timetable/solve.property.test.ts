import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';

import { whyImpossible } from '#services/timetable/diagnose.ts';
import { greedyTimetable } from '#services/timetable/greedy.ts';
import type { Problem, Timetable } from '#services/timetable/problem.ts';
import { possibleSlots } from '#services/timetable/problem.ts';
import type { Solution } from '#services/timetable/solve.ts';
import { solveTimetable } from '#services/timetable/solve.ts';
import { arbitraryProblem, faultsOf, servedBy, valueOf } from '#test/timetables.ts';

let highs: Awaited<ReturnType<typeof loadHighs>>;
beforeAll(async () => {
  highs = await loadHighs();
});

const solve = (problem: Problem): Solution => solveTimetable(highs, problem, { seconds: 20 });

/** Every timetable there is, by trying all of them. */
function* everyTimetable(
  problem: Problem,
  from = 0,
  sofar = new Map<number, number>(),
): Generator<Timetable> {
  if (from === problem.pairs.length) {
    yield sofar;
    return;
  }
  yield* everyTimetable(problem, from + 1, sofar);
  for (let slot = 0; slot < problem.slotCount; slot += 1) {
    yield* everyTimetable(problem, from + 1, new Map([...sofar, [from, slot]]));
  }
}

/** Served wishes first, then the value: what « better » means. */
const better = (problem: Problem, one: Timetable, other: Timetable): number =>
  servedBy(problem, one) - servedBy(problem, other) ||
  valueOf(problem, one) - valueOf(problem, other);

/** Locks what a greedy timetable found: such locks cannot clash. */
function withLocks(problem: Problem, every: number): Problem {
  const greedy = greedyTimetable(problem);
  let count = 0;
  return {
    ...problem,
    pairs: problem.pairs.map((pair, index) => {
      const slot = greedy.get(index);
      if (slot === undefined) return pair;
      count += 1;
      return count % every === 0 ? { ...pair, locked: slot, planned: slot } : pair;
    }),
  };
}

describe('a timetable from the solver', () => {
  it('breaks no condition, adds up, and is never below what patience alone finds', () => {
    fc.assert(
      fc.property(
        arbitraryProblem({ buyers: 6, companies: 8, slots: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (given, every) => {
          const problem = withLocks(given, every);
          const solution = solve(problem);
          expect(solution.status).toBe('optimal');
          expect(faultsOf(problem, solution.timetable)).toEqual([]);
          expect(solution.objective).toBe(valueOf(problem, solution.timetable));
          expect(solution.bound).toBe(solution.objective);
          const greedy = greedyTimetable(problem);
          expect(faultsOf(problem, greedy)).toEqual([]);
          expect(better(problem, solution.timetable, greedy)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is the best of all there are', () => {
    fc.assert(
      fc.property(
        arbitraryProblem({ buyers: 2, companies: 3, slots: 2 }, { minima: true }),
        (problem) => {
          let best: Timetable | null = null;
          for (const timetable of everyTimetable(problem)) {
            if (faultsOf(problem, timetable).length > 0) continue;
            if (best === null || better(problem, timetable, best) > 0) best = timetable;
          }
          const solution = solve(problem);
          if (best === null) {
            expect(solution.status).toBe('infeasible');
            return;
          }
          expect(solution.status).toBe('optimal');
          expect(faultsOf(problem, solution.timetable)).toEqual([]);
          expect(better(problem, solution.timetable, best)).toBe(0);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('moves nothing after a withdrawal where nothing is won by it', () => {
    fc.assert(
      fc.property(
        arbitraryProblem({ buyers: 5, companies: 6, slots: 4 }),
        fc.nat(),
        (given, pick) => {
          const before: Problem = {
            ...given,
            changeCost: 0,
            pairs: given.pairs.map((pair) => ({ ...pair, planned: null })),
          };
          const first = solve(before);
          const gone = pick % before.parties.length;
          const strongest = Math.max(1, ...before.pairs.map(({ weight }) => weight));
          const after: Problem = {
            ...before,
            // Dearer than all that could be won.
            changeCost: strongest * (before.pairs.length + 1),
            parties: before.parties.map((party, place) => ({
              ...party,
              hasWish: false,
              busy:
                place === gone
                  ? Array.from({ length: before.slotCount }, (_, slot) => slot)
                  : party.busy,
            })),
            pairs: before.pairs.map((pair, index) => ({
              ...pair,
              planned: first.timetable.get(index) ?? null,
            })),
          };
          const second = solve(after);
          expect(faultsOf(after, second.timetable)).toEqual([]);
          after.pairs.forEach(({ buyer, company, planned }, index) => {
            if (planned === null || buyer === gone || company === gone) return;
            expect(second.timetable.get(index)).toBe(planned);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a timetable that cannot be', () => {
  it('is told with a reason that is true', () => {
    let impossible = 0;
    fc.assert(
      fc.property(
        arbitraryProblem({ buyers: 3, companies: 4, slots: 3 }, { minima: true }),
        (problem) => {
          if (solve(problem).status !== 'infeasible') return;
          impossible += 1;
          const reasons = whyImpossible(highs, problem, 20);
          expect(reasons.length).toBeGreaterThan(0);
          for (const reason of reasons) {
            if (reason.kind === 'minimum') {
              const min = problem.parties[reason.party]?.min ?? 0;
              expect(reason.reachable).toBeLessThan(min);
              // With its minimum lowered to what is in reach, it is in nobody's way by itself.
              const lowered = problem.parties.map((party, place) => ({
                ...party,
                min: place === reason.party ? reason.reachable : 0,
              }));
              expect(solve({ ...problem, parties: lowered }).status).toBe('optimal');
            } else {
              const eased = problem.parties.map((party, place) => ({
                ...party,
                min: party.min - (reason.short.get(place) ?? 0),
              }));
              expect(solve({ ...problem, parties: eased }).status).toBe('optimal');
            }
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(impossible).toBeGreaterThan(10);
  });
});

describe('a problem', () => {
  it('in which a person would meet himself has no slot for that pair', () => {
    const party = { person: 'p', hasStand: true, min: 0, max: null, busy: [], hasWish: true };
    const problem: Problem = {
      slotCount: 2,
      tables: null,
      changeCost: 0,
      parties: [
        { ...party, side: 'buyer' },
        { ...party, side: 'company' },
      ],
      pairs: [{ buyer: 0, company: 1, weight: 5, locked: null, planned: null }],
    };
    expect(solve(problem).timetable.size).toBe(0);
    expect(greedyTimetable(problem).size).toBe(0);
    expect(possibleSlots(problem)).toEqual([[]]);
  });
});
