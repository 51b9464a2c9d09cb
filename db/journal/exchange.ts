import { schemaVersion } from '#migrations/index.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { all, list, one, run, sql, transaction } from '#sql/sql.ts';

import { FIRST_HLC } from './clock.ts';
import type { ChangeRow, OperationRow } from './entries.ts';
import { CHANGE_COLUMNS, entryHash, insertChanges, insertOperation } from './entries.ts';
import { materialise } from './materialise.ts';
import { getMeta, setMeta } from './meta.ts';

/** For each `scope replica`, the last entry up to which none is missing. */
export type VersionVector = Readonly<Record<string, number>>;

/** Entries that travel from one laptop to another, with the operations they belong to. */
export interface Package {
  readonly format: 'rapporteur-package';
  readonly schemaVersion: number;
  readonly storeId: string;
  readonly operations: readonly OperationRow[];
  readonly changes: readonly ChangeRow[];
}

export interface MergeOutcome {
  readonly added: number;
  readonly known: number;
}

const vectorKey = (scope: string, replica: string): string => `${scope} ${replica}`;

export function versionVector(db: ReadableDb): VersionVector {
  const rows = all<{ scope: string; replica: string; last: number; entries: number }>(
    db,
    sql`SELECT scope, replica, max(seq) AS last, count(*) AS entries FROM change GROUP BY scope, replica`,
  );
  return Object.fromEntries(
    rows.map(({ scope, replica, last, entries }) => [
      vectorKey(scope, replica),
      last === entries ? last : lastWithoutGap(db, scope, replica),
    ]),
  );
}

function lastWithoutGap(db: ReadableDb, scope: string, replica: string): number {
  const row = one<{ seq: number }>(
    db,
    sql`SELECT c.seq FROM change c
        WHERE c.scope = ${scope} AND c.replica = ${replica}
          AND NOT EXISTS (SELECT 1 FROM change n WHERE n.scope = c.scope AND n.replica = c.replica
                          AND n.seq = c.seq + 1)
          AND EXISTS (SELECT 1 FROM change f WHERE f.scope = c.scope AND f.replica = c.replica AND f.seq = 1)
        ORDER BY c.seq LIMIT 1`,
  );
  return row?.seq ?? 0;
}

/** What the other side has not seen, limited to the given scopes (all when absent). */
export function pack(
  db: ReadableDb,
  have: VersionVector,
  scopes: readonly string[] | null = null,
): Package {
  const within = scopes === null ? sql`1` : sql`scope IN ${list(scopes)}`;
  const pairs = all<{ scope: string; replica: string }>(
    db,
    sql`SELECT DISTINCT scope, replica FROM change WHERE ${within}`,
  );
  const changes = pairs.flatMap(({ scope, replica }) =>
    all<ChangeRow>(
      db,
      sql`SELECT ${CHANGE_COLUMNS} FROM change
          WHERE scope = ${scope} AND replica = ${replica}
            AND seq > ${have[vectorKey(scope, replica)] ?? 0} ORDER BY seq`,
    ),
  );
  const operationIds = [...new Set(changes.map((change) => change.operation_id))];
  const operations = operationIds.flatMap(
    (id) => one<OperationRow>(db, sql`SELECT * FROM operation WHERE id = ${id}`) ?? [],
  );
  return {
    format: 'rapporteur-package',
    schemaVersion,
    storeId: getMeta(db, 'storeId') ?? '',
    operations,
    changes,
  };
}

/**
 * Takes in a package, whatever the order, repetition or delay in which packages come. Nothing is
 * overwritten: two values of one cell both stay, and `conflictsOf` shows them.
 * @throws DataError `journal.newerEntries` from a later program; `journal.damagedEntry` when an entry
 *   does not hold what its hash says; `journal.copiedReplica` when two files write under one name.
 */
export function merge(db: WritableDb, incoming: Package): MergeOutcome {
  if (incoming.schemaVersion > schemaVersion) {
    throw new DataError('journal.newerEntries', { version: incoming.schemaVersion });
  }
  const operations = new Map(incoming.operations.map((operation) => [operation.id, operation]));
  return transaction(db, () => {
    const fresh = incoming.changes.filter((change) => isNew(db, change, operations));
    const used = new Set(fresh.map((change) => change.operation_id));
    for (const [id, operation] of operations) {
      const isKnown = one(db, sql`SELECT 1 AS found FROM operation WHERE id = ${id}`) !== null;
      if (used.has(id) && !isKnown) insertOperation(db, operation);
    }
    insertChanges(db, fresh);
    const clock = fresh.reduce(
      (last, change) => (change.hlc > last ? change.hlc : last),
      getMeta(db, 'lastHlc') ?? FIRST_HLC,
    );
    setMeta(db, 'lastHlc', clock);
    materialise(db, fresh);
    return { added: fresh.length, known: incoming.changes.length - fresh.length };
  });
}

function isNew(
  db: ReadableDb,
  change: ChangeRow,
  operations: ReadonlyMap<string, OperationRow>,
): boolean {
  const operation = operations.get(change.operation_id);
  const hash = Buffer.from(change.hash);
  if (operation === undefined || !hash.equals(entryHash(change, operation))) {
    throw new DataError('journal.damagedEntry', { table: change.tbl, seq: change.seq });
  }
  const known = one<{ hash: Uint8Array }>(
    db,
    sql`SELECT hash FROM change
        WHERE scope = ${change.scope} AND replica = ${change.replica} AND seq = ${change.seq}`,
  );
  if (known === null) return true;
  if (!hash.equals(Buffer.from(known.hash))) {
    throw new DataError('journal.copiedReplica', { replica: change.replica });
  }
  return false;
}

/** Forgets nothing: rebuilds every table of a fresh store from another's journal alone. */
export function rebuildInto(target: WritableDb, source: ReadableDb): void {
  const everything = pack(source, {});
  transaction(target, () => {
    run(target, sql`DELETE FROM pending_row`);
    for (const operation of everything.operations) insertOperation(target, operation);
    insertChanges(target, everything.changes);
    materialise(target, everything.changes);
  });
}
