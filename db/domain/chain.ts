import type { chainTables } from './steering.ts';

/** A kind of record that links of the chain may join. */
export type ChainTable = (typeof chainTables)[number];

/** The chain, from what hinders to what came of it: the order in which links run. */
export const chainColumns = [
  'barrier',
  'lever',
  'remedy',
  'objective',
  'activity',
  'result',
] as const;
export type ChainColumn = (typeof chainColumns)[number];

/** What is attached to a card of the chain, without being a step of it. */
export const chainMarks = ['goodPractice', 'measurement'] as const;

const order: readonly string[] = chainColumns;

export const isChainColumn = (table: ChainTable): table is ChainColumn => order.includes(table);

/** Why no link may run that way; null where one may. */
export type LinkObstacle = 'itself' | 'backward' | 'sameColumn' | 'fromMark';

/**
 * Whether a link may run from one kind to the other: always onward, and it may pass over columns.
 * Activities may follow one another. Good practices and measurements are attached to any card, a
 * measurement also to a good practice; nothing of the chain comes out of them.
 */
export function linkObstacle(from: ChainTable, to: ChainTable): LinkObstacle | null {
  if (!isChainColumn(from)) {
    return from === 'goodPractice' && to === 'measurement' ? null : 'fromMark';
  }
  if (!isChainColumn(to)) return null;
  if (from === to) return from === 'activity' ? null : 'sameColumn';
  return order.indexOf(from) < order.indexOf(to) ? null : 'backward';
}

/** One end of a link. */
export interface LinkEnd {
  readonly table: ChainTable;
  readonly id: string;
}

interface Link {
  readonly fromId: string;
  readonly toId: string;
}

/** Everything that can be reached from some records along the links, themselves left out. */
export function reachable(
  links: readonly Link[],
  from: Iterable<string>,
  way: 'upstream' | 'downstream',
): Set<string> {
  const next = new Map<string, string[]>();
  for (const { fromId, toId } of links) {
    const [start, end] = way === 'downstream' ? [fromId, toId] : [toId, fromId];
    const known = next.get(start);
    if (known === undefined) next.set(start, [end]);
    else known.push(end);
  }
  const starts = [...from];
  const found = new Set<string>();
  const open = [...starts];
  for (const id of open) {
    for (const end of next.get(id) ?? []) {
      if (found.has(end)) continue;
      found.add(end);
      open.push(end);
    }
  }
  for (const id of starts) found.delete(id);
  return found;
}
