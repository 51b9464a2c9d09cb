import { ABSTAINED, MISSING, OUT_OF_SCALE, RECUSED } from './score-table.ts';
import type { ScoreTable } from './score-table.ts';
import type { Steps } from './turns.ts';

export type AggregationMethod = 'mean' | 'median';

export interface AggregationOptions {
  readonly method: AggregationMethod;
  /** Takes each member's severity out of their scores first. */
  readonly isNormalised: boolean;
  /** Weight of each criterion, in the table's order; none negative, not all zero. */
  readonly weights: readonly number[];
  /** A member whose scores are left out, by their place in the table. */
  readonly without?: number;
}

/** What the members said of each application, all from 0 to 1; NaN where nothing counts. */
export interface Aggregate {
  readonly method: AggregationMethod;
  readonly mean: Float64Array;
  readonly median: Float64Array;
  /** Sample standard deviation between members; NaN below two of them. */
  readonly deviation: Float64Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Members whose scores count. */
  readonly evaluators: Uint32Array;
  /** Mean of each criterion over members, application by application. */
  readonly criteria: Float64Array;
  readonly severity: Severity;
}

/** How each member scores beside the others, in the unit of the scale from 0 to 1. */
export interface Severity {
  /** Mean of (own total − mean of the others' totals) over applications in common: negative is severe. */
  readonly deviation: Float64Array;
  /** Applications that somebody else scored too. */
  readonly inCommon: Uint32Array;
  /** What normalisation takes off the member's totals; zeros without it. */
  readonly bias: Float64Array;
}

interface Totals {
  /** Member's weighted mean over the criteria that they scored; NaN for none. */
  readonly total: Float64Array;
  /** Share of the weight that those criteria have. */
  readonly coverage: Float64Array;
}

/** Applications worked on between two turns. */
const SLICE = 40;
const ROUNDS = 500;
const SETTLED = 1e-12;

/**
 * Puts the scores of a phase together.
 *
 * A member's total for an application is the weighted mean of the criteria that they scored; where
 * they left some out, its coverage is the share of the weight that is left. The mean over members is
 * weighted by coverage, which makes it the weighted mean of all scores given; the median is weighted
 * in the same way. Abstentions, missing scores and scores of recused members count nowhere.
 *
 * Normalisation removes an additive bias of each member: total = worth of the application + bias of
 * the member, fitted by least squares over all scores, biases adding up to nothing within each set
 * of members that applications in common link. Chosen rather than z-scores because members seldom
 * score the same applications: a member who was dealt better ones has a higher mean without being
 * lenient, and dividing by a spread over few applications would blow differences up.
 */
export function* aggregate(table: ScoreTable, options: AggregationOptions): Steps<Aggregate> {
  const totals = yield* totalsOf(table, options);
  const bias = options.isNormalised
    ? yield* biasesOf(table, totals)
    : new Float64Array(table.evaluators.length);
  const severity = yield* severityOf(table, totals, bias);
  return yield* combine(table, totals, severity, options);
}

function* totalsOf(table: ScoreTable, options: AggregationOptions): Steps<Totals> {
  const { applications, evaluators, criteria, values } = table;
  const { weights, without } = options;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const cells = applications.length * evaluators.length;
  const total = new Float64Array(cells).fill(Number.NaN);
  const coverage = new Float64Array(cells);
  for (let a = 0; a < applications.length; a += 1) {
    if (a % SLICE === 0) yield;
    for (let e = 0; e < evaluators.length; e += 1) {
      if (e === without) continue;
      const cell = a * evaluators.length + e;
      let sum = 0;
      let weight = 0;
      for (let c = 0; c < criteria.length; c += 1) {
        const value = values[cell * criteria.length + c] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        sum += value * (weights[c] ?? 0);
        weight += weights[c] ?? 0;
      }
      if (weight === 0) continue;
      total[cell] = sum / weight;
      coverage[cell] = weight / whole;
    }
  }
  return { total, coverage };
}

/** Least squares by turns: the worth of each application given the biases, then the other way round. */
function* biasesOf(table: ScoreTable, { total, coverage }: Totals): Steps<Float64Array> {
  const n = table.applications.length;
  const m = table.evaluators.length;
  const bias = new Float64Array(m);
  const links = new Links(m);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Float64Array(m);
    const weights = new Float64Array(m);
    for (let a = 0; a < n; a += 1) {
      if (a % SLICE === 0) yield;
      let sum = 0;
      let weight = 0;
      let one = -1;
      for (let e = 0; e < m; e += 1) {
        const at = a * m + e;
        const share = coverage[at] ?? 0;
        if (share === 0) continue;
        sum += share * ((total[at] ?? 0) - (bias[e] ?? 0));
        weight += share;
        if (round > 0) continue;
        if (one >= 0) links.join(one, e);
        one = e;
      }
      if (weight === 0) continue;
      const worth = sum / weight;
      for (let e = 0; e < m; e += 1) {
        const at = a * m + e;
        const share = coverage[at] ?? 0;
        sums[e] = (sums[e] ?? 0) + share * ((total[at] || 0) - worth);
        weights[e] = (weights[e] ?? 0) + share;
      }
    }
    const next = links.centred(sums.map((sum, e) => (weights[e] ? sum / (weights[e] ?? 1) : 0)));
    const change = next.reduce(
      (most, value, e) => Math.max(most, Math.abs(value - (bias[e] ?? 0))),
      0,
    );
    bias.set(next);
    if (change < SETTLED) break;
  }
  return bias;
}

/** Sets of members that applications in common link: between two sets nobody can compare. */
class Links {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, at) => at);
  }

  join(one: number, other: number): void {
    this.#parent[this.#root(one)] = this.#root(other);
  }

  /** Shifted so that they add up to nothing within each set. */
  centred(values: Float64Array): Float64Array {
    const sums = new Map<number, { sum: number; count: number }>();
    values.forEach((value, at) => {
      const set = sums.get(this.#root(at)) ?? { sum: 0, count: 0 };
      sums.set(this.#root(at), { sum: set.sum + value, count: set.count + 1 });
    });
    return values.map((value, at) => {
      const { sum, count } = sums.get(this.#root(at)) ?? { sum: 0, count: 1 };
      return value - sum / count;
    });
  }

  #root(at: number): number {
    let root = at;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    return root;
  }
}

function* severityOf(table: ScoreTable, { total }: Totals, bias: Float64Array): Steps<Severity> {
  const m = table.evaluators.length;
  const deviation = new Float64Array(m);
  const inCommon = new Uint32Array(m);
  for (let a = 0; a < table.applications.length; a += 1) {
    if (a % SLICE === 0) yield;
    let sum = 0;
    let count = 0;
    for (let e = 0; e < m; e += 1) {
      const own = total[a * m + e] ?? Number.NaN;
      if (Number.isNaN(own)) continue;
      sum += own;
      count += 1;
    }
    if (count < 2) continue;
    for (let e = 0; e < m; e += 1) {
      const own = total[a * m + e] ?? Number.NaN;
      if (Number.isNaN(own)) continue;
      deviation[e] = (deviation[e] ?? 0) + own - (sum - own) / (count - 1);
      inCommon[e] = (inCommon[e] ?? 0) + 1;
    }
  }
  return {
    deviation: deviation.map((sum, e) => (inCommon[e] ? sum / (inCommon[e] ?? 1) : Number.NaN)),
    inCommon,
    bias,
  };
}

function* combine(
  table: ScoreTable,
  { total, coverage }: Totals,
  severity: Severity,
  { method, without }: AggregationOptions,
): Steps<Aggregate> {
  const n = table.applications.length;
  const m = table.evaluators.length;
  const k = table.criteria.length;
  const blank = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  const found = {
    mean: blank(),
    median: blank(),
    deviation: blank(),
    lowest: blank(),
    highest: blank(),
  };
  const evaluators = new Uint32Array(n);
  const criteria = new Float64Array(n * k).fill(Number.NaN);
  for (let a = 0; a < n; a += 1) {
    if (a % SLICE === 0) yield;
    const given: Weighted[] = [];
    for (let e = 0; e < m; e += 1) {
      const weight = coverage[a * m + e] ?? 0;
      if (weight > 0) {
        given.push({ value: (total[a * m + e] ?? 0) - (severity.bias[e] ?? 0), weight });
      }
    }
    evaluators[a] = given.length;
    if (given.length === 0) continue;
    given.sort((x, y) => x.value - y.value);
    found.mean[a] = weightedMean(given);
    found.median[a] = weightedMedian(given);
    found.deviation[a] = sampleDeviation(given);
    found.lowest[a] = given[0]?.value ?? Number.NaN;
    found.highest[a] = given.at(-1)?.value ?? Number.NaN;
    for (let c = 0; c < k; c += 1) criteria[a * k + c] = criterionMean(table, a, c, without);
  }
  return { method, ...found, evaluators, criteria, severity };
}

function criterionMean(table: ScoreTable, a: number, c: number, without?: number): number {
  const m = table.evaluators.length;
  const k = table.criteria.length;
  let sum = 0;
  let count = 0;
  for (let e = 0; e < m; e += 1) {
    const value = table.values[(a * m + e) * k + c] ?? Number.NaN;
    if (e === without || Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

function weightedMean(given: readonly Weighted[]): number {
  let sum = 0;
  let weight = 0;
  for (const one of given) {
    sum += one.value * one.weight;
    weight += one.weight;
  }
  return sum / weight;
}

/** Of values in ascending order: where half the weight lies on either side. */
function weightedMedian(given: readonly Weighted[]): number {
  const half = given.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const [at, { value, weight }] of given.entries()) {
    below += weight;
    if (Math.abs(below - half) < 1e-12) return (value + (given[at + 1]?.value ?? value)) / 2;
    if (below > half) return value;
  }
  return given.at(-1)?.value ?? Number.NaN;
}

function sampleDeviation(given: readonly Weighted[]): number {
  if (given.length < 2) return Number.NaN;
  const mean = given.reduce((sum, { value }) => sum + value, 0) / given.length;
  const squares = given.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (given.length - 1));
}

/** How many cells of an application, or of a member, are in each state. */
export interface StateCounts {
  scored: number;
  abstained: number;
  missing: number;
  recused: number;
  outOfScale: number;
}

export function countStates(states: Iterable<number>): StateCounts {
  const counts: StateCounts = { scored: 0, abstained: 0, missing: 0, recused: 0, outOfScale: 0 };
  for (const state of states) {
    if (state === MISSING) counts.missing += 1;
    else if (state === ABSTAINED) counts.abstained += 1;
    else if (state === RECUSED) counts.recused += 1;
    else if (state === OUT_OF_SCALE) counts.outOfScale += 1;
    else counts.scored += 1;
  }
  return counts;
}
