import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, column, one, sql } from '#sql/sql.ts';

/** What a list's query found in one state of the store: which rows in which order, or how many. */
interface Known {
  rows: Float64Array | null;
  runs: readonly Run[] | null;
  count: number | null;
}

/** Rows in a row that share a value. */
export interface Run {
  readonly value: string | number | null;
  readonly count: number;
}

interface Cache {
  state: string;
  readonly queries: Map<string, Known>;
  readonly plans: Map<string, boolean>;
}

const QUERIES_KEPT = 8;
const ROWS_KEPT = 2_000_000;
const PLANS_KEPT = 500;

const caches = new WeakMap<ReadableDb, Cache>();

/** Changes with every write to the store, whether through this connection or another. */
export function stateOf(db: ReadableDb): string {
  const other = one<{ data_version: number }>(db, sql`PRAGMA data_version`)?.data_version;
  const own = one<{ n: number }>(db, sql`SELECT total_changes() AS n`)?.n;
  return `${other}/${own}`;
}

function cacheOf(db: ReadableDb): Cache {
  const state = stateOf(db);
  let cache = caches.get(db);
  if (cache === undefined) {
    cache = { state, queries: new Map(), plans: new Map() };
    caches.set(db, cache);
  } else if (cache.state !== state) {
    cache.state = state;
    cache.queries.clear();
  }
  return cache;
}

function keyOf(query: Sql): string {
  return `${query.text} ${JSON.stringify(query.values)}`;
}

/** Looks a query up; the queries asked longest ago are forgotten first. */
function known(db: ReadableDb, query: Sql): Known {
  const { queries } = cacheOf(db);
  const key = keyOf(query);
  const found = queries.get(key) ?? { rows: null, runs: null, count: null };
  queries.delete(key);
  queries.set(key, found);
  let held = 0;
  for (const [other, { rows }] of [...queries].toReversed()) {
    held += rows?.length ?? 0;
    const isSpare = queries.size > QUERIES_KEPT || held > ROWS_KEPT;
    if (isSpare && other !== key) queries.delete(other);
  }
  return found;
}

/** Row numbers that a query finds, in its order, if they were worked out since the last write. */
export function knownRows(db: ReadableDb, query: Sql): Float64Array | null {
  return known(db, query).rows;
}

/**
 * Row numbers (`rowid`) that a query finds, in its order, worked out once per state of the store, so
 * that any page of a long list, and its length, then cost nothing but that page's own rows.
 */
export function rowsOf(db: ReadableDb, query: Sql): Float64Array {
  const entry = known(db, query);
  entry.rows ??= Float64Array.from(column<number>(db, query));
  return entry.rows;
}

/**
 * The same for a list in groups: the query also tells each row's shared value (second column), and
 * puts rows that share one together.
 */
export function groupedRowsOf(
  db: ReadableDb,
  query: Sql,
): { readonly rows: Float64Array; readonly runs: readonly Run[] } {
  const entry = known(db, query);
  if (entry.rows === null || entry.runs === null) {
    const found = db.raw
      .prepare(query.text)
      .raw()
      .all(...query.values) as [number, string | number | null][]; // the two columns asked for
    const rows = new Float64Array(found.length);
    const runs: { value: string | number | null; count: number }[] = [];
    found.forEach(([number, value], place) => {
      rows[place] = number;
      const last = runs.at(-1);
      if (last !== undefined && last.value === value) last.count += 1;
      else runs.push({ value, count: 1 });
    });
    entry.rows = rows;
    entry.runs = runs;
  }
  return { rows: entry.rows, runs: entry.runs };
}

/** The number that a counting query finds, kept until the next write. */
export function countOf(db: ReadableDb, query: Sql): number {
  const entry = known(db, query);
  entry.count ??= one<{ n: number }>(db, query)?.n ?? 0;
  return entry.count;
}

/** True when the query's order comes from an index, so that its first rows are found at once. */
export function isInIndexOrder(db: ReadableDb, query: Sql): boolean {
  const { plans } = cacheOf(db);
  const found = plans.get(query.text);
  if (found !== undefined) return found;
  const steps = all<{ detail: string }>(db, {
    text: `EXPLAIN QUERY PLAN ${query.text}`,
    values: query.values,
  });
  const isOrdered = steps.every(({ detail }) => !detail.includes('TEMP B-TREE FOR ORDER BY'));
  if (plans.size >= PLANS_KEPT) plans.clear();
  plans.set(query.text, isOrdered);
  return isOrdered;
}
