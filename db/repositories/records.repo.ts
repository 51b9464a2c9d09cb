import { toColumn } from '#domain/entity.ts';
import type { EntityName, RecordOf } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { Row } from '#sql/codec.ts';
import { rowToRecord, tableOf } from '#sql/codec.ts';
import { wordPatterns } from '#sql/fold.ts';
import type { ReadableDb, Sql, SqlValue } from '#sql/sql.ts';
import { all, join, name as identifier, one, sql } from '#sql/sql.ts';

/** A live record by its identifier; null when absent or put aside. */
export function getRecord<N extends EntityName>(
  db: ReadableDb,
  name: N,
  id: string,
): RecordOf<N> | null {
  const row = one<Row>(
    db,
    sql`SELECT * FROM ${identifier(tableOf(name))} WHERE id = ${id} AND deleted_at IS NULL`,
  );
  return row === null ? null : rowToRecord(name, row);
}

/** A condition on one column; null asks for an empty column. */
export type Where = Readonly<Record<string, SqlValue | undefined>>;

function conditions(where: Where): Sql {
  const parts = Object.entries(where).flatMap(([field, value]) => {
    if (value === undefined) return [];
    const column = identifier(toColumn(field));
    return [value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`];
  });
  return join([sql`deleted_at IS NULL`, ...parts], ' AND ');
}

/**
 * Live records of one kind that meet the conditions. For short lists (a group's segments, a
 * meeting's items), never for registers, which are read page by page.
 */
export function listRecords<N extends EntityName>(
  db: ReadableDb,
  name: N,
  where: Where = {},
  orderBy: readonly string[] = [],
): RecordOf<N>[] {
  const order = [...orderBy.map((field) => identifier(toColumn(field))), sql`id`];
  return all<Row>(
    db,
    sql`SELECT * FROM ${identifier(tableOf(name))} WHERE ${conditions(where)} ORDER BY ${join(order)}`,
  ).map((row) => rowToRecord(name, row));
}

export function countRecords(db: ReadableDb, name: EntityName, where: Where = {}): number {
  const row = one<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM ${identifier(tableOf(name))} WHERE ${conditions(where)}`,
  );
  return row?.count ?? 0;
}

/** SQL that names a record of this kind, from columns of the given table alias. */
export function labelSql(name: EntityName, alias: string): Sql {
  const { label } = entityOf(name);
  if (label.length === 0) return sql`''`;
  const parts = label.map(
    (field) => sql`coalesce(${identifier(alias)}.${identifier(toColumn(field))}, '')`,
  );
  return sql`trim(${join(parts, " || ' ' || ")})`;
}

export interface LabelRow {
  readonly id: string;
  readonly label: string;
}

/** The names of some records of one kind, by identifier. */
export function labelsOf(
  db: ReadableDb,
  name: EntityName,
  ids: readonly string[],
): Map<string, string> {
  const labels = new Map<string, string>();
  const query = sql`SELECT x.id, ${labelSql(name, 'x')} AS label FROM ${identifier(tableOf(name))} x`;
  for (const id of new Set(ids)) {
    const row = one<LabelRow>(db, sql`${query} WHERE x.id = ${id}`);
    if (row !== null) labels.set(id, row.label);
  }
  return labels;
}

/** Live records of one kind whose name holds the text, best first: names that begin with it. */
export function findByLabel(
  db: ReadableDb,
  name: EntityName,
  text: string,
  limit: number,
): LabelRow[] {
  if (entityOf(name).label.length === 0) return [];
  const words = wordPatterns(text).map((pattern) => sql`x.label_key LIKE ${pattern} ESCAPE '\\'`);
  const atStart = (wordPatterns(text)[0] ?? '%').slice(1);
  return all<LabelRow>(
    db,
    sql`SELECT x.id, ${labelSql(name, 'x')} AS label FROM ${identifier(tableOf(name))} x
        WHERE ${join([sql`x.deleted_at IS NULL`, ...words], ' AND ')}
        ORDER BY x.label_key NOT LIKE ${atStart} ESCAPE '\\', x.label_key, x.id LIMIT ${limit}`,
  );
}
