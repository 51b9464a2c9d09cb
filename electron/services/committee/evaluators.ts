import type { ReadableDb } from '#sql/sql.ts';

import type { StateCounts } from './aggregate.ts';
import { countStates } from './aggregate.ts';
import { membersOf, phaseOf, recusalsOf } from './phase.ts';
import type { RankingOptions } from './ranking.ts';
import { rankingBasis } from './ranking.ts';
import type { ScoreTable } from './score-table.ts';
import { resultScale } from './score-table.ts';
import type { KitState } from './scoring.ts';
import { latestKits } from './scoring.ts';

export interface EvaluatorProgress extends StateCounts {
  readonly personId: string;
  readonly name: string;
  readonly isMember: boolean;
  /** Cells that the member is asked for: applications × criteria, those they are recused from apart. */
  readonly expected: number;
  readonly recusals: number;
  /** Mean difference from the other members on applications in common; negative is severe. */
  readonly severity: number | null;
  readonly inCommon: number;
  /** What normalisation takes off; null without it. */
  readonly bias: number | null;
  readonly kit: KitState | null;
}

/**
 * How far each member is, and how they score beside the others.
 * @throws DataError `record.notFound`; AppError `committee.noCriteria`, `committee.noWeight`
 */
export async function evaluatorsOf(
  db: ReadableDb,
  phaseId: string,
  day: string,
  tried: RankingOptions = {},
): Promise<EvaluatorProgress[]> {
  const { table, options, found } = await rankingBasis(db, phaseId, tried);
  const phase = phaseOf(db, phaseId);
  const kits = latestKits(db, phaseId);
  const inPhase = new Set(table.applications.map(({ id }) => id));
  const recusals = recusalsOf(db, phase.callId).filter((one) => inPhase.has(one.applicationId));
  const { min, max } = resultScale(table.criteria);
  const k = table.criteria.length;
  return membersOf(db, phase, day).map(({ personId, name, isMember }) => {
    const e = table.evaluators.indexOf(personId);
    const own = new Set(
      recusals.filter((one) => one.personId === personId).map((one) => one.applicationId),
    ).size;
    const expected = (table.applications.length - own) * k;
    const counts =
      e < 0
        ? { ...countStates([]), missing: expected, recused: own * k }
        : countStates(statesOf(table, e));
    const severity = found.severity.deviation[e] ?? Number.NaN;
    return {
      personId,
      name,
      isMember,
      ...counts,
      expected,
      recusals: own,
      severity: Number.isNaN(severity) ? null : severity * (max - min),
      inCommon: found.severity.inCommon[e] ?? 0,
      bias: options.isNormalised && e >= 0 ? (found.severity.bias[e] ?? 0) * (max - min) : null,
      kit: kits.get(personId) ?? null,
    };
  });
}

function* statesOf({ applications, evaluators, criteria, states }: ScoreTable, e: number) {
  for (let a = 0; a < applications.length; a += 1) {
    const first = (a * evaluators.length + e) * criteria.length;
    for (let c = 0; c < criteria.length; c += 1) yield states[first + c] ?? 0;
  }
}
