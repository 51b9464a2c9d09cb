import type { ChainColumn } from '#domain/chain.ts';
import { isChainColumn } from '#domain/chain.ts';

import type { Ends } from './load.ts';

export interface Orphan {
  readonly upstream: boolean;
  readonly downstream: boolean;
}

interface Card {
  readonly id: string;
  readonly table: ChainColumn;
  /** The objective that it is a part of. */
  readonly parentId: string | null;
  /** What comes out of it is not due yet. */
  readonly isAhead: boolean;
}

/**
 * Which cards hang in the air, at either end.
 * - Upstream, for every column but the first: no card leads to it. A part of an objective counts what
 *   leads to the whole.
 * - Downstream, for every column but the last: no card comes out of it. Of an objective or an activity,
 *   a measurement or a good practice is an outcome too; an objective counts the outcomes of its parts;
 *   an objective of the year to come owes none yet.
 * All links count, also those to cards of other years.
 */
export function orphansOf(cards: readonly Card[], links: readonly Ends[]): Map<string, Orphan> {
  const ledTo = new Set<string>();
  const leading = new Set<string>();
  const marked = new Set<string>();
  for (const { fromTable, fromId, toTable, toId } of links) {
    if (!isChainColumn(fromTable)) continue;
    if (isChainColumn(toTable)) {
      ledTo.add(toId);
      leading.add(fromId);
    } else {
      marked.add(fromId);
    }
  }
  const parents = new Map(cards.map(({ id, parentId }) => [id, parentId]));
  const wholes = (id: string): Set<string> => {
    const found = new Set([id]);
    for (const at of found) {
      const parent = parents.get(at) ?? null;
      if (parent !== null) found.add(parent);
    }
    return found;
  };
  const hasOutcome = ({ id, table }: Card): boolean =>
    leading.has(id) || ((table === 'objective' || table === 'activity') && marked.has(id));
  const withOutcome = new Set(cards.filter(hasOutcome).flatMap(({ id }) => [...wholes(id)]));
  return new Map(
    cards.map((card) => {
      const { id, table, isAhead } = card;
      return [
        id,
        {
          upstream: table !== 'barrier' && ![...wholes(id)].some((one) => ledTo.has(one)),
          downstream:
            table !== 'result' && !(isAhead && table === 'objective') && !withOutcome.has(id),
        },
      ];
    }),
  );
}
