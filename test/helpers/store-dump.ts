import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

/** All that a store's file holds, table by table: to show that nothing of something is left. */
export function dumpOf(db: ReadableDb): Record<string, unknown[]> {
  const tables = all<{ name: string }>(
    db,
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name <> 'search_index' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [name, all(db, sql`SELECT * FROM ${identifier(name)} ORDER BY 1, 2`)]),
  );
}

/** The journal without what differs from one copy and one moment to another. */
export function journalOf(db: ReadableDb): unknown[] {
  return all(
    db,
    sql`SELECT c.scope, c.seq, c.tbl, c.row, c.col, c.op, c.value,
          json_array_length(c.parents) AS seen, o.author, o.reason, o.kind,
          (SELECT count(*) FROM operation e WHERE e.hlc < o.hlc) AS place
        FROM change c JOIN operation o ON o.id = c.operation_id ORDER BY c.scope, c.seq`,
  );
}
