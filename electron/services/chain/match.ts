import type { EvolutionRow } from '#contract/chain.views.ts';
import { diffWords } from '#services/meetings/word-diff.ts';
import { foldText } from '#sql/fold.ts';

/** Something as it was worded at one moment. */
export interface Stated {
  readonly id: string;
  /** What stays the same whatever the wording; null where only words can tell. */
  readonly recordKey: string | null;
  /** Records that it goes back to. */
  readonly carriedFrom: readonly string[];
  readonly side: 'buyer' | 'company' | 'both' | null;
  readonly wording: string;
  readonly quote: string | null;
  readonly position: number;
}

type Basis = NonNullable<EvolutionRow['basis']>;

interface Pair {
  readonly before: Stated;
  readonly after: Stated;
  readonly basis: Basis;
}

/** Half of the words in common make two wordings worth holding against one another. */
const ALIKE = 0.5;

/** Words that carry no sense of their own. */
const SHORTEST = 4;

const wordsOf = (text: string): Set<string> =>
  new Set((foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w.length >= SHORTEST));

/** Share of the words that two texts have in common, of all the words of the shorter of them. */
function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const least = Math.min(left.size, right.size);
  if (least === 0) return 0;
  return [...left].filter((word) => right.has(word)).length / Math.max(least, 2);
}

/** Pairs each statement with the one that it goes on from, the surest ground first. */
function pairUp(before: readonly Stated[], after: readonly Stated[]): Pair[] {
  const open = { before: new Set(before), after: new Set(after) };
  const pairs: Pair[] = [];
  const take = (one: Stated, other: Stated, basis: Basis): void => {
    open.before.delete(one);
    open.after.delete(other);
    pairs.push({ before: one, after: other, basis });
  };
  const grounds: readonly (readonly [Basis, (one: Stated, other: Stated) => boolean])[] = [
    ['record', (one, other) => one.recordKey !== null && one.recordKey === other.recordKey],
    ['carried', (one, other) => other.carriedFrom.includes(one.id)],
    ['title', (one, other) => foldText(one.wording) === foldText(other.wording)],
  ];
  for (const [basis, holds] of grounds) {
    for (const other of open.after) {
      const one = [...open.before].find((each) => holds(each, other));
      if (one !== undefined) take(one, other, basis);
    }
  }
  // Where a record tells by itself what it is, words are no ground.
  const alike = [...open.after]
    .flatMap((other) =>
      [...open.before].map((one) => ({ one, other, score: likeness(one.wording, other.wording) })),
    )
    .filter(
      ({ one, other, score }) =>
        one.recordKey === null && one.side === other.side && score >= ALIKE,
    )
    .toSorted((a, b) => b.score - a.score);
  for (const { one, other } of alike) {
    if (open.before.has(one) && open.after.has(other)) take(one, other, 'words');
  }
  return pairs;
}

/** A row, and where its statement stood. */
interface Placed {
  readonly place: number;
  readonly row: EvolutionRow;
}

const worded = ({ id, wording, quote, position }: Stated) => ({ id, wording, quote, position });

/**
 * What became of each statement from one moment to another: stated in the same words, in other words,
 * no longer, or for the first time. In the order of the later moment, what is gone where it stood.
 */
export function compareStated(before: readonly Stated[], after: readonly Stated[]): EvolutionRow[] {
  const pairs = pairUp(before, after);
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const kept = new Set(pairs.map((pair) => pair.before));
  const rows = after.map((one): Placed => {
    const pair = byAfter.get(one);
    const common = { key: one.id, side: one.side, after: worded(one) };
    const place = one.position;
    if (pair === undefined) {
      return {
        place,
        row: { ...common, state: 'added', before: null, differences: [], basis: null },
      };
    }
    const { before: former, basis } = pair;
    const isSame = former.wording === one.wording && former.quote === one.quote;
    const differences = isSame ? [] : diffWords(former.wording, one.wording);
    const state = isSame ? 'same' : 'reworded';
    return { place, row: { ...common, state, before: worded(former), differences, basis } };
  });
  const gone = before
    .filter((one) => !kept.has(one))
    .map((one): Placed => ({
      place: one.position,
      row: {
        key: `gone:${one.id}`,
        state: 'gone',
        side: one.side,
        before: worded(one),
        after: null,
        differences: [],
        basis: null,
      },
    }));
  const sides = ['buyer', 'company', 'both', null];
  return [...rows, ...gone]
    .toSorted((a, b) => sides.indexOf(a.row.side) - sides.indexOf(b.row.side) || a.place - b.place)
    .map(({ row }) => row);
}
