/** One organisation that can be met, by its place in the list of the problem. */
export interface Party {
  readonly side: 'buyer' | 'company';
  /** Whoever sits there for several parties cannot sit twice at a time; null when nobody is named. */
  readonly person: string | null;
  /** True for a company that receives at its own stand; the others need a table. */
  readonly hasStand: boolean;
  readonly min: number;
  readonly max: number | null;
  /** Slots, from 0, in which it cannot be met. */
  readonly busy: readonly number[];
  /** Whether it wishes to meet anybody. */
  readonly hasWish: boolean;
}

/** A buyer and a company that might meet: places in the list of parties, and what that is worth. */
export interface Pair {
  readonly buyer: number;
  readonly company: number;
  readonly weight: number;
  /** Slot in which they meet whatever happens. */
  readonly locked: number | null;
  /** Slot in which they were to meet before. */
  readonly planned: number | null;
}

/** Everything that a timetable follows from, without names. */
export interface Problem {
  readonly slotCount: number;
  /** Tables for companies without a stand; null when there are enough. */
  readonly tables: number | null;
  readonly parties: readonly Party[];
  readonly pairs: readonly Pair[];
  /** What it costs to move or drop a planned meeting that could stay. */
  readonly changeCost: number;
}

/** The slot of each pair that meets, by place in the list of pairs. */
export type Timetable = ReadonlyMap<number, number>;

/** Free slots of each party. */
export function freeSlots({ parties, slotCount }: Problem): readonly ReadonlySet<number>[] {
  return parties.map(({ busy }) => {
    const taken = new Set(busy);
    return new Set(
      Array.from({ length: slotCount }, (_, slot) => slot).filter((s) => !taken.has(s)),
    );
  });
}

/** Slots in which each pair can meet: both are free, or the one in which it is locked. */
export function possibleSlots(problem: Problem): readonly (readonly number[])[] {
  const free = freeSlots(problem);
  const { parties, pairs } = problem;
  return pairs.map(({ buyer, company, locked }) => {
    if (locked !== null) return [locked];
    // Whoever sits there for both sides does not meet himself.
    const person = parties[buyer]?.person ?? null;
    if (person !== null && person === parties[company]?.person) return [];
    const ofCompany = free[company];
    return [...(free[buyer] ?? [])].filter((slot) => ofCompany?.has(slot) === true);
  });
}

/** Planned meetings that could stay where they are: those whose change costs. */
export function canStay(problem: Problem): ReadonlySet<number> {
  const possible = possibleSlots(problem);
  return new Set(
    problem.pairs.flatMap(({ planned }, pair) =>
      planned !== null && possible[pair]?.includes(planned) === true ? [pair] : [],
    ),
  );
}

/** Sum of the weights, less what changing planned meetings costs. */
export function objectiveOf(problem: Problem, timetable: Timetable): number {
  let sum = 0;
  for (const pair of timetable.keys()) sum += problem.pairs[pair]?.weight ?? 0;
  for (const pair of canStay(problem)) {
    if (timetable.get(pair) !== problem.pairs[pair]?.planned) sum -= problem.changeCost;
  }
  return sum;
}

/** How many of those with a wish meet somebody. */
export function servedOf({ parties, pairs }: Problem, timetable: Timetable): number {
  const served = new Set<number>();
  for (const pair of timetable.keys()) {
    const one = pairs[pair];
    if (one === undefined) continue;
    for (const party of [one.buyer, one.company]) {
      if (parties[party]?.hasWish === true) served.add(party);
    }
  }
  return served.size;
}

/**
 * What serving one more party with a wish is worth: more than all weights and costs together, so that
 * nobody with a wish is left out where that can be helped.
 */
export function fairness(problem: Problem): number {
  const perParty = new Map<number, number[]>();
  for (const { buyer, weight } of problem.pairs) {
    perParty.set(buyer, [...(perParty.get(buyer) ?? []), weight]);
  }
  let most = 1;
  for (const weights of perParty.values()) {
    const best = weights.toSorted((a, b) => b - a).slice(0, problem.slotCount);
    most += best.reduce((sum, weight) => sum + weight, 0);
  }
  return most + canStay(problem).size * problem.changeCost;
}
