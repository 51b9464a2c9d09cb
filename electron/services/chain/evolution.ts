import type {
  BarrierWording,
  ChainEvolution,
  ChainMoment,
  EvolvingTable,
} from '#contract/chain.views.ts';
import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { groupedBy } from './load.ts';
import type { Stated } from './match.ts';
import { compareStated } from './match.ts';

/** One statement, with the moment it belongs to. */
interface Dated extends Stated {
  readonly year: number | null;
  readonly day: string | null;
  readonly sources: readonly string[];
}

function citedSources(db: ReadableDb, titles: ReadonlyMap<string, string>, id: string): string[] {
  return listRecords(db, 'citation', { recordId: id }).flatMap(
    ({ sourceId }) => titles.get(sourceId) ?? [],
  );
}

type Reader = (db: ReadableDb, groupId: Id<'workingGroup'>) => Dated[];

const sourceTitles = (db: ReadableDb): Map<string, string> =>
  new Map(listRecords(db, 'sourceDocument').map(({ id, title }) => [id, title]));

const barriers: Reader = (db, workingGroupId) => {
  const titles = sourceTitles(db);
  return listRecords(db, 'barrier', { workingGroupId }).flatMap(({ id, side }) =>
    listRecords(db, 'barrierStatement', { barrierId: id }, ['statedOn', 'position']).map((one) => ({
      id,
      recordKey: id,
      carriedFrom: [],
      side,
      wording: one.wording,
      quote: one.quote,
      position: one.position,
      year: null,
      day: one.statedOn,
      sources: one.sourceId === null ? [] : [titles.get(one.sourceId) ?? ''],
    })),
  );
};

const levers: Reader = (db, workingGroupId) => {
  const titles = sourceTitles(db);
  return listRecords(db, 'lever', { workingGroupId }).map((one) => ({
    id: one.id,
    recordKey: null,
    carriedFrom: [],
    side: one.side,
    wording: one.title,
    quote: null,
    position: one.position,
    year: null,
    day: one.statedOn,
    sources: citedSources(db, titles, one.id),
  }));
};

const remedies: Reader = (db, workingGroupId) => {
  const titles = sourceTitles(db);
  return listRecords(db, 'remedy', { workingGroupId }).map((one) => ({
    id: one.id,
    recordKey: null,
    carriedFrom: [],
    side: one.side,
    wording: one.title,
    quote: null,
    position: one.position,
    year: one.year,
    day: null,
    sources: citedSources(db, titles, one.id),
  }));
};

/** Objectives of the whole group; those of sub-groups are theirs to follow. */
const objectives: Reader = (db, workingGroupId) => {
  const titles = sourceTitles(db);
  const own = listRecords(db, 'objective', { workingGroupId }).filter(
    ({ subGroupId }) => subGroupId === null,
  );
  const former = new Map(own.map((one) => [one.id as string, one.carriedFromId]));
  const lineOf = (id: string): string[] => {
    const line = new Set<string>();
    for (let at = former.get(id) ?? null; at !== null && !line.has(at);) {
      line.add(at);
      at = former.get(at) ?? null;
    }
    return [...line];
  };
  return own.map((one) => ({
    id: one.id,
    recordKey: null,
    carriedFrom: lineOf(one.id),
    side: null,
    wording: one.title,
    quote: null,
    // Parts come after the wholes, which have places of their own.
    position: one.position + (one.parentId === null ? 0 : 1000),
    year: one.year,
    day: one.statedOn,
    sources: citedSources(db, titles, one.id),
  }));
};

const readers: Record<EvolvingTable, Reader> = {
  barrier: barriers,
  lever: levers,
  remedy: remedies,
  objective: objectives,
};

const keyOf = ({ year, day }: Pick<Dated, 'year' | 'day'>): string =>
  [year, day].filter((part) => part !== null).join('/');

/** Moments at which something was stated, oldest first: the day tells, then the year it is for. */
function momentsOf(stated: readonly Dated[]): { readonly moment: ChainMoment; all: Dated[] }[] {
  return [...groupedBy(stated, keyOf)]
    .map(([key, all]) => ({
      moment: {
        key,
        year: all[0]?.year ?? null,
        day: all[0]?.day ?? null,
        count: all.length,
        sources: [...new Set(all.flatMap(({ sources }) => sources))].filter((one) => one !== ''),
      },
      all: all.toSorted((a, b) => a.position - b.position),
    }))
    .toSorted(
      ({ moment: a }, { moment: b }) =>
        (a.year ?? 0) - (b.year ?? 0) || (a.day ?? '').localeCompare(b.day ?? ''),
    );
}

/**
 * What was stated at two moments. Barriers are the same by their record, objectives by what they were
 * carried from; levers and remedies, which are recorded anew, by their words.
 */
export function chainEvolution(
  db: ReadableDb,
  { groupId, table, before, after }: ChannelRequest<'chain:evolution'>,
): ChainEvolution {
  const rounds = momentsOf(readers[table](db, groupId));
  const find = (key: string | null) => rounds.find(({ moment }) => moment.key === key);
  const later = find(after) ?? rounds.at(-1);
  const earlier = find(before) ?? rounds[rounds.findIndex((one) => one === later) - 1];
  return {
    moments: rounds.map(({ moment }) => moment),
    before: earlier?.moment ?? null,
    after: later?.moment ?? null,
    rows: later === undefined ? [] : compareStated(earlier?.all ?? [], later.all),
  };
}

/** The wordings of a barrier, oldest first. */
export function barrierWordings(
  db: ReadableDb,
  { barrierId }: ChannelRequest<'chain:wordings'>,
): BarrierWording[] {
  const titles = sourceTitles(db);
  return listRecords(db, 'barrierStatement', { barrierId }, ['statedOn', 'position']).map(
    ({ id, statedOn, wording, quote, sourceId }) => ({
      id,
      statedOn,
      wording,
      quote,
      sourceTitle: sourceId === null ? null : (titles.get(sourceId) ?? null),
    }),
  );
}
