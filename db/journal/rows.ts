import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { ReadableDb, Sql, SqlValue, WritableDb } from '#sql/sql.ts';
import { all, join, list, name as identifier, one, run, sql } from '#sql/sql.ts';

import type { Row, Values } from '#sql/codec.ts';
import { DELETED_AT, labelKeyOf, rowToRecord, tableOf, toSqlValue } from '#sql/codec.ts';

import { idsIn } from './entries.ts';

function columnsOf(name: EntityName): Sql[] {
  const { fieldNames, label } = entityOf(name);
  const derived = label.length > 0 ? ['label_key'] : [];
  return ['id', ...fieldNames.map(toColumn), ...derived, 'deleted_at'].map(identifier);
}

/** `table (columns…)` for an INSERT, in the order of `rowValues`. */
export function insertTarget(name: EntityName): Sql {
  return sql`${identifier(tableOf(name))} (${join(columnsOf(name))})`;
}

/** Writes a whole row, new or known, without the rules: what the journal says is what is written. */
export function upsertRow(db: WritableDb, name: EntityName, id: string, values: Values): void {
  const updates = columnsOf(name).map((column) => sql`${column} = excluded.${column}`);
  run(
    db,
    sql`INSERT INTO ${insertTarget(name)} VALUES ${list(rowValues(name, id, values))}
        ON CONFLICT (id) DO UPDATE SET ${join(updates)}`,
  );
}

export function rowValues(name: EntityName, id: string, values: Values): SqlValue[] {
  const { fieldNames, label } = entityOf(name);
  return [
    id,
    ...fieldNames.map((field) => toSqlValue(name, field, values[field])),
    ...(label.length > 0 ? [labelKeyOf(name, values)] : []),
    toSqlValue(name, DELETED_AT, values[DELETED_AT]),
  ];
}

/** A record's columns and `deletedAt`, whether put aside or not; null when there is no such row. */
export function readValues(
  db: ReadableDb,
  name: EntityName,
  id: string,
): Readonly<Record<string, unknown>> | null {
  const row = one<Row>(db, sql`SELECT * FROM ${identifier(tableOf(name))} WHERE id = ${id}`);
  return row === null ? null : rowToRecord(name, row);
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
