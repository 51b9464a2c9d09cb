import type { ReadableDb } from '#sql/sql.ts';

import type { AggregationOptions } from './aggregate.ts';
import { aggregate } from './aggregate.ts';
import { KeptByVersion } from './load-scores.ts';
import type { RankingBasis, RankingOptions } from './ranking.ts';
import { rankingBasis } from './ranking.ts';
import { rankAll } from './ranks.ts';
import type { ScoreTable } from './score-table.ts';
import type { Steps } from './turns.ts';
import { inTurns } from './turns.ts';

export interface StabilityOptions extends RankingOptions {
  /** Ranks up to this one are within the quota. */
  readonly cut: number;
  /** How many times weights are drawn, and how far from their own at most (0.2 is ±20 %). */
  readonly draws: number;
  readonly spread: number;
  readonly seed: number;
}

export interface RankStability {
  readonly applicationId: string;
  readonly rank: number | null;
  /** Best and worst rank when any one member is left out. */
  readonly withoutOne: { readonly best: number; readonly worst: number } | null;
  /** The member without whom the rank is worst, or best: who the rank hangs on. */
  readonly worstWithoutId: string | null;
  readonly bestWithoutId: string | null;
  /** Best and worst rank over all draws of weights. */
  readonly drawn: { readonly best: number; readonly worst: number } | null;
  /** Share of the draws in which it is within the cut, from 0 to 1. */
  readonly shareWithin: number | null;
}

/** Mulberry32: the same draws for the same seed, on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lowest and highest rank of each application over several rankings; 0 for never ranked. */
class Extremes {
  readonly best: Uint32Array;
  readonly worst: Uint32Array;
  readonly bestOf: Int32Array;
  readonly worstOf: Int32Array;

  constructor(count: number) {
    this.best = new Uint32Array(count);
    this.worst = new Uint32Array(count);
    this.bestOf = new Int32Array(count).fill(-1);
    this.worstOf = new Int32Array(count).fill(-1);
  }

  add(rank: Uint32Array, by: number): void {
    for (const [a, own] of rank.entries()) {
      if (own === 0) continue;
      const best = this.best[a] ?? 0;
      if (best === 0 || own < best) {
        this.best[a] = own;
        this.bestOf[a] = by;
      }
      if (own > (this.worst[a] ?? 0)) {
        this.worst[a] = own;
        this.worstOf[a] = by;
      }
    }
  }

  of(a: number): { best: number; worst: number } | null {
    const [best, worst] = [this.best[a] ?? 0, this.worst[a] ?? 0];
    return best === 0 ? null : { best, worst };
  }
}

function* ranksWith(table: ScoreTable, options: AggregationOptions): Steps<Uint32Array> {
  const found = yield* aggregate(table, options);
  yield;
  return rankAll(table, found, options.weights).rank;
}

/** How ranks move when one member is left out, and when weights are a little different. */
export function* stability(
  { table, options, ranks }: Pick<RankingBasis, 'table' | 'options' | 'ranks'>,
  { cut, draws, spread, seed }: Pick<StabilityOptions, 'cut' | 'draws' | 'spread' | 'seed'>,
): Steps<RankStability[]> {
  const count = table.applications.length;
  const without = new Extremes(count);
  if (table.evaluators.length > 1) {
    for (let e = 0; e < table.evaluators.length; e += 1) {
      without.add(yield* ranksWith(table, { ...options, without: e }), e);
    }
  }
  const drawn = new Extremes(count);
  const within = new Uint32Array(count);
  const random = seededRandom(seed);
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = options.weights.map((weight) => weight * (1 + spread * (2 * random() - 1)));
    const rank = yield* ranksWith(table, { ...options, weights });
    drawn.add(rank, draw);
    for (const [a, own] of rank.entries()) {
      if (own > 0 && own <= cut) within[a] = (within[a] ?? 0) + 1;
    }
  }
  const memberAt = (at: number | undefined): string | null => table.evaluators[at ?? -1] ?? null;
  return [...ranks.order].map((a) => {
    const rank = ranks.rank[a] ?? 0;
    return {
      applicationId: table.applications[a]?.id ?? '',
      rank: rank === 0 ? null : rank,
      withoutOne: without.of(a),
      worstWithoutId: memberAt(without.worstOf[a]),
      bestWithoutId: memberAt(without.bestOf[a]),
      drawn: drawn.of(a),
      shareWithin: rank === 0 || draws === 0 ? null : (within[a] ?? 0) / draws,
    };
  });
}

const answers = new KeptByVersion<RankStability[]>(4);

/**
 * How firm the ranks of a phase are, best first; worked out in turns and kept while the store does
 * not change.
 * @throws DataError `record.notFound`; AppError `committee.noCriteria`, `committee.noWeight`
 */
export async function rankStability(
  db: ReadableDb,
  phaseId: string,
  asked: StabilityOptions,
): Promise<readonly RankStability[]> {
  const basis = await rankingBasis(db, phaseId, asked);
  const { cut, draws, spread, seed, signal } = asked;
  const key = JSON.stringify([phaseId, basis.options, cut, draws, spread, seed]);
  return answers.get(db, key, () =>
    inTurns(stability(basis, { cut, draws, spread, seed }), signal),
  );
}
