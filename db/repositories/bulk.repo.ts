import type { EntityName, RecordOf } from '#domain/registry.ts';
import type { Row } from '#sql/codec.ts';
import { rowToRecord, tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

/** Live records of one kind by their identifiers, in the order asked; those that are gone are left out. */
export function recordsByIds<N extends EntityName>(
  db: ReadableDb,
  name: N,
  ids: readonly string[],
): RecordOf<N>[] {
  const rows = all<Row>(
    db,
    sql`SELECT x.* FROM json_each(${JSON.stringify(ids)}) wanted
          CROSS JOIN ${identifier(tableOf(name))} x ON x.id = wanted.value
        WHERE x.deleted_at IS NULL ORDER BY wanted.key`,
  );
  return rows.map((row) => rowToRecord(name, row));
}
