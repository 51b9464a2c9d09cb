import type { buyerKinds } from '#domain/actor.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** An answer to a census as far as counting looks at it. */
export interface AnswerRow {
  readonly id: string;
  readonly organisationId: string | null;
  readonly buyerKind: (typeof buyerKinds)[number] | null;
  readonly segmentId: string | null;
  /** Where the buyer is; null where the answer names nobody. */
  readonly departementCode: string | null;
}

export function answersOf(db: ReadableDb, surveyId: string): AnswerRow[] {
  return all(
    db,
    sql`SELECT n.id, o.id AS organisationId, n.buyer_kind AS buyerKind,
          n.segment_id AS segmentId, o.departement_code AS departementCode
        FROM need n LEFT JOIN organisation o ON o.id = n.organisation_id AND o.deleted_at IS NULL
        WHERE n.deleted_at IS NULL AND n.survey_id = ${surveyId}
        ORDER BY n.received_on, n.id`,
  );
}

/** Buyers who were asked, by name. */
export function recipientsOf(
  db: ReadableDb,
  surveyId: string,
): { id: string; organisationId: string; name: string; askedOn: string }[] {
  return all(
    db,
    sql`SELECT r.id, o.id AS organisationId, o.name, r.asked_on AS askedOn
        FROM survey_recipient r JOIN organisation o ON o.id = r.organisation_id
        WHERE r.deleted_at IS NULL AND o.deleted_at IS NULL AND r.survey_id = ${surveyId}
        ORDER BY o.label_key, r.id`,
  );
}

/** Buyers whose name or acronym holds the text, by name. */
export function buyersOf(
  db: ReadableDb,
  { surveyId, text }: { readonly surveyId: string; readonly text: string },
): {
  id: string;
  name: string;
  buyerKind: AnswerRow['buyerKind'];
  askedOn: string | null;
  hasAnswered: number;
}[] {
  const words = foldText(text.trim());
  return all(
    db,
    sql`SELECT o.id, o.name, o.buyer_kind AS buyerKind,
          (SELECT max(r.asked_on) FROM survey_recipient r WHERE r.organisation_id = o.id
            AND r.survey_id = ${surveyId} AND r.deleted_at IS NULL) AS askedOn,
          EXISTS (SELECT 1 FROM need n WHERE n.organisation_id = o.id
            AND n.survey_id = ${surveyId} AND n.deleted_at IS NULL) AS hasAnswered
        FROM organisation o
        WHERE o.deleted_at IS NULL AND o.kind = 'buyer'
          AND instr(fold(o.name || ' ' || coalesce(o.acronym, '')), ${words}) > 0
        ORDER BY o.label_key, o.id`,
  );
}
