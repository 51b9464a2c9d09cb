import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReadableDb, SqlValue } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

import type { ChangeRow } from './entries.ts';
import { entryKey, groupBy, idsIn, isLater } from './entries.ts';

/** An entry of one column: `json` is the value it gives to it, `null` where an `insert` says nothing. */
export type CellEntry = Pick<
  ChangeRow,
  'row' | 'scope' | 'replica' | 'seq' | 'hlc' | 'op' | 'operation_id' | 'parents'
> & { readonly json: string };

/** The entries of one column in several rows, row by row. Bulk work goes column by column. */
export function entriesOfColumn(
  db: ReadableDb,
  col: string,
  rows: readonly string[],
): Map<string, CellEntry[]> {
  const entries = all<CellEntry>(
    db,
    sql`SELECT row, scope, replica, seq, hlc, op, operation_id, parents,
          CASE op WHEN 'set' THEN value ELSE coalesce(value -> ${`$."${col}"`}, 'null') END AS json
        FROM change WHERE row IN (${idsIn(rows)}) AND (op = 'insert' OR col = ${col})`,
  );
  return groupBy(entries, (entry) => entry.row);
}

/** What a new entry of a cell must say of those before it. */
export interface CellHeads {
  readonly scope: string;
  /** Keys of the entries that no other entry of the cell has seen. */
  readonly parents: readonly string[];
}

/** Scope and live heads of one column in several rows, without reading the values. */
export function headsOfColumn(
  db: ReadableDb,
  col: string,
  rows: readonly string[],
): Map<string, CellHeads> {
  const entries = all<Pick<ChangeRow, 'row' | 'scope' | 'replica' | 'seq' | 'parents'>>(
    db,
    sql`SELECT row, scope, replica, seq, parents FROM change
        WHERE row IN (${idsIn(rows)}) AND (op = 'insert' OR col = ${col})`,
  );
  const heads = new Map<string, CellHeads>();
  for (const [row, cell] of groupBy(entries, (entry) => entry.row)) {
    const seen = new Set(cell.flatMap(parentsOf));
    const parents = cell.map(entryKey).filter((key) => !seen.has(key));
    heads.set(row, { scope: cell[0]?.scope ?? 'core', parents });
  }
  return heads;
}

export function parentsOf(entry: Pick<ChangeRow, 'parents'>): string[] {
  return JSON.parse(entry.parents) as string[]; // written by this program as keys
}

export function latestOf(entries: readonly CellEntry[]): CellEntry | null {
  let winner: CellEntry | null = null;
  for (const entry of entries) if (winner === null || isLater(entry, winner)) winner = entry;
  return winner;
}

/** The value that an entry gives to a column; one made before the column was takes its initial value. */
export function valueOfCell(name: EntityName, col: string, entry: CellEntry | null): unknown {
  const value: unknown = JSON.parse(entry?.json ?? 'null');
  return value ?? entityOf(name).fields[col]?.initial ?? null;
}

/** What one column holds now in several records of one kind, as the database keeps it. */
export function readColumn(
  db: ReadableDb,
  name: EntityName,
  field: string,
  ids: readonly string[],
): Map<string, SqlValue> {
  const rows = all<{ id: string; value: SqlValue }>(
    db,
    sql`SELECT id, ${identifier(toColumn(field))} AS value FROM ${identifier(tableOf(name))}
        WHERE id IN (${idsIn(ids)})`,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}
