import type { PhaseOutcome } from '#domain/pipeline.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

/** Whom a letter about an application goes to. */
export interface AddresseeRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly communeName: string | null;
  readonly organisationEmail: string | null;
}

/** The applications of a call with the postal address of their organisation, by application. */
export function addressees(db: ReadableDb, callId: string): Map<string, AddresseeRow> {
  const rows = all<AddresseeRow>(
    db,
    sql`SELECT a.id, a.number, a.title, g.id AS organisationId, g.name AS organisationName,
          g.address, g.postal_code AS postalCode, g.commune_name AS communeName,
          g.email AS organisationEmail
        FROM application a JOIN organisation g ON g.id = a.organisation_id
        WHERE a.call_id = ${callId} AND a.deleted_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface SpokespersonRow {
  readonly applicationId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
}

/** Who speaks for the applications of a call, each person once for each, its own contact first. */
export function spokespeople(db: ReadableDb, callId: string): SpokespersonRow[] {
  return all<SpokespersonRow>(
    db,
    sql`SELECT k.application_id AS applicationId, p.id AS personId,
          ${labelSql('person', 'p')} AS name, p.email
        FROM (SELECT a.id AS application_id, a.contact_person_id AS person_id, 1 AS main
              FROM application a WHERE a.call_id = ${callId} AND a.deleted_at IS NULL
              UNION ALL
              SELECT c.application_id, c.person_id, 0 FROM application_contact c
                JOIN application a ON a.id = c.application_id AND a.deleted_at IS NULL
              WHERE a.call_id = ${callId} AND c.deleted_at IS NULL) k
          JOIN person p ON p.id = k.person_id AND p.deleted_at IS NULL
        GROUP BY k.application_id, p.id ORDER BY k.application_id, max(k.main) DESC, p.label_key`,
  );
}

export interface DecisionGroundRow {
  readonly id: string;
  readonly exclusionTitle: string | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly decidedByName: string | null;
}

/** Why the decisions on a call's applications were taken, when and by whom, by decision. */
export function decisionGrounds(db: ReadableDb, callId: string): Map<string, DecisionGroundRow> {
  const rows = all<DecisionGroundRow>(
    db,
    sql`SELECT d.id, e.title AS exclusionTitle, d.reason, d.decided_on AS decidedOn,
          (SELECT ${labelSql('person', 'p')} FROM person p WHERE p.id = d.decided_by_id) AS decidedByName
        FROM phase_decision d JOIN application a ON a.id = d.application_id
          LEFT JOIN exclusion_reason e ON e.id = d.exclusion_reason_id
        WHERE a.call_id = ${callId} AND d.deleted_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface MadeLetterRow {
  readonly applicationId: string;
  readonly outcome: PhaseOutcome;
  readonly madeAt: string;
  readonly medium: 'letter' | 'email';
}

/** The letters and drafts made for a call's applications, the latest first. */
export function madeLetters(db: ReadableDb, callId: string): MadeLetterRow[] {
  return all<MadeLetterRow>(
    db,
    sql`SELECT l.application_id AS applicationId, l.outcome, l.made_at AS madeAt, l.medium
        FROM outcome_letter l JOIN application a ON a.id = l.application_id
        WHERE a.call_id = ${callId} AND l.deleted_at IS NULL
        ORDER BY l.made_at DESC, a.number, l.id`,
  );
}

export interface ExceptionRow {
  readonly phaseId: string;
  readonly number: number;
  readonly organisationName: string;
  readonly fromOutcome: PhaseOutcome;
  readonly toOutcome: PhaseOutcome;
  readonly reason: string;
  readonly statedAt: string;
  readonly statedByName: string | null;
}

/** The exceptions made to released decisions of a call, in the order in which they were stated. */
export function exceptionsOfCall(db: ReadableDb, callId: string): ExceptionRow[] {
  return all<ExceptionRow>(
    db,
    sql`SELECT d.phase_id AS phaseId, a.number, g.name AS organisationName,
          x.from_outcome AS fromOutcome, x.to_outcome AS toOutcome, x.reason,
          x.stated_at AS statedAt,
          (SELECT ${labelSql('person', 'p')} FROM person p WHERE p.id = x.stated_by_id) AS statedByName
        FROM decision_exception x JOIN phase_decision d ON d.id = x.phase_decision_id
          JOIN application a ON a.id = d.application_id AND a.deleted_at IS NULL
          JOIN organisation g ON g.id = a.organisation_id
        WHERE a.call_id = ${callId} AND x.deleted_at IS NULL ORDER BY x.stated_at, x.id`,
  );
}
