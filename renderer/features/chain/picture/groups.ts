import type { ChainGraph, ChainNode } from '#contract/chain.views.ts';
import type { ChainColumn } from '#domain/chain.ts';

/** Cards of a column that stand together, and are moved about among themselves. */
export interface CardGroup {
  readonly key: string;
  /** Barriers and levers stand by side, remedies and objectives by the year they are for. */
  readonly heading:
    | { readonly kind: 'side'; readonly side: 'buyer' | 'company' }
    | { readonly kind: 'year'; readonly year: number }
    | null;
  readonly cards: readonly ChainNode[];
}

function headingOf({ table, side, year }: ChainNode): CardGroup['heading'] {
  if ((table === 'barrier' || table === 'lever') && (side === 'buyer' || side === 'company')) {
    return { kind: 'side', side };
  }
  const isByYear = table === 'remedy' || table === 'objective';
  return isByYear && year !== null ? { kind: 'year', year } : null;
}

/** The cards of a column, those that belong together under one heading. Parts stand with their whole. */
export function groupsOf(graph: ChainGraph, column: ChainColumn): CardGroup[] {
  const groups = new Map<string, { heading: CardGroup['heading']; cards: ChainNode[] }>();
  for (const card of graph.nodes) {
    if (card.table !== column) continue;
    const heading = headingOf(card);
    const key =
      heading === null ? '' : heading.kind === 'side' ? heading.side : String(heading.year);
    const group = groups.get(key) ?? { heading, cards: [] };
    group.cards.push(card);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key: `${column}/${key}`, ...group }));
}

/** The cards among which one is moved: those of its group that are parts of the same whole. */
export function siblingsOf(graph: ChainGraph, id: string): readonly ChainNode[] {
  const card = graph.nodes.find((one) => one.id === id);
  if (card === undefined) return [];
  const group = groupsOf(graph, card.table).find(({ cards }) => cards.includes(card));
  return (group?.cards ?? []).filter(({ parentId }) => parentId === card.parentId);
}
