import type { ChainGraph, ChainMarkView, ChainNode } from '#contract/chain.views.ts';
import type { ChannelRequest } from '#contract/channels.ts';
import type { ChainColumn } from '#domain/chain.ts';
import { isChainColumn } from '#domain/chain.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { ChainRecords } from './load.ts';
import { isStep, loadChain, rankOf } from './load.ts';
import type { Orphan } from './orphans.ts';
import { orphansOf } from './orphans.ts';
import { pathsOf } from './paths.ts';
import { selectSide, selectYear } from './years.ts';

type Facts = Pick<
  ChainNode,
  'side' | 'year' | 'status' | 'day' | 'unstatedOn' | 'parentId' | 'subGroupName'
>;
type Card = Facts & Pick<ChainNode, 'id' | 'table' | 'title' | 'position'>;

const noFacts: Facts = {
  side: null,
  year: null,
  status: null,
  day: null,
  unstatedOn: null,
  parentId: null,
  subGroupName: null,
};

const cardOf = <N extends ChainColumn>(
  table: N,
  { id, title, position }: ChainRecords[N][number],
  facts: Partial<Facts>,
): Card => ({ ...noFacts, id, table, title, position, ...facts });

/** Day of the latest findings of each side by the end of a year, and of each barrier in them. */
function latestFindings(
  { barrier, statements }: ChainRecords,
  end: string,
): { readonly ofSide: Map<string, string>; readonly of: Map<string, string> } {
  const ofSide = new Map<string, string>();
  const of = new Map<string, string>();
  for (const { id, side } of barrier) {
    const latest = (statements.get(id) ?? []).filter(({ statedOn }) => statedOn <= end).at(-1);
    if (latest === undefined) continue;
    of.set(id, latest.statedOn);
    if (latest.statedOn > (ofSide.get(side) ?? '')) ofSide.set(side, latest.statedOn);
  }
  return { ofSide, of };
}

function allCards(db: ReadableDb, records: ChainRecords, year: number): Card[] {
  const { ofSide, of } = latestFindings(records, `${year}-12-31`);
  const subGroups = new Map<string, string>(
    listRecords(db, 'subGroup').map(({ id, name }) => [id, name]),
  );
  return [
    ...records.barrier.map((one) => {
      const day = of.get(one.id) ?? null;
      const latest = ofSide.get(one.side) ?? null;
      const unstatedOn = day !== null && latest !== null && day < latest ? latest : null;
      return cardOf('barrier', one, { side: one.side, day, unstatedOn });
    }),
    ...records.lever.map((one) => cardOf('lever', one, { side: one.side, day: one.statedOn })),
    ...records.remedy.map((one) =>
      cardOf('remedy', one, {
        side: one.side,
        year: one.year,
        status: one.status,
        day: one.adoptedOn,
      }),
    ),
    ...records.objective.map((one) =>
      cardOf('objective', one, {
        year: one.year,
        status: one.status,
        day: one.statedOn,
        parentId: one.parentId,
        subGroupName: one.subGroupId === null ? null : (subGroups.get(one.subGroupId) ?? null),
      }),
    ),
    ...records.activity.map((one) => {
      const event = one.eventId === null ? undefined : records.events.get(one.eventId);
      const day = one.startsOn ?? one.endsOn ?? event?.startsOn ?? null;
      return cardOf('activity', one, { status: one.status, day });
    }),
    ...records.result.map((one) => cardOf('result', one, { year: one.year, day: one.obtainedOn })),
  ];
}

const sides = ['buyer', 'company', 'both'];

/** By column, side of barriers and levers, year, position; parts of an objective right below it. */
function inOrder(cards: readonly Card[]): Card[] {
  const shown = new Set(cards.map(({ id }) => id));
  const sideRank = ({ table, side }: Card): number =>
    (table === 'barrier' || table === 'lever') && side !== null ? sides.indexOf(side) : 0;
  const sorted = cards.toSorted(
    (a, b) =>
      rankOf(a.table) - rankOf(b.table) ||
      sideRank(a) - sideRank(b) ||
      (a.year ?? 0) - (b.year ?? 0) ||
      a.position - b.position ||
      (a.day ?? '').localeCompare(b.day ?? '') ||
      a.id.localeCompare(b.id),
  );
  const placed = new Set<string>();
  const branch = (card: Card): Card[] => {
    if (placed.has(card.id)) return [];
    placed.add(card.id);
    return [card, ...sorted.filter(({ parentId }) => parentId === card.id).flatMap(branch)];
  };
  const isRoot = ({ parentId }: Card): boolean => parentId === null || !shown.has(parentId);
  // Parts that go round in a circle would have no beginning: they come last.
  return [...sorted.filter(isRoot).flatMap(branch), ...sorted.flatMap(branch)].toSorted(
    (a, b) => rankOf(a.table) - rankOf(b.table),
  );
}

function marksOf(records: ChainRecords, year: number, attached: ReadonlySet<string>) {
  const practices = records.goodPractice.map(({ id, title, statedOn }): ChainMarkView => ({
    id,
    table: 'goodPractice',
    title,
    value: null,
    unit: null,
    isMinimum: false,
    day: statedOn,
  }));
  const measurements = records.measurement
    .filter(({ id, asOfOn }) => attached.has(id) || asOfOn.startsWith(`${year}-`))
    .map(({ id, indicatorId, value, isMinimum, asOfOn }): ChainMarkView => {
      const indicator = records.indicators.get(indicatorId);
      return {
        id,
        table: 'measurement',
        title: indicator?.name ?? '',
        value,
        unit: indicator?.unit ?? null,
        isMinimum,
        day: asOfOn,
      };
    });
  return [...practices, ...measurements];
}

type Request = Pick<ChannelRequest<'chain:graph'>, 'groupId' | 'year' | 'side' | 'withSubGroups'>;

/** Links from or to a card that lead out of the picture, at each of its ends. */
function countElsewhere(links: ChainRecords['links'], isShown: (id: string) => boolean) {
  const counts = new Map<string, { upstream: number; downstream: number }>();
  const add = (id: string, way: 'upstream' | 'downstream'): void => {
    const count = counts.get(id) ?? { upstream: 0, downstream: 0 };
    count[way] += 1;
    counts.set(id, count);
  };
  for (const { fromId, toId } of links.filter(isStep)) {
    if (!isShown(toId)) add(fromId, 'downstream');
    if (!isShown(fromId)) add(toId, 'upstream');
  }
  return counts;
}

const whole: Orphan = { upstream: false, downstream: false };

/** The chain of a group in a year: see `YearSelection` for what belongs to a year. */
export function chainGraph(
  db: ReadableDb,
  { groupId, year, side, withSubGroups }: Request,
): ChainGraph {
  const records = loadChain(db, groupId);
  const selection = selectYear(records, year, { withSubGroups });
  const isAhead = (card: Card): boolean => card.year !== null && card.year > year;
  const every = allCards(db, records, year).map((card) => ({ ...card, isAhead: isAhead(card) }));
  const orphans = orphansOf(every, records.links);
  const ofYear = every.filter(({ id }) => selection.ids.has(id));
  const shown = selectSide(inOrder(ofYear), records.links, side);
  const shownIds = new Set(shown.map(({ id }) => id));
  const counts = countElsewhere(records.links, (id) => selection.ids.has(id));
  const nodes = shown.map((card): ChainNode => {
    const { upstream, downstream } = orphans.get(card.id) ?? whole;
    return {
      ...card,
      isAhead: isAhead(card),
      parentId: card.parentId !== null && shownIds.has(card.parentId) ? card.parentId : null,
      isOrphanUpstream: upstream,
      isOrphanDownstream: downstream,
      elsewhere: counts.get(card.id) ?? { upstream: 0, downstream: 0 },
    };
  });
  const isMark = (table: ChainRecords['links'][number]['toTable']): boolean =>
    !isChainColumn(table);
  const attachments = records.links.filter(
    ({ fromTable, fromId, toTable }) =>
      isMark(toTable) && (isMark(fromTable) || shownIds.has(fromId)),
  );
  const steps = records.links.filter(
    (link) => isStep(link) && shownIds.has(link.fromId) && shownIds.has(link.toId),
  );
  const attached = new Set(attachments.map(({ toId }) => toId));
  return {
    groupId,
    year,
    side,
    nodes,
    marks: marksOf(records, year, attached),
    links: [...steps, ...attachments].map(({ id, fromTable, fromId, toTable, toId, note }) => ({
      id,
      fromTable,
      fromId,
      toTable,
      toId,
      note,
    })),
    ...pathsOf(nodes, steps),
    leftOut: selection.leftOut,
  };
}
