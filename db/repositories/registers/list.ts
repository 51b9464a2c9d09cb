import { DataError } from '#sql/errors.ts';
import { wordPatterns } from '#sql/fold.ts';
import type { ReadableDb, Sql, SqlValue } from '#sql/sql.ts';
import { all, join, name as identifier, sql } from '#sql/sql.ts';
import { tableOf } from '#sql/codec.ts';
import { entityOf } from '#domain/registry.ts';

import { countOf, isInIndexOrder, knownRows, rowsOf } from './order-cache.ts';
import type { Register, RegisterColumn } from './register.ts';
import { bindDay } from './register.ts';

const labelKey = sql`x.label_key`;

export interface RegisterFilter {
  readonly column: string;
  readonly operator: 'contains' | 'is' | 'isNot' | 'empty' | 'notEmpty' | 'before' | 'after';
  readonly value: string | number | boolean | null;
}

export interface RegisterQuery {
  readonly text: string;
  readonly filters: readonly RegisterFilter[];
  readonly sort: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[];
  /** Only rows true on that day, and values as of that day; null for all, as of today. */
  readonly at: string | null;
}

export type CellValue = string | number | boolean | null;
export interface RegisterRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

function columnOf(register: Register, key: string): RegisterColumn {
  const column = register.columns.find((candidate) => candidate.key === key);
  if (column === undefined) {
    throw new DataError('record.invalid', {
      table: register.table,
      refusals: [{ field: key, rule: 'unknownColumn' }],
    });
  }
  return column;
}

/** Each word typed must be in the text, in any order. */
function holdsWords(folded: Sql, text: string): Sql[] {
  return wordPatterns(text).map((pattern) => sql`${folded} LIKE ${pattern} ESCAPE '\\'`);
}

function sqlValueOf(value: CellValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

function conditionOf(register: Register, filter: RegisterFilter): Sql {
  const { value } = columnOf(register, filter.column);
  const given = sqlValueOf(filter.value);
  switch (filter.operator) {
    case 'contains':
      return join(
        [sql`1`, ...holdsWords(sql`fold(${value})`, String(filter.value ?? ''))],
        ' AND ',
      );
    case 'is':
      return given === null ? sql`${value} IS NULL` : sql`${value} = ${given}`;
    case 'isNot':
      return given === null ? sql`${value} IS NOT NULL` : sql`${value} IS NOT ${given}`;
    case 'empty':
      return sql`coalesce(${value}, '') = ''`;
    case 'notEmpty':
      return sql`coalesce(${value}, '') <> ''`;
    case 'before':
      return sql`${value} < ${given}`;
    case 'after':
      return sql`${value} > ${given}`;
    default:
      throw new TypeError('unknown operator');
  }
}

/** The quick filter: over the record's name, or over every text column where it has none. */
function textCondition(register: Register, text: string): Sql[] {
  if (wordPatterns(text).length === 0) return [];
  if (entityOf(register.table).label.length > 0) return holdsWords(sql`x.label_key`, text);
  const columns = register.columns.filter((column) => column.kind === 'text');
  const values = columns.map(({ value }) => sql`coalesce(${value}, '')`);
  return holdsWords(sql`fold(${join(values, " || ' ' || ")})`, text);
}

function whereOf(register: Register, query: RegisterQuery): Sql {
  const parts = [sql`x.deleted_at IS NULL`];
  if (register.period !== null && query.at !== null) {
    const from = sql`x.${identifier(register.period.from)}`;
    const to = sql`x.${identifier(register.period.to)}`;
    parts.push(sql`(${from} IS NULL OR ${from} <= ${query.at})`);
    parts.push(sql`(${to} IS NULL OR ${to} >= ${query.at})`);
  }
  parts.push(...textCondition(register, query.text));
  parts.push(...query.filters.map((filter) => conditionOf(register, filter)));
  return join(parts, ' AND ');
}

/** The wanted order; rows that it leaves even follow by name, then as they came in. */
function orderOf(register: Register, query: RegisterQuery): Sql {
  const wanted = query.sort.length > 0 ? query.sort : register.defaultSort;
  const isDescending = wanted[0]?.direction === 'desc';
  const keys = wanted.map(({ column, direction }) => ({
    key: columnOf(register, column).sortBy,
    direction,
  }));
  const last = isDescending ? ('desc' as const) : ('asc' as const);
  const hasName = entityOf(register.table).label.length > 0;
  if (hasName && keys.every(({ key }) => key.text !== labelKey.text)) {
    keys.push({ key: labelKey, direction: last });
  }
  keys.push({ key: sql`x.rowid`, direction: last });
  return join(
    keys.map(({ key, direction }) => (direction === 'asc' ? sql`${key} ASC` : sql`${key} DESC`)),
  );
}

/** The day that computed columns speak of: the one asked about, else today. */
function dayOf(query: RegisterQuery): string {
  return query.at ?? new Date().toLocaleDateString('sv-SE');
}

function selectOf(register: Register, columns: readonly string[] | null): Sql {
  const wanted = columns ?? register.columns.map((column) => column.key);
  const parts = wanted.map((key) => sql`${columnOf(register, key).value} AS ${quoted(key)}`);
  return join([sql`x.id AS "$id"`, ...parts]);
}

function quoted(key: string): Sql {
  if (!/^[A-Za-z0-9]+$/.test(key)) throw new TypeError(`not a column key: ${key}`);
  return { text: `"${key}"`, values: [] };
}

function rowOf(register: Register, row: Readonly<Record<string, SqlValue>>): RegisterRow {
  const cells: Record<string, CellValue> = {};
  for (const { key, kind } of register.columns) {
    if (!(key in row)) continue;
    const value = row[key];
    cells[key] = kind === 'boolean' && value !== null ? value === 1 : (value as CellValue); // STRICT columns
  }
  return { id: String(row['$id']), cells };
}

/** Pages this near the top are read straight from an index, where one gives the order. */
const NEAR_TOP = 500;
/** Rows worked out at a time for exports: no cursor stays open on the store in between. */
const EXPORT_PAGE = 500;

/** One page of a register, and how many rows there are in all. */
export function listRegister(
  db: ReadableDb,
  register: Register,
  query: RegisterQuery & { readonly offset: number; readonly limit: number },
): { readonly rows: RegisterRow[]; readonly total: number } {
  const { offset, limit } = query;
  const ordered = orderedRows(register, query);
  const isPlain = query.text === '' && query.filters.every(({ operator }) => operator === 'is');
  const isNear = isPlain && offset + limit <= NEAR_TOP && knownRows(db, ordered) === null;
  if (isNear && isInIndexOrder(db, ordered)) {
    const page = all<{ n: number }>(db, sql`${ordered} LIMIT ${limit} OFFSET ${offset}`);
    const numbers = page.map(({ n }) => n);
    return {
      rows: readRows(db, register, query, numbers, null),
      total: countRegister(db, register, query),
    };
  }
  const order = rowsOf(db, ordered);
  const numbers = [...order.subarray(offset, offset + limit)];
  return { rows: readRows(db, register, query, numbers, null), total: order.length };
}

/** Every row of a register in order, one at a time, for exports; each as it stands when reached. */
export function* eachRegisterRow(
  db: ReadableDb,
  register: Register,
  query: RegisterQuery,
  columns: readonly string[] | null = null,
): Generator<RegisterRow> {
  const order = rowsOf(db, orderedRows(register, query));
  for (let start = 0; start < order.length; start += EXPORT_PAGE) {
    const numbers = [...order.subarray(start, start + EXPORT_PAGE)];
    yield* readRows(db, register, query, numbers, columns);
  }
}

/** How many rows the query finds. */
export function countRegister(db: ReadableDb, register: Register, query: RegisterQuery): number {
  const order = knownRows(db, orderedRows(register, query));
  if (order !== null) return order.length;
  const count = sql`SELECT count(*) AS n ${fromWhere(register, query)}`;
  return countOf(db, bindDay(count, dayOf(query)));
}

function orderedRows(register: Register, query: RegisterQuery): Sql {
  const rows = sql`SELECT x.rowid AS n ${fromWhere(register, query)} ORDER BY ${orderOf(register, query)}`;
  return bindDay(rows, dayOf(query));
}

function readRows(
  db: ReadableDb,
  register: Register,
  query: RegisterQuery,
  numbers: readonly number[],
  columns: readonly string[] | null,
): RegisterRow[] {
  const select = sql`SELECT ${selectOf(register, columns)}
    FROM json_each(${JSON.stringify(numbers)}) wanted
      CROSS JOIN ${tableIn(register)} x ON x.rowid = wanted.value
    ORDER BY wanted.key`;
  return all<Record<string, SqlValue>>(db, bindDay(select, dayOf(query))).map((row) =>
    rowOf(register, row),
  );
}

function tableIn(register: Register): Sql {
  return identifier(tableOf(register.table));
}

function fromWhere(register: Register, query: RegisterQuery): Sql {
  return sql`FROM ${tableIn(register)} x WHERE ${whereOf(register, query)}`;
}
