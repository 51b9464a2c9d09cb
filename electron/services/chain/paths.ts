import type { ChainPath, PathCell } from '#contract/chain.views.ts';
import type { ChainColumn } from '#domain/chain.ts';
import { chainColumns } from '#domain/chain.ts';

import { rankOf } from './load.ts';

/** More would be no table that anybody reads. */
const MOST_PATHS = 2000;

interface Card {
  readonly id: string;
  readonly table: ChainColumn;
  readonly isOrphanUpstream: boolean;
  readonly isOrphanDownstream: boolean;
  readonly isAhead: boolean;
}

const empty = (state: PathCell['state']): PathCell => ({ state, ids: [] });

function cellsOf(path: readonly Card[]): PathCell[] {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [rankOf(first.table), rankOf(last.table)];
  return chainColumns.map((column, rank) => {
    const ids = path.filter(({ table }) => table === column).map(({ id }) => id);
    if (ids.length > 0) return { state: 'cards', ids };
    if (rank === from - 1 && first.isOrphanUpstream) return empty('missing');
    if (rank === to + 1 && last.isOrphanDownstream) return empty('missing');
    if (rank === to + 1 && last.table === 'objective' && last.isAhead) return empty('ahead');
    return empty(rank > from && rank < to ? 'passed' : 'beyond');
  });
}

/**
 * Every way through the chain, each from a card that nothing shown leads to, to one that leads to
 * nothing shown; in the order of the cards. A card without links is a path by itself.
 */
export function pathsOf(
  cards: readonly Card[],
  links: readonly { readonly fromId: string; readonly toId: string }[],
): { readonly paths: ChainPath[]; readonly isCut: boolean } {
  const byId = new Map(cards.map((card, at) => [card.id, { card, at }]));
  const next = new Map<string, Card[]>();
  const ledTo = new Set<string>();
  // Two copies of a store that are joined may hold the same link twice.
  const apart = new Map(links.map((link) => [`${link.fromId}>${link.toId}`, link]));
  const known = [...apart.values()].flatMap(({ fromId, toId }) => {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  for (const { from, to } of known.toSorted((a, b) => a.to.at - b.to.at)) {
    ledTo.add(to.card.id);
    next.set(from.card.id, [...(next.get(from.card.id) ?? []), to.card]);
  }
  const paths: ChainPath[] = [];
  const walk = (path: readonly Card[]): void => {
    const last = path.at(-1);
    if (last === undefined || paths.length > MOST_PATHS) return;
    const onward = (next.get(last.id) ?? []).filter((card) => !path.includes(card));
    for (const card of onward) walk([...path, card]);
    if (onward.length > 0) return;
    paths.push({ key: path.map(({ id }) => id).join('>'), cells: cellsOf(path) });
  };
  for (const card of cards) if (!ledTo.has(card.id)) walk([card]);
  return { paths: paths.slice(0, MOST_PATHS), isCut: paths.length > MOST_PATHS };
}
