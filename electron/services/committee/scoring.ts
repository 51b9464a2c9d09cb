import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

import type { Author } from '../records.ts';
import type { StoreSession } from '../session.ts';
import { applicationsOfPhase, criteriaOf, membersOf, phaseOf, recusalsOf } from './phase.ts';

export interface ScoreRequest {
  readonly phaseId: Id<'phase'>;
  readonly evaluatorId: Id<'person'>;
  readonly applicationId: Id<'application'>;
  readonly criterionId: Id<'criterion'>;
  /** Null without abstention takes the score away. */
  readonly value: number | null;
  readonly isAbstention: boolean;
  /** Left out: the comment stays. */
  readonly comment?: string | null | undefined;
  readonly today: string;
}

/**
 * Writes one score, or takes it away.
 * @throws AppError `committee.recused`, `committee.outOfScale`, `committee.notInPhase`,
 *   `committee.notAMember`, `committee.unknownCriterion`
 */
export function scoreOne(
  session: StoreSession,
  { author }: Author,
  request: ScoreRequest,
): OperationResult<Id<'score'> | null> {
  const { reader } = session;
  const { number } = checkScore(reader, request);
  const { evaluatorId, applicationId, criterionId, value, isAbstention, comment } = request;
  const [newest, ...older] = listRecords(reader, 'score', {
    evaluatorId,
    applicationId,
    criterionId,
  }).toReversed();
  const reason = { key: 'scoreOne', params: { number } };
  return runOperation(session.writer(), { author, reason }, (operation) => {
    const at = new Date().toISOString();
    for (const { id } of older) operation.setDeleted('score', id, at);
    if (value === null && !isAbstention) {
      if (newest !== undefined) operation.setDeleted('score', newest.id, at);
      return null;
    }
    const values = {
      value: isAbstention ? null : value,
      isAbstention,
      ...(comment === undefined ? {} : { comment }),
    };
    if (newest === undefined) {
      return operation.insert('score', { evaluatorId, applicationId, criterionId, ...values });
    }
    operation.update('score', newest.id, values);
    return newest.id;
  });
}

function checkScore(db: ReadableDb, request: ScoreRequest): { readonly number: number } {
  const { evaluatorId, applicationId, criterionId, value, today } = request;
  const phase = phaseOf(db, request.phaseId);
  const criterion = criteriaOf(db, phase.id).find(({ id }) => id === criterionId);
  if (criterion === undefined) throw new AppError('committee.unknownCriterion');
  const application = applicationsOfPhase(db, phase).find(({ id }) => id === applicationId);
  if (application === undefined) throw new AppError('committee.notInPhase');
  const member = membersOf(db, phase, today).find(({ personId }) => personId === evaluatorId);
  if (member === undefined) throw new AppError('committee.notAMember');
  const { number } = application;
  const isRecused = recusalsOf(db, phase.callId).some(
    (one) => one.personId === evaluatorId && one.applicationId === applicationId,
  );
  if (isRecused) throw new AppError('committee.recused', { name: member.name, number });
  const { name, scaleMin, scaleMax } = criterion;
  if (value !== null && (value < scaleMin || value > scaleMax)) {
    throw new AppError('committee.outOfScale', { name, value, min: scaleMin, max: scaleMax });
  }
  return { number };
}

export interface SheetCell {
  readonly criterionId: string;
  readonly value: number | null;
  readonly isAbstention: boolean;
  readonly comment: string | null;
}

export interface SheetRow {
  readonly applicationId: string;
  readonly number: number;
  readonly title: string;
  readonly organisationName: string;
  readonly isRecused: boolean;
  readonly cells: readonly SheetCell[];
}

export interface SheetRequest {
  readonly phaseId: string;
  readonly evaluatorId: string;
  readonly applicationId?: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** What one member has said so far, application by application; for entry by hand. */
export function scoreSheet(
  db: ReadableDb,
  { phaseId, evaluatorId, applicationId = null, offset, limit }: SheetRequest,
): { readonly rows: SheetRow[]; readonly total: number } {
  const phase = phaseOf(db, phaseId);
  const criteria = criteriaOf(db, phaseId);
  const applications = applicationsOfPhase(db, phase).filter(
    ({ id }) => applicationId === null || id === applicationId,
  );
  const recused = new Set(
    recusalsOf(db, phase.callId)
      .filter(({ personId }) => personId === evaluatorId)
      .map(({ applicationId }) => applicationId),
  );
  const rows = applications.slice(offset, offset + limit).map((application): SheetRow => {
    const scores = new Map(
      listRecords(db, 'score', { evaluatorId, applicationId: application.id }).map((score) => [
        score.criterionId,
        score,
      ]),
    );
    return {
      applicationId: application.id,
      number: application.number,
      title: application.title,
      organisationName: application.organisationName,
      isRecused: recused.has(application.id),
      cells: criteria.map(({ id }) => cellOf(id, scores.get(id))),
    };
  });
  return { rows, total: applications.length };
}

function cellOf(criterionId: string, score: RecordOf<'score'> | undefined): SheetCell {
  return {
    criterionId,
    value: score?.value ?? null,
    isAbstention: score?.isAbstention ?? false,
    comment: score?.comment ?? null,
  };
}

/** The latest kit of a member in a phase, and what came back of it. */
export interface KitState {
  readonly kitId: string;
  readonly version: number;
  readonly madeAt: string;
  readonly returns: number;
  readonly lastTakenAt: string | null;
}

export function latestKits(db: ReadableDb, phaseId: string): Map<string, KitState> {
  const rows = all<KitState & { personId: string }>(
    db,
    sql`SELECT k.id AS kitId, k.evaluator_id AS personId, k.version, k.made_at AS madeAt,
               count(r.id) AS returns, max(r.taken_at) AS lastTakenAt
        FROM committee_kit k
        LEFT JOIN kit_return r ON r.kit_id = k.id AND r.deleted_at IS NULL
        WHERE k.phase_id = ${phaseId} AND k.deleted_at IS NULL
        GROUP BY k.id ORDER BY k.version, k.id`,
  );
  return new Map(rows.map(({ personId, ...state }) => [personId, state]));
}

/** The version that a member's next kit gets. */
export function nextVersion(db: ReadableDb, phaseId: string, evaluatorId: string): number {
  const row = one<{ last: number | null }>(
    db,
    sql`SELECT max(version) AS last FROM committee_kit
        WHERE phase_id = ${phaseId} AND evaluator_id = ${evaluatorId}`,
  );
  return (row?.last ?? 0) + 1;
}
