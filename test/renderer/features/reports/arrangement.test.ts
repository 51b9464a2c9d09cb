import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EditionSection } from '#contract/edition.views.ts';
import { changed, childrenOf, reordered } from '#features/reports/edition/arrangement.ts';

const section = (key: string, parentKey: string | null): EditionSection => ({
  key,
  title: key,
  depth: parentKey === null ? 1 : 2,
  parentKey,
  isHidden: key === 'b',
  isRepeatable: false,
  isRepeated: key === 'a2',
  only: null,
});

const sections = [
  section('a', null),
  section('a1', 'a'),
  section('a2', 'a'),
  section('b', null),
  section('b1', 'b'),
  section('c', null),
];
const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);

describe('the plan of an edition', () => {
  it('moves a section with what stands under it', () => {
    expect(keysOf(reordered(sections, null, ['c', 'b', 'a']))).toEqual([
      'c',
      'b',
      'b1',
      'a',
      'a1',
      'a2',
    ]);
  });

  it('moves within one parent alone, and leaves what shows as it was', () => {
    const moved = reordered(sections, 'a', ['a2', 'a1']);
    expect(keysOf(moved)).toEqual(['a', 'a2', 'a1', 'b', 'b1', 'c']);
    expect(moved.filter(({ isHidden }) => isHidden)).toEqual([
      { key: 'b', isHidden: true, isRepeated: false },
    ]);
    expect(moved.filter(({ isRepeated }) => isRepeated)).toEqual([
      { key: 'a2', isHidden: false, isRepeated: true },
    ]);
  });

  it('loses and doubles nothing, whatever the order', () => {
    const roots = keysOf(childrenOf(sections, null));
    fc.assert(
      fc.property(fc.shuffledSubarray(roots, { minLength: roots.length }), (order) => {
        const moved = keysOf(reordered(sections, null, order));
        expect(moved.toSorted()).toEqual(keysOf(sections).toSorted());
        expect(moved.filter((key) => roots.includes(key))).toEqual(order);
      }),
    );
  });

  it('changes how one section shows and no other', () => {
    const shown = changed(sections, 'c', { isHidden: true });
    expect(keysOf(shown)).toEqual(keysOf(sections));
    expect(keysOf(shown.filter(({ isHidden }) => isHidden))).toEqual(['b', 'c']);
  });
});
