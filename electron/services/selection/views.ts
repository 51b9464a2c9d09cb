import type { PhaseView, PlaceView, SelectionCard } from '#contract/selection.channels.ts';
import type { Place, Standing, StepDecision } from '#domain/pipeline.ts';
import { decisionAt, gaugeOf, outcomesOf, standingDecision } from '#domain/pipeline.ts';
import { departementNames } from '#domain/territory.ts';
import { groupBy } from '#journal/entries.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { CardRow, Phase } from '#repositories/selection.repo.ts';
import { cardRows, segmentRows, whyRows } from '#repositories/selection.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Course } from './course.ts';

/** A place with the name of its phase. */
export function placeView(phases: readonly Phase[], place: Place): PlaceView {
  const phaseId = 'phaseId' in place ? place.phaseId : null;
  return {
    kind: place.kind,
    phaseId,
    phaseName: phases.find(({ id }) => id === phaseId)?.name ?? null,
    outcome: 'outcome' in place ? place.outcome : null,
    rank: 'rank' in place ? place.rank : null,
  };
}

/** The phases of a call with their gauges. */
export function phaseViews(db: ReadableDb, { phases, standings }: Course): PhaseView[] {
  const releases = phases.map(({ id }) =>
    listRecords(db, 'phaseRelease', { phaseId: id }, ['releasedAt']),
  );
  const people = labelsOf(
    db,
    'person',
    releases.flat().flatMap(({ releasedById }) => releasedById ?? []),
  );
  const committees = labelsOf(
    db,
    'committee',
    phases.flatMap(({ committeeId }) => committeeId ?? []),
  );
  return phases.map((phase, index) => ({
    id: phase.id,
    position: phase.position,
    name: phase.name,
    description: phase.description,
    kind: phase.kind,
    deadlineOn: phase.deadlineOn,
    quotaMin: phase.quotaMin,
    quotaMax: phase.quotaMax,
    committeeId: phase.committeeId,
    committeeName: committees.get(phase.committeeId ?? '') ?? null,
    keptOutcome: phase.keptOutcome,
    otherOutcome: phase.otherOutcome,
    aggregation: phase.aggregation,
    normalisesSeverity: phase.normalisesSeverity,
    outcomes: outcomesOf(phases, phase),
    releases: (releases[index] ?? []).map(({ id, releasedAt, releasedById, note }) => ({
      id,
      releasedAt,
      releasedByName: people.get(releasedById ?? '') ?? null,
      note,
    })),
    gauge: gaugeOf(phase, standings),
  }));
}

export const departementName = (code: string | null): string | null =>
  code === null ? null : (departementNames[code] ?? null);

type CardBase = Omit<SelectionCard, 'rank' | 'isReleased' | 'hasException' | 'reason' | 'score'>;

/** What a card shows of an application whatever was decided. */
export function cardBase(row: CardRow, segments: CardBase['segments']): CardBase {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    departementCode: row.departementCode,
    departementName: departementName(row.departementCode),
    segments,
    maturity: row.maturity,
    receivedOn: row.receivedOn,
    isLate: row.isLate === 1,
    isComplete: row.isComplete === 1,
    isFictitious: row.isFictitious === 1,
    duplicateOfNumber: row.duplicateOfNumber,
    withdrawnOn: row.withdrawnOn,
  };
}

/** Scores by application, where they are asked for. */
export type Scores = ReadonlyMap<string, number | null>;

/** Cards of some applications, in the order in which they are given. */
export function cardsOf(
  db: ReadableDb,
  phases: readonly Phase[],
  standings: readonly Standing[],
  scores: Scores,
): SelectionCard[] {
  const ids = standings.map(({ id }) => id);
  const rows = cardRows(db, ids);
  const segments = groupBy(segmentRows(db, ids), ({ applicationId }) => applicationId);
  const shown = new Map<string, StepDecision | null>(
    standings.map((standing) => [standing.id, shownDecision(phases, standing)]),
  );
  const reasons = whyRows(
    db,
    [...shown.values()].flatMap((decision) => decision?.id ?? []),
  );
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const decision = shown.get(id) ?? null;
    const reason = reasons.get(decision?.id ?? '');
    const own = (segments.get(id) ?? []).map(({ id: segmentId, name }) => ({
      id: segmentId,
      name,
    }));
    return [
      {
        ...cardBase(row, own),
        rank: decision?.rank ?? null,
        isReleased: decision?.isReleased ?? false,
        hasException: reason?.hasException === 1,
        reason: reason?.why ?? null,
        score: scores.get(id) ?? null,
      },
    ];
  });
}

/** The decision that a card tells of: that of the column it stands in; none where it waits. */
function shownDecision(phases: readonly Phase[], { place, decisions }: Standing) {
  if (place.kind === 'pending') return null;
  return 'phaseId' in place
    ? decisionAt(decisions, place.phaseId)
    : standingDecision(phases, decisions);
}

export function exclusionReasonsOf(db: ReadableDb, callId: string) {
  return listRecords(db, 'exclusionReason', { callId }, ['position']).map(
    ({ id, position, code, title }) => ({ id, position, code, title }),
  );
}
