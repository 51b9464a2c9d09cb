import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { insertRows } from '#sql/insert-rows.ts';
import type { WritableDb } from '#sql/sql.ts';
import { all, name as identifier, one, run, sql } from '#sql/sql.ts';

import { DELETED_AT, tableOf } from '#sql/codec.ts';
import type { ChangeRow } from './entries.ts';
import { chunksOf, entityNameIn, entriesOfRows, headsOf, latest, valueFor } from './entries.ts';
import { upsertRow } from './rows.ts';
import { reindex } from './search-index.ts';

interface Candidate {
  readonly name: EntityName;
  readonly id: string;
  readonly values: Record<string, unknown>;
}

/**
 * What the journal says a record is: for each column the latest of the entries that no other entry
 * has seen. Null while the entry that made the record has not arrived.
 */
function valuesFromJournal(entries: readonly ChangeRow[]): Candidate | null {
  const insert = entries.find((entry) => entry.op === 'insert');
  if (insert === undefined) return null;
  const name = entityNameIn(insert.tbl);
  const values: Record<string, unknown> = {};
  for (const field of [...entityOf(name).fieldNames, DELETED_AT]) {
    const winner = latest(headsOf(entries, field));
    const value = winner === null ? null : valueFor(winner, field);
    values[field] =
      value ?? (field === DELETED_AT ? null : (entityOf(name).fields[field]?.initial ?? null));
  }
  return { name, id: insert.row, values };
}

function exists(db: WritableDb, name: string, id: string): boolean {
  const table = identifier(tableOf(entityNameIn(name)));
  return one(db, sql`SELECT 1 AS found FROM ${table} WHERE id = ${id}`) !== null;
}

/** Candidates whose references are all in the store or among the candidates themselves. */
function withKnownReferences(
  db: WritableDb,
  candidates: ReadonlyMap<string, Candidate>,
): Map<string, Candidate> {
  const kept = new Map(candidates);
  let removedAny = true;
  while (removedAny) {
    removedAny = false;
    for (const [id, candidate] of kept) {
      const isMissing = Object.entries(entityOf(candidate.name).fields).some(
        ([field, { kind, target }]) => {
          const value = candidate.values[field];
          if (kind !== 'reference' || target === undefined || typeof value !== 'string')
            return false;
          return !kept.has(value) && !exists(db, target, value);
        },
      );
      if (isMissing) {
        kept.delete(id);
        removedAny = true;
      }
    }
  }
  return kept;
}

/**
 * Writes rows as their journal entries say, after entries came from elsewhere. A row whose making,
 * or whose references, have not arrived yet waits in `pending_row` and is tried again next time.
 * Runs inside the caller's transaction.
 */
export function materialise(db: WritableDb, touched: Iterable<{ tbl: string; row: string }>): void {
  const waiting = all<{ tbl: string; row: string }>(db, sql`SELECT tbl, row FROM pending_row`);
  const rows = new Map([...waiting, ...touched].map(({ tbl, row }) => [row, tbl]));
  const candidates = new Map<string, Candidate>();
  for (const chunk of chunksOf([...rows.keys()])) {
    for (const [row, entries] of entriesOfRows(db, chunk)) {
      const candidate = valuesFromJournal(entries);
      if (candidate !== null) candidates.set(row, candidate);
    }
  }
  const ready = withKnownReferences(db, candidates);
  run(db, sql`DELETE FROM pending_row`);
  insertRows(
    db,
    sql`pending_row (tbl, row)`,
    [...rows].filter(([row]) => !ready.has(row)).map(([row, tbl]) => [tbl, row]),
  );
  for (const chunk of chunksOf([...ready.values()])) {
    for (const { name, id, values } of chunk) upsertRow(db, name, id, values);
    reindex(
      db,
      chunk.map(({ name, id, values }) => ({
        name,
        id,
        values: values[DELETED_AT] === null ? values : null,
      })),
    );
  }
}
