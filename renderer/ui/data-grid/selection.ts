import type { BulkTarget, GridQuery } from './grid.types.ts';

/** Which rows are selected: some by name, or all that match but a few. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const noSelection: Selection = { kind: 'some', ids: new Set() };
export const wholeSelection: Selection = { kind: 'all', except: new Set() };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id);
}

/** How many rows are selected among `total` that match. */
export function countSelected(selection: Selection, total: number): number {
  return selection.kind === 'some'
    ? selection.ids.size
    : Math.max(0, total - selection.except.size);
}

export function toggle(selection: Selection, id: string): Selection {
  const set = new Set(selection.kind === 'some' ? selection.ids : selection.except);
  if (!set.delete(id)) set.add(id);
  return selection.kind === 'some' ? { kind: 'some', ids: set } : { kind: 'all', except: set };
}

/** Adds rows, such as those of a stretch. */
export function include(selection: Selection, ids: Iterable<string>): Selection {
  if (selection.kind === 'some') return { kind: 'some', ids: new Set([...selection.ids, ...ids]) };
  const except = new Set(selection.except);
  for (const id of ids) except.delete(id);
  return { kind: 'all', except };
}

/** What the box in the header shows. */
export function headerState(selection: Selection, total: number): 'none' | 'some' | 'all' {
  const count = countSelected(selection, total);
  if (count === 0 || total === 0) return 'none';
  return count >= total ? 'all' : 'some';
}

/** What is selected, as it is told to the store: all that match are never named one by one. */
export function targetOf(selection: Selection, query: GridQuery): BulkTarget {
  return selection.kind === 'some'
    ? { ids: [...selection.ids] }
    : { query, except: [...selection.except] };
}
