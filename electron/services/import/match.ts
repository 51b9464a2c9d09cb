import type { EntityName } from '#domain/registry.ts';
import type { Row } from '#sql/codec.ts';
import { rowToRecord, tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

import type { IdentityRule } from './definitions.ts';
import type { Hit, IdentityIndex } from './identity.ts';
import { agrees } from './identity.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a row was found to be. */
export type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly id: string; readonly stored: Values }
  | { readonly kind: 'row'; readonly row: number }
  /** Several namesakes, of which nothing tells which is meant. */
  | { readonly kind: 'several'; readonly ids: readonly string[] };

/** Live records of one kind by their identifiers. */
export function loadRecords(
  db: ReadableDb,
  table: EntityName,
  ids: readonly string[],
): Map<string, Values> {
  if (ids.length === 0) return new Map();
  const rows = all<Row>(
    db,
    sql`SELECT x.* FROM json_each(${JSON.stringify(ids)}) wanted
          CROSS JOIN ${identifier(tableOf(table))} x ON x.id = wanted.value
        WHERE x.deleted_at IS NULL`,
  );
  return new Map(rows.map((row) => [String(row['id']), rowToRecord(table, row)]));
}

export interface Matcher {
  /** @param common fields whose value was given for all rows */
  readonly match: (given: Values, common: ReadonlySet<string>) => Match;
  /** Records that go by the very same keys, but that another column tells apart. */
  readonly namesakes: (given: Values) => readonly string[];
  /** Says that the row is a new record, so that later rows can be found to repeat it. */
  readonly isNew: (given: Values, row: number) => void;
  /** Says which row speaks of a record. */
  readonly claim: (id: string, row: number) => void;
  readonly claimedBy: (id: string) => number | null;
  /** Reads at once the records that some rows may speak of. */
  readonly expect: (rows: readonly Values[], ids: readonly string[]) => void;
  readonly stored: (id: string) => Values | null;
}

interface MatcherOptions {
  readonly db: ReadableDb;
  readonly table: EntityName;
  readonly index: IdentityIndex;
  /** What an earlier row said. */
  readonly rowGiven: (row: number) => Values | null;
  readonly isSame: (stored: Values, given: Values) => boolean;
}

export function createMatcher({ db, table, index, rowGiven, isSame }: MatcherOptions): Matcher {
  const claims = new Map<string, number>();
  let records = new Map<string, Values>();

  function load(id: string): Values | null {
    const known = records.get(id) ?? loadRecords(db, table, [id]).get(id);
    if (known === undefined) return null;
    records.set(id, known);
    return known;
  }

  const passes =
    (given: Values, common: ReadonlySet<string>) =>
    (hit: Hit, rule: IdentityRule): boolean => {
      const other = typeof hit === 'string' ? load(hit) : rowGiven(hit);
      return other !== null && agrees(table, rule, given, other, common);
    };

  return {
    match: (given, common) => {
      const hits = index.find(given, passes(given, common));
      const ids = hits.filter((hit) => typeof hit === 'string');
      const free = ids.filter((id) => !claims.has(id));
      const open = free.length > 0 ? free : ids;
      const [first, ...others] = open;
      if (first === undefined) {
        const row = hits.find((hit) => typeof hit === 'number');
        return row === undefined ? { kind: 'none' } : { kind: 'row', row };
      }
      const same = open.find((id) => isSame(load(id) ?? {}, given));
      const chosen = same ?? (others.length === 0 ? first : null);
      return chosen === null
        ? { kind: 'several', ids: open }
        : { kind: 'record', id: chosen, stored: load(chosen) ?? {} };
    },
    namesakes: (given) =>
      index.find(given, () => true).flatMap((hit) => (typeof hit === 'string' ? [hit] : [])),
    isNew: (given, row) => index.add(given, row),
    claim: (id, row) => void claims.set(id, row),
    claimedBy: (id) => claims.get(id) ?? null,
    expect: (rows, ids) => {
      if (!index.hasRecords) return;
      const wanted = new Set(ids);
      for (const given of rows) {
        index.find(given, (hit) => {
          if (typeof hit === 'string') wanted.add(hit);
          return false;
        });
      }
      records = loadRecords(db, table, [...wanted]);
    },
    stored: load,
  };
}
