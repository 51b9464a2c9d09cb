import type { Problem, Timetable } from './problem.ts';
import { possibleSlots } from './problem.ts';

/** What is taken already, slot by slot. */
class Occupation {
  readonly #problem: Problem;
  readonly #taken = new Set<string>();
  readonly #count: number[];
  readonly #tables: number[];

  constructor(problem: Problem) {
    this.#problem = problem;
    this.#count = problem.parties.map(() => 0);
    this.#tables = Array.from({ length: problem.slotCount }, () => 0);
  }

  #keys(pair: number, slot: number): string[] {
    const { parties, pairs } = this.#problem;
    const one = pairs[pair];
    if (one === undefined) return [];
    return [one.buyer, one.company].flatMap((party) => {
      const person = parties[party]?.person ?? null;
      const key = `${party}@${slot}`;
      return person === null ? [key] : [key, `p:${person}@${slot}`];
    });
  }

  #needsTable(pair: number): boolean {
    const { parties, pairs } = this.#problem;
    return parties[pairs[pair]?.company ?? -1]?.hasStand === false;
  }

  fits(pair: number, slot: number): boolean {
    const { parties, pairs, tables } = this.#problem;
    const one = pairs[pair];
    if (one === undefined) return false;
    const isFull = [one.buyer, one.company].some(
      (party) => (this.#count[party] ?? 0) >= (parties[party]?.max ?? Number.POSITIVE_INFINITY),
    );
    if (isFull) return false;
    if (tables !== null && this.#needsTable(pair) && (this.#tables[slot] ?? 0) >= tables)
      return false;
    const keys = this.#keys(pair, slot);
    return new Set(keys).size === keys.length && keys.every((key) => !this.#taken.has(key));
  }

  take(pair: number, slot: number): void {
    const one = this.#problem.pairs[pair];
    if (one === undefined) return;
    for (const key of this.#keys(pair, slot)) this.#taken.add(key);
    for (const party of [one.buyer, one.company])
      this.#count[party] = (this.#count[party] ?? 0) + 1;
    if (this.#needsTable(pair)) this.#tables[slot] = (this.#tables[slot] ?? 0) + 1;
  }
}

/**
 * The timetable of somebody with patience and no solver: locked meetings, then those that can stay
 * where they were, then the weightiest pair first into the first slot that is left. Knows no minima.
 */
export function greedyTimetable(problem: Problem): Timetable {
  const possible = possibleSlots(problem);
  const occupation = new Occupation(problem);
  const timetable = new Map<number, number>();
  const put = (pair: number, slots: readonly number[]): void => {
    if (timetable.has(pair)) return;
    const slot = slots.find((candidate) => occupation.fits(pair, candidate));
    if (slot === undefined) return;
    occupation.take(pair, slot);
    timetable.set(pair, slot);
  };
  const order = problem.pairs
    .map(({ weight }, pair) => ({ pair, weight }))
    .toSorted((a, b) => b.weight - a.weight || a.pair - b.pair)
    .map(({ pair }) => pair);
  for (const pair of order) {
    const locked = problem.pairs[pair]?.locked ?? null;
    if (locked !== null) put(pair, [locked]);
  }
  for (const pair of order) {
    const planned = problem.pairs[pair]?.planned ?? null;
    if (planned !== null)
      put(
        pair,
        (possible[pair] ?? []).filter((slot) => slot === planned),
      );
  }
  for (const pair of order) put(pair, possible[pair] ?? []);
  return timetable;
}
