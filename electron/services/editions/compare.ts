import type { ComparisonView, FactChange, FactView } from '#contract/edition.views.ts';
import { factAspects } from '#contract/edition.views.ts';

const round = (value: number): number => Math.round(value * 1e9) / 1e9;

function changeOf(before: FactView | null, after: FactView | null): FactChange | null {
  const shown = after ?? before;
  if (shown === null) return null;
  const { key, section, label, kind } = shown;
  const common = { key, section, label, kind, before, after };
  if (before === null) return { ...common, change: 'appeared', aspects: [], difference: null };
  if (after === null) return { ...common, change: 'vanished', aspects: [], difference: null };
  const aspects = factAspects.filter((aspect) => before[aspect] !== after[aspect]);
  if (aspects.length === 0) return null;
  const difference =
    typeof before.value === 'number' &&
    typeof after.value === 'number' &&
    before.value !== after.value
      ? round(after.value - before.value)
      : null;
  return { ...common, change: 'changed', aspects, difference };
}

/** Facts of both sides in one order: the later side's, each vanished one behind its predecessor. */
function keysOf(from: readonly FactView[], to: readonly FactView[]): string[] {
  const later = new Set(to.map(({ key }) => key));
  const behind = new Map<string | null, string[]>();
  let previous: string | null = null;
  for (const { key } of from) {
    if (later.has(key)) previous = key;
    else behind.set(previous, [...(behind.get(previous) ?? []), key]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...to.flatMap(({ key }) => [key, ...(behind.get(key) ?? [])]),
  ];
}

/** What appeared, changed and vanished from one set of facts to another, fact by fact. */
export function compareFacts(from: readonly FactView[], to: readonly FactView[]): ComparisonView {
  const before = new Map(from.map((fact) => [fact.key, fact]));
  const after = new Map(to.map((fact) => [fact.key, fact]));
  const keys = keysOf(from, to);
  const changes = keys.flatMap(
    (key) => changeOf(before.get(key) ?? null, after.get(key) ?? null) ?? [],
  );
  const count = (kind: FactChange['change']): number =>
    changes.filter(({ change }) => change === kind).length;
  return {
    appeared: count('appeared'),
    changed: count('changed'),
    vanished: count('vanished'),
    unchanged: keys.length - changes.length,
    changes,
  };
}
