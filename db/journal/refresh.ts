import type { EntityName } from '#domain/registry.ts';
import { DELETED_AT } from '#sql/codec.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { readColumn } from './cells.ts';
import type { ChangeRow } from './entries.ts';
import { entityNameIn } from './entries.ts';
import { readWords, updateLabelKey } from './rows.ts';
import { reindex } from './search-index.ts';

/** Entries of one replica in one scope, from the first to before the last. */
export interface Span {
  readonly scope: string;
  readonly replica: string;
  readonly from: number;
  readonly before: number;
}

const ENTRIES_AT_ONCE = 250;

/** Records changed, by kind; true for those of which more than `deletedAt` changed. */
type Touched = Map<EntityName, Map<string, boolean>>;

function touchedIn(db: ReadableDb, { scope, replica, from, before }: Span): Touched {
  const entries = all<Pick<ChangeRow, 'tbl' | 'row' | 'col'>>(
    db,
    sql`SELECT tbl, row, col FROM change WHERE scope = ${scope} AND replica = ${replica}
          AND seq >= ${from} AND seq < ${before} AND op = 'set'`,
  );
  const touched: Touched = new Map();
  for (const { tbl, row, col } of entries) {
    const name = entityNameIn(tbl);
    const rows = touched.get(name) ?? new Map<string, boolean>();
    rows.set(row, rows.get(row) === true || col !== DELETED_AT);
    touched.set(name, rows);
  }
  return touched;
}

/**
 * Brings sort keys and search up to date for the records that these entries changed. They are read
 * back from the journal, a page at a time: an operation of any size takes the same memory. Yields how
 * many entries were looked at.
 */
export function* refreshChanged(db: WritableDb, span: Span): Generator<number> {
  for (let from = span.from; from < span.before; from += ENTRIES_AT_ONCE) {
    const before = Math.min(from + ENTRIES_AT_ONCE, span.before);
    for (const [name, rows] of touchedIn(db, { ...span, from, before })) refresh(db, name, rows);
    yield before - from;
  }
}

function refresh(db: WritableDb, name: EntityName, touched: ReadonlyMap<string, boolean>): void {
  const all = [...touched.keys()];
  const deleted = readColumn(db, name, DELETED_AT, all);
  const isGone = (id: string): boolean => typeof deleted.get(id) === 'string';
  const ids = all.filter((id) => touched.get(id) === true || !isGone(id));
  const records = readWords(db, name, ids);
  for (const record of records) updateLabelKey(db, name, record);
  reindex(db, [
    ...records.filter(({ isLive }) => isLive).map(({ id, words }) => ({ name, id, values: words })),
    ...all.filter(isGone).map((id) => ({ name, id, values: null })),
  ]);
}
