import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { entityNames } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import { rebuildInto } from '#journal/exchange.ts';
import { migrate } from '#migrations/run.ts';
import { close, openWritable } from '#sql/open.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, name as identifier, one, run, sql } from '#sql/sql.ts';

export interface CheckResult {
  readonly key: 'integrity' | 'references' | 'search' | 'journal' | 'files';
  readonly isOk: boolean;
  /** How many faults were found. */
  readonly found: number;
}

/**
 * Checks a store without touching it: SQLite's integrity, references, the search index against the
 * records, and every table against what the journal alone rebuilds. Works on copies in a temporary
 * folder, which is removed.
 */
export async function checkStore(
  reader: ReadableDb,
  { binding }: { readonly binding?: string | undefined } = {},
): Promise<CheckResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-check-'));
  try {
    const copyPath = join(folder, 'copy.rapporteur');
    await reader.raw.backup(copyPath);
    const copy = openWritable(copyPath, { binding });
    const rebuiltPath = join(folder, 'rebuilt.rapporteur');
    try {
      const integrity = all<{ integrity_check: string }>(copy, sql`PRAGMA integrity_check(100)`);
      const faults = integrity.filter((row) => row.integrity_check !== 'ok').length;
      const orphans = all(copy, sql`PRAGMA foreign_key_check`).length;
      rebuild(copy, rebuiltPath, binding);
      run(copy, sql`ATTACH ${rebuiltPath} AS rebuilt`);
      const searchFaults =
        (isIndexSound(copy) ? 0 : 1) +
        differences(copy, 'search_doc', ['tbl', 'row', 'title', 'body']);
      const tableFaults = entityNames.reduce(
        (sum, name) => sum + differences(copy, tableOf(name), null),
        0,
      );
      return [
        { key: 'integrity', isOk: faults === 0, found: faults },
        { key: 'references', isOk: orphans === 0, found: orphans },
        { key: 'search', isOk: searchFaults === 0, found: searchFaults },
        { key: 'journal', isOk: tableFaults === 0, found: tableFaults },
      ];
    } finally {
      close(copy);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rebuild(source: ReadableDb, path: string, binding: string | undefined): void {
  const target = openWritable(path, { binding });
  try {
    migrate(target.raw);
    rebuildInto(target, source);
  } finally {
    close(target);
  }
}

function isIndexSound(db: WritableDb): boolean {
  try {
    run(db, sql`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`);
    return true;
  } catch {
    return false;
  }
}

/** Rows that are in one of the two and not in the other. */
function differences(db: ReadableDb, table: string, columns: readonly string[] | null): number {
  const wanted =
    columns ??
    all<{ name: string }>(db, sql`SELECT name FROM pragma_table_info(${table})`).map((c) => c.name);
  const select = { text: wanted.map((column) => identifier(column).text).join(', '), values: [] };
  const here = sql`SELECT ${select} FROM main.${identifier(table)}`;
  const there = sql`SELECT ${select} FROM rebuilt.${identifier(table)}`;
  const row = one<{ n: number }>(
    db,
    sql`SELECT (SELECT count(*) FROM (${here} EXCEPT ${there}))
             + (SELECT count(*) FROM (${there} EXCEPT ${here})) AS n`,
  );
  return row?.n ?? 0;
}
