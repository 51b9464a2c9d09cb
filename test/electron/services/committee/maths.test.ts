import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aggregate } from '#services/committee/aggregate.ts';
import type { AggregationMethod } from '#services/committee/aggregate.ts';
import { rankAll } from '#services/committee/ranks.ts';
import type { GivenScore } from '#services/committee/score-table.ts';
import { resultScale, ScoreTableBuilder } from '#services/committee/score-table.ts';
import { stability } from '#services/committee/stability.ts';
import { atOnce } from '#services/committee/turns.ts';

type Grid = readonly (readonly (number | null | undefined)[])[];

const criterion = (at: number, weight: number, scaleMin = 0, scaleMax = 1) => ({
  id: `c${at}`,
  name: `c${at}`,
  weight,
  scaleMin,
  scaleMax,
});

/** One criterion: rows are applications, columns members; null abstains, undefined is missing. */
function tableOf(grid: Grid, recusals: readonly [number, number][] = []) {
  const members = Math.max(0, ...grid.map((row) => row.length));
  const builder = new ScoreTableBuilder(
    {
      applications: grid.map((_, a) => ({ id: `a${a}`, number: a + 1 })),
      evaluators: Array.from({ length: members }, (_, e) => `e${e}`),
      criteria: [criterion(0, 1)],
    },
    recusals.map(([a, e]) => ({ applicationId: `a${a}`, personId: `e${e}` })),
  );
  grid.forEach((row, a) =>
    row.forEach((value, e) => {
      if (value === undefined) return;
      builder.add({ applicationId: `a${a}`, evaluatorId: `e${e}`, criterionId: 'c0', value });
    }),
  );
  return builder.done();
}

const options = (method: AggregationMethod = 'mean', isNormalised = false) => ({
  method,
  isNormalised,
  weights: [1],
});
const run = (grid: Grid, ...rest: Parameters<typeof options>) =>
  atOnce(aggregate(tableOf(grid), options(...rest)));

function several(scores: readonly GivenScore[], weights: readonly number[]) {
  const builder = new ScoreTableBuilder(
    {
      applications: [
        { id: 'a0', number: 1 },
        { id: 'a1', number: 2 },
      ],
      evaluators: ['e0', 'e1'],
      criteria: weights.map((weight, at) => criterion(at, weight, 0, 10)),
    },
    [],
  );
  for (const one of scores) builder.add(one);
  return builder.done();
}
const given = (a: number, e: number, c: number, value: number | null): GivenScore => ({
  applicationId: `a${a}`,
  evaluatorId: `e${e}`,
  criterionId: `c${c}`,
  value,
});

describe('mean and median over members', () => {
  it('leave abstentions and missing scores out', () => {
    const { mean, median, evaluators } = run([
      [0.2, null, 0.6],
      [1, undefined, undefined],
      [null, null, undefined],
    ]);
    expect([...mean].slice(0, 2)).toEqual([0.4, 1]);
    expect([...median].slice(0, 2)).toEqual([0.4, 1]);
    expect(mean[2]).toBeNaN();
    expect([...evaluators]).toEqual([2, 1, 0]);
  });

  it('count every score given with the weight of its criterion', () => {
    const table = several([given(0, 0, 0, 10), given(0, 0, 1, 0), given(0, 1, 0, 4)], [3, 1]);
    const { mean, median } = atOnce(
      aggregate(table, { method: 'mean', isNormalised: false, weights: [3, 1] }),
    );
    // (3×10 + 1×0 + 3×4) ÷ (3 + 1 + 3) on a scale of ten.
    expect(mean[0]).toBeCloseTo(0.6, 12);
    // Totals 0.75 (weight 1) and 0.4 (weight ¾): half of the weight is reached by the higher.
    expect(median[0]).toBeCloseTo(0.75, 12);
  });

  it('leave recused members out and count what they said', () => {
    const table = tableOf([[0.1, 0.9]], [[0, 0]]);
    const { mean } = atOnce(aggregate(table, options()));
    expect(mean[0]).toBe(0.9);
    expect(table.ignored).toEqual({ recused: 1, outOfScale: 0 });
  });

  it('leave values beyond the scale out', () => {
    const table = tableOf([[0.5, 7]]);
    expect(atOnce(aggregate(table, options())).mean[0]).toBe(0.5);
    expect(table.ignored.outOfScale).toBe(1);
  });

  it('say how far members are apart', () => {
    const { deviation, lowest, highest } = run([[0.2, 0.4, 0.9], [0.5]]);
    expect(deviation[0]).toBeCloseTo(Math.sqrt(0.13), 12);
    expect([lowest[0], highest[0]]).toEqual([0.2, 0.9]);
    expect(deviation[1]).toBeNaN();
  });

  it('are told on the scale that the criteria share', () => {
    expect(resultScale([criterion(0, 1, 1, 5), criterion(1, 2, 1, 5)])).toEqual({ min: 1, max: 5 });
    expect(resultScale([criterion(0, 1, 1, 5), criterion(1, 2, 0, 5)])).toEqual({
      min: 0,
      max: 100,
    });
  });
});

const unit = fc.integer({ min: 0, max: 20 }).map((value) => value / 20);
const grids = fc.array(
  fc.array(fc.oneof({ weight: 5, arbitrary: unit }, fc.constant(null), fc.constant(undefined)), {
    minLength: 4,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 8 },
);

describe('properties', () => {
  it('results lie between the lowest and the highest total', () => {
    fc.assert(
      fc.property(grids, fc.constantFrom('mean', 'median'), (grid, method) => {
        const found = run(grid, method);
        grid.forEach((row, a) => {
          const said = row.filter((value) => typeof value === 'number');
          const value = method === 'mean' ? found.mean[a] : found.median[a];
          if (said.length === 0) expect(value).toBeNaN();
          else {
            expect(value).toBeGreaterThanOrEqual(Math.min(...said) - 1e-12);
            expect(value).toBeLessThanOrEqual(Math.max(...said) + 1e-12);
          }
        });
      }),
    );
  });

  it('the order of members does not matter', () => {
    fc.assert(
      fc.property(grids, fc.boolean(), (grid, isNormalised) => {
        const turned = grid.map((row) => row.toReversed());
        const [one, other] = [run(grid, 'mean', isNormalised), run(turned, 'mean', isNormalised)];
        grid.forEach((_, a) => {
          if (Number.isNaN(one.mean[a])) expect(other.mean[a]).toBeNaN();
          else expect(other.mean[a]).toBeCloseTo(one.mean[a] ?? 0, 6);
        });
      }),
    );
  });

  it('multiplying all weights by one number changes nothing', () => {
    const scores = fc.array(
      fc.tuple(fc.nat(1), fc.nat(1), fc.nat(2), fc.integer({ min: 0, max: 10 })),
    );
    fc.assert(
      fc.property(scores, fc.integer({ min: 2, max: 9 }), (list, factor) => {
        const table = several(
          list.map(([a, e, c, value]) => given(a, e, c, value)),
          [1, 2, 3],
        );
        const ask = (by: number) =>
          atOnce(
            aggregate(table, {
              method: 'median',
              isNormalised: false,
              weights: [by, 2 * by, 3 * by],
            }),
          );
        const [one, other] = [ask(1), ask(factor)];
        for (const a of [0, 1]) {
          expect(other.mean[a] || 0).toBeCloseTo(one.mean[a] || 0, 10);
          expect(other.median[a] || 0).toBeCloseTo(one.median[a] || 0, 10);
        }
      }),
    );
  });

  it('normalising takes an additive bias out, whoever scored what', () => {
    const worths = fc.array(fc.double({ min: 0.3, max: 0.7, noNaN: true }), {
      minLength: 4,
      maxLength: 9,
    });
    fc.assert(
      fc.property(worths, fc.double({ min: -0.2, max: 0.2, noNaN: true }), (worth, bias) => {
        // Everybody scores two neighbours out of three, so that all are linked.
        const biases = [bias, -bias, 0];
        const grid = worth.map((value, a) =>
          biases.map((own, e) => ((a + e) % 3 === 2 ? undefined : value + own)),
        );
        const { mean, severity } = run(grid, 'mean', true);
        const shift = (mean[0] ?? 0) - (worth[0] ?? 0);
        worth.forEach((value, a) => expect((mean[a] ?? 0) - value).toBeCloseTo(shift, 6));
        expect((severity.bias[0] ?? 0) - (severity.bias[1] ?? 0)).toBeCloseTo(2 * bias, 6);
        expect([...severity.bias].reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('every application with a score has one rank, and better scores rank higher', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const table = tableOf(grid);
        const found = atOnce(aggregate(table, options()));
        const { order, rank } = rankAll(table, found, [1]);
        expect([...order].toSorted((x, y) => x - y)).toEqual(grid.map((_, a) => a));
        grid.forEach((_, a) => {
          expect(rank[a] === 0).toBe(Number.isNaN(found.mean[a]));
          grid.forEach((__, b) => {
            if ((found.mean[a] ?? 0) > (found.mean[b] ?? 0) + 1e-6) {
              expect(rank[a]).toBeLessThan(rank[b] ?? 0);
            }
          });
        });
      }),
    );
  });
});

describe('severity', () => {
  it('is the mean difference from the others on applications in common', () => {
    const { severity } = run([
      [0.2, 0.6, 0.8],
      [0.4, 0.6, undefined],
      [0.9, undefined, undefined],
    ]);
    expect(severity.deviation[0]).toBeCloseTo((0.2 - 0.7 + (0.4 - 0.6)) / 2, 12);
    expect([...severity.inCommon]).toEqual([2, 2, 1]);
    expect([...severity.bias]).toEqual([0, 0, 0]);
  });
});

describe('ties', () => {
  const rankOf = (scores: readonly GivenScore[], weights: readonly number[]) => {
    const table = several(scores, weights);
    const found = atOnce(aggregate(table, { method: 'mean', isNormalised: false, weights }));
    return rankAll(table, found, weights);
  };

  it('are broken by the heaviest criterion, and say so', () => {
    const { rank, ties } = rankOf(
      [given(0, 0, 0, 5), given(0, 0, 1, 8), given(1, 0, 0, 6), given(1, 0, 1, 6)],
      [2, 1],
    );
    expect([...rank]).toEqual([2, 1]);
    expect(ties.get(0)).toEqual({ group: [1, 0], rule: 'criterion', criterion: 0 });
  });

  it('are broken by the other measure when the criteria do not', () => {
    const table = tableOf([
      [0, 0.5, 1],
      [0.25, 0.25, 1],
    ]);
    const found = atOnce(aggregate(table, options()));
    const { rank, ties } = rankAll(table, found, [1]);
    expect([...rank]).toEqual([1, 2]);
    expect(ties.get(1)?.rule).toBe('otherMeasure');
  });

  it('that nothing breaks leave one rank to both, and skip the next', () => {
    const table = tableOf([[0.5], [0.5], [0.4]]);
    const { rank, ties } = rankAll(table, atOnce(aggregate(table, options())), [1]);
    expect([...rank]).toEqual([1, 1, 3]);
    expect(ties.get(0)?.rule).toBe('none');
    expect(ties.has(2)).toBe(false);
  });
});

describe('stability', () => {
  const asked = { cut: 1, draws: 60, spread: 0.5, seed: 7 };
  const basisOf = (grid: Grid) => {
    const table = tableOf(grid);
    const found = atOnce(aggregate(table, options()));
    return { table, options: options(), ranks: rankAll(table, found, [1]) };
  };

  it('tells whom a rank hangs on', () => {
    const rows = atOnce(
      stability(
        basisOf([
          [0.5, 0.5, 1],
          [0.6, 0.6, 0.6],
        ]),
        asked,
      ),
    );
    expect(rows[0]).toMatchObject({
      applicationId: 'a0',
      rank: 1,
      withoutOne: { best: 1, worst: 2 },
      worstWithoutId: 'e2',
    });
  });

  it('draws the same for the same seed, otherwise for another', () => {
    const table = several(
      [given(0, 0, 0, 9), given(0, 0, 1, 2), given(1, 0, 0, 2), given(1, 0, 1, 9.5)],
      [1, 1],
    );
    const weights = [1, 1];
    const own = { method: 'mean' as const, isNormalised: false, weights };
    const found = atOnce(aggregate(table, own));
    const basis = { table, options: own, ranks: rankAll(table, found, weights) };
    const ask = (seed: number) => atOnce(stability(basis, { ...asked, seed }));
    expect(ask(7)).toEqual(ask(7));
    const shares = ask(7).map(({ shareWithin }) => shareWithin ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[0]).toBeGreaterThan(0.4);
    expect(shares[0]).toBeLessThan(1);
    expect(new Set([1, 2, 3, 4, 5].map((seed) => ask(seed)[0]?.shareWithin)).size).toBeGreaterThan(
      1,
    );
  });
});
