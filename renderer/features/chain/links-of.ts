import type { ChainGraph, ChainLinkView, ChainNode } from '#contract/chain.views.ts';
import type { ChainTable, LinkEnd } from '#domain/chain.ts';
import { isChainColumn, linkObstacle, reachable } from '#domain/chain.ts';

export const isStep = ({ fromTable, toTable }: ChainLinkView): boolean =>
  isChainColumn(fromTable) && isChainColumn(toTable);

export const isOrphan = ({ isOrphanUpstream, isOrphanDownstream }: ChainNode): boolean =>
  isOrphanUpstream || isOrphanDownstream;

/** A card and all that leads to it or comes out of it; null when no card is looked at. */
export function litFrom(graph: ChainGraph, id: string | null): ReadonlySet<string> | null {
  if (id === null) return null;
  const steps = graph.links.filter(isStep);
  return new Set([
    id,
    ...reachable(steps, [id], 'upstream'),
    ...reachable(steps, [id], 'downstream'),
  ]);
}

/** What a card can still be linked to: further along, not linked to it yet, and never in a circle. */
export function targetsOf(
  { nodes, marks, links }: ChainGraph,
  from: LinkEnd,
): readonly { readonly id: string; readonly table: ChainTable; readonly title: string }[] {
  const taken = new Set(links.filter(({ fromId }) => fromId === from.id).map(({ toId }) => toId));
  const behind = reachable(links, [from.id], 'upstream');
  return [...nodes, ...marks].filter(
    ({ id, table }) =>
      id !== from.id &&
      !taken.has(id) &&
      !behind.has(id) &&
      linkObstacle(from.table, table) === null,
  );
}
