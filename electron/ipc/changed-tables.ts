import type { EntityName } from '#domain/registry.ts';
import { entityNames, isEntityName } from '#domain/registry.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** Looking at more changes than that costs more than asking again for what has not changed. */
const MANY_CHANGES = 5000;

/**
 * Kinds of records that an operation touched, so that windows ask again only for what they show;
 * every kind after an operation of very many changes.
 */
export function changedTables(db: ReadableDb, operationId: string): EntityName[] {
  const rows = all<{ tbl: string; entries: number }>(
    db,
    sql`SELECT tbl, count(*) AS entries FROM
          (SELECT tbl FROM change WHERE operation_id = ${operationId} LIMIT ${MANY_CHANGES})
        GROUP BY tbl`,
  );
  const entries = rows.reduce((sum, row) => sum + row.entries, 0);
  if (entries === MANY_CHANGES) return [...entityNames];
  return rows.map(({ tbl }) => tbl).filter(isEntityName);
}
