import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { MovePreview, moveRefusals } from '#contract/selection.channels.ts';
import type { PhaseOutcome, Standing, StepDecision } from '#domain/pipeline.ts';
import { decisionAt, gaugeOf, outcomesOf, refusalOf, withDecision } from '#domain/pipeline.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord, RecordOf } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { cardRows } from '#repositories/selection.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Course } from './course.ts';
import { assertMethod, courseOfPhase, mustGet, today } from './course.ts';
import { placeView } from './views.ts';

type MoveRequest = ChannelRequest<'selection:previewMove'>;
type Decision = RecordOf<'phaseDecision'>;
type PhaseCourse = ReturnType<typeof courseOfPhase>;

/** One application of a move: what it is told now and what it would be told. */
interface Moved {
  readonly before: Standing;
  readonly after: Standing;
  /** What the phase says of it now. */
  readonly decision: Decision | null;
  /** Place on the reserve list; null for other outcomes. */
  readonly rank: number | null;
}

interface Plan {
  readonly moved: readonly Moved[];
  readonly unchanged: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: (typeof moveRefusals)[number] }[];
  readonly missing: MovePreview['missing'];
}

/** The rank that comes after all those of a phase's reserve list. */
export function nextRank({ standings }: Pick<Course, 'standings'>, phaseId: string): number {
  const ranks = standings.flatMap(({ decisions }) => {
    const decision = decisionAt(decisions, phaseId);
    return decision?.outcome === 'reserve' ? (decision.rank ?? 0) : [];
  });
  return ranks.reduce((most, rank) => Math.max(most, rank), 0) + 1;
}

/**
 * Refuses an outcome that the phase does not give, or a ground that is another call's.
 * @throws AppError `selection.outcomeImpossible`, `selection.otherCall`
 */
export function assertOutcome(
  db: ReadableDb,
  { phases, phase }: Pick<PhaseCourse, 'phases' | 'phase'>,
  outcome: PhaseOutcome,
  exclusionReasonId: string | null,
): void {
  if (!outcomesOf(phases, phase).includes(outcome)) {
    throw new AppError('selection.outcomeImpossible', { phase: phase.name, outcome });
  }
  if (exclusionReasonId === null) return;
  const { callId } = mustGet(db, 'exclusionReason', exclusionReasonId);
  if (callId !== phase.callId) throw new AppError('selection.otherCall');
}

function missingOf({ outcome, reason, exclusionReasonId }: MoveRequest): MovePreview['missing'] {
  if (outcome === 'excluded' && exclusionReasonId === null) return ['exclusionReason'];
  return outcome === 'notRetained' && reason === null ? ['reason'] : [];
}

/** What an outcome leaves of the ground and the reason: only those excluded have a ground. */
export const groundFor = <T>(outcome: PhaseOutcome, ground: T | null): T | null =>
  outcome === 'excluded' ? ground : null;

function saysTheSame(decision: Decision | null, request: MoveRequest): boolean {
  if (decision === null || request.outcome === null) {
    return decision === null && request.outcome === null;
  }
  return (
    decision.outcome === request.outcome &&
    decision.reason === request.reason &&
    decision.exclusionReasonId === groundFor(request.outcome, request.exclusionReasonId)
  );
}

function planMove(db: ReadableDb, course: PhaseCourse, request: MoveRequest): Plan {
  const { phase, phases, standings } = course;
  const { outcome } = request;
  if (outcome !== null) assertOutcome(db, course, outcome, request.exclusionReasonId);
  assertMethod(phases);
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const decisions = new Map(
    listRecords(db, 'phaseDecision', { phaseId: phase.id }).map((one) => [one.id as string, one]),
  );
  const moved: Moved[] = [];
  const unchanged: string[] = [];
  const refused: { id: string; why: (typeof moveRefusals)[number] }[] = [];
  let rank = nextRank(course, phase.id);
  for (const id of new Set(request.applicationIds)) {
    const before = byId.get(id);
    const why = before === undefined ? 'otherCall' : refusalOf(before, phase.id);
    if (before === undefined || why !== null) {
      refused.push({ id, why: why ?? 'otherCall' });
      continue;
    }
    const step = decisionAt(before.decisions, phase.id);
    const decision = decisions.get(step?.id ?? '') ?? null;
    if (saysTheSame(decision, request)) {
      unchanged.push(id);
      continue;
    }
    const keepsRank = outcome === 'reserve' && step?.outcome === 'reserve' && step.rank !== null;
    const given = outcome !== 'reserve' ? null : keepsRank ? step.rank : rank;
    if (outcome === 'reserve' && !keepsRank) rank += 1;
    const next: StepDecision | null =
      outcome === null
        ? null
        : { id: step?.id ?? '', phaseId: phase.id, outcome, rank: given, isReleased: false };
    moved.push({
      before,
      after: withDecision(phases, before, phase.id, next),
      decision,
      rank: given,
    });
  }
  return { moved, unchanged, refused, missing: missingOf(request) };
}

/** Who would change from what to what, who could not and why, and what it does to the quotas. */
export function previewMove(db: ReadableDb, request: MoveRequest): MovePreview {
  const course = courseOfPhase(db, request.phaseId);
  const { phases, standings } = course;
  const plan = planMove(db, course, request);
  const rows = cardRows(db, [
    ...plan.moved.map(({ before }) => before.id),
    ...plan.refused.map(({ id }) => id),
  ]);
  const named = (id: string) => {
    const row = rows.get(id);
    return {
      id,
      number: row?.number ?? 0,
      title: row?.title ?? '',
      organisationName: row?.organisationName ?? '',
    };
  };
  const afterwards = new Map(plan.moved.map(({ after }) => [after.id, after]));
  const after = standings.map((standing) => afterwards.get(standing.id) ?? standing);
  const gauges = phases
    .map((phase) => ({
      phaseId: phase.id,
      phaseName: phase.name,
      before: gaugeOf(phase, standings),
      after: gaugeOf(phase, after),
    }))
    .filter(
      (gauge) =>
        gauge.phaseId === request.phaseId ||
        gauge.before.candidates !== gauge.after.candidates ||
        gauge.before.pending !== gauge.after.pending,
    );
  return {
    changed: plan.moved.map((one) => ({
      ...named(one.before.id),
      from: placeView(phases, one.before.place),
      to: placeView(phases, one.after.place),
    })),
    unchanged: [...plan.unchanged],
    refused: plan.refused.map(({ id, why }) => ({ ...named(id), why })),
    gauges,
    missing: plan.missing,
  };
}

function assertComplete(missing: MovePreview['missing']): void {
  if (missing.includes('exclusionReason')) throw new AppError('selection.exclusionReasonMissing');
  if (missing.includes('reason')) throw new AppError('selection.reasonMissing');
}

function assertNoneRefused(db: ReadableDb, { refused }: Plan): void {
  if (refused.length === 0) return;
  const numbers = [
    ...cardRows(
      db,
      refused.slice(0, NAMED).map(({ id }) => id),
    ).values(),
  ];
  throw new AppError('selection.movesRefused', {
    count: refused.length,
    numbers: `${numbers.map(({ number }) => number).join(', ')}${refused.length > NAMED ? '…' : ''}`,
    refusals: [...new Set(refused.map(({ why }) => why))],
  });
}

const NAMED = 20;

/** Writes what a plan says: one decision per application and phase, whatever was there. */
function apply(op: Operation, { phase }: PhaseCourse, request: MoveRequest, plan: Plan): void {
  const { outcome } = request;
  const replaced = plan.moved.flatMap(({ before, decision }) =>
    before.decisions
      .filter(
        ({ phaseId, id }) => phaseId === phase.id && (outcome === null || id !== decision?.id),
      )
      .map(({ id }) => id),
  );
  op.setDeletedMany('phaseDecision', replaced, new Date().toISOString());
  if (outcome === null) return;
  const said = {
    outcome,
    exclusionReasonId: groundFor(outcome, request.exclusionReasonId),
    reason: request.reason,
    decidedOn: request.decidedOn ?? today(),
    decidedById: request.decidedById,
  };
  op.updateEach(
    'phaseDecision',
    plan.moved.flatMap(({ decision, rank }) =>
      decision === null ? [] : [{ id: decision.id, patch: { ...said, rank } }],
    ),
  );
  op.insertMany(
    'phaseDecision',
    plan.moved.flatMap(({ before, decision, rank }): { values: NewRecord<'phaseDecision'> }[] =>
      decision === null
        ? [{ values: { ...said, rank, applicationId: before.id, phaseId: phase.id } }]
        : [],
    ),
  );
}

/**
 * Decides on applications, or takes decisions back, as one operation: all of them or none.
 * @throws AppError `selection.reasonMissing`, `selection.exclusionReasonMissing`,
 *   `selection.outcomeImpossible`, `selection.otherCall`, `selection.movesRefused`, `selection.method…`
 */
export function move(
  session: StoreSession,
  { author }: Author,
  request: ChannelRequest<'selection:move'>,
): OperationResult<{ changed: number; refused: number }> {
  const course = courseOfPhase(session.reader, request.phaseId);
  const plan = planMove(session.reader, course, request);
  assertComplete(plan.missing);
  if (!request.skipsRefused) assertNoneRefused(session.reader, plan);
  const params = { phase: course.phase.name, count: plan.moved.length };
  const reason =
    request.outcome === null
      ? { key: 'takeBackDecisions', params }
      : { key: 'decidePhase', params: { ...params, outcome: request.outcome } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    apply(op, course, request, plan);
    return { changed: plan.moved.length, refused: plan.refused.length };
  });
}

/** Gives the reserve list of a phase the order of the identifiers, which name all of it once. */
export function rerankReserve(
  session: StoreSession,
  { author }: Author,
  { phaseId, applicationIds }: ChannelRequest<'selection:rerank'>,
): OperationResult<void> {
  const course = courseOfPhase(session.reader, phaseId);
  const list = reserveOf(course, phaseId);
  const byId = new Map<string, Id<'phaseDecision'>>(list.map((one) => [one.id, one.decision.id]));
  const isPermutation =
    applicationIds.length === list.length &&
    new Set(applicationIds).size === list.length &&
    applicationIds.every((id) => byId.has(id));
  if (!isPermutation) throw new AppError('selection.reserveChanged');
  const reason = { key: 'rerankReserve', params: { phase: course.phase.name } };
  return runOperation(session.writer(), { author, reason }, (op) =>
    op.updateEach(
      'phaseDecision',
      applicationIds.flatMap((id, index) => {
        const decisionId = byId.get(id);
        return decisionId === undefined ? [] : [{ id: decisionId, patch: { rank: index + 1 } }];
      }),
    ),
  );
}

export interface Reserved {
  readonly id: string;
  readonly number: number;
  readonly decision: StepDecision;
}

/** Those who stand on the reserve list of a phase, the first to be called first. */
export function reserveOf({ standings }: Pick<Course, 'standings'>, phaseId: string): Reserved[] {
  return standings
    .flatMap(({ id, number, place, decisions }): Reserved[] => {
      const decision = decisionAt(decisions, phaseId);
      const stands = 'outcome' in place && place.outcome === 'reserve' && place.phaseId === phaseId;
      return stands && decision !== null ? [{ id, number, decision }] : [];
    })
    .toSorted(
      (a, b) =>
        (a.decision.rank ?? Number.MAX_SAFE_INTEGER) -
          (b.decision.rank ?? Number.MAX_SAFE_INTEGER) || a.number - b.number,
    );
}
