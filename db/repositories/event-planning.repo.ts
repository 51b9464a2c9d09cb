import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** A need as matching looks at it, with whose it is. */
export interface NeedText {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly segmentId: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

export interface OfferText extends NeedText {
  readonly organisationId: string;
  readonly organisationName: string;
}

/** Needs of a census, or of all of them, with the buyers' names. */
export function needTexts(db: ReadableDb, surveyId: string | null): NeedText[] {
  return all(
    db,
    sql`SELECT n.id, n.title, n.description, n.segment_id AS segmentId,
          o.id AS organisationId, o.name AS organisationName
        FROM need n LEFT JOIN organisation o ON o.id = n.organisation_id AND o.deleted_at IS NULL
        WHERE n.deleted_at IS NULL AND (${surveyId} IS NULL OR n.survey_id = ${surveyId})
        ORDER BY n.id`,
  );
}

/**
 * Offers with their companies: those of an event, or all of them. One whose segment is not said has
 * that of its company, where the company has one only.
 */
export function offerTexts(db: ReadableDb, eventId: string | null): OfferText[] {
  return all(
    db,
    sql`SELECT f.id, f.title, f.description, o.id AS organisationId, o.name AS organisationName,
          coalesce(f.segment_id, (SELECT min(s.purchase_segment_id) FROM organisation_segment s
            WHERE s.organisation_id = o.id AND s.deleted_at IS NULL HAVING count(*) = 1)) AS segmentId
        FROM offer f JOIN organisation o ON o.id = f.organisation_id AND o.deleted_at IS NULL
        WHERE f.deleted_at IS NULL AND (${eventId} IS NULL OR o.id IN (
          SELECT p.organisation_id FROM meeting_participant p
            WHERE p.event_id = ${eventId} AND p.side = 'company' AND p.deleted_at IS NULL
          UNION SELECT s.organisation_id FROM stand s
            WHERE s.event_id = ${eventId} AND s.deleted_at IS NULL
          UNION SELECT a.organisation_id FROM pitch_slot h JOIN application a ON a.id = h.application_id
            WHERE h.event_id = ${eventId} AND h.deleted_at IS NULL))
        ORDER BY f.id`,
  );
}

/** What the selections of an event decided: the latest released or provisional word on each application. */
export interface SelectedApplication {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly title: string;
  readonly number: number;
  readonly outcome: 'pitch' | 'stand';
  readonly rank: number | null;
}

/** Applications of the event's calls that are to pitch or to hold a stand, in the order of the outcome. */
export function selectedApplications(db: ReadableDb, eventId: string): SelectedApplication[] {
  return all(
    db,
    sql`SELECT a.id AS applicationId, a.title, a.number, o.id AS organisationId,
          o.name AS organisationName, d.outcome, d.rank
        FROM call_for_interest c
        JOIN application a ON a.call_id = c.id AND a.deleted_at IS NULL
        JOIN organisation o ON o.id = a.organisation_id AND o.deleted_at IS NULL
        JOIN phase_decision d ON d.id = (
          SELECT e.id FROM phase_decision e JOIN phase p ON p.id = e.phase_id AND p.deleted_at IS NULL
          WHERE e.application_id = a.id AND e.deleted_at IS NULL
          ORDER BY p.position DESC, e.decided_on DESC, e.id DESC LIMIT 1)
        WHERE c.event_id = ${eventId} AND c.deleted_at IS NULL AND d.outcome IN ('pitch', 'stand')
          AND NOT EXISTS (SELECT 1 FROM withdrawal w
            WHERE w.application_id = a.id AND w.deleted_at IS NULL)
        ORDER BY d.outcome, d.rank IS NULL, d.rank, a.number, a.id`,
  );
}

/** A value of an indicator, with the document that states it. */
export interface DatedFigure {
  readonly measurementId: string;
  readonly indicatorName: string;
  readonly value: number;
  readonly unit: string | null;
  readonly isMinimum: number;
  readonly asOfOn: string;
  readonly note: string | null;
  readonly sourceTitle: string | null;
  readonly locator: string | null;
}

/** Values that a group's indicators were given for the days of an event: its attendance among them. */
export function figuresOfDays(
  db: ReadableDb,
  workingGroupId: string,
  { from, to }: { readonly from: string; readonly to: string },
): DatedFigure[] {
  return all(
    db,
    sql`SELECT m.id AS measurementId, i.name AS indicatorName, m.value, i.unit,
          m.is_minimum AS isMinimum, m.as_of_on AS asOfOn, m.note,
          s.title AS sourceTitle, c.locator
        FROM measurement m JOIN indicator i ON i.id = m.indicator_id AND i.deleted_at IS NULL
        LEFT JOIN citation c ON c.id = (SELECT min(x.id) FROM citation x
          WHERE x.record_table = 'measurement' AND x.record_id = m.id AND x.deleted_at IS NULL)
        LEFT JOIN source_document s ON s.id = coalesce(m.source_id, c.source_id) AND s.deleted_at IS NULL
        WHERE m.deleted_at IS NULL AND i.working_group_id = ${workingGroupId}
          AND m.as_of_on BETWEEN ${from} AND ${to}
        ORDER BY i.position, m.as_of_on, m.id`,
  );
}

/** An organisation that an event's other records name, and which side it would sit on. */
export interface LikelyParticipant {
  readonly organisationId: string;
  readonly side: 'buyer' | 'company';
}

/**
 * Who should take part in the meetings of an event and does not yet: buyers with a need in a census of
 * its group, companies with a pitch or a stand there, and whoever wishes or is wished for.
 */
export function likelyParticipants(db: ReadableDb, eventId: string): LikelyParticipant[] {
  return all(
    db,
    sql`WITH named (organisation_id, side) AS (
          SELECT n.organisation_id, 'buyer' FROM need n
            JOIN needs_survey s ON s.id = n.survey_id AND s.deleted_at IS NULL
            JOIN event e ON e.working_group_id = s.working_group_id
            WHERE e.id = ${eventId} AND n.organisation_id IS NOT NULL AND n.deleted_at IS NULL
          UNION ALL SELECT t.organisation_id, 'company' FROM stand t
            WHERE t.event_id = ${eventId} AND t.deleted_at IS NULL
          UNION ALL SELECT a.organisation_id, 'company' FROM pitch_slot h
            JOIN application a ON a.id = h.application_id
            WHERE h.event_id = ${eventId} AND h.deleted_at IS NULL
          UNION ALL SELECT b.buyer_id, 'buyer' FROM b2b_meeting b
            WHERE b.event_id = ${eventId} AND b.status <> 'cancelled' AND b.deleted_at IS NULL
          UNION ALL SELECT b.company_id, 'company' FROM b2b_meeting b
            WHERE b.event_id = ${eventId} AND b.status <> 'cancelled' AND b.deleted_at IS NULL
          UNION ALL SELECT o.id, o.kind FROM meeting_wish w
            JOIN organisation o ON o.id IN (w.from_organisation_id, w.to_organisation_id)
            WHERE w.event_id = ${eventId} AND w.deleted_at IS NULL AND o.kind IN ('buyer', 'company'))
        SELECT n.organisation_id AS organisationId, min(n.side) AS side FROM named n
        JOIN organisation o ON o.id = n.organisation_id AND o.deleted_at IS NULL
        WHERE NOT EXISTS (SELECT 1 FROM meeting_participant p
          WHERE p.event_id = ${eventId} AND p.organisation_id = n.organisation_id AND p.deleted_at IS NULL)
        GROUP BY n.organisation_id ORDER BY o.label_key, n.organisation_id`,
  );
}
