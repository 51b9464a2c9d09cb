import type { ChainColumn } from '#domain/chain.ts';
import { isChainColumn, reachable } from '#domain/chain.ts';

import type { ChainRecords } from './load.ts';
import { isStep } from './load.ts';

const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * How years join. The picture of a year N holds
 * - the barriers stated by the end of N, and those never stated at all; the levers likewise, because
 *   what hinders stays until somebody removes it (which ones the latest findings leave out is marked);
 * - the remedies and objectives for N, being carried out, and those for N + 1, which the group adopts
 *   at the end of N: nothing has to come out of these objectives yet;
 * - the activities of N, and its results.
 * So the findings of N lead to the remedies and objectives of N + 1, and those found in N − 1 to the
 * activities and results of N.
 */
export interface YearSelection {
  readonly ids: ReadonlySet<string>;
  /** Objectives of sub-groups that are left out. */
  readonly leftOut: number;
}

/** First and last year of an activity, from its own days or its event's; null when it has none. */
function ownSpan(
  { startsOn, endsOn, eventId }: ChainRecords['activity'][number],
  events: ChainRecords['events'],
): readonly [number, number] | null {
  const event = eventId === null ? undefined : events.get(eventId);
  const first = startsOn ?? endsOn ?? event?.startsOn ?? null;
  const last = endsOn ?? startsOn ?? event?.endsOn ?? first;
  return first === null || last === null ? null : [yearOf(first), yearOf(last)];
}

/**
 * Activities of a year. Those without a day belong to the years of what they are linked to, be it
 * through other activities; those linked to nothing that has a year belong to all.
 */
function activitiesOf(records: ChainRecords, year: number): Set<string> {
  const { activity, objective, result, links, events } = records;
  const years = new Map<string, readonly number[]>();
  for (const one of [...objective, ...result]) years.set(one.id, [one.year]);
  for (const one of activity) {
    const span = ownSpan(one, events);
    if (span !== null) years.set(one.id, span);
  }
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  };
  for (const link of links.filter(isStep)) {
    join(link.fromId, link.toId);
    join(link.toId, link.fromId);
  }
  const isOfYear = ([from, to]: readonly number[]): boolean =>
    from !== undefined && from <= year && year <= (to ?? from);
  const isAround = (id: string): boolean => {
    const seen = new Set([id]);
    const found: (readonly number[])[] = [];
    for (const at of seen) {
      for (const next of neighbours.get(at) ?? []) {
        const known = years.get(next);
        if (known !== undefined) found.push(known);
        else seen.add(next);
      }
    }
    return found.length === 0 || found.some(isOfYear);
  };
  return new Set(
    activity.flatMap((one) => {
      const known = years.get(one.id);
      return (known === undefined ? isAround(one.id) : isOfYear(known)) ? [one.id] : [];
    }),
  );
}

/** The cards of a year; see `YearSelection`. */
export function selectYear(
  records: ChainRecords,
  year: number,
  { withSubGroups }: { readonly withSubGroups: boolean },
): YearSelection {
  const end = `${year}-12-31`;
  const isDue = (one: { readonly year: number }): boolean =>
    one.year === year || one.year === year + 1;
  const linked = new Set(records.links.flatMap(({ fromId, toId }) => [fromId, toId]));
  const ids = new Set<string>();
  for (const { id } of records.barrier) {
    const [first] = records.statements.get(id) ?? [];
    if (first === undefined || first.statedOn <= end) ids.add(id);
  }
  for (const { id, statedOn } of records.lever) {
    if (statedOn === null || statedOn <= end) ids.add(id);
  }
  for (const one of records.remedy) if (isDue(one)) ids.add(one.id);

  // A wording that the same year words anew, and what concerns sub-groups only, are left out – but
  // nothing that a link touches.
  const yearById = new Map<string, number>(records.objective.map((one) => [one.id, one.year]));
  const reworded = new Set(
    records.objective.flatMap(({ year: of, carriedFromId }) =>
      carriedFromId !== null && yearById.get(carriedFromId) === of ? [carriedFromId as string] : [],
    ),
  );
  let leftOut = 0;
  for (const one of records.objective) {
    if (!isDue(one)) continue;
    const isOfSubGroup = one.subGroupId !== null && !linked.has(one.id);
    if (isOfSubGroup && !withSubGroups) leftOut += 1;
    else if (!reworded.has(one.id) || linked.has(one.id)) ids.add(one.id);
  }
  for (const id of activitiesOf(records, year)) ids.add(id);
  for (const one of records.result) if (one.year === year) ids.add(one.id);
  return { ids, leftOut };
}

interface Sided {
  readonly id: string;
  readonly table: ChainColumn;
  readonly side: 'buyer' | 'company' | 'both' | null;
}

/**
 * Cards of one side: those that name it or both; of those that name none, the ones that something of
 * that side leads to, and the ones that nothing with a side leads to.
 */
export function selectSide<N extends Sided>(
  nodes: readonly N[],
  links: ChainRecords['links'],
  side: 'all' | 'buyer' | 'company',
): N[] {
  if (side === 'all') return [...nodes];
  const sides = new Map(nodes.map((one) => [one.id, one.side]));
  const steps = links.filter(
    ({ fromTable, toTable }) => isChainColumn(fromTable) && isChainColumn(toTable),
  );
  return nodes.filter((one) => {
    if (one.side !== null) return one.side === side || one.side === 'both';
    const leading = [...reachable(steps, [one.id], 'upstream')].flatMap(
      (id) => sides.get(id) ?? [],
    );
    return leading.length === 0 || leading.some((each) => each === side || each === 'both');
  });
}
