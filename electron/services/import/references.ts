import type { EntityName } from '#domain/registry.ts';
import { splitFullName } from '#interop/convert/full-name.ts';
import type { ImportWords } from '#interop/convert/words.ts';
import { newId } from '#journal/new-id.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { DuplicateFinder } from '#services/duplicates/finder.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Names } from './names.ts';
import type { CellRemark, SideRecord } from './staging.ts';

type Remark = Pick<CellRemark, 'code' | 'params'>;

interface Found {
  readonly id: string | null;
  /** True when the record is only made by this import. */
  readonly isNew: boolean;
  readonly remark: Remark | null;
}

interface FoundBody {
  readonly values: Readonly<Record<string, string | null>>;
  readonly remark: Remark | null;
}

interface FindOptions {
  readonly creates: boolean;
  readonly newOrganisationKind: string;
}

/** What the names in cells stand for. */
export interface References {
  readonly find: (table: EntityName, text: string, options: FindOptions) => Found;
  readonly body: (text: string) => FoundBody;
  /**
   * Makes a record of the sheet known by its name; where an earlier row named it already, it takes
   * that one's place and identifier. @returns the identifier it has
   */
  readonly fulfil: (table: EntityName, id: string, label: string) => string;
  /** Records that rows name and the store does not hold, by their identifiers to be. */
  readonly pending: ReadonlyMap<string, SideRecord>;
}

const SURE = 0.9;
const EXAMPLES = 5;
const actors: readonly EntityName[] = ['organisation', 'person'];

interface ReferencesOptions {
  readonly db: ReadableDb;
  readonly names: Names;
  readonly words: ImportWords;
  readonly finders: ReadonlyMap<EntityName, DuplicateFinder>;
}

export function createReferences({ db, names, words, finders }: ReferencesOptions): References {
  const pending = new Map<string, SideRecord>();
  const groups = listRecords(db, 'workingGroup');

  function valuesOf(table: EntityName, text: string, kind: string): Record<string, unknown> {
    if (table === 'organisation') return { name: text, kind };
    const { civility, givenName, familyName } = splitFullName(text, words);
    return { familyName, givenName, civility };
  }

  /** A record that is spelled otherwise, but surely the same. */
  function recognised(table: EntityName, values: Readonly<Record<string, unknown>>): string | null {
    const [best, next] = finders.get(table)?.candidates(values, { limit: 2 }) ?? [];
    const isSure = best !== undefined && best.score >= SURE && (next?.score ?? 0) < SURE;
    return isSure ? best.id : null;
  }

  function unknown(table: EntityName, text: string): Remark {
    const known = names.some(table, EXAMPLES).join(', ');
    return known === ''
      ? { code: `imports:refusal.nothingToName`, params: { text } }
      : { code: 'imports:refusal.unknownName', params: { text, known } };
  }

  function find(table: EntityName, text: string, options: FindOptions): Found {
    const ids = names.find(table, text);
    const [id] = ids;
    if (id !== undefined && ids.length === 1) {
      return { id, isNew: pending.has(id), remark: null };
    }
    if (ids.length > 1) {
      const params = { text, count: ids.length };
      return { id: null, isNew: false, remark: { code: 'imports:refusal.namesakes', params } };
    }
    if (!actors.includes(table)) return { id: null, isNew: false, remark: unknown(table, text) };
    const values = valuesOf(table, text, options.newOrganisationKind);
    const same = recognised(table, values);
    if (same !== null) {
      names.add(table, text, same);
      return {
        id: same,
        isNew: false,
        remark: { code: 'imports:told.recognised', params: { text } },
      };
    }
    if (!options.creates) return { id: null, isNew: false, remark: unknown(table, text) };
    const made = newId();
    pending.set(made, { table, id: made, values, label: text });
    names.add(table, text, made);
    return { id: made, isNew: true, remark: null };
  }

  function body(text: string): FoundBody {
    const empty = { workingGroupId: null, subGroupId: null, committeeId: null };
    for (const [table, field] of [
      ['subGroup', 'subGroupId'],
      ['committee', 'committeeId'],
      ['workingGroup', 'workingGroupId'],
    ] as const) {
      const [id, ...others] = names.find(table, text);
      if (id === undefined) continue;
      if (others.length > 0) {
        const params = { text, count: others.length + 1 };
        return { values: {}, remark: { code: 'imports:refusal.namesakes', params } };
      }
      return { values: { ...empty, [field]: id }, remark: null };
    }
    const known = [
      ...groups.map(({ name }) => name),
      ...names.some('subGroup', EXAMPLES),
      ...names.some('committee', EXAMPLES),
    ].join(', ');
    return { values: {}, remark: { code: 'imports:refusal.unknownName', params: { text, known } } };
  }

  return {
    find,
    body,
    pending,
    fulfil: (table, id, label) => {
      const early = names.find(table, label).find((known) => pending.has(known));
      if (early !== undefined) {
        pending.delete(early);
        return early;
      }
      names.add(table, label, id);
      return id;
    },
  };
}
