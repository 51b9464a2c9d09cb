import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordOf, RecordPatch } from '#domain/registry.ts';
import { removeWithDependents } from '#journal/dependents.ts';
import type { HistoryEntry } from '#journal/history.ts';
import { historyOf } from '#journal/history.ts';
import type { Reason } from '#journal/entries.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';

import { findByLabel, getRecord } from '#repositories/records.repo.ts';

import { assertNoOverlap } from './mandate-overlap.ts';
import type { NamedRecord } from './named.ts';
import { detailOf } from './named.ts';
import type { StoreSession } from './session.ts';

export interface Author {
  readonly author: string;
}

function operate<T>(
  session: StoreSession,
  { author }: Author,
  reason: Reason,
  body: (operation: Operation) => T,
): OperationResult<T> {
  return runOperation(session.writer(), { author, reason }, body);
}

/** Makes a record. @throws DataError `record.invalid` naming each refused field and its rule */
export function createRecord<N extends EntityName>(
  session: StoreSession,
  by: Author,
  table: N,
  values: NewRecord<N>,
): OperationResult<Id<N>> {
  return operate(session, by, { key: 'create', params: { table } }, (operation) => {
    const id = operation.insert(table, values);
    if (table === 'mandate') assertNoOverlap(operation, id);
    return id;
  });
}

export function updateRecord<N extends EntityName>(
  session: StoreSession,
  by: Author,
  table: N,
  id: Id<N>,
  patch: RecordPatch<N>,
): OperationResult<void> {
  const reason = { key: 'update', params: { table } };
  return operate(session, by, reason, (operation) => {
    operation.update(table, id, patch);
    if (table === 'mandate') assertNoOverlap(operation, id);
  });
}

/** Puts records aside with what cannot stand without them, and says how many of each kind went. */
export function removeRecords(
  session: StoreSession,
  by: Author,
  table: EntityName,
  ids: readonly string[],
): OperationResult<Map<EntityName, number>> {
  const reason = { key: 'remove', params: { table, count: ids.length } };
  return operate(session, by, reason, (operation) =>
    removeWithDependents(operation, table, ids, new Date().toISOString()),
  );
}

/** A live record, or null. */
export function readRecord<N extends EntityName>(
  session: StoreSession,
  table: N,
  id: string,
): RecordOf<N> | null {
  return getRecord(session.reader, table, id);
}

/** The life of one record, latest first. */
export function recordHistory(session: StoreSession, id: string): HistoryEntry[] {
  return historyOf(session.reader, id);
}

/** Records of one kind whose name holds the text, each with what tells it from its namesakes. */
export function recordOptions(
  session: StoreSession,
  {
    table,
    text,
    limit,
  }: { readonly table: EntityName; readonly text: string; readonly limit: number },
): NamedRecord[] {
  const { reader } = session;
  return findByLabel(reader, table, text, limit).map(({ id, label }) => {
    const record = getRecord(reader, table, id);
    const detail = record === null ? '' : detailOf(reader, table, id, record);
    return { table, id, label, detail };
  });
}
