import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { Values } from '#sql/codec.ts';
import type { Row } from '#sql/codec.ts';
import { rowToRecord, searchTextOf, tableOf } from '#sql/codec.ts';
import { insertRows } from '#sql/insert-rows.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, name as identifier, one, run, runPrepared, sql } from '#sql/sql.ts';

import { idsIn } from './entries.ts';
import type { RowRange } from './rows.ts';

interface DocRow {
  readonly id: number;
  readonly row: string;
  readonly title: string;
  readonly body: string;
}

interface NewDoc {
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

/** Writes down what records are found by; `indexDocs` then makes them found. */
function addDocs(db: WritableDb, docs: readonly NewDoc[]): void {
  const rows = docs.flatMap(({ name, id, values }) => {
    const found = searchTextOf(name, values);
    return found === null ? [] : [[name, id, found.title, found.body]];
  });
  insertRows(db, sql`search_doc (tbl, row, title, body)`, rows);
}

/** Kinds of fields whose value is a text, and so may be searched. */
const WORDLESS: ReadonlySet<string> = new Set(['integer', 'number', 'boolean', 'json']);

/** The texts of these columns, joined as `textOf` joins them. */
function joined(name: EntityName, fields: readonly string[]): string {
  const { fields: declared } = entityOf(name);
  const texts = fields
    .filter((field) => !WORDLESS.has(declared[field]?.kind ?? 'json'))
    .map((field) => `nullif(${identifier(toColumn(field)).text}, '')`);
  return texts.length === 0 ? `''` : `concat_ws(' ', ${texts.join(', ')})`;
}

const copies = new Map<EntityName, string>();

function copyText(name: EntityName): string {
  const known = copies.get(name);
  if (known !== undefined) return known;
  const { label, searched } = entityOf(name);
  const text = `INSERT OR FAIL INTO search_doc (tbl, row, title, body)
    SELECT ?, id, title, body FROM (
      SELECT rowid AS place, id, ${joined(name, label)} AS title, ${joined(name, searched)} AS body
      FROM ${identifier(tableOf(name)).text} WHERE rowid BETWEEN ? AND ?)
    WHERE title <> '' OR body <> '' ORDER BY place`;
  copies.set(name, text);
  return text;
}

/** The same for records that were just written, without taking their words out of the store. */
export function addDocsOf(db: WritableDb, name: EntityName, { first, last }: RowRange): void {
  const { searched, fields } = entityOf(name);
  if (searched.some((field) => fields[field]?.isRich === true)) {
    const table = identifier(tableOf(name));
    const rows = all<Row>(
      db,
      sql`SELECT * FROM ${table} WHERE rowid BETWEEN ${first} AND ${last} ORDER BY rowid`,
    );
    addDocs(
      db,
      rows.map((row) => ({ name, id: String(row['id']), values: rowToRecord(name, row) })),
    );
    return;
  }
  runPrepared(db, copyText(name), [name, first, last]);
}

/** Entries indexed by one statement: more cost no less, and hold the process for longer. */
const DOCS_AT_ONCE = 500;

/** From so many entries on, the index puts off the merging of its parts. */
const MANY_DOCS = 5000;

/**
 * Parts of the index that wait before they are merged, and that are merged at once at the latest.
 * Merging sixteen at a time halves the work of a large fill, and it goes on little by little.
 */
const merging = {
  usual: { automerge: 4, crisismerge: 16 },
  large: { automerge: 16, crisismerge: 64 },
} as const;

function setMerging(
  db: WritableDb,
  { automerge, crisismerge }: Record<keyof typeof merging.usual, number>,
): void {
  // Literals: the index takes these settings as integers, which a bound number is not.
  db.raw.exec(
    `INSERT INTO search_index (search_index, rank) VALUES ('automerge', ${automerge});
     INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', ${crisismerge});`,
  );
}

/** Makes every entry after that place found, some at a time. Yields how many at each step. */
export function* indexDocs(db: WritableDb, after: number): Generator<number> {
  const last = lastDoc(db);
  const isLarge = last - after > MANY_DOCS;
  if (isLarge) setMerging(db, merging.large);
  for (let from = after; from < last; from += DOCS_AT_ONCE) {
    const to = Math.min(from + DOCS_AT_ONCE, last);
    run(
      db,
      sql`INSERT INTO search_index (rowid, title, body)
          SELECT id, title, body FROM search_doc WHERE id > ${from} AND id <= ${to}`,
    );
    yield to - from;
  }
  if (isLarge) setMerging(db, merging.usual);
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
  Array.from(indexDocs(db, before));
}
