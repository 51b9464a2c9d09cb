import type { ChannelRequest } from '#contract/channels.ts';
import type { RankedCandidate, WhatIf } from '#contract/selection.channels.ts';
import { balanceDimensions } from '#contract/selection.channels.ts';
import type { Standing } from '#domain/pipeline.ts';
import { decisionAt, quotaState, takesPart } from '#domain/pipeline.ts';
import type { Phase } from '#repositories/selection.repo.ts';
import { cardRows } from '#repositories/selection.repo.ts';
import type { RankedApplication } from '#services/committee/ranking.ts';
import { rankPhase } from '#services/committee/ranking.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { balanceLines, groupsBy } from './balance.ts';
import { courseOfPhase } from './course.ts';

type Request = ChannelRequest<'selection:whatIf'>;

/** Those who take part in a phase: they wait in it, or it has decided on them. */
function candidatesOf(phase: Phase, standings: readonly Standing[]): Map<string, Standing> {
  const taking = standings.filter((standing) => {
    const { place, decisions } = standing;
    const waits = place.kind === 'pending' && place.phaseId === phase.id;
    return takesPart(standing) && (waits || decisionAt(decisions, phase.id) !== null);
  });
  return new Map(taking.map((standing) => [standing.id, standing]));
}

/** Those kept by a least score, or else as many as there is room for; without a score nobody is. */
function keptBy(
  { threshold, quota }: Request,
  phase: Phase,
  keptNow: number,
  rows: readonly RankedApplication[],
): RankedApplication[] {
  const scored = rows.filter(({ score }) => score !== null);
  if (threshold !== null) return scored.filter(({ score }) => (score ?? threshold) >= threshold);
  return scored.slice(0, quota ?? phase.quotaMax ?? phase.quotaMin ?? keptNow);
}

/** Who would enter and leave, and how balanced the choice would be, compared with what is decided. */
export async function whatIf(
  db: ReadableDb,
  request: Request,
  signal?: AbortSignal,
): Promise<WhatIf> {
  const { phase, call, standings } = courseOfPhase(db, request.phaseId);
  const ranking = await rankPhase(db, phase.id, {
    method: request.aggregation ?? undefined,
    isNormalised: request.normalises ?? undefined,
    weights: request.weights,
    signal,
  });
  const candidates = candidatesOf(phase, standings);
  const rows = ranking.rows.filter(({ applicationId }) => candidates.has(applicationId));
  const keptNow = new Set(
    [...candidates.values()]
      .filter(({ decisions }) => decisionAt(decisions, phase.id)?.outcome === phase.keptOutcome)
      .map(({ id }) => id),
  );
  const keptRows = keptBy(request, phase, keptNow.size, rows);
  const kept = new Set(keptRows.map(({ applicationId }) => applicationId));
  const cards = cardRows(db, [...candidates.keys()]);
  const ranked = rows.map((row): RankedCandidate => {
    const card = cards.get(row.applicationId);
    const decisions = candidates.get(row.applicationId)?.decisions ?? [];
    const decision = decisionAt(decisions, phase.id);
    return {
      id: row.applicationId,
      number: row.number,
      title: card?.title ?? '',
      organisationName: card?.organisationName ?? '',
      rank: row.rank,
      score: row.score,
      dispersion: row.dispersion,
      evaluators: row.evaluators,
      tiedWith: [...row.tiedWith],
      outcome: decision?.outcome ?? null,
      isReleased: decision?.isReleased ?? false,
      wouldBeKept: kept.has(row.applicationId),
    };
  });
  const last = keptRows.at(-1);
  const first = rows.find(({ applicationId }) => !kept.has(applicationId));
  const isCutThrough = last !== undefined && first !== undefined && first.rank === last.rank;
  return {
    phaseId: phase.id,
    scale: { ...ranking.scale },
    entering: ranked.filter(({ id, wouldBeKept }) => wouldBeKept && !keptNow.has(id)),
    leaving: ranked.filter(({ id, wouldBeKept }) => !wouldBeKept && keptNow.has(id)),
    ranking: ranked,
    kept: kept.size,
    keptNow: keptNow.size,
    tiedAtLimit: isCutThrough
      ? rows.filter(({ rank }) => rank === last.rank).map(({ applicationId }) => applicationId)
      : [],
    state: quotaState(phase, kept.size),
    balance: balanceDimensions.map((dimension) => ({
      dimension,
      lines: balanceLines(
        groupsBy(db, call.id, dimension),
        new Set(candidates.keys()),
        keptNow,
        kept,
      ),
    })),
  };
}
