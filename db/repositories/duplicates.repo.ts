import { toColumn } from '#domain/entity.ts';
import type { DuplicateTable } from '#domain/duplicate.ts';
import type { EntityName } from '#domain/registry.ts';
import type { Row } from '#sql/codec.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, join, name as identifier, one, sql } from '#sql/sql.ts';

/** What of an actor is compared to find duplicates: its columns, its other names, its organisations. */
export interface ComparedActor {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly aliases: readonly string[];
  readonly organisationIds: readonly string[];
}

const COMPARED: Readonly<Record<DuplicateTable, readonly string[]>> = {
  organisation: [
    'name',
    'acronym',
    'kind',
    'parentId',
    'siren',
    'siret',
    'postalCode',
    'communeName',
    'website',
    'email',
    'phone',
  ],
  person: ['civility', 'givenName', 'familyName', 'email', 'phone'],
};

/** Kinds of records whose change may make or unmake duplicates of this kind. */
const comparedTables: Readonly<Record<DuplicateTable, readonly string[]>> = {
  organisation: ['organisation', 'alias', 'distinctPair', 'mergedRecord'],
  person: ['person', 'alias', 'affiliation', 'distinctPair', 'mergedRecord'],
};

function idsIn(ids: readonly string[]): Sql {
  return sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
}

function valuesById(db: ReadableDb, query: Sql): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, value } of all<{ id: string; value: string }>(db, query)) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [value]);
    else group.push(value);
  }
  return groups;
}

/** Live records after one identifier, in the order of identifiers: a table is read page by page. */
export function comparedActors(
  db: ReadableDb,
  table: DuplicateTable,
  page: { readonly after: string; readonly limit: number },
): ComparedActor[] {
  return readCompared(db, table, sql`id > ${page.after}`, page.limit);
}

/** Some live records, as they are compared. */
export function comparedActorsById(
  db: ReadableDb,
  table: DuplicateTable,
  ids: readonly string[],
): ComparedActor[] {
  return readCompared(db, table, sql`id IN (${idsIn(ids)})`, ids.length);
}

function readCompared(
  db: ReadableDb,
  table: DuplicateTable,
  which: Sql,
  limit: number,
): ComparedActor[] {
  const columns = COMPARED[table].map(
    (field): Sql => sql`${identifier(toColumn(field))} AS ${quoted(field)}`,
  );
  const rows = all<Row & { id: string }>(
    db,
    sql`SELECT id, ${join(columns)} FROM ${identifier(tableOf(table))}
        WHERE ${which} AND deleted_at IS NULL ORDER BY id LIMIT ${limit}`,
  );
  const ids = rows.map(({ id }) => id);
  const aliases = valuesById(
    db,
    sql`SELECT record_id AS id, name AS value FROM alias
        WHERE record_id IN (${idsIn(ids)}) AND deleted_at IS NULL`,
  );
  const organisations = valuesById(
    db,
    sql`SELECT person_id AS id, organisation_id AS value FROM affiliation
        WHERE person_id IN (${idsIn(table === 'person' ? ids : [])}) AND deleted_at IS NULL`,
  );
  return rows.map((values) => ({
    id: values.id,
    values,
    aliases: aliases.get(values.id) ?? [],
    organisationIds: organisations.get(values.id) ?? [],
  }));
}

function quoted(field: string): Sql {
  return { text: JSON.stringify(field), values: [] }; // a field name of the list above
}

export function countLive(db: ReadableDb, table: DuplicateTable): number {
  const row = one<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM ${identifier(tableOf(table))} WHERE deleted_at IS NULL`,
  );
  return row?.count ?? 0;
}

/** One text for a pair, whichever of the two is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Pairs that somebody judged to be different, each as `pairKey` gives it. */
export function distinctPairs(db: ReadableDb, table: DuplicateTable): Set<string> {
  const rows = all<{ first: string; second: string }>(
    db,
    sql`SELECT first_id AS first, second_id AS second FROM distinct_pair
        WHERE record_table = ${table} AND deleted_at IS NULL`,
  );
  return new Set(rows.map(({ first, second }) => pairKey(first, second)));
}

/** Those of the identifiers under which a live record stands. */
export function liveIdsAmong(
  db: ReadableDb,
  table: DuplicateTable,
  ids: readonly string[],
): Set<string> {
  const rows = all<{ id: string }>(
    db,
    sql`SELECT id FROM ${identifier(tableOf(table))}
        WHERE id IN (${idsIn(ids)}) AND deleted_at IS NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** A number that grows with every operation written here, whatever its own date says. */
export function lastOperationNumber(db: ReadableDb): number {
  return one<{ last: number | null }>(db, sql`SELECT max(rowid) AS last FROM operation`)?.last ?? 0;
}

/** Whether an operation after that number changed what duplicates of this kind are found by. */
export function hasChangedSince(db: ReadableDb, table: DuplicateTable, number: number): boolean {
  const found = one<{ found: number }>(
    db,
    sql`SELECT EXISTS (
          SELECT 1 FROM operation o JOIN change c ON c.operation_id = o.id
          WHERE o.rowid > ${number}
            AND c.tbl IN (SELECT value FROM json_each(${JSON.stringify(comparedTables[table])}))
        ) AS found`,
  );
  return found?.found === 1;
}

/** How many live rows of one table point to a record through one column. */
export function countReferrers(
  db: ReadableDb,
  { from, field }: { readonly from: EntityName; readonly field: string },
  id: string,
): number {
  const row = one<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM ${identifier(tableOf(from))}
        WHERE ${identifier(toColumn(field))} = ${id} AND deleted_at IS NULL`,
  );
  return row?.count ?? 0;
}
