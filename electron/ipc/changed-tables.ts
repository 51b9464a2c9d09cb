import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** Kinds of records that an operation touched, so that windows ask again only for what they show. */
export function changedTables(db: ReadableDb, operationId: string): EntityName[] {
  const rows = all<{ tbl: string }>(
    db,
    sql`SELECT DISTINCT tbl FROM change WHERE operation_id = ${operationId}`,
  );
  return rows.map(({ tbl }) => tbl).filter(isEntityName);
}
