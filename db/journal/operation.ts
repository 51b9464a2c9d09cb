import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import { entityOf, isEntityName } from '#domain/registry.ts';
import { schemaVersion } from '#migrations/index.ts';
import { DataError } from '#sql/errors.ts';
import type { WritableDb } from '#sql/sql.ts';
import { transaction } from '#sql/sql.ts';

import { FIRST_HLC, nextHlc } from './clock.ts';
import type { Values } from '#sql/codec.ts';
import { checkedValues, DELETED_AT, valuesOf } from '#sql/codec.ts';
import { headsOfColumn, readColumn } from './cells.ts';
import type { ChangeRow, OperationKind, OperationRow, Reason } from './entries.ts';
import {
  chunksOf,
  entriesOfRow,
  entryHash,
  groupBy,
  insertChanges,
  insertOperation,
  insertRows,
  lastSeq,
} from './entries.ts';
import { getMeta, setMeta } from './meta.ts';
import { newId } from './new-id.ts';
import {
  insertTarget,
  readValues,
  readWords,
  rowValues,
  updateCells,
  updateLabelKey,
} from './rows.ts';
import { addDocs, indexDocs, lastDoc, reindex } from './search-index.ts';

export interface OperationContext {
  readonly author: string;
  readonly reason: Reason;
  readonly kind?: OperationKind;
  /** The operation that this one undoes or redoes. */
  readonly targetId?: string;
  /** Milliseconds since 1970; for tests and for the merge of clocks. */
  readonly now?: () => number;
}

export interface OperationResult<T> {
  readonly value: T;
  /** Null when the body changed nothing: nothing is then recorded. */
  readonly operationId: string | null;
  readonly changes: number;
}

/** The one door to the shared tables: whatever goes through it is journaled and can be undone. */
export interface Operation {
  readonly id: string;
  readonly db: WritableDb;
  insert<N extends EntityName>(name: N, values: NewRecord<N>, id?: Id<N>): Id<N>;
  insertMany<N extends EntityName>(
    name: N,
    rows: readonly { readonly id?: Id<N>; readonly values: NewRecord<N> }[],
  ): Id<N>[];
  /** Changes the given columns; columns that already hold the value are left alone. */
  update<N extends EntityName>(name: N, id: Id<N>, patch: RecordPatch<N>): void;
  /** Puts a record aside (`deletedAt`); with `null` brings it back. */
  setDeleted(name: EntityName, id: string, deletedAt: string | null): void;
  /** The same for many records of one kind; those that already are so are left alone. */
  setDeletedMany(name: EntityName, ids: readonly string[], deletedAt: string | null): void;
  /** Sets cells without the rules, to give back values that were there before. Each cell once. */
  restoreCells(cells: readonly Cell[]): void;
}

/** One column of one record, and the value it gets. */
export interface Cell {
  readonly name: EntityName;
  readonly row: string;
  readonly col: string;
  readonly value: unknown;
}

type Draft = Pick<ChangeRow, 'tbl' | 'row' | 'col' | 'op' | 'value' | 'parents' | 'scope'>;

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function withoutNulls(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/**
 * Runs one operation: one transaction, one identifier, one author and reason, undone as one.
 * @throws DataError `record.invalid`, `record.notFound`, `record.missingReference`; nothing is kept.
 */
export function runOperation<T>(
  db: WritableDb,
  context: OperationContext,
  body: (operation: Operation) => T,
): OperationResult<T> {
  try {
    return transaction(db, () => new Writer(db, context).run(body));
  } catch (error) {
    if (isForeignKeyError(error))
      throw new DataError('record.missingReference', {}, { cause: error });
    throw error;
  }
}

function isForeignKeyError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}

class Writer implements Operation {
  readonly id = newId();
  readonly db: WritableDb;
  readonly #operation: OperationRow;
  readonly #nextSeq = new Map<string, number>();
  readonly #scopes = new Map<string, string>();
  /** Records changed, by kind; true for those of which more than `deletedAt` changed. */
  readonly #touched = new Map<EntityName, Map<string, boolean>>();
  readonly #now: () => number;
  #changes = 0;
  #hasBegun = false;
  /** Where the search ended before this operation's own records. */
  #lastDoc: number | null = null;

  constructor(db: WritableDb, context: OperationContext) {
    this.db = db;
    this.#now = context.now ?? Date.now;
    const replica = getMeta(db, 'replica');
    if (replica === null) throw new DataError('store.notAStore', {});
    this.#operation = {
      id: this.id,
      replica,
      hlc: nextHlc(getMeta(db, 'lastHlc') ?? FIRST_HLC, this.#now()),
      author: context.author,
      reason: JSON.stringify(context.reason),
      kind: context.kind ?? 'edit',
      target_id: context.targetId ?? null,
      schema_version: schemaVersion,
    };
  }

  run<T>(body: (operation: Operation) => T): OperationResult<T> {
    const value = body(this);
    if (this.#changes === 0) return { value, operationId: null, changes: 0 };
    if (this.#lastDoc !== null) indexDocs(this.db, this.#lastDoc);
    for (const [name, ids] of this.#touched) this.#refresh(name, ids);
    setMeta(this.db, 'lastHlc', this.#operation.hlc);
    return { value, operationId: this.id, changes: this.#changes };
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
    const checked = rows.map((row) => ({
      id: row.id ?? (newId() as Id<N>), // a fresh identifier, branded here
      values: checkedValues(name, row.values),
    }));
    if (rows.length === 0) return [];
    this.#begin();
    insertRows(
      this.db,
      insertTarget(name),
      checked.map(({ id, values }) => rowValues(name, id, values)),
    );
    this.#append(
      checked.map(({ id, values }) => {
        const scope = this.#scopeOfNew(name, values);
        this.#scopes.set(id, scope);
        return {
          scope,
          tbl: name,
          row: id,
          col: null,
          op: 'insert' as const,
          value: JSON.stringify(withoutNulls(values)),
          parents: '[]',
        };
      }),
    );
    this.#lastDoc ??= lastDoc(this.db);
    addDocs(
      this.db,
      checked.map(({ id, values }) => ({ name, id, values })),
    );
    return checked.map(({ id }) => id);
  }

  update<N extends EntityName>(name: N, id: Id<N>, patch: RecordPatch<N>): void {
    const current = this.#require(name, id);
    const wanted = checkedValues(name, { ...valuesOf(name, current), ...patch });
    for (const field of Object.keys(patch)) {
      if (!sameValue(current[field], wanted[field])) this.#set(name, id, field, wanted[field]);
    }
  }

  setDeleted(name: EntityName, id: string, deletedAt: string | null): void {
    const current = this.#require(name, id);
    if (current[DELETED_AT] !== deletedAt) this.#set(name, id, DELETED_AT, deletedAt);
  }

  setDeletedMany(name: EntityName, ids: readonly string[], deletedAt: string | null): void {
    for (const chunk of chunksOf([...new Set(ids)])) {
      const current = readColumn(this.db, name, DELETED_AT, chunk);
      const missing = chunk.find((id) => !current.has(id));
      if (missing !== undefined) {
        throw new DataError('record.notFound', { table: name, id: missing });
      }
      const others = chunk.filter((id) => current.get(id) !== deletedAt);
      this.#setAll(name, others, DELETED_AT, deletedAt);
    }
  }

  restoreCells(cells: readonly Cell[]): void {
    // Cells of one column that get one value are written together.
    const groups = groupBy(cells, ({ name, col, value }) =>
      JSON.stringify([name, col, value ?? null]),
    );
    for (const [first, ...others] of groups.values()) {
      if (first === undefined) continue;
      for (const chunk of chunksOf([first, ...others])) {
        const ids = chunk.map((cell) => cell.row);
        this.#setAll(first.name, ids, first.col, first.value);
      }
    }
  }

  #require(name: EntityName, id: string): Readonly<Record<string, unknown>> {
    const current = readValues(this.db, name, id);
    if (current === null) throw new DataError('record.notFound', { table: name, id });
    return current;
  }

  #set(name: EntityName, id: string, field: string, value: unknown): void {
    this.#setAll(name, [id], field, value);
  }

  #setAll(name: EntityName, ids: readonly string[], field: string, value: unknown): void {
    if (ids.length === 0) return;
    const heads = headsOfColumn(this.db, field, ids);
    this.#append(
      ids.map((id) => {
        const known = heads.get(id);
        if (known === undefined) throw new DataError('record.notFound', { table: name, id });
        return {
          scope: known.scope,
          tbl: name,
          row: id,
          col: field,
          op: 'set',
          value: JSON.stringify(value ?? null),
          parents: JSON.stringify(known.parents),
        };
      }),
    );
    updateCells(this.db, name, ids, field, value);
    const touched = this.#touched.get(name) ?? new Map<string, boolean>();
    for (const id of ids) touched.set(id, touched.get(id) === true || field !== DELETED_AT);
    this.#touched.set(name, touched);
  }

  /** Sort keys and search of the records that were changed. */
  #refresh(name: EntityName, touched: ReadonlyMap<string, boolean>): void {
    for (const chunk of chunksOf([...touched.keys()])) {
      const deleted = readColumn(this.db, name, DELETED_AT, chunk);
      const isGone = (id: string): boolean => typeof deleted.get(id) === 'string';
      const ids = chunk.filter((id) => touched.get(id) === true || !isGone(id));
      const records = readWords(this.db, name, ids);
      for (const record of records) updateLabelKey(this.db, name, record);
      reindex(this.db, [
        ...records
          .filter(({ isLive }) => isLive)
          .map(({ id, words }) => ({ name, id, values: words })),
        ...chunk.filter(isGone).map((id) => ({ name, id, values: null })),
      ]);
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

  #append(drafts: readonly Draft[]): void {
    if (drafts.length === 0) return;
    this.#begin();
    const { replica, hlc } = this.#operation;
    const changes = drafts.map((draft) => {
      const seq = this.#nextSeq.get(draft.scope) ?? lastSeq(this.db, draft.scope, replica) + 1;
      this.#nextSeq.set(draft.scope, seq + 1);
      const change = { ...draft, replica, seq, hlc, operation_id: this.id };
      return { ...change, hash: entryHash(change, this.#operation) };
    });
    insertChanges(this.db, changes);
    this.#changes += changes.length;
  }

  #scopeOfNew(name: EntityName, values: Values): string {
    const rule = entityOf(name).scope;
    if (rule.kind === 'core') return 'core';
    const id = values[rule.field];
    if (typeof id !== 'string') return 'core';
    if (rule.kind === 'parent') return this.#scopeOfRow(id);
    return `${rule.kind === 'subGroup' ? 'sub-group' : 'evaluator'}/${id}`;
  }

  #scopeOfRow(id: string): string {
    const known = this.#scopes.get(id) ?? entriesOfRow(this.db, id)[0]?.scope ?? 'core';
    this.#scopes.set(id, known);
    return known;
  }
}

/** Narrows a table name read from the journal. @throws DataError `journal.damagedEntry` */
export function entityNameIn(table: string): EntityName {
  if (!isEntityName(table)) throw new DataError('journal.damagedEntry', { table });
  return table;
}
