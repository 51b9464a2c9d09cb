import type { DuplicateReason, DuplicateTable } from '#domain/duplicate.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf, isEntityName } from '#domain/registry.ts';
import { referencesTo } from '#journal/dependents.ts';
import { keptIdOf } from '#journal/merged-records.ts';
import { comparedActorsById, countReferrers } from '#repositories/duplicates.repo.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import { labelOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { detailOf } from '#services/named.ts';
import type { StoreSession } from '#services/session.ts';

import { emptyFinder } from './finder.ts';
import { outcomeOf, requireActor } from './merge.ts';
import type { FieldChoice } from './merge-fields.ts';
import { fieldChoices, isEmptyValue } from './merge-fields.ts';
import { planLinks, pointingAnywhere } from './merge-links.ts';
import { duplicatesOf } from './watch.ts';

export interface NamedSide {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** Two records that may be one, as a list shows them. */
export interface ListedPair {
  readonly first: NamedSide;
  readonly second: NamedSide;
  readonly score: number;
  readonly reasons: DuplicateReason[];
}

export interface Counted {
  readonly table: EntityName;
  readonly count: number;
}

/** One of the two records of a pair, and how much hangs on it. */
export interface PairSide extends NamedSide {
  readonly links: Counted[];
}

/** Everything that is needed to judge a pair and to merge it. */
export interface PairView {
  readonly kept: PairSide;
  readonly lost: PairSide;
  /** Null when nothing but the person's choice brought the two together. */
  readonly score: number | null;
  readonly reasons: DuplicateReason[];
  readonly fields: FieldChoice[];
  /** Names of the records that values refer to. */
  readonly names: Record<string, string>;
  readonly moved: Counted[];
  readonly folded: Counted[];
}

function sideOf(db: ReadableDb, table: DuplicateTable, id: string): NamedSide {
  const record = requireActor(db, table, id);
  return { id, label: labelOf(table, record), detail: detailOf(db, table, id, record) };
}

/** A page of the pairs found so far that still stand. */
export function listPairs(
  session: StoreSession,
  table: DuplicateTable,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { pairs: ListedPair[]; total: number; hasMore: boolean } {
  const { pairs, hasMore } = duplicatesOf(session).found(table);
  const { reader } = session;
  return {
    total: pairs.length,
    hasMore,
    pairs: pairs.slice(offset, offset + limit).map(({ firstId, secondId, score, reasons }) => ({
      first: sideOf(reader, table, firstId),
      second: sideOf(reader, table, secondId),
      score,
      reasons: [...reasons],
    })),
  };
}

function linksOf(db: ReadableDb, table: DuplicateTable, id: string): Counted[] {
  const counts = new Map<EntityName, number>();
  for (const reference of [...referencesTo(table), ...pointingAnywhere]) {
    if (reference.from === 'distinctPair') continue;
    const count = countReferrers(db, reference, id);
    if (count > 0) counts.set(reference.from, (counts.get(reference.from) ?? 0) + count);
  }
  return counted(counts);
}

function counted(counts: ReadonlyMap<EntityName, number>): Counted[] {
  return [...counts].map(([table, count]) => ({ table, count }));
}

function weightOf({ links }: PairSide, fields: readonly FieldChoice[], side: 'kept' | 'lost') {
  const filled = fields.filter((field) => !isEmptyValue(field[side])).length;
  return links.reduce((sum, { count }) => sum + count, 0) * 2 + filled;
}

/** How two records are alike, whatever brought them together. */
function likenessOf(
  db: ReadableDb,
  table: DuplicateTable,
  firstId: string,
  secondId: string,
): Pick<PairView, 'score' | 'reasons'> {
  const finder = emptyFinder(table);
  const [first, second] = comparedActorsById(db, table, [firstId, secondId]);
  if (first === undefined || second === undefined) return { score: null, reasons: [] };
  finder.add(first.id, first.values, first);
  finder.add(second.id, second.values, second);
  const [found] = finder.candidatesOf(second.id);
  if (found === undefined) return { score: null, reasons: [] };
  return { score: found.score, reasons: [...found.reasons] };
}

/**
 * Both records side by side, and what a merge would do.
 * @param keepId the one to keep; the one on which more hangs when nobody said
 * @throws DataError `record.notFound` when one of the two is gone
 */
export function pairView(
  { reader }: StoreSession,
  {
    table,
    firstId,
    secondId,
    keepId,
  }: {
    readonly table: DuplicateTable;
    readonly firstId: string;
    readonly secondId: string;
    readonly keepId: string | null;
  },
): PairView {
  const [first, second] = [
    { ...sideOf(reader, table, firstId), links: linksOf(reader, table, firstId) },
    { ...sideOf(reader, table, secondId), links: linksOf(reader, table, secondId) },
  ];
  const inOrder = fieldChoices(
    reader,
    table,
    requireActor(reader, table, firstId),
    requireActor(reader, table, secondId),
  );
  const isSecondKept =
    keepId === null
      ? weightOf(second, inOrder, 'lost') > weightOf(first, inOrder, 'kept')
      : keepId === secondId;
  const [kept, lost] = isSecondKept ? [second, first] : [first, second];
  const fields = isSecondKept
    ? fieldChoices(
        reader,
        table,
        requireActor(reader, table, kept.id),
        requireActor(reader, table, lost.id),
      )
    : inOrder;
  const { moved, folded } = outcomeOf(planLinks(reader, table, kept.id, lost.id));
  return {
    kept,
    lost,
    ...likenessOf(reader, table, firstId, secondId),
    fields,
    names: namesIn(reader, table, fields),
    moved: counted(moved),
    folded: counted(folded),
  };
}

function namesIn(
  db: ReadableDb,
  table: DuplicateTable,
  fields: readonly FieldChoice[],
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ field, kept, lost }) => {
      const target = entityOf(table).fields[field]?.target;
      if (target === undefined || !isEntityName(target)) return [];
      const ids = [kept, lost].filter((value) => typeof value === 'string');
      return [...labelsOf(db, target, ids)];
    }),
  );
}

/** The record that stands for this one since it was merged; the same when it never was. */
export function keptIn({ reader }: StoreSession, id: string): string {
  return keptIdOf(reader, id);
}
