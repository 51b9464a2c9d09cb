import { toColumn } from '#domain/entity.ts';
import type { EntityName, NewRecord, RecordOf } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { wordsOfRichText } from '#domain/rich-text.ts';
import type { Refusal } from './errors.ts';
import { DataError } from './errors.ts';
import { foldText } from './fold.ts';
import { plainValues } from './plain-values.ts';
import type { SqlValue } from './sql.ts';

/** A record's columns by their domain names, without its identifier. */
export type Values = Readonly<Record<string, unknown>>;
/** A row as the driver returns it. */
export type Row = Readonly<Record<string, SqlValue>>;

export const DELETED_AT = 'deletedAt';

export function tableOf(name: EntityName): string {
  return toColumn(name);
}

export function toSqlValue(name: EntityName, field: string, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  const kind = entityOf(name).fields[field]?.kind;
  if (kind === 'boolean') return value === true ? 1 : 0;
  if (kind === 'json') return JSON.stringify(value);
  return value as SqlValue; // remaining kinds are text or numbers, checked by the schema
}

function fromSqlValue(kind: string, value: SqlValue | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'boolean') return value === 1;
  if (kind === 'json') return JSON.parse(String(value));
  return value;
}

/** Reads a row of a table as the domain's record. */
export function rowToRecord<N extends EntityName>(name: N, row: Row): RecordOf<N> {
  const record: Record<string, unknown> = { id: row['id'], deletedAt: row['deleted_at'] ?? null };
  for (const [field, { kind }] of Object.entries(entityOf(name).fields)) {
    record[field] = fromSqlValue(kind, row[toColumn(field)]);
  }
  return record as RecordOf<N>; // built column by column from the same declaration
}

/** The record's columns alone, to check or to write them. */
export function valuesOf(name: EntityName, record: Values): Record<string, unknown> {
  return Object.fromEntries(
    entityOf(name).fieldNames.map((field) => [field, record[field] ?? null]),
  );
}

/**
 * Fills in what was left out, then checks every column and the rules across them.
 * @throws DataError `record.invalid`
 */
export function checkedValues<N extends EntityName>(
  name: N,
  given: NewRecord<N> | Values,
): Record<string, unknown> {
  return plainValues(name, given) ?? checkedBySchema(name, given);
}

/** The same by the record's schema alone, which knows how to say what is wrong. */
export function checkedBySchema(name: EntityName, given: Values): Record<string, unknown> {
  const entity = entityOf(name);
  const filled: Record<string, unknown> = {};
  for (const [field, declaration] of Object.entries(entity.fields)) {
    filled[field] = given[field] ?? declaration.initial ?? null;
  }
  const unknownFields = Object.keys(given).filter(
    (key) => !(key in filled) && key !== 'id' && key !== DELETED_AT,
  );
  const parsed = entity.schema.safeParse(filled);
  const refusals: Refusal[] = unknownFields.map((field) => ({ field, rule: 'unknownField' }));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? '');
      refusals.push({ field, rule: filled[field] === null ? 'required' : issue.message });
    }
  } else {
    refusals.push(...entity.rules(parsed.data));
  }
  if (refusals.length > 0 || !parsed.success) {
    throw new DataError('record.invalid', { table: name, refusals });
  }
  return parsed.data;
}

/** Key that lists sort and filter on: the name without case and accents. */
export function labelKeyOf(name: EntityName, values: Values): string {
  return foldText(textOf(values, entityOf(name).sortedBy));
}

/** How the record is named wherever it is shown or referred to. */
export function labelOf(name: EntityName, values: Values): string {
  return textOf(values, entityOf(name).label);
}

/** What the search finds a record by; null for records without words of their own. */
export function searchTextOf(
  name: EntityName,
  values: Values,
): { title: string; body: string } | null {
  const entity = entityOf(name);
  const title = textOf(values, entity.label);
  const body = wordsOf(name, values, entity.searched);
  return title === '' && body === '' ? null : { title, body };
}

function textOf(values: Values, fields: readonly string[]): string {
  return fields
    .map((field) => values[field])
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' ');
}

/** The words of the columns: of a text that is laid out, without its layout. */
function wordsOf(name: EntityName, values: Values, fields: readonly string[]): string {
  const declared = entityOf(name).fields;
  const words = fields.map((field) => {
    const value = values[field];
    return declared[field]?.isRich === true && typeof value === 'string'
      ? [field, wordsOfRichText(value)]
      : [field, value];
  });
  return textOf(Object.fromEntries(words), fields);
}
