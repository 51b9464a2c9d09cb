import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

import { instantOf } from './clock.ts';
import type { ChangeRow, OperationKind, OperationRow, Reason } from './entries.ts';
import {
  entriesOfRow,
  entriesOfRows,
  entryKey,
  headsOf,
  idsIn,
  latest,
  valueFor,
} from './entries.ts';
import { lostIdsOf } from './merged-records.ts';

/** One change of a record, as its history tells it. `before` is what the author saw. */
export interface HistoryEntry {
  readonly operationId: string;
  readonly at: string;
  readonly author: string;
  readonly reason: Reason;
  readonly kind: OperationKind;
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** True for what happened to a record that was since merged into this one. */
  readonly isOfMerged: boolean;
}

export interface OperationSummary {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly reason: Reason;
  readonly kind: OperationKind;
  readonly targetId: string | null;
  readonly changes: number;
  readonly isUndone: boolean;
}

/** Reads a reason back as the journal keeps it. */
export function parseReason(text: string): Reason {
  return JSON.parse(text) as Reason; // written by this program from a Reason
}

/** The life of one record and of those that were merged into it, latest first. */
export function historyOf(db: ReadableDb, row: string): HistoryEntry[] {
  const rows = [row, ...lostIdsOf(db, row)];
  const entries = [...entriesOfRows(db, rows).values()].flat();
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const operations = new Map(
    all<OperationRow>(
      db,
      sql`SELECT * FROM operation
          WHERE id IN (SELECT operation_id FROM change WHERE row IN (${idsIn(rows)}))`,
    ).map((operation) => [operation.id, operation]),
  );
  return entries
    .toSorted((a, b) => (a.hlc === b.hlc ? b.seq - a.seq : a.hlc < b.hlc ? 1 : -1))
    .flatMap((entry) => {
      const operation = operations.get(entry.operation_id);
      if (operation === undefined) return [];
      return [
        {
          operationId: operation.id,
          at: instantOf(entry.hlc),
          author: operation.author,
          reason: parseReason(operation.reason),
          kind: operation.kind,
          field: entry.col,
          before: entry.col === null ? null : seenBefore(entry, entry.col, byKey),
          after: JSON.parse(entry.value) as unknown,
          isOfMerged: entry.row !== row,
        },
      ];
    });
}

function seenBefore(entry: ChangeRow, col: string, byKey: ReadonlyMap<string, ChangeRow>): unknown {
  const parents = (JSON.parse(entry.parents) as string[]).flatMap((key) => byKey.get(key) ?? []);
  const winner = latest(parents);
  return winner === null ? null : valueFor(winner, col);
}

/** Operations of the store, latest first, for the journal of operations. */
export function listOperations(
  db: ReadableDb,
  {
    offset,
    limit,
    kind,
  }: { readonly offset: number; readonly limit: number; readonly kind?: OperationKind },
): OperationSummary[] {
  const wanted = kind === undefined ? sql`1` : sql`o.kind = ${kind}`;
  const rows = all<OperationRow & { changes: number; is_undone: number }>(
    db,
    sql`SELECT o.*, (SELECT count(*) FROM change c WHERE c.operation_id = o.id) AS changes,
          EXISTS (SELECT 1 FROM operation u WHERE u.target_id = o.id
                  AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.target_id = u.id)) AS is_undone
        FROM operation o WHERE ${wanted} ORDER BY o.hlc DESC, o.id DESC LIMIT ${limit} OFFSET ${offset}`,
  );
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.hlc),
    author: row.author,
    reason: parseReason(row.reason),
    kind: row.kind,
    targetId: row.target_id,
    changes: row.changes,
    isUndone: row.is_undone === 1,
  }));
}

/** The operation that came last of all; changes with whatever is written. */
export function newestOperation(db: ReadableDb): string | null {
  const query = sql`SELECT id FROM operation ORDER BY hlc DESC, id DESC LIMIT 1`;
  return one<{ id: string }>(db, query)?.id ?? null;
}

/** A cell that two people set without having seen each other: both values are kept and shown. */
export interface Conflict {
  readonly tbl: string;
  readonly row: string;
  readonly col: string;
  readonly values: readonly {
    readonly value: unknown;
    readonly author: string;
    readonly at: string;
  }[];
}

export function conflictsOf(db: ReadableDb, row: string): Conflict[] {
  const entries = entriesOfRow(db, row);
  const columns = new Set(entries.flatMap((entry) => entry.col ?? []));
  return [...columns].flatMap((col) => {
    const heads = headsOf(entries, col);
    const first = heads[0];
    if (first === undefined || heads.length < 2) return [];
    const distinct = new Set(heads.map((head) => JSON.stringify(valueFor(head, col))));
    if (distinct.size < 2) return [];
    const values = heads.map((head) => ({
      value: valueFor(head, col),
      author: authorOf(db, head.operation_id),
      at: instantOf(head.hlc),
    }));
    return [{ tbl: first.tbl, row, col, values }];
  });
}

function authorOf(db: ReadableDb, operationId: string): string {
  const [row] = all<{ author: string }>(
    db,
    sql`SELECT author FROM operation WHERE id = ${operationId}`,
  );
  return row?.author ?? '';
}
