import { toColumn } from '#domain/entity.ts';
import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

import { tableOf } from '#sql/codec.ts';
import { idsIn } from './entries.ts';
import type { Operation } from './operation.ts';

export interface ReferenceField {
  readonly from: EntityName;
  readonly field: string;
  readonly isOptional: boolean;
}

/** Columns that name a record of any kind; identifiers tell by themselves which record it is. */
const POLYMORPHIC: readonly ReferenceField[] = [
  { from: 'citation', field: 'recordId', isOptional: false },
  { from: 'alias', field: 'recordId', isOptional: false },
  { from: 'attachment', field: 'recordId', isOptional: false },
  { from: 'chainLink', field: 'fromId', isOptional: false },
  { from: 'chainLink', field: 'toId', isOptional: false },
];

/** Every column, of any table, that points to records of this kind. */
export function referencesTo(target: EntityName): ReferenceField[] {
  return entityNames.flatMap((from) =>
    Object.entries(entityOf(from).fields)
      .filter(([, field]) => field.kind === 'reference' && field.target === target)
      .map(([field, { isOptional }]) => ({ from, field, isOptional })),
  );
}

/** Live records of one table whose column points into a set of identifiers. */
export function liveReferrers(
  db: ReadableDb,
  { from, field }: Pick<ReferenceField, 'from' | 'field'>,
  ids: Sql,
): string[] {
  return all<{ id: string }>(
    db,
    sql`SELECT id FROM ${identifier(tableOf(from))}
        WHERE ${identifier(toColumn(field))} IN (${ids}) AND deleted_at IS NULL`,
  ).map((row) => row.id);
}

/** How many records are looked at at a time. */
const RECORDS_AT_ONCE = 250;

/**
 * Puts records aside together with those that cannot stand without them (a person's functions and
 * mandates), and empties the columns that merely mention them. One operation, undone as one.
 * @returns how many records of each kind were put aside.
 */
export function removeWithDependents(
  operation: Operation,
  name: EntityName,
  ids: readonly string[],
  deletedAt: string,
): Map<EntityName, number> {
  const going = new Set<string>();
  const found: { readonly table: EntityName; readonly ids: readonly string[] }[] = [];
  const visit = (table: EntityName, some: readonly string[]): void => {
    const fresh = [...new Set(some)].filter((id) => !going.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) going.add(id);
    found.push({ table, ids: fresh });
  };
  visit(name, ids);
  // What is found on the way is looked at in its turn.
  for (const { table, ids: all } of found) {
    for (let at = 0; at < all.length; at += RECORDS_AT_ONCE) {
      const some = all.slice(at, at + RECORDS_AT_ONCE);
      for (const reference of mentionsOf(table)) {
        const mentioning = liveReferrers(operation.db, reference, idsIn(some)).filter(
          (id) => !going.has(id),
        );
        const bound = reference.isOptional ? forget(operation, reference, mentioning) : mentioning;
        visit(reference.from, bound);
      }
    }
  }
  const removed = new Map<EntityName, number>();
  for (const { table, ids: all } of found.toReversed()) {
    operation.setDeletedMany(table, all, deletedAt);
    removed.set(table, (removed.get(table) ?? 0) + all.length);
  }
  return removed;
}

/** Columns by which anything hangs on records of this kind, or mentions them. */
function mentionsOf(table: EntityName): ReferenceField[] {
  return [...referencesTo(table), ...POLYMORPHIC];
}

/** Empties the column. @returns records whose rules need it, so that they must go too */
function forget(
  operation: Operation,
  { from, field }: ReferenceField,
  ids: readonly string[],
): readonly string[] {
  const patch = { [field]: null } as RecordPatch<EntityName>; // column of that very table
  const isEmptied = (some: readonly string[]): boolean => {
    try {
      operation.updateMany(from, some, patch);
      return true;
    } catch (error) {
      if (error instanceof DataError && error.code === 'record.invalid') return false;
      throw error;
    }
  };
  return isEmptied(ids) ? [] : ids.filter((id) => !isEmptied([id]));
}
