import type { EntityName } from '#domain/registry.ts';
import type { Values } from '#sql/codec.ts';
import { searchTextOf } from '#sql/codec.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, one, run, sql } from '#sql/sql.ts';

import { idsIn, insertRows } from './entries.ts';

interface DocRow {
  readonly id: number;
  readonly row: string;
  readonly title: string;
  readonly body: string;
}

export interface NewDoc {
  readonly name: EntityName;
  readonly id: string;
  readonly values: Values;
}

/** A record whose entry may be out of date; `values` null takes it out of the search. */
export interface ChangedDoc {
  readonly name: EntityName;
  readonly id: string;
  readonly values: Values | null;
}

/** The place in the search after which new entries will stand. */
export function lastDoc(db: ReadableDb): number {
  return one<{ id: number | null }>(db, sql`SELECT max(id) AS id FROM search_doc`)?.id ?? 0;
}

/** Writes down what new records are found by; `indexDocs` then makes them found. */
export function addDocs(db: WritableDb, docs: readonly NewDoc[]): void {
  const rows = docs.flatMap(({ name, id, values }) => {
    const found = searchTextOf(name, values);
    return found === null ? [] : [[name, id, found.title, found.body]];
  });
  insertRows(db, sql`search_doc (tbl, row, title, body)`, rows);
}

/** Indexes every entry after that place in one statement: many at once cost half of one by one. */
export function indexDocs(db: WritableDb, after: number): void {
  run(
    db,
    sql`INSERT INTO search_index (rowid, title, body)
        SELECT id, title, body FROM search_doc WHERE id > ${after}`,
  );
}

function removeDocs(db: WritableDb, ids: readonly number[]): void {
  if (ids.length === 0) return;
  run(
    db,
    sql`INSERT INTO search_index (search_index, rowid, title, body)
        SELECT 'delete', id, title, body FROM search_doc WHERE id IN (${idsIn(ids)})`,
  );
  run(db, sql`DELETE FROM search_doc WHERE id IN (${idsIn(ids)})`);
}

/** Brings the entries of these records up to date. Each record is named once. */
export function reindex(db: WritableDb, records: readonly ChangedDoc[]): void {
  const known = new Map(
    all<DocRow>(
      db,
      sql`SELECT id, row, title, body FROM search_doc
          WHERE row IN (${idsIn(records.map(({ id }) => id))})`,
    ).map((doc) => [doc.row, doc]),
  );
  const outdated: number[] = [];
  const fresh: NewDoc[] = [];
  for (const { name, id, values } of records) {
    const found = values === null ? null : searchTextOf(name, values);
    const doc = known.get(id);
    if (doc !== undefined && doc.title === found?.title && doc.body === found.body) continue;
    if (doc !== undefined) outdated.push(doc.id);
    if (values !== null && found !== null) fresh.push({ name, id, values });
  }
  removeDocs(db, outdated);
  if (fresh.length === 0) return;
  const before = lastDoc(db);
  addDocs(db, fresh);
  indexDocs(db, before);
}
