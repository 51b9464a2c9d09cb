import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { entityNames } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReplicaTokens } from '#journal/replica.ts';
import { createExampleStore, createGroupStore } from '#services/example.ts';
import type { SessionOptions, StoreSession } from '#services/session.ts';
import { createStore, openSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

/** A folder of its own for one test, removed with it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The machine's memory of its copies, for one test. */
export function memoryTokens(): ReplicaTokens {
  const tokens = new Map<string, string>();
  return {
    read: (storeId) => tokens.get(storeId) ?? null,
    write: (storeId, token) => void tokens.set(storeId, token),
  };
}

export interface TestStore {
  readonly session: StoreSession;
  readonly options: SessionOptions;
}

function tracked(session: StoreSession): StoreSession {
  onTestFinished(() => session.close());
  return session;
}

export function storeOptions(
  folder = temporaryFolder(),
  file = 'groupe.rapporteur',
): SessionOptions {
  return { path: join(folder, file), home: join(folder, 'home'), tokens: memoryTokens() };
}

export function emptyStore(options = storeOptions()): TestStore {
  return { session: tracked(createStore(options)), options };
}

export function exampleStore(options = storeOptions()): TestStore {
  return { session: tracked(createExampleStore({ ...options, author: 'Essai' })), options };
}

export function groupStore(name: string, options = storeOptions()): TestStore {
  return { session: tracked(createGroupStore({ ...options, author: 'Essai' }, name)), options };
}

export function reopen(options: SessionOptions): StoreSession {
  return tracked(openSession(options));
}

/** Every live row of every table, to hold two states of a store against each other. */
export function liveRows(db: ReadableDb): Record<string, unknown[]> {
  return Object.fromEntries(
    entityNames.map((name) => [
      name,
      all(db, sql`SELECT * FROM ${identifier(tableOf(name))} WHERE deleted_at IS NULL ORDER BY id`),
    ]),
  );
}

/** Every row of every table, those put aside included. */
export function allRows(db: ReadableDb): Record<string, unknown[]> {
  return Object.fromEntries(
    entityNames.map((name) => [
      name,
      all(db, sql`SELECT * FROM ${identifier(tableOf(name))} ORDER BY id`),
    ]),
  );
}

export function searchDocs(db: ReadableDb): unknown[] {
  return all(db, sql`SELECT tbl, row, title, body FROM search_doc ORDER BY row`);
}
