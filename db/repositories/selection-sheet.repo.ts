import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

/** How many applications of a call answered each of its questions. */
export function answerCounts(db: ReadableDb, callId: string): Map<string, number> {
  const rows = all<{ id: string; count: number }>(
    db,
    sql`SELECT q.id, count(DISTINCT a.id) AS count FROM call_question q
          JOIN application_answer r ON r.question_id = q.id AND r.deleted_at IS NULL
            AND r.value IS NOT NULL
          JOIN application a ON a.id = r.application_id AND a.deleted_at IS NULL
        WHERE q.call_id = ${callId} AND q.deleted_at IS NULL GROUP BY q.id`,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export interface AnswerRow {
  readonly questionId: string;
  readonly question: string;
  readonly kind: 'text' | 'number' | 'choice' | 'file';
  readonly isRequired: number;
  readonly value: string | null;
}

/** Every question of the call with what an application answered, in the order of the questions. */
export function answersOf(db: ReadableDb, applicationId: string, callId: string): AnswerRow[] {
  return all<AnswerRow>(
    db,
    sql`SELECT q.id AS questionId, q.title AS question, q.kind, q.is_required AS isRequired,
          (SELECT r.value FROM application_answer r
           WHERE r.question_id = q.id AND r.application_id = ${applicationId}
             AND r.deleted_at IS NULL ORDER BY r.id DESC LIMIT 1) AS value
        FROM call_question q WHERE q.call_id = ${callId} AND q.deleted_at IS NULL
        ORDER BY q.position, q.id`,
  );
}

export interface ContactRow {
  readonly personId: string;
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isMain: number;
}

/** Who speaks for an application, each person once, its own contact first. */
export function contactsOf(db: ReadableDb, applicationId: string): ContactRow[] {
  return all<ContactRow>(
    db,
    sql`SELECT p.id AS personId, ${labelSql('person', 'p')} AS name, max(k.role) AS role, p.email, p.phone,
          max(k.main) AS isMain
        FROM (SELECT contact_person_id AS person_id, NULL AS role, 1 AS main FROM application
              WHERE id = ${applicationId}
              UNION ALL
              SELECT person_id, role, 0 FROM application_contact
              WHERE application_id = ${applicationId} AND deleted_at IS NULL) k
          JOIN person p ON p.id = k.person_id AND p.deleted_at IS NULL
        GROUP BY p.id ORDER BY isMain DESC, p.label_key`,
  );
}

export interface OfferRow {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly segmentName: string | null;
  readonly isMarketed: number;
}

export function offersOf(db: ReadableDb, applicationId: string): OfferRow[] {
  return all<OfferRow>(
    db,
    sql`SELECT o.id, o.title, o.description, o.is_marketed AS isMarketed,
          (SELECT s.name FROM purchase_segment s WHERE s.id = o.segment_id) AS segmentName
        FROM offer o WHERE o.application_id = ${applicationId} AND o.deleted_at IS NULL
        ORDER BY o.label_key, o.id`,
  );
}

export interface DecisionRow {
  readonly id: string;
  readonly phaseId: string;
  readonly phaseName: string;
  readonly outcome: 'nextPhase' | 'pitch' | 'stand' | 'reserve' | 'notRetained' | 'excluded';
  readonly exclusionReasonId: string | null;
  readonly exclusionReasonTitle: string | null;
  readonly reason: string | null;
  readonly rank: number | null;
  readonly decidedOn: string | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly isReleased: number;
}

/** What the phases decided of an application, in their order. */
export function decisionsOf(db: ReadableDb, applicationId: string): DecisionRow[] {
  return all<DecisionRow>(
    db,
    sql`SELECT d.id, d.phase_id AS phaseId, h.name AS phaseName, d.outcome,
          d.exclusion_reason_id AS exclusionReasonId, e.title AS exclusionReasonTitle,
          d.reason, d.rank, d.decided_on AS decidedOn, d.decided_by_id AS decidedById,
          (SELECT ${labelSql('person', 'p')} FROM person p WHERE p.id = d.decided_by_id) AS decidedByName,
          d.is_released AS isReleased
        FROM phase_decision d JOIN phase h ON h.id = d.phase_id AND h.deleted_at IS NULL
          LEFT JOIN exclusion_reason e ON e.id = d.exclusion_reason_id
        WHERE d.application_id = ${applicationId} AND d.deleted_at IS NULL
        ORDER BY h.position, d.id`,
  );
}

export interface NumberedRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** Applications that repeat this one. */
export function duplicatesOf(db: ReadableDb, applicationId: string): NumberedRow[] {
  return all<NumberedRow>(
    db,
    sql`SELECT id, number, title FROM application
        WHERE duplicate_of_id = ${applicationId} AND deleted_at IS NULL ORDER BY number, id`,
  );
}

/** Other applications of the same organisation, to any call. */
export function othersOf(
  db: ReadableDb,
  applicationId: string,
  organisationId: string,
): (NumberedRow & { readonly callTitle: string })[] {
  return all<NumberedRow & { readonly callTitle: string }>(
    db,
    sql`SELECT a.id, a.number, a.title, c.title AS callTitle FROM application a
          JOIN call_for_interest c ON c.id = a.call_id AND c.deleted_at IS NULL
        WHERE a.organisation_id = ${organisationId} AND a.id <> ${applicationId}
          AND a.deleted_at IS NULL ORDER BY a.received_on DESC, a.id`,
  );
}

export interface CriterionScoreRow {
  readonly criterionId: string;
  readonly name: string;
  readonly weight: number;
  readonly scaleMax: number;
  readonly mean: number | null;
  readonly scores: number;
  readonly abstentions: number;
}

/** What was scored of an application, criterion by criterion; recused members are left out. */
export function criterionScores(db: ReadableDb, applicationId: string): CriterionScoreRow[] {
  return all<CriterionScoreRow>(
    db,
    sql`SELECT k.id AS criterionId, k.name, k.weight, k.scale_max AS scaleMax, avg(s.value) AS mean,
          count(s.value) AS scores, count(*) FILTER (WHERE s.is_abstention = 1) AS abstentions
        FROM application a JOIN phase h ON h.call_id = a.call_id AND h.deleted_at IS NULL
          JOIN criterion k ON k.phase_id = h.id AND k.deleted_at IS NULL
          LEFT JOIN score s ON s.criterion_id = k.id AND s.application_id = a.id
            AND s.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM recusal r
              WHERE r.application_id = a.id AND r.person_id = s.evaluator_id AND r.deleted_at IS NULL)
        WHERE a.id = ${applicationId}
        GROUP BY k.id ORDER BY h.position, k.position, k.id`,
  );
}
