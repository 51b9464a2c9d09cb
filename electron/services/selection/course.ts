import { AppError } from '#contract/errors.ts';
import type { Standing } from '#domain/pipeline.ts';
import { inOrder } from '#domain/pipeline.ts';
import type { EntityName, RecordOf } from '#domain/registry.ts';
import type { MethodProblem } from '#domain/selection-method.ts';
import { checkMethod } from '#domain/selection-method.ts';
import { getRecord } from '#repositories/records.repo.ts';
import type { AsOf, Phase } from '#repositories/selection.repo.ts';
import { phasesOf, standingsOf } from '#repositories/selection.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** A live record. @throws DataError `record.notFound` */
export function mustGet<N extends EntityName>(db: ReadableDb, table: N, id: string): RecordOf<N> {
  const record = getRecord(db, table, id);
  if (record === null) throw new DataError('record.notFound', { table, id });
  return record;
}

/** A call with its phases, and where each of its applications stands. */
export interface Course {
  readonly call: RecordOf<'callForInterest'>;
  readonly phases: readonly Phase[];
  readonly standings: readonly Standing[];
}

/** @throws DataError `record.notFound` */
export function courseOf(db: ReadableDb, callId: string, asOf?: AsOf): Course {
  const call = mustGet(db, 'callForInterest', callId);
  const phases = phasesOf(db, callId);
  return { call, phases, standings: standingsOf(db, callId, phases, asOf) };
}

/** The same from one of its phases. @throws DataError `record.notFound` */
export function courseOfPhase(db: ReadableDb, phaseId: string): Course & { readonly phase: Phase } {
  const { callId } = mustGet(db, 'phase', phaseId);
  const course = courseOf(db, callId);
  const phase = course.phases.find(({ id }) => id === phaseId);
  if (phase === undefined) throw new DataError('record.notFound', { table: 'phase', id: phaseId });
  return { ...course, phase };
}

/** Where one application of a course stands. @throws DataError `record.notFound` */
export function standingIn({ standings }: Course, id: string): Standing {
  const standing = standings.find((one) => one.id === id);
  if (standing === undefined) throw new DataError('record.notFound', { table: 'application', id });
  return standing;
}

const CODES = {
  empty: 'selection.methodEmpty',
  samePosition: 'selection.methodSamePosition',
  deadEnd: 'selection.methodDeadEnd',
  unreachable: 'selection.methodUnreachable',
} as const;

function isError(problem: MethodProblem): problem is MethodProblem & { kind: keyof typeof CODES } {
  return problem.severity === 'error';
}

/** Refuses a method that cannot be run. @throws AppError `selection.method…` naming the phase */
export function assertMethod(phases: readonly Phase[] | Parameters<typeof checkMethod>[0]): void {
  const problem = checkMethod(phases).find(isError);
  if (problem === undefined) return;
  const phase = inOrder(phases).find(({ id }) => id === problem.phaseId)?.name ?? '';
  throw new AppError(CODES[problem.kind], { phase });
}

/** The day on which something is recorded where nobody says. */
export const today = (): string => new Date().toISOString().slice(0, 10);
