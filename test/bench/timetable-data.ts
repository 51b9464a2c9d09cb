import type { Pair, Party, Problem } from '#services/timetable/problem.ts';

const BUYERS = 30;
const COMPANIES = 90;
const SLOTS = 12;
const PARTNERS = 15;
const TABLES = 10;

/** Numbers between 0 and 1, the same at every run (linear congruence of Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A day of 30 buyers, 90 companies and 12 slots: some companies much asked for, a third of all away
 * part of the day, a third of the companies at tables. Weighed as the program weighs: words and
 * segments, wishes of either side. `isFair` false leaves wishes out of the order of things.
 */
export function timetableProblem(isFair: boolean): Problem {
  const next = numbers(20_171_120);
  const hasWish = new Set<number>();
  const pairs: Pair[] = [];
  for (let buyer = 0; buyer < BUYERS; buyer += 1) {
    const partners = new Set<number>();
    while (partners.size < PARTNERS) partners.add(Math.floor(next() * next() * COMPANIES));
    for (const partner of partners) {
      const company = BUYERS + partner;
      const [ofBuyer, ofCompany] = [0.3, 0.2].map((part) =>
        next() < part ? Math.ceil(next() * 3) : 0,
      );
      if (ofBuyer) hasWish.add(buyer);
      if (ofCompany) hasWish.add(company);
      const wishes = (ofBuyer ?? 0) + (ofCompany ?? 0);
      const weight = Math.round(40 * next()) + 15 * wishes + (ofBuyer && ofCompany ? 15 : 0);
      pairs.push({ buyer, company, weight: Math.max(1, weight), locked: null, planned: null });
    }
  }
  const parties = Array.from({ length: BUYERS + COMPANIES }, (_, index): Party => {
    const absent = index % 3 === 0 ? 0.3 : 0.05;
    return {
      side: index < BUYERS ? 'buyer' : 'company',
      person: null,
      hasStand: index >= BUYERS + COMPANIES / 3,
      min: 0,
      max: index < BUYERS ? 10 : 8,
      busy: Array.from({ length: SLOTS }, (__, slot) => slot).filter(() => next() < absent),
      hasWish: isFair && hasWish.has(index),
    };
  });
  return { slotCount: SLOTS, tables: TABLES, parties, pairs, changeCost: 0 };
}
