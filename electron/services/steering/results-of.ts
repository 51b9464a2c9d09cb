import type { ObtainedResult } from '#contract/steering.views.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

interface Row {
  readonly objectiveId: string;
  readonly id: string;
  readonly title: string;
  readonly obtainedOn: string | null;
  readonly byId: string | null;
  readonly byTitle: string | null;
}

/**
 * What the objectives of a year led to: results that the chain joins to them at once or by way of
 * activities, however many. A result reached by several ways is told once, the shortest way first.
 */
export function resultsOfObjectives(
  db: ReadableDb,
  groupId: string,
  year: number,
): Map<string, ObtainedResult[]> {
  const rows = all<Row>(
    db,
    sql`WITH RECURSIVE walk(objective_id, at_id, at_table, by_id, steps) AS (
          SELECT k.from_id, k.to_id, k.to_table, NULL, 1 FROM chain_link k
            JOIN objective o ON o.id = k.from_id AND o.deleted_at IS NULL
             AND o.working_group_id = ${groupId} AND o.year = ${year}
            WHERE k.deleted_at IS NULL AND k.to_table IN ('activity', 'result')
          UNION
          SELECT w.objective_id, k.to_id, k.to_table, w.at_id, w.steps + 1
            FROM walk w JOIN activity a ON a.id = w.at_id AND a.deleted_at IS NULL
            JOIN chain_link k ON k.from_id = w.at_id AND k.deleted_at IS NULL
            WHERE w.at_table = 'activity' AND w.steps < 12
              AND k.to_table IN ('activity', 'result'))
        SELECT w.objective_id AS objectiveId, r.id, r.title, r.obtained_on AS obtainedOn,
               a.id AS byId, a.title AS byTitle
          FROM walk w JOIN result r ON r.id = w.at_id AND r.deleted_at IS NULL
          LEFT JOIN activity a ON a.id = w.by_id
         WHERE w.at_table = 'result'
         ORDER BY r.year, r.position, r.id, w.steps, a.id`,
  );
  const found = new Map<string, ObtainedResult[]>();
  for (const { objectiveId, id, title, obtainedOn, byId, byTitle } of rows) {
    const known = found.get(objectiveId) ?? [];
    if (known.some((one) => one.id === id)) continue;
    const by = byId === null ? null : { id: byId, label: byTitle ?? '' };
    found.set(objectiveId, [...known, { id, title, obtainedOn, by }]);
  }
  return found;
}
