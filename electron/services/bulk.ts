import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Id } from '#domain/ids.ts';
import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { entityOf, isEntityName } from '#domain/registry.ts';
import type { BulkChange, BulkPreviewRow, BulkTarget } from '#contract/bulk.channels.ts';
import type { ChannelOutput } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import { removeWithDependents } from '#journal/dependents.ts';
import type { Reason } from '#journal/entries.ts';
import type { LongOperation } from '#journal/long-operation.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import type { OperationResult } from '#journal/operation.ts';
import { recordsByIds } from '#repositories/bulk.repo.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import { registers } from '#repositories/registers/index.ts';
import { registerIds } from '#repositories/registers/list.ts';
import { stateOf } from '#repositories/registers/order-cache.ts';
import type { Refusal } from '#sql/errors.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { assertPossible, judge } from './bulk-change.ts';
import { nameRecord } from './named.ts';
import type { StoreSession } from './session.ts';

export interface BulkEdit {
  readonly table: EntityName;
  readonly target: BulkTarget;
  readonly changes: readonly BulkChange[];
}

/** Who asks, and how to tell how far the work is. */
export interface LongBy {
  readonly author: string;
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
}

interface RefusedRecord {
  readonly id: string;
  readonly refusal: Refusal;
}

/** What a change would do, by the identifiers of the records. */
interface Plan {
  readonly total: number;
  readonly changed: readonly string[];
  readonly refused: readonly RefusedRecord[];
}

const AT_ONCE = 100;

function* chunksOf<T>(items: readonly T[]): Generator<{ chunk: readonly T[]; done: number }> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const chunk = items.slice(start, start + AT_ONCE);
    yield { chunk, done: start + chunk.length };
  }
}

/**
 * Identifiers of what a person selected, in the list's order.
 * @throws AppError `request.invalid` when the list is of another kind of records
 */
export function targetIds(db: ReadableDb, table: EntityName, target: BulkTarget): string[] {
  if ('ids' in target) return [...new Set(target.ids)];
  const { register, ...query } = target.query;
  if (registers[register].table !== table) throw new AppError('request.invalid');
  return registerIds(db, registers[register], { ...query, only: { except: target.except } });
}

async function planOf(session: StoreSession, edit: BulkEdit, by: LongBy): Promise<Plan> {
  const { table, changes } = edit;
  assertPossible(table, changes);
  const { reader } = session;
  const ids = targetIds(reader, table, edit.target);
  const changed: string[] = [];
  const refused: RefusedRecord[] = [];
  let total = 0;
  for (const { chunk, done } of chunksOf(ids)) {
    for (const record of recordsByIds(reader, table, chunk)) {
      total += 1;
      const verdict = judge(table, record, changes);
      if (verdict.fate === 'changed') changed.push(record.id);
      if (verdict.fate === 'refused') refused.push({ id: record.id, refusal: verdict.refusal });
    }
    by.progress('check', done, ids.length);
    await nextTurn();
    by.signal.throwIfAborted();
  }
  return { total, changed, refused };
}

const plans = new WeakMap<ReadableDb, { readonly key: string; readonly plan: Plan }>();

/** The plan of the latest change looked at, kept while nothing is written. */
async function knownPlan(session: StoreSession, edit: BulkEdit, by: LongBy): Promise<Plan> {
  const { table, target, changes } = edit;
  const key = JSON.stringify([stateOf(session.reader), table, target, changes]);
  const known = plans.get(session.reader);
  if (known?.key === key) return known.plan;
  const plan = await planOf(session, edit, by);
  plans.set(session.reader, { key, plan });
  return plan;
}

/** Reasons why records refuse, the most frequent first. */
function countedRefusals(refused: readonly RefusedRecord[]): (Refusal & { count: number })[] {
  const counts = new Map<string, Refusal & { count: number }>();
  for (const { refusal } of refused) {
    const key = `${refusal.field} ${refusal.rule}`;
    const known = counts.get(key);
    counts.set(key, { ...refusal, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

type Held = BulkPreviewRow['cells'][number]['before'];

function heldOf(db: ReadableDb, table: EntityName, field: string, value: unknown): Held {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const { kind, target = '' } = entityOf(table).fields[field] ?? {};
  if (kind !== 'reference' || !isEntityName(target)) return value;
  return labelsOf(db, target, [value]).get(value) ?? null;
}

function previewRow(
  db: ReadableDb,
  { table, changes }: BulkEdit,
  record: Readonly<Record<string, unknown>> & { readonly id: string },
): BulkPreviewRow {
  const verdict = judge(table, record, changes);
  const after: Readonly<Record<string, unknown>> =
    verdict.fate === 'changed'
      ? verdict.patch
      : Object.fromEntries(
          changes.flatMap((change) =>
            change.kind === 'set' ? [[change.field, change.value]] : [],
          ),
        );
  return {
    id: record.id,
    label: nameRecord(db, table, record.id)?.label ?? '',
    cells: [...new Set(changes.map(({ field }) => field))].map((field) => ({
      field,
      before: heldOf(db, table, field, record[field]),
      after: heldOf(db, table, field, field in after ? after[field] : record[field]),
    })),
    refusal: verdict.fate === 'refused' ? verdict.refusal : null,
  };
}

/** What a change would do to many records: how many, which, and why some refuse. */
export async function previewMany(
  session: StoreSession,
  request: BulkEdit & {
    readonly fate: 'changed' | 'refused';
    readonly offset: number;
    readonly limit: number;
  },
  by: LongBy,
): Promise<ChannelOutput<'records:previewMany'>> {
  const { table, fate, offset, limit } = request;
  const { reader } = session;
  const plan = await knownPlan(session, request, by);
  const wanted = fate === 'changed' ? plan.changed : plan.refused.map(({ id }) => id);
  const records = recordsByIds(reader, table, wanted.slice(offset, offset + limit));
  return {
    total: plan.total,
    changed: plan.changed.length,
    unchanged: plan.total - plan.changed.length - plan.refused.length,
    refused: plan.refused.length,
    refusals: countedRefusals(plan.refused),
    rows: records.map((record) => previewRow(reader, request, record)),
  };
}

function operate(
  session: StoreSession,
  { author, signal, progress }: LongBy,
  reason: Reason,
  body: (operation: LongOperation) => Generator<undefined>,
): Promise<OperationResult<unknown>> {
  return runLongOperation(session.writer(), { author, reason }, body, {
    signal,
    onProgress: (done, total) => progress('finish', done, total),
  });
}

/** Writes alike what is to be written alike. */
function update(
  operation: LongOperation,
  { table, changes }: BulkEdit,
  ids: readonly string[],
): void {
  const alike = new Map<string, { patch: RecordPatch<EntityName>; ids: Id<EntityName>[] }>();
  for (const record of recordsByIds(operation.db, table, ids)) {
    const verdict = judge(table, record, changes);
    if (verdict.fate !== 'changed') continue;
    const { patch } = verdict;
    const key = JSON.stringify(patch);
    const known = alike.get(key) ?? { patch, ids: [] };
    known.ids.push(record.id);
    alike.set(key, known);
  }
  for (const group of alike.values()) operation.updateMany(table, group.ids, group.patch);
}

export interface BulkResult {
  readonly operationId: string | null;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/**
 * Makes the same change on many records, as one operation, undone as one.
 * @throws DataError `record.invalid` when a record refuses and refusing ones are not to be skipped
 */
export async function changeMany(
  session: StoreSession,
  edit: BulkEdit & { readonly skipsRefused: boolean },
  by: LongBy,
): Promise<BulkResult> {
  session.writer(); // refuses before any work when the store is open for reading only
  const { table, skipsRefused } = edit;
  const plan = await planOf(session, edit, by);
  const [first] = plan.refused;
  if (first !== undefined && !skipsRefused) {
    throw new DataError('record.invalid', { table, refusals: [first.refusal] });
  }
  const counts = {
    changed: plan.changed.length,
    unchanged: plan.total - plan.changed.length - plan.refused.length,
    refused: plan.refused.length,
  };
  if (plan.changed.length === 0) return { operationId: null, ...counts };
  const reason = { key: 'updateMany', params: { table, count: plan.changed.length } };
  const { operationId } = await operate(session, by, reason, function* (operation) {
    for (const { chunk, done } of chunksOf(plan.changed)) {
      update(operation, edit, chunk);
      by.progress('write', done, plan.changed.length);
      yield;
    }
  });
  return { operationId, ...counts };
}

/** Puts what a person selected aside, with what cannot stand without it, as one operation. */
export async function removeMany(
  session: StoreSession,
  { table, target }: Pick<BulkEdit, 'table' | 'target'>,
  by: LongBy,
): Promise<{ operationId: string | null; removed: Map<EntityName, number> }> {
  session.writer();
  const ids = targetIds(session.reader, table, target);
  const removed = new Map<EntityName, number>();
  const reason = { key: 'remove', params: { table, count: ids.length } };
  const deletedAt = new Date().toISOString();
  const { operationId } = await operate(session, by, reason, function* (operation) {
    for (const { chunk, done } of chunksOf(ids)) {
      // What an earlier one took along is gone by now.
      const live = recordsByIds(operation.db, table, chunk).map(({ id }) => id);
      for (const [name, count] of removeWithDependents(operation, table, live, deletedAt)) {
        removed.set(name, (removed.get(name) ?? 0) + count);
      }
      by.progress('write', done, ids.length);
      yield;
    }
  });
  return { operationId, removed };
}
