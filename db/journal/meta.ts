import type { ReadableDb, WritableDb } from '#sql/sql.ts';
import { one, run, sql } from '#sql/sql.ts';

export type MetaKey = 'storeId' | 'replica' | 'replicaToken' | 'lastHlc' | 'createdAt';

/** A fact about this copy of the store; not shared, not journaled. */
export function getMeta(db: ReadableDb, key: MetaKey): string | null {
  return one<{ value: string }>(db, sql`SELECT value FROM meta WHERE key = ${key}`)?.value ?? null;
}

export function setMeta(db: WritableDb, key: MetaKey, value: string): void {
  run(
    db,
    sql`INSERT INTO meta (key, value) VALUES (${key}, ${value})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
}
