import { wordPatterns } from '#sql/fold.ts';
import type { ReadableDb, Sql, SqlValue } from '#sql/sql.ts';
import { all, column as columnValues, join, name as identifier, sql } from '#sql/sql.ts';
import { tableOf } from '#sql/codec.ts';
import { entityOf } from '#domain/registry.ts';

import type { RegisterFilter } from './filters.ts';
import { columnOf, conditionOf, holdsWords } from './filters.ts';
import type { GroupBy, RegisterGroup } from './grouping.ts';
import { groupsOf, groupSql } from './grouping.ts';
import { countOf, groupedRowsOf, isInIndexOrder, knownRows, rowsOf } from './order-cache.ts';
import type { Register } from './register.ts';
import { bindDay } from './register.ts';

export type { RegisterFilter } from './filters.ts';

const labelKey = sql`x.label_key`;

export interface RegisterQuery {
  readonly text: string;
  readonly filters: readonly RegisterFilter[];
  readonly sort: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[];
  /** Only rows true on that day, and values as of that day; null for all, as of today. */
  readonly at: string | null;
  /** Rows of a group stand together, each group in the wanted order; null for one list. */
  readonly groupBy?: GroupBy | null;
  /** Only these records, or all but these, of what the rest of the query finds. */
  readonly only?: { readonly ids: readonly string[] } | { readonly except: readonly string[] };
}

export type CellValue = string | number | boolean | null;
export interface RegisterRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, CellValue>>;
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
  if (register.presentOn !== undefined && query.at !== null) parts.push(register.presentOn);
  parts.push(...textCondition(register, query.text));
  parts.push(...query.filters.map((filter) => conditionOf(register, filter)));
  if (query.only !== undefined) parts.push(onlyCondition(query.only));
  return join(parts, ' AND ');
}

function onlyCondition(only: NonNullable<RegisterQuery['only']>): Sql {
  if ('ids' in only) return sql`x.id IN (SELECT value FROM json_each(${JSON.stringify(only.ids)}))`;
  if (only.except.length === 0) return sql`1`;
  return sql`x.id NOT IN (SELECT value FROM json_each(${JSON.stringify(only.except)}))`;
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
  const { groupBy = null } = query;
  const groups = groupBy === null ? [] : groupSql(register, groupBy).order;
  return join([
    ...groups,
    ...keys.map(({ key, direction }) => (direction === 'asc' ? sql`${key} ASC` : sql`${key} DESC`)),
  ]);
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
const IDS_AT_ONCE = 20_000;

/** One page of a register, and how many rows there are in all. */
export function listRegister(
  db: ReadableDb,
  register: Register,
  query: RegisterQuery & { readonly offset: number; readonly limit: number },
): { readonly rows: RegisterRow[]; readonly total: number } {
  const { offset, limit } = query;
  const ordered = orderedRows(register, query);
  const isPlain =
    query.text === '' &&
    (query.groupBy ?? null) === null &&
    query.filters.every(({ operator, negated }) => operator === 'is' && negated !== true);
  const isNear = isPlain && offset + limit <= NEAR_TOP && knownRows(db, ordered) === null;
  if (isNear && isInIndexOrder(db, ordered)) {
    const page = all<{ n: number }>(db, sql`${ordered} LIMIT ${limit} OFFSET ${offset}`);
    const numbers = page.map(({ n }) => n);
    return {
      rows: readRows(db, register, query, numbers, null),
      total: countRegister(db, register, query),
    };
  }
  const order = orderedRowNumbers(db, register, query);
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
  const order = orderedRowNumbers(db, register, query);
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

/** The groups of a list, in the order in which its rows then stand. */
export function listGroups(
  db: ReadableDb,
  register: Register,
  query: RegisterQuery,
  groupBy: GroupBy,
): RegisterGroup[] {
  const { runs } = groupedRowsOf(db, orderedRows(register, { ...query, groupBy }));
  return groupsOf(columnOf(register, groupBy.column), runs);
}

/** Identifiers of every row that the query finds, in its order. */
export function registerIds(db: ReadableDb, register: Register, query: RegisterQuery): string[] {
  const order = orderedRowNumbers(db, register, query);
  const ids: string[] = [];
  for (let start = 0; start < order.length; start += IDS_AT_ONCE) {
    const numbers = JSON.stringify([...order.subarray(start, start + IDS_AT_ONCE)]);
    const found = columnValues<string>(
      db,
      sql`SELECT x.id FROM json_each(${numbers}) wanted
          CROSS JOIN ${tableIn(register)} x ON x.rowid = wanted.value ORDER BY wanted.key`,
    );
    for (const id of found) ids.push(id);
  }
  return ids;
}

function orderedRowNumbers(db: ReadableDb, register: Register, query: RegisterQuery): Float64Array {
  const ordered = orderedRows(register, query);
  const isGrouped = (query.groupBy ?? null) !== null;
  return isGrouped ? groupedRowsOf(db, ordered).rows : rowsOf(db, ordered);
}

function orderedRows(register: Register, query: RegisterQuery): Sql {
  const { groupBy = null } = query;
  const shared = groupBy === null ? sql`` : sql`, ${groupSql(register, groupBy).shared} AS shared`;
  const rows = sql`SELECT x.rowid AS n${shared} ${fromWhere(register, query)} ORDER BY ${orderOf(register, query)}`;
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
