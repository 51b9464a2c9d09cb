import type { EntityName } from '#domain/registry.ts';
import { toColumn } from '#domain/entity.ts';
import { tableOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { name as identifier, one, sql } from '#sql/sql.ts';

/** References by which records of one kind hang on one another: they must not lead back. */
const chains: Readonly<Partial<Record<EntityName, string>>> = {
  milestone: 'dependsOnId',
  objective: 'parentId',
};

/** The same for records that are to be made, which may refer to one another. */
export function assertNoneLoops(
  db: ReadableDb,
  name: EntityName,
  rows: readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[],
): void {
  const field = chains[name];
  if (field === undefined) return;
  assertNoLoop(
    db,
    name,
    rows.map(({ id, values }) => ({ id, field, value: values[field] })),
  );
}

interface Link {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
}

/**
 * Refuses links by which a record would in the end depend on itself. Links that are there already,
 * brought by an exchange, are left alone.
 * @throws DataError `record.invalid` with the rule `dependsOnItself`
 */
export function assertNoLoop(db: ReadableDb, name: EntityName, changed: readonly Link[]): void {
  const field = chains[name];
  const links = changed.filter((link) => link.field === field && typeof link.value === 'string');
  if (field === undefined || links.length === 0) return;
  const pending = new Map(links.map(({ id, value }) => [id, value]));
  const next = (id: string): unknown =>
    pending.has(id)
      ? pending.get(id)
      : one<{ next: string | null }>(
          db,
          sql`SELECT ${identifier(toColumn(field))} AS next FROM ${identifier(tableOf(name))} WHERE id = ${id}`,
        )?.next;
  for (const { id, value } of links) {
    const seen = new Set<unknown>();
    for (let at = value; typeof at === 'string' && !seen.has(at); at = next(at)) {
      if (at === id) {
        throw new DataError('record.invalid', {
          table: name,
          refusals: [{ field, rule: 'dependsOnItself' }],
        });
      }
      seen.add(at);
    }
  }
}
