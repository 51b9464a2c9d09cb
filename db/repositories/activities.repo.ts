import type { Id } from '#domain/ids.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** A dated value of an indicator. */
export interface ValueRow {
  readonly measurementId: string;
  readonly indicatorName: string;
  readonly unit: string | null;
  readonly value: number;
  readonly isMinimum: number;
  readonly asOfOn: string;
  readonly note: string | null;
  readonly sourceTitle: string | null;
}

/** The value that a link of an activity leads to. */
export interface FigureRow extends ValueRow {
  readonly linkId: string;
}

export function figuresOf(db: ReadableDb, activityId: string): FigureRow[] {
  return all(
    db,
    sql`SELECT k.id AS linkId, m.id AS measurementId, i.name AS indicatorName, i.unit, m.value,
          m.is_minimum AS isMinimum, m.as_of_on AS asOfOn, m.note, s.title AS sourceTitle
        FROM chain_link k
        JOIN measurement m ON m.id = k.to_id AND m.deleted_at IS NULL
        JOIN indicator i ON i.id = m.indicator_id
        LEFT JOIN source_document s ON s.id = m.source_id AND s.deleted_at IS NULL
        WHERE k.from_table = 'activity' AND k.from_id = ${activityId}
          AND k.to_table = 'measurement' AND k.deleted_at IS NULL
        ORDER BY m.as_of_on, i.position, m.id`,
  );
}

/** The values of a group's indicators, the latest first. */
export function valuesOf(
  db: ReadableDb,
  { groupId, limit }: { readonly groupId: string; readonly limit: number },
): ValueRow[] {
  return all(
    db,
    sql`SELECT m.id AS measurementId, i.name AS indicatorName, i.unit, m.value,
          m.is_minimum AS isMinimum, m.as_of_on AS asOfOn, m.note, s.title AS sourceTitle
        FROM measurement m JOIN indicator i ON i.id = m.indicator_id AND i.deleted_at IS NULL
        LEFT JOIN source_document s ON s.id = m.source_id AND s.deleted_at IS NULL
        WHERE m.deleted_at IS NULL AND i.working_group_id = ${groupId}
        ORDER BY m.as_of_on DESC, i.position, m.id LIMIT ${limit}`,
  );
}

interface ChainRow {
  readonly linkId: string;
  readonly table: 'objective' | 'result';
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly position: number;
}

/** Objectives that an activity serves, and results that it led to. */
export function chainOf(db: ReadableDb, activityId: string): Omit<ChainRow, 'position'>[] {
  return all<ChainRow>(
    db,
    sql`SELECT k.id AS linkId, 'objective' AS "table", o.id, o.title, o.year, o.position
          FROM chain_link k JOIN objective o ON o.id = k.from_id AND o.deleted_at IS NULL
          WHERE k.from_table = 'objective' AND k.to_table = 'activity' AND k.to_id = ${activityId}
            AND k.deleted_at IS NULL
        UNION ALL
        SELECT k.id, 'result', r.id, r.title, r.year, r.position
          FROM chain_link k JOIN result r ON r.id = k.to_id AND r.deleted_at IS NULL
          WHERE k.from_table = 'activity' AND k.from_id = ${activityId} AND k.to_table = 'result'
            AND k.deleted_at IS NULL
        ORDER BY 2, 5, 6, 3`,
  ).map(({ linkId, table, id, title, year }) => ({ linkId, table, id, title, year }));
}

/** What was done under an agreement, by kind and date; undated last. */
export function doneUnder(
  db: ReadableDb,
  agreementId: Id<'agreement'>,
): {
  table: 'activity' | 'needsSurvey' | 'callForInterest' | 'objective';
  id: string;
  title: string;
  when: string | null;
  status: string | null;
}[] {
  return all(
    db,
    sql`SELECT * FROM (
          SELECT 'activity' AS "table", id, title, starts_on AS "when", status
            FROM activity WHERE agreement_id = ${agreementId} AND deleted_at IS NULL
          UNION ALL
          SELECT 'needsSurvey', id, title, opens_on, NULL
            FROM needs_survey WHERE agreement_id = ${agreementId} AND deleted_at IS NULL
          UNION ALL
          SELECT 'callForInterest', id, title, opens_on, status
            FROM call_for_interest WHERE agreement_id = ${agreementId} AND deleted_at IS NULL
          UNION ALL
          SELECT 'objective', id, title, CAST(year AS TEXT), status
            FROM objective WHERE agreement_id = ${agreementId} AND deleted_at IS NULL)
        ORDER BY "table", "when" IS NULL, "when", title, id`,
  );
}

/** The place after the last activity of a group. */
export function nextActivityPosition(db: ReadableDb, groupId: string): number {
  const [row] = all<{ position: number | null }>(
    db,
    sql`SELECT max(position) AS position FROM activity
        WHERE working_group_id = ${groupId} AND deleted_at IS NULL`,
  );
  return Math.min(1000, (row?.position ?? 0) + 1);
}
