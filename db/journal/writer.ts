import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { schemaVersion } from '#migrations/index.ts';
import type { Values } from '#sql/codec.ts';
import { checkedValues, DELETED_AT, valuesOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { WritableDb } from '#sql/sql.ts';

import type { Draft } from './append.ts';
import { appendEntries } from './append.ts';
import { headsOfColumn, readColumn } from './cells.ts';
import { FIRST_HLC, nextHlc } from './clock.ts';
import type { ChangeRow, OperationRow } from './entries.ts';
import { chunksOf, groupBy, insertOperation, lastSeq, scopeOfRow } from './entries.ts';
import type { LockedReason } from './locks.ts';
import { assertMayJoin, assertUnlocked, LOCKING } from './locks.ts';
import { assertNoLoop, assertNoneLoops } from './loops.ts';
import { getMeta, setMeta } from './meta.ts';
import { newId } from './new-id.ts';
import type { Cell, Operation, OperationContext, OperationResult, Patched } from './operation.ts';
import { refreshChanged } from './refresh.ts';
import { insertRecords, readManyValues, updateCells } from './rows.ts';
import { addDocsOf, indexDocs, lastDoc } from './search-index.ts';
import { assertYearOpen } from './year-lock.ts';

/** An entry to come, and where it travels. */
type ScopedDraft = Draft & { readonly scope: string };

interface Changed {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
}

/** Scopes of the records that others hang on; the few that come up again and again. */
const SCOPES_KEPT = 2000;

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function withoutNulls(values: Values): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field in values) if (values[field] !== null) kept[field] = values[field];
  return kept;
}

/** Writes one operation within a transaction that its owner begins and ends. */
export class Writer implements Operation {
  readonly id = newId();
  readonly db: WritableDb;
  readonly #operation: OperationRow;
  /** Where the operation's entries begin and will go on, by scope. */
  readonly #spans = new Map<string, { readonly from: number; next: number }>();
  readonly #scopes = new Map<string, string>();
  #changes = 0;
  #hasBegun = false;
  #hasSet = false;
  /** Where the search ended before this operation's own records. */
  #lastDoc: number | null = null;
  /** Takes a validation or a freezing back, or does it again: the one way to unlock what they lock. */
  readonly #unlocks: boolean;
  readonly #reason: LockedReason;
  /** Why nothing may be written any more: a statement failed half-way, or the operation is over. */
  #end: Error | null = null;

  constructor(db: WritableDb, context: OperationContext) {
    this.db = db;
    const now = context.now ?? Date.now;
    const replica = getMeta(db, 'replica');
    if (replica === null) throw new DataError('store.notAStore', {});
    this.#operation = {
      id: this.id,
      replica,
      hlc: nextHlc(getMeta(db, 'lastHlc') ?? FIRST_HLC, now()),
      author: context.author,
      reason: JSON.stringify(context.reason),
      kind: context.kind ?? 'edit',
      target_id: context.targetId ?? null,
      schema_version: schemaVersion,
    };
    this.#reason = context.reason;
    const isRevert = context.kind === 'undo' || context.kind === 'redo';
    this.#unlocks = isRevert && LOCKING.has(context.reason.params?.['of']);
  }

  /** Search and sort keys of what was written, then the clock. Yields records done, of how many. */
  *finish(): Generator<{ readonly done: number; readonly total: number }> {
    this.#assertOpen();
    if (this.#changes === 0) return;
    const spans = this.#hasSet ? [...this.#spans] : [];
    const entries = spans.reduce((sum, [, { from, next }]) => sum + next - from, 0);
    const docs = this.#lastDoc === null ? 0 : lastDoc(this.db) - this.#lastDoc;
    const total = docs + entries;
    let done = 0;
    if (this.#lastDoc !== null) {
      for (const some of indexDocs(this.db, this.#lastDoc)) yield { done: (done += some), total };
    }
    const { replica } = this.#operation;
    for (const [scope, { from, next }] of spans) {
      const span = { scope, replica, from, before: next };
      for (const some of refreshChanged(this.db, span)) yield { done: (done += some), total };
    }
    setMeta(this.db, 'lastHlc', this.#operation.hlc);
  }

  result<T>(value: T): OperationResult<T> {
    return { value, operationId: this.#changes === 0 ? null : this.id, changes: this.#changes };
  }

  /** From now on every method throws: a body that lives on cannot write into someone else's work. */
  close(): void {
    this.#end ??= new TypeError('the operation is over');
  }

  insert<N extends EntityName>(name: N, values: NewRecord<N>, id?: Id<N>): Id<N> {
    const row = id === undefined ? { values } : { values, id };
    const [newId] = this.insertMany(name, [row]);
    if (newId === undefined) throw new TypeError('one row in, one identifier out');
    return newId;
  }

  insertMany<N extends EntityName>(
    name: N,
    rows: readonly { readonly id?: Id<N>; readonly values: NewRecord<N> }[],
  ): Id<N>[] {
    this.#assertOpen();
    const checked = rows.map((row) => ({
      id: row.id ?? (newId() as Id<N>), // a fresh identifier, branded here
      values: checkedValues(name, row.values),
    }));
    if (rows.length === 0) return [];
    assertNoneLoops(this.db, name, checked);
    if (this.#operation.kind === 'edit') {
      assertMayJoin(
        this.db,
        name,
        checked.map(({ values }) => values),
      );
    }
    this.#write(() => {
      this.#begin();
      this.#lastDoc ??= lastDoc(this.db);
      addDocsOf(this.db, name, insertRecords(this.db, name, checked));
      if (this.#operation.kind !== 'founding') {
        const ids = checked.map(({ id }) => id);
        assertYearOpen(this.db, name, null, ids, this.#reason);
      }
      this.#append(
        name,
        'insert',
        checked.map(({ id, values }) => ({
          scope: this.#scopeOfNew(name, values),
          row: id,
          col: null,
          value: JSON.stringify(withoutNulls(values)),
          parents: '[]',
        })),
      );
    });
    return checked.map(({ id }) => id);
  }

  update<N extends EntityName>(name: N, id: Id<N>, patch: RecordPatch<N>): void {
    this.#updateSome(name, [{ id, patch }]);
  }

  updateMany<N extends EntityName>(name: N, ids: readonly Id<N>[], patch: RecordPatch<N>): void {
    for (const chunk of chunksOf([...new Set(ids)])) {
      this.#updateSome(
        name,
        chunk.map((id) => ({ id, patch })),
      );
    }
  }

  updateEach<N extends EntityName>(name: N, rows: readonly Patched<N>[]): void {
    for (const chunk of chunksOf(rows)) {
      let some = new Map<string, Patched<N>>();
      for (const row of chunk) {
        if (some.has(row.id)) {
          this.#updateSome(name, [...some.values()]);
          some = new Map();
        }
        some.set(row.id, row);
      }
      this.#updateSome(name, [...some.values()]);
    }
  }

  setDeleted(name: EntityName, id: string, deletedAt: string | null): void {
    this.setDeletedMany(name, [id], deletedAt);
  }

  setDeletedMany(name: EntityName, ids: readonly string[], deletedAt: string | null): void {
    this.#assertOpen();
    for (const chunk of chunksOf([...new Set(ids)])) {
      const current = readColumn(this.db, name, DELETED_AT, chunk);
      const missing = chunk.find((id) => !current.has(id));
      if (missing !== undefined) {
        throw new DataError('record.notFound', { table: name, id: missing });
      }
      this.#set(
        name,
        chunk
          .filter((id) => current.get(id) !== deletedAt)
          .map((id) => ({ id, field: DELETED_AT, value: deletedAt })),
      );
    }
  }

  restoreCells(cells: readonly Cell[]): void {
    this.#assertOpen();
    // Cells of one column that get one value are written together.
    const groups = groupBy(cells, ({ name, col, value }) =>
      JSON.stringify([name, col, value ?? null]),
    );
    for (const [first, ...others] of groups.values()) {
      if (first === undefined) continue;
      for (const chunk of chunksOf([first, ...others])) {
        this.#set(
          first.name,
          chunk.map(({ row, value }) => ({ id: row, field: first.col, value })),
        );
      }
    }
  }

  /** Checks, compares and writes patches of records of one kind, each of them once. */
  #updateSome<N extends EntityName>(name: N, rows: readonly Patched<N>[]): void {
    this.#assertOpen();
    const stored = readManyValues(
      this.db,
      name,
      rows.map(({ id }) => id),
    );
    const changed = rows.flatMap(({ id, patch }): Changed[] => {
      const current = stored.get(id);
      if (current === undefined) throw new DataError('record.notFound', { table: name, id });
      const wanted = checkedValues(name, { ...valuesOf(name, current), ...patch });
      return Object.keys(patch)
        .filter((field) => !sameValue(current[field], wanted[field]))
        .map((field) => ({ id, field, value: wanted[field] }));
    });
    assertNoLoop(this.db, name, changed);
    this.#set(name, changed);
  }

  /** Sets cells of records of one kind; cells of one column that get one value go together. */
  #set(name: EntityName, changed: readonly Changed[]): void {
    if (changed.length === 0) return;
    const byField = groupBy(changed, ({ field }) => field);
    const touched = [...new Set(changed.map(({ id }) => id))];
    assertYearOpen(this.db, name, byField.keys(), touched, this.#reason);
    if (!this.#unlocks) {
      assertUnlocked(this.db, name, byField.keys(), touched, this.#reason);
    }
    const heads = new Map(
      [...byField].map(([field, cells]) => {
        const ids = cells.map(({ id }) => id);
        return [field, headsOfColumn(this.db, field, ids)];
      }),
    );
    const drafts = changed.map(({ id, field, value }) => {
      const known = heads.get(field)?.get(id);
      if (known === undefined) throw new DataError('record.notFound', { table: name, id });
      return {
        scope: known.scope,
        row: id,
        col: field,
        value: JSON.stringify(value ?? null),
        parents: JSON.stringify(known.parents),
      };
    });
    this.#write(() => {
      this.#append(name, 'set', drafts);
      for (const [field, cells] of byField) {
        for (const [first, ...others] of groupBy(cells, ({ value }) =>
          JSON.stringify(value ?? null),
        ).values()) {
          if (first === undefined) continue;
          const ids = [first, ...others].map(({ id }) => id);
          updateCells(this.db, name, ids, field, first.value);
        }
      }
      assertYearOpen(this.db, name, byField.keys(), touched, this.#reason);
    });
    this.#hasSet = true;
  }

  #assertOpen(): void {
    if (this.#end !== null) throw this.#end;
  }

  /** A statement that fails may have written part of its rows: nothing of the operation is then kept. */
  #write(body: () => void): void {
    try {
      body();
    } catch (error) {
      this.#end = error instanceof Error ? error : new TypeError('not an error', { cause: error });
      throw error;
    }
  }

  /**
   * The operation is written before its first change: while any deferred reference is unmet, SQLite
   * searches every referring table at each inserted row, which makes a bulk insert quadratic.
   */
  #begin(): void {
    if (this.#hasBegun) return;
    insertOperation(this.db, this.#operation);
    this.#hasBegun = true;
  }

  #append(tbl: EntityName, op: ChangeRow['op'], drafts: readonly ScopedDraft[]): void {
    this.#begin();
    for (const [scope, some] of groupBy(drafts, ({ scope }) => scope)) {
      const span = this.#spanOf(scope);
      appendEntries(this.db, { operation: this.#operation, scope, tbl, op }, span.next, some);
      span.next += some.length;
    }
    this.#changes += drafts.length;
  }

  #spanOf(scope: string): { readonly from: number; next: number } {
    const known = this.#spans.get(scope);
    if (known !== undefined) return known;
    const from = lastSeq(this.db, scope, this.#operation.replica) + 1;
    const span = { from, next: from };
    this.#spans.set(scope, span);
    return span;
  }

  #scopeOfNew(name: EntityName, values: Values): string {
    const rule = entityOf(name).scope;
    if (rule.kind === 'core') return 'core';
    const id = values[rule.field];
    if (typeof id !== 'string') return 'core';
    if (rule.kind === 'parent') return this.#scopeOfParent(id);
    return `${rule.kind === 'subGroup' ? 'sub-group' : 'evaluator'}/${id}`;
  }

  #scopeOfParent(id: string): string {
    const known = this.#scopes.get(id);
    if (known !== undefined) return known;
    const scope = scopeOfRow(this.db, id);
    if (this.#scopes.size >= SCOPES_KEPT) this.#scopes.clear();
    this.#scopes.set(id, scope);
    return scope;
  }
}
