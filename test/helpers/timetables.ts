import fc from 'fast-check';

import type { Pair, Party, Problem, Timetable } from '#services/timetable/problem.ts';

/**
 * What is wrong with a timetable, checked from scratch and by nothing that made it: the solver's
 * model, its helpers and the program's own search for clashes are not used here.
 */
export function faultsOf(problem: Problem, timetable: Timetable): string[] {
  const { parties, pairs, slotCount, tables } = problem;
  const faults: string[] = [];
  const taken = new Set<string>();
  const count = parties.map(() => 0);
  const atTables = new Map<number, number>();
  for (const [index, slot] of timetable) {
    const pair = pairs[index];
    if (pair === undefined) {
      faults.push(`pair ${index} does not exist`);
      continue;
    }
    if (!Number.isInteger(slot) || slot < 0 || slot >= slotCount) faults.push(`slot ${slot}`);
    const people = new Set<string>();
    for (const place of [pair.buyer, pair.company]) {
      const party = parties[place];
      if (party === undefined) continue;
      count[place] = (count[place] ?? 0) + 1;
      if (pair.locked === null && party.busy.includes(slot))
        faults.push(`${place} is busy in ${slot}`);
      const keys = [`party ${place}`, ...(party.person === null ? [] : [`person ${party.person}`])];
      if (party.person !== null && people.has(party.person))
        faults.push(`${party.person} meets itself`);
      if (party.person !== null) people.add(party.person);
      for (const key of keys) {
        if (taken.has(`${key} in ${slot}`)) faults.push(`${key} twice in ${slot}`);
        taken.add(`${key} in ${slot}`);
      }
    }
    if (parties[pair.company]?.hasStand === false)
      atTables.set(slot, (atTables.get(slot) ?? 0) + 1);
    if (pair.locked !== null && pair.locked !== slot) faults.push(`pair ${index} left its lock`);
  }
  pairs.forEach(({ locked }, index) => {
    if (locked !== null && !timetable.has(index)) faults.push(`locked pair ${index} is gone`);
  });
  parties.forEach(({ min, max }, place) => {
    const met = count[place] ?? 0;
    if (met < min) faults.push(`${place} meets ${met} of at least ${min}`);
    if (max !== null && met > max) faults.push(`${place} meets ${met} of at most ${max}`);
  });
  for (const [slot, used] of atTables) {
    if (tables !== null && used > tables) faults.push(`${used} tables of ${tables} in ${slot}`);
  }
  return faults;
}

/** The value of a timetable, added up by hand: weights, less changes of meetings that could stay. */
export function valueOf(problem: Problem, timetable: Timetable): number {
  let value = 0;
  problem.pairs.forEach((pair, index) => {
    const slot = timetable.get(index);
    if (slot !== undefined) value += pair.weight;
    if (pair.planned === null || slot === pair.planned) return;
    const isFree = [pair.buyer, pair.company].every(
      (place) => problem.parties[place]?.busy.includes(pair.planned ?? -1) === false,
    );
    const isOne =
      problem.parties[pair.buyer]?.person === null ||
      problem.parties[pair.buyer]?.person !== problem.parties[pair.company]?.person;
    if (pair.locked === pair.planned || (isFree && isOne)) value -= problem.changeCost;
  });
  return value;
}

/** Parties with a wish that meet somebody. */
export function servedBy({ parties, pairs }: Problem, timetable: Timetable): number {
  const met = new Set(
    [...timetable.keys()].flatMap((index) => [pairs[index]?.buyer, pairs[index]?.company]),
  );
  return parties.filter(({ hasWish }, place) => hasWish && met.has(place)).length;
}

/** Small problems of every sort, so that the best answer can be found by hand. */
export function arbitraryProblem(
  most: { readonly buyers: number; readonly companies: number; readonly slots: number },
  options: { readonly minima?: boolean } = {},
): fc.Arbitrary<Problem> {
  const shape = fc.record({
    buyers: fc.integer({ min: 1, max: most.buyers }),
    companies: fc.integer({ min: 1, max: most.companies }),
    slotCount: fc.integer({ min: 1, max: most.slots }),
  });
  return shape.chain(({ buyers, companies, slotCount }) => {
    const slot = fc.integer({ min: 0, max: slotCount - 1 });
    const party = (side: 'buyer' | 'company'): fc.Arbitrary<Party> =>
      fc.record({
        side: fc.constant(side),
        person: fc.option(fc.constantFrom('p', 'q', 'r'), { nil: null, freq: 2 }),
        hasStand: fc.boolean(),
        min: options.minima === true ? fc.constantFrom(0, 0, 1, 2) : fc.constant(0),
        max: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        busy: fc.uniqueArray(slot, { maxLength: slotCount }),
        hasWish: fc.boolean(),
      });
    const planned = fc.option(slot, { nil: null });
    const allPairs = Array.from({ length: buyers * companies }, (_, index) => ({
      buyer: index % buyers,
      company: buyers + Math.floor(index / buyers),
    }));
    const pairs: fc.Arbitrary<Pair[]> = fc
      .subarray(allPairs)
      .chain((some) =>
        fc.tuple(
          ...some.map((pair) =>
            fc
              .tuple(fc.integer({ min: 1, max: 50 }), planned)
              .map(([weight, before]) => ({ ...pair, weight, locked: null, planned: before })),
          ),
        ),
      );
    return fc.record({
      slotCount: fc.constant(slotCount),
      tables: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      parties: fc
        .tuple(
          fc.array(party('buyer'), { minLength: buyers, maxLength: buyers }),
          fc.array(party('company'), { minLength: companies, maxLength: companies }),
        )
        .map(([some, others]) => [...some, ...others]),
      pairs,
      changeCost: fc.constantFrom(0, 100),
    });
  });
}
