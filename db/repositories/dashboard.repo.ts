import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

export interface DatedFigure {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
  readonly value: number;
  readonly isMinimum: boolean;
  readonly asOfOn: string;
  readonly sourceLabel: string | null;
}

/** The latest value of each indicator on a day, with its own date and source. */
export function figuresOn(db: ReadableDb, day: string): DatedFigure[] {
  return all<Omit<DatedFigure, 'isMinimum'> & { isMinimum: number }>(
    db,
    sql`SELECT i.code AS key, i.name AS label, i.unit, m.value, m.is_minimum AS isMinimum,
          m.as_of_on AS asOfOn, s.title AS sourceLabel
        FROM indicator i
          JOIN measurement m ON m.id = (SELECT n.id FROM measurement n
            WHERE n.indicator_id = i.id AND n.deleted_at IS NULL AND n.as_of_on <= ${day}
            ORDER BY n.as_of_on DESC, n.id DESC LIMIT 1)
          LEFT JOIN source_document s ON s.id = m.source_id
        WHERE i.deleted_at IS NULL ORDER BY i.position, i.id`,
  ).map((row) => ({ ...row, isMinimum: row.isMinimum === 1 }));
}

/** The last day that any dated fact of the store speaks of; null in an empty store. */
export function lastKnownDay(db: ReadableDb): string | null {
  const row = one<{ day: string | null }>(
    db,
    sql`SELECT max(day) AS day FROM (
          SELECT max(as_of_on) AS day FROM measurement WHERE deleted_at IS NULL
          UNION ALL SELECT max(held_on) FROM meeting WHERE deleted_at IS NULL
          UNION ALL SELECT max(ends_on) FROM event WHERE deleted_at IS NULL
          UNION ALL SELECT max(starts_on) FROM event WHERE deleted_at IS NULL
          UNION ALL SELECT max(due_on) FROM action_item WHERE deleted_at IS NULL
          UNION ALL SELECT max(due_on) FROM milestone WHERE deleted_at IS NULL
          UNION ALL SELECT max(due_on) FROM deliverable WHERE deleted_at IS NULL)`,
  );
  return row?.day ?? null;
}

/**
 * Years of the group that can be reported on, latest first: those with results or dated facts, and
 * the current one once it has objectives. A coming year that only has objectives has no report yet.
 */
export function yearsOf(
  db: ReadableDb,
  groupId: string,
  currentYear = new Date().getFullYear(),
): number[] {
  const facts = sql`
    SELECT substr(m.as_of_on, 1, 4) AS year FROM measurement m JOIN indicator i ON i.id = m.indicator_id
      WHERE i.working_group_id = ${groupId} AND m.deleted_at IS NULL
    UNION SELECT substr(held_on, 1, 4) FROM meeting
      WHERE working_group_id = ${groupId} AND deleted_at IS NULL
    UNION SELECT substr(starts_on, 1, 4) FROM event
      WHERE working_group_id = ${groupId} AND deleted_at IS NULL
    UNION SELECT year FROM result WHERE working_group_id = ${groupId} AND deleted_at IS NULL
    UNION SELECT year FROM objective
      WHERE working_group_id = ${groupId} AND deleted_at IS NULL AND year = ${currentYear}`;
  return all<{ year: number }>(
    db,
    sql`SELECT DISTINCT CAST(year AS INTEGER) AS year FROM (${facts})
        WHERE year IS NOT NULL ORDER BY year DESC`,
  ).map((row) => row.year);
}

export interface FunnelStep {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/**
 * The funnel of a call, counted from its register on a day: the applications received by then, how
 * many each phase kept among those decided by then, and the stands.
 */
export function funnelOf(db: ReadableDb, callId: string, day: string): FunnelStep[] {
  const received =
    one<{ n: number }>(
      db,
      sql`SELECT count(*) AS n FROM application
          WHERE call_id = ${callId} AND deleted_at IS NULL AND received_on <= ${day}`,
    )?.n ?? 0;
  const phases = all<{ id: string; name: string; kept: number }>(
    db,
    sql`SELECT p.id, p.name, (SELECT count(*) FROM phase_decision d
            WHERE d.phase_id = p.id AND d.deleted_at IS NULL
              AND (d.decided_on IS NULL OR d.decided_on <= ${day})
              AND d.outcome = p.kept_outcome) AS kept
        FROM phase p WHERE p.call_id = ${callId} AND p.deleted_at IS NULL ORDER BY p.position`,
  );
  return [
    { key: 'received', label: '', count: received },
    ...phases.map(({ id, name, kept }) => ({ key: id, label: name, count: kept })),
  ];
}
