import type { Field } from '#domain/fields.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityNames, entityOf, isEntityName } from '#domain/registry.ts';
import { referencesTo } from '#journal/dependents.ts';
import type { HistoryEntry } from '#journal/history.ts';
import { historyOf } from '#journal/history.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import type { Row } from '#sql/codec.ts';
import { rowToRecord, tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, one, sql } from '#sql/sql.ts';
import { toColumn } from '#domain/entity.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * How a record is tied to the person: it is about them (`own`: their functions, scores, consents), it
 * names them beside other matter (`mention`: a deliverable they wrote), or it named them once
 * (`former`).
 */
export type Tie = 'own' | 'mention' | 'former';

export interface TiedRecord {
  readonly table: EntityName;
  readonly id: string;
  readonly tie: Tie;
  /** Columns that hold the person's identifier; for a former tie, those that held it. */
  readonly fields: readonly string[];
  readonly deletedAt: string | null;
  /** Every column of an own record; of the others what tells which record it is. */
  readonly values: Values;
}

/** Columns that make a record one about the person they point to. */
const OWN: Partial<Record<EntityName, string>> = {
  affiliation: 'personId',
  mandate: 'personId',
  attendance: 'personId',
  consent: 'personId',
  registration: 'personId',
  score: 'evaluatorId',
  conflictOfInterest: 'personId',
  recusal: 'personId',
  actionItem: 'responsiblePersonId',
  alias: 'recordId',
  citation: 'recordId',
  attachment: 'recordId',
};

/** A record of any kind, put aside or not. */
export function anyRecord(
  db: ReadableDb,
  table: EntityName,
  id: string,
): { readonly values: Values; readonly deletedAt: string | null } | null {
  const row = one<Row>(db, sql`SELECT * FROM ${identifier(tableOf(table))} WHERE id = ${id}`);
  if (row === null) return null;
  const { id: _id, deletedAt, ...values } = rowToRecord(table, row);
  return { values, deletedAt };
}

/** Every record that holds, or ever held, the person's identifier, in the order of the registry. */
function everTied(db: ReadableDb, id: string): { table: EntityName; row: string }[] {
  const found = new Map<EntityName, Set<string>>();
  const add = (table: EntityName, row: string): void => {
    found.set(table, (found.get(table) ?? new Set()).add(row));
  };
  for (const { from, field } of referencesTo('person')) {
    const column = identifier(toColumn(field));
    const rows = all<{ id: string }>(
      db,
      sql`SELECT id FROM ${identifier(tableOf(from))} WHERE ${column} = ${id}`,
    );
    for (const row of rows) add(from, row.id);
  }
  // The journal also knows ties since undone, and those within lists and other structured values.
  const journaled = all<{ tbl: string; row: string }>(
    db,
    sql`SELECT DISTINCT tbl, row FROM change WHERE instr(value, ${id}) > 0 AND row <> ${id}`,
  );
  for (const { tbl, row } of journaled) if (isEntityName(tbl)) add(tbl, row);
  return entityNames.flatMap((table) =>
    [...(found.get(table) ?? [])].toSorted().map((row) => ({ table, row })),
  );
}

function holds(value: unknown, id: string): boolean {
  if (value === id) return true;
  return typeof value === 'object' && value !== null && JSON.stringify(value).includes(id);
}

const TELLING: ReadonlySet<Field<unknown>['kind']> = new Set([
  'date',
  'dateTime',
  'choice',
  'reference',
]);

/** What tells which record it is, without what it says of others: no long text, no personal data. */
function tellingValues(table: EntityName, values: Values): Values {
  const { fields, label } = entityOf(table);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(
        ([name, { kind, isPersonal }]) =>
          isPersonal !== true && (label.includes(name) || name === 'screen' || TELLING.has(kind)),
      )
      .map(([name]) => [name, values[name] ?? null]),
  );
}

/** Columns in which the journal saw the identifier. */
function formerFields(entries: readonly HistoryEntry[], id: string): string[] {
  const fields = entries.flatMap(({ field, after }) => {
    if (field !== null) return holds(after, id) ? [field] : [];
    return Object.entries(Object(after) as Values) // an insert holds an object
      .filter(([, value]) => holds(value, id))
      .map(([name]) => name);
  });
  return [...new Set(fields)];
}

/** All that is tied to a person, or ever was, whatever was put aside since. */
export function tiedRecords(db: ReadableDb, id: string): TiedRecord[] {
  return everTied(db, id).flatMap(({ table, row }): TiedRecord[] => {
    const record = anyRecord(db, table, row);
    if (record === null) return [];
    const { values, deletedAt } = record;
    const now = Object.keys(values).filter((name) => holds(values[name], id));
    const own = OWN[table];
    if (own !== undefined && now.includes(own)) {
      return [{ table, id: row, tie: 'own', fields: now, deletedAt, values }];
    }
    const isFormer = now.length === 0;
    return [
      {
        table,
        id: row,
        tie: isFormer ? 'former' : 'mention',
        fields: isFormer ? formerFields(historyOf(db, row), id) : now,
        deletedAt,
        values: tellingValues(table, values),
      },
    ];
  });
}

/** Names of the records that some values point to, by column; records put aside keep their name. */
export function namesIn(
  db: ReadableDb,
  table: EntityName,
  values: Values,
): Record<string, { readonly table: EntityName; readonly id: string; readonly label: string }> {
  const { fields } = entityOf(table);
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const target = fields[name]?.target;
      if (target === undefined || !isEntityName(target) || typeof value !== 'string') return [];
      const label = labelsOf(db, target, [value]).get(value) ?? '';
      return [[name, { table: target, id: value, label }]];
    }),
  );
}
