import type { EntityName } from '#domain/registry.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import type { ReferenceField } from '#journal/dependents.ts';
import { referencesTo } from '#journal/dependents.ts';
import type { Cell } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { LinkValues } from './fold-links.ts';
import { foldedInto, isFoldable, linkKeyOf, sayTheSame } from './fold-links.ts';

/** What becomes of everything that points to the record that is lost. */
export interface LinkPlan {
  /** Columns that get another value, each once. */
  readonly cells: readonly Cell[];
  /** Rows that say the same as another one, by kind. */
  readonly folded: ReadonlyMap<EntityName, readonly string[]>;
  /** How many rows of each kind then point to the kept record instead. */
  readonly moved: ReadonlyMap<EntityName, number>;
}

interface LinkRow {
  readonly name: EntityName;
  readonly id: string;
  readonly before: LinkValues;
  after: LinkValues;
  /** Pointed to the lost record, or to a row that was folded. */
  isTouched: boolean;
}

type PointingField = Pick<ReferenceField, 'from' | 'field'>;

/** Columns that point to records of any kind: of rows that are about a record, and of pairs. */
export const pointingAnywhere: readonly PointingField[] = [
  ...entityNames
    .filter((name) => ['recordTable', 'recordId'].every((field) => field in entityOf(name).fields))
    .map((from) => ({ from, field: 'recordId' })),
  { from: 'distinctPair', field: 'firstId' },
  { from: 'distinctPair', field: 'secondId' },
];

/** Columns that must not point to the same record as another one of their row: then they are emptied. */
const NEVER_ITSELF: Partial<Record<EntityName, readonly (readonly [string, string])[]>> = {
  organisation: [['parentId', 'id']],
  attendance: [['representedById', 'personId']],
};

function pointingTo(name: EntityName): readonly PointingField[] {
  return [...referencesTo(name), ...pointingAnywhere];
}

function readRows(db: ReadableDb, { from, field }: PointingField, id: string): LinkRow[] {
  return listRecords(db, from, { [field]: id }).map((record) => ({
    name: from,
    id: record.id,
    before: record,
    after: record,
    isTouched: false,
  }));
}

/**
 * Plans the merge of one record into another, without writing: whatever points to the lost record
 * points to the kept one, rows that then say the same are folded into one, and whatever points to a
 * folded row follows it.
 */
export function planLinks(
  db: ReadableDb,
  table: EntityName,
  keepId: string,
  loseId: string,
): LinkPlan {
  const replaced = new Map([[loseId, keepId]]);
  const rows = new Map<string, LinkRow>();
  const folded = new Map<EntityName, string[]>();
  const waiting: { name: EntityName; from: string; to: string }[] = [
    { name: table, from: loseId, to: keepId },
  ];
  const know = (row: LinkRow): LinkRow => {
    const known = rows.get(row.id) ?? row;
    rows.set(row.id, known);
    return known;
  };

  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { name, from, to } = next;
    const concerned = new Set<EntityName>();
    for (const reference of pointingTo(name)) {
      const touched = readRows(db, reference, from).map(know);
      for (const row of touched) {
        row.isTouched = true;
        row.after = redirected(row, replaced);
      }
      // Rows that already pointed to the kept one may say the same.
      if (touched.length === 0 || !isFoldable(reference.from)) continue;
      concerned.add(reference.from);
      for (const other of pointingTo(name)) {
        if (other.from === reference.from) for (const row of readRows(db, other, to)) know(row);
      }
    }
    for (const kind of concerned) {
      for (const { lost, into } of foldsAmong(kind, rows, replaced)) {
        replaced.set(lost.id, into.id);
        folded.set(kind, [...(folded.get(kind) ?? []), lost.id]);
        into.after = foldedInto(kind, into.after, lost.after);
        waiting.push({ name: kind, from: lost.id, to: into.id });
      }
    }
  }
  return planOf(rows, replaced, folded, new Set([keepId, loseId]));
}

function redirected(row: LinkRow, replaced: ReadonlyMap<string, string>): LinkValues {
  const fields = Object.keys(entityOf(row.name).fields);
  const pointing = new Set(
    fields.filter((field) => entityOf(row.name).fields[field]?.kind === 'reference'),
  );
  for (const { from, field } of pointingAnywhere) if (from === row.name) pointing.add(field);
  const after: Record<string, unknown> = { ...row.after };
  for (const field of pointing) {
    const value = after[field];
    if (typeof value === 'string') after[field] = followed(value, replaced);
  }
  for (const [field, other] of NEVER_ITSELF[row.name] ?? []) {
    if (after[field] === after[other]) after[field] = null;
  }
  return after;
}

function followed(id: string, replaced: ReadonlyMap<string, string>): string {
  let at = id;
  for (let next = replaced.get(at); next !== undefined; next = replaced.get(at)) at = next;
  return at;
}

/** Rows of one kind that say the same as another; the one that was there first stays. */
function* foldsAmong(
  kind: EntityName,
  rows: ReadonlyMap<string, LinkRow>,
  replaced: ReadonlyMap<string, string>,
): Generator<{ lost: LinkRow; into: LinkRow }> {
  const groups = new Map<string, LinkRow[]>();
  for (const row of rows.values()) {
    if (row.name !== kind || replaced.has(row.id)) continue;
    const key = linkKeyOf(kind, row.after);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  for (const group of groups.values()) {
    if (group.length < 2 || !group.some(({ isTouched }) => isTouched)) continue;
    const standing: LinkRow[] = [];
    for (const row of group.toSorted(byStanding)) {
      const into = standing.find((other) => canFold(kind, other, row));
      if (into === undefined) standing.push(row);
      else yield { lost: row, into };
    }
  }
}

/** Two rows that both stood before the merge are left as they are. */
function canFold(kind: EntityName, into: LinkRow, lost: LinkRow): boolean {
  if (!into.isTouched && !lost.isTouched) return false;
  return sayTheSame(kind, into.after, lost.after);
}

function startOf({ after }: LinkRow): string {
  const from = after['fromOn'];
  return typeof from === 'string' ? from : '';
}

function byStanding(a: LinkRow, b: LinkRow): number {
  if (a.isTouched !== b.isTouched) return a.isTouched ? 1 : -1;
  const [from, other] = [startOf(a), startOf(b)];
  if (from !== other) return from < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function planOf(
  rows: ReadonlyMap<string, LinkRow>,
  replaced: ReadonlyMap<string, string>,
  folded: ReadonlyMap<EntityName, readonly string[]>,
  merged: ReadonlySet<string>,
): LinkPlan {
  const cells: Cell[] = [];
  const moved = new Map<EntityName, number>();
  const apart: string[] = [];
  for (const { name, id, before, after, isTouched } of rows.values()) {
    // The two records themselves are written with the values that were chosen.
    if (replaced.has(id) || merged.has(id)) continue;
    const settled = redirected({ name, id, before, after, isTouched }, replaced);
    if (name === 'distinctPair' && settled['firstId'] === settled['secondId']) {
      // They were judged to be two; whoever merges them judges otherwise.
      apart.push(id);
      continue;
    }
    const changed = entityOf(name).fieldNames.filter(
      (col) => JSON.stringify(before[col]) !== JSON.stringify(settled[col]),
    );
    for (const col of changed) cells.push({ name, row: id, col, value: settled[col] });
    if (isTouched && changed.length > 0) moved.set(name, (moved.get(name) ?? 0) + 1);
  }
  const putAside = new Map<EntityName, readonly string[]>(folded);
  if (apart.length > 0) putAside.set('distinctPair', apart);
  return { cells, folded: putAside, moved };
}
