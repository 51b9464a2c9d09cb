import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import type { LongOperation } from '#journal/long-operation.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import type { WritableDb } from '#sql/sql.ts';

import type { ImportSpec } from '#contract/import.channels.ts';

import { convertOptions } from './plan.ts';
import { fillColumns } from './columns.ts';
import { importDefinitions } from './definitions.ts';
import { differences } from './differences.ts';
import { loadRecords } from './match.ts';
import { spelling } from './sides.ts';
import { createNames } from './names.ts';
import type { DecidedRow, SideRecord, Staging } from './staging.ts';
import { fieldConverters } from './targets.ts';
import { entityOf } from '#domain/registry.ts';
import { labelOf } from '#sql/codec.ts';

type Values = Readonly<Record<string, unknown>>;

export interface RunOptions {
  readonly db: WritableDb;
  readonly spec: ImportSpec;
  readonly staging: Staging;
  readonly pending: ReadonlyMap<string, SideRecord>;
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly fileName: string;
  /** Rows to write, for progress. */
  readonly total: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface RunResult {
  readonly operationId: string | null;
  readonly created: number;
  readonly updated: number;
}

/** Values were checked when the row was planned; the journal checks them once more. */
const asNew = (values: Values) => values as NewRecord<EntityName>;
const asPatch = (patch: Values) => patch as RecordPatch<EntityName>;
const asId = (id: string) => id as Id<EntityName>;

function withoutNulls(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function namesItself(spec: ImportSpec): boolean {
  const { table } = importDefinitions[spec.register];
  const keys = new Set(spec.mapping.map(({ key }) => key));
  return fillColumns(spec.register).some(
    ({ key, fill }) => keys.has(key) && fill.kind === 'reference' && fill.target === table,
  );
}

interface Batch {
  readonly table: EntityName;
  readonly rows: { readonly id: Id<EntityName>; readonly values: NewRecord<EntityName> }[];
}

function insertSides(operation: LongOperation, sides: readonly SideRecord[]): void {
  const batches = new Map<EntityName, Batch>();
  for (const { table, id, values, isPatch } of sides) {
    if (isPatch === true) {
      operation.update(table, asId(id), asPatch(values));
      continue;
    }
    const batch = batches.get(table) ?? { table, rows: [] };
    batch.rows.push({ id: asId(id), values: asNew(values) });
    batches.set(table, batch);
  }
  for (const { table, rows } of batches.values()) operation.insertMany(table, rows);
}

/**
 * Writes what was planned, as one operation; other requests are answered meanwhile. When the signal
 * is aborted, or anything is refused, the store is as it was.
 */
export async function runImport(options: RunOptions): Promise<RunResult> {
  const { db, spec, staging, pending, author, fileName, signal, onProgress, total } = options;
  const { table } = importDefinitions[spec.register];
  const difference = {
    table,
    converters: fieldConverters(spec, convertOptions(options.language)),
    clearsEmpty: spec.clearsEmpty,
  };
  const isActor = table === 'organisation' || table === 'person';
  const names = createNames(db);
  const { label } = entityOf(table);

  /** A row of which someone said that it speaks of a record whose name is spelled otherwise. */
  function joined(row: DecidedRow, id: string): { patch: Values | null; sides: SideRecord[] } {
    const stored = loadRecords(db, table, [id]).get(id);
    if (stored === undefined) return { patch: null, sides: [] };
    const isTold = (field: string): boolean =>
      !(isActor && label.includes(field)) &&
      !(row.common.includes(field) && (stored[field] ?? null) !== null);
    const told = Object.fromEntries(Object.entries(row.given).filter(([field]) => isTold(field)));
    const other = labelOf(table, row.given);
    const sides = row.sides.map((side) => ({
      ...side,
      values: Object.fromEntries(
        Object.entries(side.values).map(([field, value]) => [field, value === row.id ? id : value]),
      ),
    }));
    return {
      patch: differences(stored, told, difference),
      sides:
        isActor && other !== labelOf(table, stored)
          ? [...sides, ...spelling(names, table, id, other)]
          : sides,
    };
  }

  const made = new Set<string>();
  let created = 0;
  let updated = 0;
  let done = 0;

  async function writePage(operation: LongOperation, page: readonly DecidedRow[]): Promise<void> {
    const needs = [...new Set(page.flatMap((row) => row.needs))]
      .filter((id) => !made.has(id))
      .flatMap((id) => pending.get(id) ?? []);
    for (const { id } of needs) made.add(id);
    insertSides(operation, needs);
    const fresh: { id: Id<EntityName>; values: NewRecord<EntityName> }[] = [];
    const sides: SideRecord[] = [];
    for (const row of page) {
      const target = row.decision?.kind === 'update' ? row.decision.id : null;
      if (target !== null) {
        const { patch, sides: further } = joined(row, target);
        if (patch !== null) operation.update(table, asId(target), asPatch(patch));
        sides.push(...further);
        updated += 1;
      } else if (row.fate === 'update') {
        if (row.patch !== null) operation.update(table, asId(row.id), asPatch(row.patch));
        sides.push(...row.sides);
        updated += 1;
      } else {
        const values = asNew({ ...row.filled, ...withoutNulls(row.given) });
        fresh.push({ id: asId(row.id), values });
        sides.push(...row.sides);
        created += 1;
      }
    }
    if (fresh.length > 0) operation.insertMany(table, fresh);
    insertSides(operation, sides);
    done += page.length;
    onProgress(done, total);
    await operation.turn();
  }

  const reason = {
    key: 'import',
    params: { register: spec.register, file: fileName, count: total },
  };
  const { operationId } = await runLongOperation(
    db,
    { author, reason, kind: 'import' },
    async (operation) => {
      // Rows that name each other must find those before them.
      const keepsOrder = namesItself(spec);
      for (const page of staging.toWrite(keepsOrder)) await writePage(operation, page);
    },
    { signal, onProgress: (finished, all) => onProgress(total - all + finished, total) },
  );
  return { operationId, created, updated };
}
