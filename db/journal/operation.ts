import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord, RecordPatch } from '#domain/registry.ts';
import { DataError } from '#sql/errors.ts';
import type { WritableDb } from '#sql/sql.ts';
import { transaction } from '#sql/sql.ts';

import type { OperationKind, Reason } from './entries.ts';
import { Writer } from './writer.ts';

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
  /** The same patch for many records of one kind. */
  updateMany<N extends EntityName>(name: N, ids: readonly Id<N>[], patch: RecordPatch<N>): void;
  /** A patch of its own for each of many records of one kind. */
  updateEach<N extends EntityName>(name: N, rows: readonly Patched<N>[]): void;
  /** Puts a record aside (`deletedAt`); with `null` brings it back. */
  setDeleted(name: EntityName, id: string, deletedAt: string | null): void;
  /** The same for many records of one kind; those that already are so are left alone. */
  setDeletedMany(name: EntityName, ids: readonly string[], deletedAt: string | null): void;
  /** Sets cells without the rules, to give back values that were there before. Each cell once. */
  restoreCells(cells: readonly Cell[]): void;
}

/** A record and what is to change in it. */
export interface Patched<N extends EntityName = EntityName> {
  readonly id: Id<N>;
  readonly patch: RecordPatch<N>;
}

/** One column of one record, and the value it gets. */
export interface Cell {
  readonly name: EntityName;
  readonly row: string;
  readonly col: string;
  readonly value: unknown;
}

/**
 * Runs one operation: one transaction, one identifier, one author and reason, undone as one.
 * @throws DataError `record.invalid`, `record.notFound`, `record.missingReference`; nothing is kept.
 *   `store.busy` while a long operation is under way
 */
export function runOperation<T>(
  db: WritableDb,
  context: OperationContext,
  body: (operation: Operation) => T,
): OperationResult<T> {
  try {
    return transaction(db, () => {
      const writer = new Writer(db, context);
      try {
        const value = body(writer);
        Array.from(writer.finish());
        return writer.result(value);
      } finally {
        writer.close();
      }
    });
  } catch (error) {
    throw withItsName(error);
  }
}

/** What the driver says of a reference to nothing, as the error that people are told. */
export function withItsName(error: unknown): unknown {
  const isMissing =
    error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
  return isMissing ? new DataError('record.missingReference', {}, { cause: error }) : error;
}
