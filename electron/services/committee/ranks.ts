import type { Aggregate } from './aggregate.ts';
import type { ScoreTable } from './score-table.ts';

/** What told two applications of one score apart; `none` leaves them on one rank. */
export type TieRule = 'criterion' | 'otherMeasure' | 'none';

export interface Tie {
  /** Applications of the same score, itself among them. */
  readonly group: readonly number[];
  readonly rule: TieRule;
  /** For `criterion`: its place in the table. */
  readonly criterion: number | null;
}

/** Places of applications in the table, best first, and what follows from the order. */
export interface Ranks {
  readonly order: Uint32Array;
  /** From 1; equals share the first of their ranks. 0 for applications without a score. */
  readonly rank: Uint32Array;
  readonly ties: ReadonlyMap<number, Tie>;
}

/** Differences below this are rounding. */
const GRAIN = 1e9;

export function scoresOf({ method, mean, median }: Aggregate): Float64Array {
  return method === 'mean' ? mean : median;
}

interface Rule {
  readonly rule: TieRule;
  readonly criterion: number | null;
  /** Higher is better; what is not known is lowest. */
  readonly keys: Float64Array;
}

function keysOf(values: Float64Array, step = 1, offset = 0): Float64Array {
  return Float64Array.from({ length: values.length / step }, (_, at) => {
    const value = values[at * step + offset] ?? Number.NaN;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : Math.round(value * GRAIN);
  });
}

function rulesOf(table: ScoreTable, found: Aggregate, weights: readonly number[]): Rule[] {
  const byWeight = weights
    .map((weight, at) => ({ weight, at }))
    .filter(({ weight }) => weight > 0)
    .toSorted((x, y) => y.weight - x.weight || x.at - y.at);
  return [
    ...byWeight.map(({ at: criterion }): Rule => ({
      rule: 'criterion',
      criterion,
      keys: keysOf(found.criteria, table.criteria.length, criterion),
    })),
    {
      rule: 'otherMeasure',
      criterion: null,
      keys: keysOf(found.method === 'mean' ? found.median : found.mean),
    },
  ];
}

/**
 * Ranks by score; equals are told apart by the mean on the heaviest criterion, then on the next
 * heaviest and so on, then by the other measure (median beside mean), and otherwise stay equal.
 */
export function rankAll(table: ScoreTable, found: Aggregate, weights: readonly number[]): Ranks {
  const rules = rulesOf(table, found, weights);
  const scores = keysOf(scoresOf(found));
  const at = (keys: Float64Array, place: number): number => keys[place] ?? 0;
  const order = Uint32Array.from(table.applications, (_, place) => place).sort((a, b) => {
    if (at(scores, a) !== at(scores, b)) return at(scores, a) < at(scores, b) ? 1 : -1;
    for (const { keys } of rules) {
      if (at(keys, a) !== at(keys, b)) return at(keys, a) < at(keys, b) ? 1 : -1;
    }
    return (table.applications[a]?.number ?? 0) - (table.applications[b]?.number ?? 0) || a - b;
  });
  return ranked(order, scores, rules);
}

function ranked(order: Uint32Array, scores: Float64Array, rules: readonly Rule[]): Ranks {
  const rank = new Uint32Array(order.length);
  const ties = new Map<number, Tie>();
  const partingRule = (a: number, b: number): Rule | null =>
    rules.find(({ keys }) => keys[a] !== keys[b]) ?? null;
  for (let from = 0; from < order.length;) {
    const score = scores[order[from] ?? 0] ?? Number.NEGATIVE_INFINITY;
    if (score === Number.NEGATIVE_INFINITY) break;
    let to = from + 1;
    while (to < order.length && scores[order[to] ?? 0] === score) to += 1;
    const group = [...order.subarray(from, to)];
    for (const [at, one] of group.entries()) {
      const above = group[at - 1];
      const beside = above ?? group[at + 1];
      const parting = beside === undefined ? null : partingRule(one, beside);
      const isShared = above !== undefined && parting === null;
      rank[one] = isShared ? (rank[above] ?? 0) : from + at + 1;
      if (beside === undefined) continue;
      ties.set(one, {
        group,
        rule: parting?.rule ?? 'none',
        criterion: parting?.criterion ?? null,
      });
    }
    from = to;
  }
  return { order, rank, ties };
}
