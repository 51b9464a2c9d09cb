import type { ChainColumn, ChainTable } from '#domain/chain.ts';
import { chainColumns, isChainColumn } from '#domain/chain.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** A link, as far as its ends go. */
export interface Ends {
  readonly fromTable: ChainTable;
  readonly fromId: string;
  readonly toTable: ChainTable;
  readonly toId: string;
}

/** Everything of a group that its chain may join. */
export interface ChainRecords {
  readonly barrier: readonly RecordOf<'barrier'>[];
  readonly statements: ReadonlyMap<string, readonly RecordOf<'barrierStatement'>[]>;
  readonly lever: readonly RecordOf<'lever'>[];
  readonly remedy: readonly RecordOf<'remedy'>[];
  readonly objective: readonly RecordOf<'objective'>[];
  readonly activity: readonly RecordOf<'activity'>[];
  readonly result: readonly RecordOf<'result'>[];
  readonly goodPractice: readonly RecordOf<'goodPractice'>[];
  readonly indicators: ReadonlyMap<string, RecordOf<'indicator'>>;
  readonly measurement: readonly RecordOf<'measurement'>[];
  readonly events: ReadonlyMap<string, RecordOf<'event'>>;
  /** Only those whose two ends are live records of the group. */
  readonly links: readonly RecordOf<'chainLink'>[];
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((one) => [one.id, one]));

export function groupedBy<T>(records: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of records) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return groups;
}

/** Reads the records of a group that make up its chain: a few hundred at most, hence all of them. */
export function loadChain(db: ReadableDb, workingGroupId: Id<'workingGroup'>): ChainRecords {
  const ofGroup = { workingGroupId };
  const barrier = listRecords(db, 'barrier', ofGroup, ['position']);
  const ownBarriers = new Set<string>(barrier.map(({ id }) => id));
  const indicators = byId(listRecords(db, 'indicator', ofGroup));
  const records = {
    barrier,
    lever: listRecords(db, 'lever', ofGroup, ['position']),
    remedy: listRecords(db, 'remedy', ofGroup, ['year', 'position']),
    objective: listRecords(db, 'objective', ofGroup, ['year', 'position']),
    activity: listRecords(db, 'activity', ofGroup, ['position']),
    result: listRecords(db, 'result', ofGroup, ['year', 'position']),
    goodPractice: listRecords(db, 'goodPractice', ofGroup, ['title']),
    measurement: listRecords(db, 'measurement', {}, ['asOfOn']).filter(({ indicatorId }) =>
      indicators.has(indicatorId),
    ),
  };
  const own = new Map<string, Set<string>>(
    Object.entries(records).map(([table, some]) => [table, new Set(some.map(({ id }) => id))]),
  );
  return {
    ...records,
    indicators,
    statements: groupedBy(
      listRecords(db, 'barrierStatement', {}, ['statedOn', 'position']).filter(({ barrierId }) =>
        ownBarriers.has(barrierId),
      ),
      ({ barrierId }) => barrierId,
    ),
    events: byId(listRecords(db, 'event', ofGroup)),
    links: listRecords(db, 'chainLink').filter(
      ({ fromTable, fromId, toTable, toId }) =>
        own.get(fromTable)?.has(fromId) === true && own.get(toTable)?.has(toId) === true,
    ),
  };
}

/** A link from one step of the chain to another, nothing attached. */
export const isStep = ({ fromTable, toTable }: Pick<Ends, 'fromTable' | 'toTable'>): boolean =>
  isChainColumn(fromTable) && isChainColumn(toTable);

export const rankOf = (table: ChainColumn): number => chainColumns.indexOf(table);
