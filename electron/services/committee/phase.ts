import { AppError } from '#contract/errors.ts';
import { periodContains } from '#domain/dates.ts';
import { decisionAt, takesPart } from '#domain/pipeline.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { phasesOf, standingsOf } from '#repositories/selection.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

export type Phase = RecordOf<'phase'>;
export type Criterion = RecordOf<'criterion'>;

/** @throws DataError `record.notFound` */
export function phaseOf(db: ReadableDb, id: string): Phase {
  const phase = getRecord(db, 'phase', id);
  if (phase === null) throw new DataError('record.notFound', { table: 'phase', id });
  return phase;
}

export function criteriaOf(db: ReadableDb, phaseId: string): Criterion[] {
  return listRecords(db, 'criterion', { phaseId }, ['position']);
}

/** An application that a phase decides on, with what lists show of it. */
export interface PhaseApplication {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/** Those who take part in a phase: whom it has decided on, or is to decide on. */
export function candidatesOf(db: ReadableDb, phase: Phase): Set<string> {
  const standings = standingsOf(db, phase.callId, phasesOf(db, phase.callId));
  return new Set(
    standings
      .filter(
        (one) =>
          takesPart(one) &&
          (decisionAt(one.decisions, phase.id) !== null ||
            (one.place.kind === 'pending' && one.place.phaseId === phase.id)),
      )
      .map(({ id }) => id),
  );
}

/**
 * The applications that a phase decides on, by number: those that it has decided on already, and
 * those that the phase before it sent on for good; without the withdrawn and the duplicates.
 */
export function applicationsOfPhase(
  db: ReadableDb,
  phase: Phase,
  candidates = candidatesOf(db, phase),
): PhaseApplication[] {
  return all<PhaseApplication>(
    db,
    sql`SELECT a.id, a.number, a.title, a.organisation_id AS organisationId, o.name AS organisationName
        FROM application a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.call_id = ${phase.callId} AND a.deleted_at IS NULL ORDER BY a.number, a.id`,
  ).filter(({ id }) => candidates.has(id));
}

/** A person who scores in a phase. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  /** The organisation that the mandate is held for. */
  readonly organisationId: string | null;
  /** False for someone who gave scores without being on the committee that day. */
  readonly isMember: boolean;
}

/** Those of a committee who score: not its secretariat. */
export function membersOf(db: ReadableDb, phase: Phase, day: string): Member[] {
  const { committeeId } = phase;
  const mandates =
    committeeId === null
      ? []
      : listRecords(db, 'mandate', { committeeId }).filter(
          ({ role, fromOn, toOn }) => role !== 'secretariat' && periodContains(fromOn, toOn, day),
        );
  const byPerson = new Map(mandates.map((mandate) => [mandate.personId as string, mandate]));
  const scored = scorersOf(db, phase.id).filter((id) => !byPerson.has(id));
  const names = labelsOf(db, 'person', [...byPerson.keys(), ...scored]);
  const member = (personId: string, isMember: boolean): Member => ({
    personId,
    name: names.get(personId) ?? '',
    organisationId: byPerson.get(personId)?.organisationId ?? null,
    isMember,
  });
  return [
    ...[...byPerson.keys()].map((id) => member(id, true)),
    ...scored.map((id) => member(id, false)),
  ].toSorted((x, y) => x.name.localeCompare(y.name, 'fr') || (x.personId < y.personId ? -1 : 1));
}

/** Whoever gave a score on a criterion of the phase, in the order of their identifiers. */
export function scorersOf(db: ReadableDb, phaseId: string): string[] {
  return all<{ id: string }>(
    db,
    sql`SELECT p.id FROM person p WHERE EXISTS (
          SELECT 1 FROM score s JOIN criterion c ON c.id = s.criterion_id
          WHERE s.evaluator_id = p.id AND s.deleted_at IS NULL
            AND c.phase_id = ${phaseId} AND c.deleted_at IS NULL)
        ORDER BY p.id`,
  ).map(({ id }) => id);
}

export interface RecusalRow {
  readonly id: string;
  readonly personId: string;
  readonly applicationId: string;
}

/** Recusals from applications of the call. */
export function recusalsOf(db: ReadableDb, callId: string): RecusalRow[] {
  return all<RecusalRow>(
    db,
    sql`SELECT r.id, r.person_id AS personId, r.application_id AS applicationId
        FROM recusal r JOIN application a ON a.id = r.application_id
        WHERE a.call_id = ${callId} AND r.deleted_at IS NULL AND a.deleted_at IS NULL`,
  );
}

/**
 * The weights to count with, in the order of the criteria: their own, or those tried out.
 * @throws AppError `committee.noCriteria`, `committee.noWeight` when they sum to nothing
 */
export function weightsOf(
  criteria: readonly { readonly id: string; readonly weight: number }[],
  tried: Readonly<Record<string, number>> = {},
): number[] {
  if (criteria.length === 0) throw new AppError('committee.noCriteria');
  const weights = criteria.map(({ id, weight }) => tried[id] ?? weight);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0) || !Number.isFinite(sum) || weights.some((weight) => weight < 0)) {
    throw new AppError('committee.noWeight');
  }
  return weights;
}
