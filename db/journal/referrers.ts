import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

import { entriesOfColumn, latestOf } from './cells.ts';
import type { ReferenceField } from './dependents.ts';
import { liveReferrers, referencesTo } from './dependents.ts';
import { idsIn } from './entries.ts';

/** Up to so many records of a kind that point anywhere, they are looked at once for all. */
const FEW = 2000;

/** Live records of a kind whose column points anywhere; null when there are more than a few. */
function fewReferrers(db: ReadableDb, { from, field }: ReferenceField): string[] | null {
  const ids = all<{ id: string }>(
    db,
    sql`SELECT id FROM ${identifier(tableOf(from))}
        WHERE ${identifier(toColumn(field))} IS NOT NULL AND deleted_at IS NULL LIMIT ${FEW + 1}`,
  ).map(({ id }) => id);
  return ids.length > FEW ? null : ids;
}

/** Those of the records whose column points to a row that the operation made. */
function pointingToMade(
  db: ReadableDb,
  { from, field }: ReferenceField,
  ids: readonly string[],
  operationId: string,
): string[] {
  const column = identifier(toColumn(field));
  return all<{ id: string }>(
    db,
    sql`SELECT x.id FROM ${identifier(tableOf(from))} x
        WHERE x.id IN (${idsIn(ids)}) AND EXISTS
          (SELECT 1 FROM change c WHERE c.row = x.${column} AND c.op = 'insert'
           AND +c.operation_id = ${operationId})`,
  ).map(({ id }) => id);
}

/**
 * Operations, other than that one, that made these records' columns point where they point. A record
 * that the operation made itself goes with it: what it points to holds nothing back.
 */
function* makersOf(
  db: ReadableDb,
  { field }: ReferenceField,
  ids: readonly string[],
  operationId: string,
): Generator<string> {
  if (ids.length === 0) return;
  for (const entries of entriesOfColumn(db, field, ids).values()) {
    const maker = latestOf(entries)?.operation_id ?? operationId;
    const isOwn = entries.some((one) => one.op === 'insert' && one.operation_id === operationId);
    if (maker !== operationId && !isOwn) yield maker;
  }
}

/**
 * Tells which other operations made live records point to rows that this operation made. Columns by
 * which few records point anywhere are looked at once, the others page by page.
 */
export function createReferrers(
  db: ReadableDb,
  operationId: string,
): (name: EntityName, rows: readonly string[]) => Generator<string> {
  const many = new Map<EntityName, readonly ReferenceField[]>();
  return function* (name, rows) {
    let references = many.get(name);
    if (references === undefined) {
      const beyond: ReferenceField[] = [];
      for (const reference of referencesTo(name)) {
        const few = fewReferrers(db, reference);
        if (few === null) beyond.push(reference);
        else if (few.length > 0) {
          const pointing = pointingToMade(db, reference, few, operationId);
          yield* makersOf(db, reference, pointing, operationId);
        }
      }
      many.set(name, beyond);
      references = beyond;
    }
    for (const reference of references) {
      const referrers = liveReferrers(db, reference, idsIn(rows));
      yield* makersOf(db, reference, referrers, operationId);
    }
  };
}
