import type { ReadableDb } from '#sql/sql.ts';
import { all, column, sql } from '#sql/sql.ts';

/** Identifiers of minutes and of all their items, those put aside included. */
export function rowsOfMinutes(db: ReadableDb, minutesId: string): string[] {
  const items = column<string>(
    db,
    sql`SELECT id FROM minutes_item WHERE minutes_id = ${minutesId} ORDER BY id`,
  );
  return [minutesId, ...items];
}

/** Positions of agenda items, by identifier; those put aside included. */
export function positionsOf(db: ReadableDb, ids: readonly string[]): Map<string, number> {
  const rows = all<{ id: string; position: number }>(
    db,
    sql`SELECT id, position FROM agenda_item
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map(({ id, position }) => [id, position]));
}
