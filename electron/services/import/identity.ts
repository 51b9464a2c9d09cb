import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb, SqlValue } from '#sql/sql.ts';
import { join, name as identifier, sql } from '#sql/sql.ts';

import type { IdentityRule } from './definitions.ts';

type Values = Readonly<Record<string, unknown>>;

/** A record of the store by its identifier, or an earlier row of the sheet by its number. */
export type Hit = string | number;

/** Which records and rows share the keys of a rule with a row. */
export interface IdentityIndex {
  /** Hits of the first rule that has any which pass; the others are not looked at. */
  readonly find: (given: Values, passes: (hit: Hit, rule: IdentityRule) => boolean) => Hit[];
  /** Whether the store holds any record of this kind. */
  readonly hasRecords: boolean;
  /** Makes a row of the sheet known to the rows after it. */
  readonly add: (given: Values, row: number) => void;
}

/** A value as identities compare it: words without case and accents. */
function comparable(table: EntityName, field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const { kind } = entityOf(table).fields[field] ?? { kind: 'text' };
  if (typeof value !== 'string') return JSON.stringify(value);
  return kind === 'text' || kind === 'longText' ? foldText(value) : value;
}

function keyOf(table: EntityName, { keys }: IdentityRule, values: Values): string | null {
  let key = '';
  for (const [at, field] of keys.entries()) {
    const part = comparable(table, field, values[field]);
    if (at === 0 && part === '') return null;
    key += at === 0 ? part : `\u0000${part}`;
  }
  return key;
}

/**
 * Whether a row may speak of a record as far as the rule's further columns tell. What was given for
 * all rows (`common`) tells nothing.
 */
export function agrees(
  table: EntityName,
  rule: IdentityRule,
  given: Values,
  other: Values,
  common: ReadonlySet<string>,
): boolean {
  for (const field of rule.strict ?? []) {
    if (!(field in given) || common.has(field)) continue;
    if (comparable(table, field, given[field]) !== comparable(table, field, other[field])) {
      return false;
    }
  }
  for (const field of rule.soft ?? []) {
    if (common.has(field)) continue;
    const mine = comparable(table, field, given[field]);
    const theirs = comparable(table, field, other[field]);
    if (mine !== '' && theirs !== '' && mine !== theirs) return false;
  }
  return true;
}

/** Reads the keys of the live records once. */
export function createIdentityIndex(
  db: ReadableDb,
  table: EntityName,
  rules: readonly IdentityRule[],
): IdentityIndex {
  const maps = rules.map(() => new Map<string, Hit | Hit[]>());

  function put(map: Map<string, Hit | Hit[]>, key: string, hit: Hit): void {
    const known = map.get(key);
    if (known === undefined) map.set(key, hit);
    else if (Array.isArray(known)) known.push(hit);
    else map.set(key, [known, hit]);
  }

  let last: { readonly values: Values; readonly keys: readonly (string | null)[] } | null = null;

  /** The keys of a row are asked for when it is looked up and again when it is added. */
  function keysOf(values: Values): readonly (string | null)[] {
    if (last?.values !== values) {
      last = { values, keys: rules.map((rule) => keyOf(table, rule, values)) };
    }
    return last.keys;
  }

  function index(values: Values, hit: Hit): void {
    for (const [at, key] of keysOf(values).entries()) {
      const map = maps[at];
      if (key !== null && map !== undefined) put(map, key, hit);
    }
  }

  const fields = [...new Set(rules.flatMap(({ keys }) => keys))];
  let hasRecords = false;
  const columns = join(fields.map((field) => identifier(toColumn(field))));
  const query = sql`SELECT id, ${columns} FROM ${identifier(tableOf(table))} WHERE deleted_at IS NULL`;
  // Row by row: the records of a large store are never all in memory at once.
  for (const row of db.raw.prepare(query.text).iterate() as Iterable<Record<string, SqlValue>>) {
    const values = Object.fromEntries(fields.map((field) => [field, row[toColumn(field)]]));
    index(values, String(row['id']));
    hasRecords = true;
  }

  return {
    hasRecords,
    add: index,
    find: (given, passes) => {
      for (const [at, key] of keysOf(given).entries()) {
        const rule = rules[at];
        const found = key === null ? undefined : maps[at]?.get(key);
        if (found === undefined || rule === undefined) continue;
        const hits = (Array.isArray(found) ? found : [found]).filter((hit) => passes(hit, rule));
        if (hits.length > 0) return hits;
      }
      return [];
    },
  };
}
