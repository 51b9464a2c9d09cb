import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

const ids = (db: ReadableDb, query: Sql): string[] =>
  all<{ id: string }>(db, query).map(({ id }) => id);

/** Responses to the calls of a group that had come in by a day, in the order they came. */
export function applicationsReceivedBy(db: ReadableDb, groupId: string, day: string): string[] {
  return ids(
    db,
    sql`SELECT a.id FROM application a JOIN call_for_interest c ON c.id = a.call_id
        WHERE c.working_group_id = ${groupId} AND a.received_on <= ${day}
          AND a.deleted_at IS NULL AND c.deleted_at IS NULL
        ORDER BY a.received_on, a.label_key, a.id`,
  );
}

/** Needs stated in the surveys of a group by a day; those without a day count from the start. */
export function needsReceivedBy(db: ReadableDb, groupId: string, day: string): string[] {
  return ids(
    db,
    sql`SELECT n.id FROM need n JOIN needs_survey s ON s.id = n.survey_id
        WHERE s.working_group_id = ${groupId} AND (n.received_on IS NULL OR n.received_on <= ${day})
          AND n.deleted_at IS NULL AND s.deleted_at IS NULL
        ORDER BY n.received_on, n.label_key, n.id`,
  );
}

/** Sub-groups of a group at work on a day, in their order. */
export function subGroupsAtWorkOn(db: ReadableDb, groupId: string, day: string): string[] {
  return ids(
    db,
    sql`SELECT id FROM sub_group WHERE working_group_id = ${groupId} AND deleted_at IS NULL
          AND (started_on IS NULL OR started_on <= ${day})
          AND (ended_on IS NULL OR ended_on >= ${day})
        ORDER BY position, id`,
  );
}
