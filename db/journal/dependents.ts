import { toColumn } from '#domain/entity.ts';
import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

import { tableOf } from '#sql/codec.ts';
import type { Operation } from './operation.ts';

export interface ReferenceField {
  readonly from: EntityName;
  readonly field: string;
  readonly isOptional: boolean;
}

const POLYMORPHIC: readonly EntityName[] = ['citation', 'alias', 'attachment'];

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
  const removed = new Map<EntityName, number>();
  const done = new Set<string>();
  const visit = (table: EntityName, id: string): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const reference of referencesTo(table)) {
      for (const referrer of liveReferrers(operation.db, reference, sql`${id}`)) {
        if (!reference.isOptional || !forget(operation, reference, referrer)) {
          visit(reference.from, referrer);
        }
      }
    }
    for (const attached of POLYMORPHIC) {
      for (const referrer of liveReferrers(
        operation.db,
        { from: attached, field: 'recordId' },
        sql`${id}`,
      )) {
        visit(attached, referrer);
      }
    }
    operation.setDeleted(table, id, deletedAt);
    removed.set(table, (removed.get(table) ?? 0) + 1);
  };
  for (const id of ids) visit(name, id);
  return removed;
}

/** True when the column could be emptied; false when the record's rules need it, so it must go too. */
function forget(operation: Operation, reference: ReferenceField, id: string): boolean {
  const patch = { [reference.field]: null } as RecordPatch<EntityName>; // column of that very table
  try {
    operation.update(reference.from, id, patch);
    return true;
  } catch (error) {
    if (error instanceof DataError && error.code === 'record.invalid') return false;
    throw error;
  }
}
