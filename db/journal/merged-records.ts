import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

/** Merges of merges are followed so far; a longer chain can only be a ring. */
const DEEPEST = 100;

/**
 * The record that stands for this one now: itself, or the one that it was merged into, or the one
 * that this in turn was merged into.
 */
export function keptIdOf(db: ReadableDb, id: string): string {
  const row = one<{ id: string }>(
    db,
    sql`WITH RECURSIVE step(id, depth) AS (
          SELECT ${id}, 0 UNION
          SELECT m.kept_id, depth + 1 FROM step JOIN merged_record m ON m.lost_id = step.id
          WHERE m.deleted_at IS NULL AND depth < ${DEEPEST}
        ) SELECT id FROM step ORDER BY depth DESC LIMIT 1`,
  );
  return row?.id ?? id;
}

/** Identifiers of all records that were merged into this one, directly or through others. */
export function lostIdsOf(db: ReadableDb, id: string): string[] {
  return all<{ id: string }>(
    db,
    sql`WITH RECURSIVE lost(id) AS (
          SELECT lost_id FROM merged_record WHERE kept_id = ${id} AND deleted_at IS NULL
          UNION SELECT m.lost_id FROM lost JOIN merged_record m ON m.kept_id = lost.id
          WHERE m.deleted_at IS NULL
        ) SELECT id FROM lost WHERE id <> ${id}`,
  ).map((row) => row.id);
}
