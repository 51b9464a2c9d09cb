import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { PlaceView, ReleasePreview } from '#contract/selection.channels.ts';
import type { Id } from '#domain/ids.ts';
import { decisionAt, gaugeOf, takesPart } from '#domain/pipeline.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { assertMethod, courseOfPhase, standingIn } from './course.ts';
import { assertOutcome, groundFor, nextRank } from './move.ts';
import { placeView } from './views.ts';

type PhaseCourse = ReturnType<typeof courseOfPhase>;
type Warning = ReleasePreview['warnings'][number];

/** Decisions of a phase that a release would fix. */
function provisionalOf({ phase, standings }: PhaseCourse) {
  return standings.filter(takesPart).flatMap(({ decisions }) => {
    const decision = decisionAt(decisions, phase.id);
    return decision === null || decision.isReleased ? [] : [decision];
  });
}

function warningsOf({ phase, phases, standings }: PhaseCourse): Warning[] {
  const { pending, kept, candidates, state, quotaMin } = gaugeOf(phase, standings);
  const before = new Set(phases.slice(0, phases.indexOf(phase)).map(({ id }) => id));
  const earlier = standings.filter(
    ({ place }) =>
      (place.kind === 'pending' || place.kind === 'decided') && before.has(place.phaseId ?? ''),
  ).length;
  const warnings: (Warning | null)[] = [
    pending > 0 ? { kind: 'pending', count: pending } : null,
    state === 'under' ? { kind: 'quotaUnder', count: kept } : null,
    state === 'over' ? { kind: 'quotaOver', count: kept } : null,
    quotaMin !== null && quotaMin > candidates
      ? { kind: 'quotaAboveCandidates', count: candidates }
      : null,
    earlier > 0 ? { kind: 'earlierPhasePending', count: earlier } : null,
  ];
  return warnings.filter((warning) => warning !== null);
}

/** What a release would fix, and what speaks against it. @throws DataError `record.notFound` */
export function previewRelease(
  db: ReadableDb,
  { phaseId }: ChannelRequest<'selection:previewRelease'>,
): ReleasePreview {
  const course = courseOfPhase(db, phaseId);
  const counts = new Map<ReleasePreview['released'][number]['outcome'], number>();
  for (const { outcome } of provisionalOf(course)) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return {
    phaseId,
    gauge: gaugeOf(course.phase, course.standings),
    released: [...counts].map(([outcome, count]) => ({ outcome, count })),
    warnings: warningsOf(course),
  };
}

/**
 * Fixes all that a phase has decided and not released yet; with its last phase, the call is released.
 * @throws AppError `selection.nothingToRelease`, `selection.releaseWarnings`, `selection.method…`
 */
export function release(
  session: StoreSession,
  { author }: Author,
  request: ChannelRequest<'selection:release'>,
): OperationResult<{ id: Id<'phaseRelease'>; released: number }> {
  const { phaseId, note, releasedById, acceptsWarnings } = request;
  const course = courseOfPhase(session.reader, phaseId);
  const { phase, phases, call } = course;
  assertMethod(phases);
  const decisions = provisionalOf(course);
  if (decisions.length === 0)
    throw new AppError('selection.nothingToRelease', { phase: phase.name });
  const warnings = warningsOf(course);
  if (warnings.length > 0 && !acceptsWarnings) {
    const { pending, kept } = gaugeOf(phase, course.standings);
    throw new AppError('selection.releaseWarnings', {
      phase: phase.name,
      pending,
      kept,
      warnings: warnings.map(({ kind }) => kind),
    });
  }
  const params = { phase: phase.name, count: decisions.length };
  const reason = { key: 'releasePhase', params };
  return runOperation(session.writer(), { author, reason }, (op) => {
    op.updateMany(
      'phaseDecision',
      decisions.map(({ id }) => id),
      { isReleased: true },
    );
    const releasedAt = new Date().toISOString();
    const id = op.insert('phaseRelease', { phaseId, releasedAt, releasedById, note });
    if (phases.at(-1)?.id === phaseId)
      op.update('callForInterest', call.id, { status: 'released' });
    return { id, released: decisions.length };
  });
}

/**
 * Changes a released decision and records the exception (« dérogation »). What later phases said
 * on the strength of the old outcome is put aside with it.
 * @throws AppError `selection.notReleased`, `selection.exceptionWithoutChange`, `selection.withdrawn`,
 *   `selection.duplicate`, `selection.outcomeImpossible`, `selection.exclusionReasonMissing`
 */
export function except(
  session: StoreSession,
  { author }: Author,
  request: ChannelRequest<'selection:except'>,
): OperationResult<{ id: Id<'decisionException'>; place: PlaceView }> {
  const { applicationId, phaseId, outcome, exclusionReasonId, statedById } = request;
  const course = courseOfPhase(session.reader, phaseId);
  const { phase, phases } = course;
  const standing = standingIn(course, applicationId);
  const { place } = standing;
  if (place.kind === 'withdrawn') throw new AppError('selection.withdrawn');
  if (place.kind === 'duplicate') throw new AppError('selection.duplicate');
  assertOutcome(session.reader, course, outcome, exclusionReasonId);
  if (outcome === 'excluded' && exclusionReasonId === null) {
    throw new AppError('selection.exclusionReasonMissing');
  }
  const decision = decisionAt(standing.decisions, phaseId);
  if (decision?.isReleased !== true) throw new AppError('selection.notReleased');
  if (decision.outcome === outcome) throw new AppError('selection.exceptionWithoutChange');
  const after = new Set(phases.slice(phases.indexOf(phase) + 1).map(({ id }) => id));
  const later = standing.decisions.filter((one) => after.has(one.phaseId)).map(({ id }) => id);
  const params = { number: standing.number, phase: phase.name };
  const reason = { key: 'exceptDecision', params };
  return runOperation(session.writer(), { author, reason }, (op) => {
    op.setDeletedMany('phaseDecision', later, new Date().toISOString());
    op.update('phaseDecision', decision.id, {
      outcome,
      exclusionReasonId: groundFor(outcome, exclusionReasonId),
      reason: request.reason,
      rank: outcome === 'reserve' ? nextRank(course, phaseId) : null,
    });
    const id = op.insert('decisionException', {
      phaseDecisionId: decision.id,
      fromOutcome: decision.outcome,
      toOutcome: outcome,
      reason: request.reason,
      statedAt: new Date().toISOString(),
      statedById,
    });
    const now = standingIn(courseOfPhase(op.db, phaseId), applicationId);
    return { id, place: placeView(phases, now.place) };
  });
}
