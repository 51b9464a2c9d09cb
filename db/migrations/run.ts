import type Database from 'better-sqlite3';

import { DataError } from '#sql/errors.ts';

import { migrations as allMigrations } from './index.ts';
import type { Migration } from './migration.ts';

export function readSchemaVersion(raw: Database.Database): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

export interface MigrateOptions {
  /** Called before the first step on a store that holds data; throwing blocks the migration. */
  readonly backup?: (fromVersion: number) => void;
  /** For tests: only the steps up to this version. */
  readonly upTo?: number;
  readonly migrations?: readonly Migration[];
}

/**
 * Brings a store up to date, all steps in one transaction.
 * @returns the versions before and after.
 * @throws DataError `store.newer` when the store was written by a later program; nothing is touched.
 */
export function migrate(
  raw: Database.Database,
  { backup, upTo, migrations = allMigrations }: MigrateOptions = {},
): { from: number; to: number } {
  const from = readSchemaVersion(raw);
  const latest = migrations.length;
  if (from > latest) throw new DataError('store.newer', { version: from, known: latest });
  const steps = migrations.filter(
    (step) => step.version > from && step.version <= (upTo ?? latest),
  );
  const last = steps.at(-1);
  if (last === undefined) return { from, to: from };
  if (from > 0) backup?.(from);
  raw
    .transaction(() => {
      for (const step of steps) step.up(raw);
      raw.pragma(`user_version = ${last.version}`);
    })
    .immediate();
  return { from, to: last.version };
}
