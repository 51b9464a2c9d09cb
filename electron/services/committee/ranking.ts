import type { ReadableDb } from '#sql/sql.ts';

import type { Aggregate, AggregationMethod, AggregationOptions } from './aggregate.ts';
import { aggregate, countStates } from './aggregate.ts';
import { KeptByVersion, scoreTableOf } from './load-scores.ts';
import { phaseOf, weightsOf } from './phase.ts';
import type { Ranks, TieRule } from './ranks.ts';
import { rankAll, scoresOf } from './ranks.ts';
import type { ScoreTable } from './score-table.ts';
import { resultScale } from './score-table.ts';
import type { Steps } from './turns.ts';
import { inTurns } from './turns.ts';

/** How to rank; what is left out is as the phase says. */
export interface RankingOptions {
  readonly method?: AggregationMethod | undefined;
  readonly isNormalised?: boolean | undefined;
  /** Weights to try out instead of the criteria's own, by criterion. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RankedApplication {
  readonly applicationId: string;
  readonly number: number;
  /** On the result scale; null when nobody's scores count. */
  readonly score: number | null;
  /** From 1, equals sharing a rank; null without a score. */
  readonly rank: number | null;
  /** Applications on the same rank: the first of them. */
  readonly tiedWith: readonly string[];
  /**
   * Set when others have the same score: how many, the first of them, and what told it apart from
   * its neighbour (`none`: nothing did).
   */
  readonly tie: {
    readonly count: number;
    readonly equal: readonly string[];
    readonly rule: TieRule;
    readonly criterionId: string | null;
  } | null;
  readonly mean: number | null;
  readonly median: number | null;
  /** Members whose scores count. */
  readonly evaluators: number;
  /** Standard deviation between members, and their range; null below two of them. */
  readonly dispersion: number | null;
  readonly range: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Cells without a score, by why. */
  readonly abstentions: number;
  readonly missing: number;
  readonly recused: number;
  /** Mean of each criterion over members, on the criterion's own scale. */
  readonly criteria: readonly { readonly criterionId: string; readonly mean: number | null }[];
}

export interface PhaseRanking {
  /** Best first; those without a score at the end, by number. */
  readonly rows: readonly RankedApplication[];
  readonly scale: { readonly min: number; readonly max: number };
  readonly method: AggregationMethod;
  readonly isNormalised: boolean;
  readonly weights: Readonly<Record<string, number>>;
  /** Scores left out because their member is recused, or beyond the scale. */
  readonly ignored: { readonly recused: number; readonly outOfScale: number };
}

/** What rankings, stability and discussion are worked out from. */
export interface RankingBasis {
  readonly table: ScoreTable;
  readonly options: AggregationOptions;
  readonly found: Aggregate;
  readonly ranks: Ranks;
}

const bases = new KeptByVersion<RankingBasis>(8);
const rankings = new KeptByVersion<PhaseRanking>(8);

const keyOf = (phaseId: string, { method, isNormalised, weights }: AggregationOptions): string =>
  JSON.stringify([phaseId, method, isNormalised, weights]);

/** The phase's own way of ranking, with what is tried out instead. */
async function optionsOf(
  db: ReadableDb,
  phaseId: string,
  tried: RankingOptions,
): Promise<AggregationOptions> {
  const phase = phaseOf(db, phaseId);
  const table = await scoreTableOf(db, phaseId);
  return {
    method: tried.method ?? phase.aggregation,
    isNormalised: tried.isNormalised ?? phase.normalisesSeverity,
    weights: weightsOf(table.criteria, tried.weights),
  };
}

/**
 * Aggregates and ranks, in turns; kept while the store does not change.
 * @throws DataError `record.notFound`; AppError `committee.noCriteria`, `committee.noWeight`
 */
export async function rankingBasis(
  db: ReadableDb,
  phaseId: string,
  tried: RankingOptions = {},
): Promise<RankingBasis> {
  const options = await optionsOf(db, phaseId, tried);
  const table = await scoreTableOf(db, phaseId);
  tried.signal?.throwIfAborted();
  return bases.get(db, keyOf(phaseId, options), () => inTurns(basisOf(table, options)));
}

function* basisOf(table: ScoreTable, options: AggregationOptions): Steps<RankingBasis> {
  yield;
  const found = yield* aggregate(table, options);
  yield;
  const ranks = rankAll(table, found, options.weights);
  yield;
  return { table, options, found, ranks };
}

/**
 * The applications of a phase as its committee ranks them. Withdrawn ones are not among them.
 * @throws DataError `record.notFound`; AppError `committee.noCriteria`, `committee.noWeight`
 */
export async function rankPhase(
  db: ReadableDb,
  phaseId: string,
  tried: RankingOptions = {},
): Promise<PhaseRanking> {
  const basis = await rankingBasis(db, phaseId, tried);
  return rankings.get(db, keyOf(phaseId, basis.options), () => inTurns(present(basis)));
}

const ROWS_IN_A_TURN = 40;

/** Without the noise of binary fractions. */
const tidy = (value: number): number => Math.round(value * 1e9) / 1e9;

function* present(basis: RankingBasis): Steps<PhaseRanking> {
  const { table, options, found, ranks } = basis;
  const scale = resultScale(table.criteria);
  const size = scale.max - scale.min;
  const onScale = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : tidy(scale.min + value * size);
  const length = (value: number): number | null =>
    Number.isNaN(value) ? null : tidy(value * size);
  const scores = scoresOf(found);
  const cells = table.evaluators.length * table.criteria.length;
  const idOf = (at: number): string => table.applications[at]?.id ?? '';
  const onOneRank = sharedRanks(ranks);
  const rows: RankedApplication[] = [];
  for (const a of ranks.order) {
    if (rows.length % ROWS_IN_A_TURN === 0) yield;
    const application = table.applications[a];
    if (application === undefined) continue;
    const rank = ranks.rank[a] ?? 0;
    const tie = ranks.ties.get(a);
    const counts = countStates(table.states.subarray(a * cells, (a + 1) * cells));
    const several = (found.evaluators[a] ?? 0) > 1;
    rows.push({
      applicationId: application.id,
      number: application.number,
      score: onScale(scores[a]),
      rank: rank === 0 ? null : rank,
      tiedWith: others(onOneRank.get(rank) ?? [], a).map(idOf),
      tie:
        tie === undefined
          ? null
          : {
              count: tie.group.length - 1,
              equal: others(tie.group, a).map(idOf),
              rule: tie.rule,
              criterionId:
                tie.criterion === null ? null : (table.criteria[tie.criterion]?.id ?? null),
            },
      mean: onScale(found.mean[a]),
      median: onScale(found.median[a]),
      evaluators: found.evaluators[a] ?? 0,
      dispersion: length(found.deviation[a] ?? Number.NaN),
      range: several ? length((found.highest[a] ?? 0) - (found.lowest[a] ?? 0)) : null,
      lowest: onScale(found.lowest[a]),
      highest: onScale(found.highest[a]),
      abstentions: counts.abstained,
      missing: counts.missing,
      recused: counts.recused,
      criteria: table.criteria.map(({ id, scaleMin, scaleMax }, c) => {
        const mean = found.criteria[a * table.criteria.length + c] ?? Number.NaN;
        return {
          criterionId: id,
          mean: Number.isNaN(mean) ? null : tidy(scaleMin + mean * (scaleMax - scaleMin)),
        };
      }),
    });
  }
  return {
    rows,
    scale,
    method: options.method,
    isNormalised: options.isNormalised,
    weights: Object.fromEntries(table.criteria.map(({ id }, at) => [id, options.weights[at] ?? 0])),
    ignored: table.ignored,
  };
}

/** Applications by rank, where several share one. */
function sharedRanks({ order, rank }: Ranks): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const a of order) {
    const own = rank[a] ?? 0;
    if (own === 0) continue;
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [a]);
    else group.push(a);
  }
  return groups;
}

/** Equals that are named; beyond, a list of names tells nobody anything. */
const NAMED = 20;

function others(group: readonly number[], own: number): number[] {
  return group
    .slice(0, NAMED + 1)
    .filter((one) => one !== own)
    .slice(0, NAMED);
}
