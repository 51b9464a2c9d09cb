import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { ReadableDb, Sql, SqlValue, WritableDb } from '#sql/sql.ts';
import { all, join, list, name as identifier, run, sql } from '#sql/sql.ts';
import type { Row, Values } from '#sql/codec.ts';
import { DELETED_AT, labelKeyOf, rowToRecord, tableOf, toSqlValue } from '#sql/codec.ts';
import type { RowInsert } from '#sql/insert-rows.ts';
import { insertInto, insertOf } from '#sql/insert-rows.ts';

import { idsIn } from './entries.ts';

/** How rows of one kind lie in their table, worked out once. */
interface Layout {
  readonly columns: readonly Sql[];
  /** `table (columns…)`. */
  readonly target: Sql;
  readonly insert: RowInsert;
  readonly fields: readonly { readonly field: string; readonly isEncoded: boolean }[];
  readonly hasLabel: boolean;
}

const layouts = new Map<EntityName, Layout>();

function layoutOf(name: EntityName): Layout {
  const known = layouts.get(name);
  if (known !== undefined) return known;
  const { fieldNames, fields, label } = entityOf(name);
  const hasLabel = label.length > 0;
  const derived = hasLabel ? ['label_key'] : [];
  const columns = ['id', ...fieldNames.map(toColumn), ...derived, 'deleted_at'].map(identifier);
  const target = sql`${identifier(tableOf(name))} (${join(columns)})`;
  const layout: Layout = {
    columns,
    target,
    insert: insertOf(target, columns.length),
    fields: fieldNames.map((field) => ({
      field,
      isEncoded: ['boolean', 'json'].includes(fields[field]?.kind ?? ''),
    })),
    hasLabel,
  };
  layouts.set(name, layout);
  return layout;
}

/** Writes a whole row, new or known, without the rules: what the journal says is what is written. */
export function upsertRow(db: WritableDb, name: EntityName, id: string, values: Values): void {
  const updates = layoutOf(name).columns.map((column) => sql`${column} = excluded.${column}`);
  run(
    db,
    sql`INSERT INTO ${layoutOf(name).target} VALUES ${list(rowValues(name, id, values))}
        ON CONFLICT (id) DO UPDATE SET ${join(updates)}`,
  );
}

function rowValues(name: EntityName, id: string, values: Values): SqlValue[] {
  const row: SqlValue[] = [];
  addRow(row, name, id, values);
  return row;
}

/** Appends a row in the order of the layout's columns. */
function addRow(to: SqlValue[], name: EntityName, id: string, values: Values): void {
  const { fields, hasLabel } = layoutOf(name);
  to.push(id);
  for (const { field, isEncoded } of fields) {
    const value = values[field] ?? null;
    // What needs no encoding is text or a number, checked by the schema.
    to.push(isEncoded ? toSqlValue(name, field, value) : (value as SqlValue));
  }
  if (hasLabel) to.push(labelKeyOf(name, values));
  to.push(toSqlValue(name, DELETED_AT, values[DELETED_AT]));
}

/** A record to write: its identifier and all its columns, checked. */
export interface NewRow {
  readonly id: string;
  readonly values: Values;
}

/** Places of rows in their table, by which what was just written is found at once. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Writes new rows. @returns where they stand in the table: one after the other, at its end */
export function insertRecords(db: WritableDb, name: EntityName, rows: readonly NewRow[]): RowRange {
  const last = insertInto(db, layoutOf(name).insert, rows.length, (from, to) => {
    const bound: SqlValue[] = [];
    for (const { id, values } of rows.slice(from, to)) addRow(bound, name, id, values);
    return bound;
  });
  return { first: last - rows.length + 1, last };
}

/** Columns and `deletedAt` of records of one kind, put aside or not, by identifier. */
export function readManyValues(
  db: ReadableDb,
  name: EntityName,
  ids: readonly string[],
): Map<string, Readonly<Record<string, unknown>>> {
  const rows = all<Row>(
    db,
    sql`SELECT * FROM ${identifier(tableOf(name))} WHERE id IN (${idsIn(ids)})`,
  );
  return new Map(rows.map((row) => [String(row['id']), rowToRecord(name, row)]));
}

/** What of a record its name, sort key and search are made from. */
export interface RecordWords {
  readonly id: string;
  readonly words: Values;
  readonly labelKey: string | null;
  readonly isLive: boolean;
}

/** The words of several records of one kind, put aside or not; other columns are not read. */
export function readWords(db: ReadableDb, name: EntityName, ids: readonly string[]): RecordWords[] {
  const { label, searched } = entityOf(name);
  const fields = [...new Set([...label, ...searched])];
  const columns = ['id', 'deleted_at', ...(label.length > 0 ? ['label_key'] : [])].map(identifier);
  const wanted = fields.map((field) => sql`${identifier(toColumn(field))} AS ${quoted(field)}`);
  const rows = all<Row>(
    db,
    sql`SELECT ${join([...columns, ...wanted])} FROM ${identifier(tableOf(name))}
        WHERE id IN (${idsIn(ids)})`,
  );
  return rows.map((row) => ({
    id: String(row['id']),
    words: row,
    labelKey: label.length > 0 ? String(row['label_key']) : null,
    isLive: row['deleted_at'] === null,
  }));
}

function quoted(field: string): Sql {
  return { text: JSON.stringify(field), values: [] }; // a field name of the domain, letters only
}

/** Gives one column the same value in several records. */
export function updateCells(
  db: WritableDb,
  name: EntityName,
  ids: readonly string[],
  field: string,
  value: unknown,
): void {
  run(
    db,
    sql`UPDATE ${identifier(tableOf(name))}
        SET ${identifier(toColumn(field))} = ${toSqlValue(name, field, value)}
        WHERE id IN (${idsIn(ids)})`,
  );
}

/** Refreshes the derived sort key, where columns of the label changed. */
export function updateLabelKey(
  db: WritableDb,
  name: EntityName,
  { id, words, labelKey }: RecordWords,
): void {
  if (labelKey === null) return;
  const wanted = labelKeyOf(name, words);
  if (wanted === labelKey) return;
  run(db, sql`UPDATE ${identifier(tableOf(name))} SET label_key = ${wanted} WHERE id = ${id}`);
}
