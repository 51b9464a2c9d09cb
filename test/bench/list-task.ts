import { registers } from '#repositories/registers/index.ts';
import type { RegisterFilter } from '#repositories/registers/list.ts';
import { listRegister } from '#repositories/registers/list.ts';
import { foldText } from '#sql/fold.ts';
import { openReadable } from '#sql/open.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';
import { check } from './processes.ts';

interface View {
  readonly sort?: { readonly column: string; readonly direction: 'asc' | 'desc' };
  readonly filters?: readonly RegisterFilter[];
  readonly text?: string;
  /** Where a person scrolls to, as shares of the list. */
  readonly places: readonly number[];
  /** The same question asked of SQLite at every page. */
  readonly where: Sql;
  readonly order: Sql;
}

const is = (column: string, value: string): RegisterFilter => ({ column, operator: 'is', value });
const everything = sql`x.deleted_at IS NULL`;
const byName = sql`x.label_key, x.rowid`;
const byCommune = sql`x.commune_name, x.label_key, x.rowid`;
const ANYWHERE = [0, 0.5, 0.999, 0.25];

const VIEWS: readonly View[] = [
  { places: ANYWHERE, where: everything, order: byName },
  {
    sort: { column: 'name', direction: 'desc' },
    places: ANYWHERE,
    where: everything,
    order: sql`x.label_key DESC, x.rowid DESC`,
  },
  {
    sort: { column: 'communeName', direction: 'asc' },
    places: ANYWHERE,
    where: everything,
    order: byCommune,
  },
  {
    filters: [is('organisationKind', 'company')],
    places: ANYWHERE,
    where: sql`${everything} AND x.kind = 'company'`,
    order: byName,
  },
  {
    filters: [is('departementCode', '59')],
    places: ANYWHERE,
    where: sql`${everything} AND x.departement_code = '59'`,
    order: byName,
  },
  ...['centre', 'hosp', 'numerique'].map((text) => ({
    text,
    places: [0, 0.5],
    where: sql`${everything} AND x.label_key LIKE ${`%${foldText(text)}%`}`,
    order: byName,
  })),
];

const PAGE = 50;
const PAGES_PER_PLACE = 20;

function plainPage(db: ReadableDb, view: View, offset: number): { ids: string[]; total: number } {
  const rows = all<{ id: string }>(
    db,
    sql`SELECT x.* FROM organisation x WHERE ${view.where} ORDER BY ${view.order}
        LIMIT ${PAGE} OFFSET ${offset}`,
  );
  const count = one<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM organisation x WHERE ${view.where}`,
  );
  return { ids: rows.map(({ id }) => id), total: count?.n ?? 0 };
}

function ourPage(db: ReadableDb, view: View, offset: number): { ids: string[]; total: number } {
  const { rows, total } = listRegister(db, registers.organisations, {
    text: view.text ?? '',
    filters: view.filters ?? [],
    sort: view.sort === undefined ? [] : [view.sort],
    at: null,
    offset,
    limit: PAGE,
  });
  return { ids: rows.map(({ id }) => id), total };
}

export interface ListTimes {
  readonly p95: number;
  readonly median: number;
  /** The slowest page: one that no index orders, worked out for the first time. */
  readonly worst: number;
  readonly pages: number;
}

/**
 * Times of pages of 50 rows of a list of organisations with its total, scrolled from several places
 * of several views, in milliseconds; the first page of each view counts like any other.
 */
export function measureList(path: string, isOurs: boolean): ListTimes {
  const db = openReadable(path);
  const times: number[] = [];
  for (const view of VIEWS) {
    const { total } = plainPage(db, view, 0);
    for (const place of view.places) {
      const first = Math.max(0, Math.floor(total * place) - PAGE);
      for (let page = 0; page < PAGES_PER_PLACE; page += 1) {
        const offset = first + page * PAGE;
        const start = performance.now();
        const got = isOurs ? ourPage(db, view, offset) : plainPage(db, view, offset);
        times.push(performance.now() - start);
        if (page > 0 || !isOurs) continue;
        const wanted = plainPage(db, view, offset);
        check(
          JSON.stringify(got) === JSON.stringify(wanted),
          `page ${offset} of ${view.where.text}`,
        );
      }
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    p95: at(0.95),
    median: at(0.5),
    worst: sorted.at(-1) ?? Number.NaN,
    pages: times.length,
  };
}
