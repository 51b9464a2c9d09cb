import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { labelSql } from '#repositories/records.repo.ts';
import { tableOf } from '#sql/codec.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

/** Records by the names under which cells speak of them, without case and accents. */
export interface Names {
  /** Identifiers of the records that go by this name: none, one, or several namesakes. */
  readonly find: (table: EntityName, text: string) => readonly string[];
  /** Makes a record known that the store does not hold yet. */
  readonly add: (table: EntityName, text: string, id: string) => void;
  /** A few names that exist, to tell what could have been meant. */
  readonly some: (table: EntityName, limit: number) => string[];
  /** Actors that go by this other name, apart from their own. */
  readonly aliased: (table: EntityName, text: string) => readonly string[];
}

interface NameRow {
  readonly id: string;
  readonly name: string | null;
}

function nameQueries(table: EntityName): Sql[] {
  const from = identifier(tableOf(table));
  const live = sql`FROM ${from} x WHERE x.deleted_at IS NULL`;
  const queries = [sql`SELECT x.id, ${labelSql(table, 'x')} AS name ${live}`];
  const { fields } = entityOf(table);
  if (fields['acronym'] !== undefined) {
    queries.push(sql`SELECT x.id, x.acronym AS name ${live} AND x.acronym IS NOT NULL`);
  }
  if (table === 'indicator') queries.push(sql`SELECT x.id, x.code AS name ${live}`);
  if (table === 'person') {
    queries.push(
      sql`SELECT x.id, x.family_name || ' ' || coalesce(x.given_name, '') AS name ${live}`,
    );
  }
  return queries;
}

function aliasQuery(table: EntityName): Sql {
  return sql`SELECT record_id AS id, name FROM alias
             WHERE record_table = ${table} AND deleted_at IS NULL`;
}

/** Reads the names of a kind of record when it is first asked about one. */
export function createNames(db: ReadableDb): Names {
  const tables = new Map<EntityName, Map<string, string[]>>();
  const aliases = new Map<EntityName, Map<string, string[]>>();

  function put(names: Map<string, string[]>, key: string, id: string): void {
    const ids = names.get(key);
    if (ids === undefined) names.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }

  function namesIn(table: EntityName): Map<string, string[]> {
    const known = tables.get(table);
    if (known !== undefined) return known;
    const names = new Map<string, string[]>();
    tables.set(table, names);
    for (const query of nameQueries(table)) {
      for (const { id, name } of all<NameRow>(db, query)) put(names, foldText(name ?? ''), id);
    }
    for (const [key, ids] of aliasesIn(table)) for (const id of ids) put(names, key, id);
    return names;
  }

  function aliasesIn(table: EntityName): Map<string, string[]> {
    const known = aliases.get(table);
    if (known !== undefined) return known;
    const names = new Map<string, string[]>();
    aliases.set(table, names);
    for (const { id, name } of all<NameRow>(db, aliasQuery(table))) {
      put(names, foldText(name ?? ''), id);
    }
    return names;
  }

  return {
    find: (table, text) => namesIn(table).get(foldText(text)) ?? [],
    add: (table, text, id) => put(namesIn(table), foldText(text), id),
    some: (table, limit) =>
      all<NameRow>(
        db,
        sql`SELECT x.id, ${labelSql(table, 'x')} AS name FROM ${identifier(tableOf(table))} x
            WHERE x.deleted_at IS NULL ORDER BY x.label_key LIMIT ${limit}`,
      ).map(({ name }) => name ?? ''),
    aliased: (table, text) => aliasesIn(table).get(foldText(text)) ?? [],
  };
}
