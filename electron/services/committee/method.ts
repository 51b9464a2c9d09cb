import type { ReadableDb } from '#sql/sql.ts';

import { applicationsOfPhase, criteriaOf, membersOf, phaseOf, recusalsOf } from './phase.ts';
import { scoresOf } from './ranks.ts';
import type { RankingOptions } from './ranking.ts';
import { rankingBasis } from './ranking.ts';
import { resultScale } from './score-table.ts';
import type { Wording } from './wording.ts';
import { numberInWords } from './wording.ts';

export interface MethodCriterion {
  readonly criterionId: string;
  readonly position: number;
  readonly name: string;
  readonly weight: number;
  /** Of the sum of weights, from 0 to 1; null when they sum to nothing. */
  readonly share: number | null;
  readonly scaleMin: number;
  readonly scaleMax: number;
}

export interface CommitteeMethod {
  readonly criteria: readonly MethodCriterion[];
  readonly quotaMin: number | null;
  readonly quotaMax: number | null;
  /** What was weighted how, in sentences; empty while nothing can be ranked. */
  readonly sentences: readonly string[];
  /** What stands in the way, or is worth knowing before a decision. */
  readonly obstacles: readonly string[];
}

/** How a phase ranks, in words for the minutes, and what stands in the way of it. */
export async function methodOf(
  db: ReadableDb,
  phaseId: string,
  day: string,
  tried: RankingOptions,
  w: Wording,
): Promise<CommitteeMethod> {
  const t = w.translate;
  const phase = phaseOf(db, phaseId);
  const own = criteriaOf(db, phaseId).map((one) => ({
    ...one,
    weight: tried.weights?.[one.id] ?? one.weight,
  }));
  const sum = own.reduce((all, { weight }) => all + weight, 0);
  const canRank = own.length > 0 && sum > 0 && own.every(({ weight }) => weight >= 0);
  const criteria = own.map(({ id, position, name, weight, scaleMin, scaleMax }) => ({
    criterionId: id,
    position,
    name,
    weight,
    share: sum > 0 ? weight / sum : null,
    scaleMin,
    scaleMax,
  }));
  const members = membersOf(db, phase, day).filter(({ isMember }) => isMember);
  const obstacles = [
    ...(own.length === 0 ? [t('committee:obstacle.noCriteria')] : []),
    ...(own.length > 0 && !canRank ? [t('committee:obstacle.noWeight')] : []),
    ...(phase.committeeId === null ? [t('committee:obstacle.noCommittee')] : []),
    ...(phase.committeeId !== null && members.length === 0
      ? [t('committee:obstacle.noMembers')]
      : []),
    ...(applicationsOfPhase(db, phase).length === 0
      ? [t('committee:obstacle.noApplications')]
      : []),
  ];
  const { quotaMin, quotaMax } = phase;
  if (!canRank) return { criteria, quotaMin, quotaMax, sentences: [], obstacles };
  const { table, options, found } = await rankingBasis(db, phaseId, tried);
  const unscored = scoresOf(found).filter((score) => Number.isNaN(score)).length;
  const silent = members.filter(({ personId }) => !table.evaluators.includes(personId));
  const inPhase = new Set(table.applications.map(({ id }) => id));
  const recusals = recusalsOf(db, phase.callId).filter((one) => inPhase.has(one.applicationId));
  const ignored = table.ignored.recused + table.ignored.outOfScale;
  const scaleInWords = ({ min, max }: { min: number; max: number }): string =>
    t('committee:kit.scale', { min: numberInWords(min, w), max: numberInWords(max, w) });
  const list = new Intl.ListFormat(w.language === 'fr' ? 'fr-FR' : 'en-GB').format(
    criteria.map(({ name, share, scaleMin, scaleMax }) =>
      t('committee:method.criterion', {
        name,
        share: numberInWords(100 * (share ?? 0), w),
        scale: scaleInWords({ min: scaleMin, max: scaleMax }),
      }),
    ),
  );
  const sentences = [
    t('committee:method.criteria', { list }),
    t(`committee:method.${options.method}`),
    t('committee:method.scale', { scale: scaleInWords(resultScale(table.criteria)) }),
    t('committee:method.gaps'),
    t(options.isNormalised ? 'committee:method.normalised' : 'committee:method.notNormalised'),
    t('committee:method.ties', { other: t(`committee:method.other.${options.method}`) }),
    t('committee:method.members', {
      count: table.evaluators.length,
      applications: table.applications.length - unscored,
    }),
    t('committee:method.recusals', { count: recusals.length }),
    ...(ignored > 0 ? [t('committee:method.ignored', { count: ignored })] : []),
  ];
  return {
    criteria,
    quotaMin,
    quotaMax,
    sentences,
    obstacles: [
      ...obstacles,
      ...silent.map(({ name }) => t('committee:obstacle.silentMember', { name })),
      ...(unscored > 0 && inPhase.size > 0
        ? [t('committee:obstacle.unscored', { count: unscored })]
        : []),
    ],
  };
}
