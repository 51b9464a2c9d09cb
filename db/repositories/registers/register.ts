import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import type { Sql } from '#sql/sql.ts';
import { name as identifier, sql } from '#sql/sql.ts';

import { labelSql } from '../records.repo.ts';

export type ColumnKind =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'identifier'
  | 'url';

/** One column of a register: where its value comes from, and what lists and exports need of it. */
export interface RegisterColumn {
  readonly key: string;
  readonly kind: ColumnKind;
  /** Value, over the alias `x` of the register's own table. */
  readonly value: Sql;
  /** What the column sorts by, where that is not its value. */
  readonly sortBy: Sql;
  /** For choices: `table.field`, whose vocabulary words the values. */
  readonly vocabulary: string | null;
  readonly choices: readonly string[];
  /** Column of the record itself, which a list may edit in place. */
  readonly field: string | null;
  /** The record's reference that the column names, where it follows no further one. */
  readonly reference: { readonly field: string; readonly target: EntityName } | null;
}

export interface Register {
  readonly table: EntityName;
  readonly columns: readonly RegisterColumn[];
  /** Columns that say when a row is true, for « as of » questions. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Condition that a record belongs to the register on `asOfDay`, where its own columns do not say. */
  readonly presentOn?: Sql;
  readonly defaultSort: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  longText: 'text',
  json: 'text',
  time: 'text',
  reference: 'text',
};
const DIGITS_KEPT = new Set([
  'siren',
  'siret',
  'postalCode',
  'communeCode',
  'departementCode',
  'phone',
]);

const DAY_MARK = '\u0000as-of-day';

/** Stands, in a column's SQL, for the day that the question is about; `bindDay` puts the day there. */
export const asOfDay: Sql = sql`${DAY_MARK}`;

export function bindDay(query: Sql, day: string): Sql {
  return {
    text: query.text,
    values: query.values.map((value) => (value === DAY_MARK ? day : value)),
  };
}

/** A column of the record itself; names sort without case and accents. */
export function own(table: EntityName, field: string, key = field): RegisterColumn {
  const entity = entityOf(table);
  const declaration = entity.fields[field];
  if (declaration === undefined) throw new TypeError(`${table} has no column ${field}`);
  const value = sql`x.${identifier(toColumn(field))}`;
  const isLabel = entity.label.length === 1 && entity.label[0] === field;
  const kind = DIGITS_KEPT.has(field) ? 'identifier' : declaration.kind;
  return {
    key,
    kind: KINDS[kind] ?? (kind as ColumnKind), // remaining kinds carry the same name
    value,
    sortBy: isLabel ? sql`x.label_key` : value,
    vocabulary: declaration.choices === undefined ? null : `${table}.${field}`,
    choices: declaration.choices ?? [],
    field: declaration.kind === 'reference' || declaration.kind === 'json' ? null : field,
    reference: null,
  };
}

/** The name of the record that a column points to; `through` follows further references. */
export function named(
  key: string,
  table: EntityName,
  field: string,
  ...through: readonly string[]
): RegisterColumn {
  let target = targetOf(table, field);
  let link: Sql = sql`x.${identifier(toColumn(field))}`;
  for (const next of through) {
    link = sql`(SELECT y.${identifier(toColumn(next))} FROM ${identifier(tableOf(target))} y WHERE y.id = ${link})`;
    target = targetOf(target, next);
  }
  const table2 = identifier(tableOf(target));
  const value = sql`(SELECT ${labelSql(target, 'n')} FROM ${table2} n WHERE n.id = ${link})`;
  const sortBy = sql`(SELECT n.label_key FROM ${table2} n WHERE n.id = ${link})`;
  const reference = through.length === 0 ? { field, target } : null;
  return { ...computed(key, 'text', value), sortBy, reference };
}

function targetOf(table: EntityName, field: string): EntityName {
  const target = entityOf(table).fields[field]?.target;
  if (target === undefined) throw new TypeError(`${table}.${field} points nowhere`);
  return target as EntityName; // declared as a table's name
}

/** A value worked out from other records. */
export function computed(
  key: string,
  kind: ColumnKind,
  value: Sql,
  choicesOf: { readonly vocabulary: string; readonly choices: readonly string[] } | null = null,
): RegisterColumn {
  return {
    key,
    kind,
    value,
    sortBy: kind === 'text' ? sql`fold(${value})` : value,
    vocabulary: choicesOf?.vocabulary ?? null,
    choices: choicesOf?.choices ?? [],
    field: null,
    reference: null,
  };
}

/** Names of records that point here, joined in one cell. */
export function namesOf(key: string, query: Sql): RegisterColumn {
  return computed(key, 'text', sql`(SELECT group_concat(label, ', ') FROM (${query}))`);
}

export function counted(key: string, table: EntityName, field: string): RegisterColumn {
  return computed(
    key,
    'integer',
    sql`(SELECT count(*) FROM ${identifier(tableOf(table))} c
         WHERE c.${identifier(toColumn(field))} = x.id AND c.deleted_at IS NULL)`,
  );
}
