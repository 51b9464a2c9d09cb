import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Place } from '#ui/data-grid/row-layout.ts';
import { RowLayout } from '#ui/data-grid/row-layout.ts';

const spans = fc.array(
  fc.record({ count: fc.integer({ min: 1, max: 12 }), isCollapsed: fc.boolean() }),
  { minLength: 1, maxLength: 15 },
);

type Spans = typeof spans extends fc.Arbitrary<infer T> ? T : never;

/** Every line, written down one by one. */
function linesOf(groups: Spans): Place[] {
  const lines: Place[] = [];
  let offset = 0;
  groups.forEach(({ count, isCollapsed }, group) => {
    lines.push({ kind: 'group', group });
    for (let row = 0; row < count; row += 1) {
      if (!isCollapsed) lines.push({ kind: 'row', offset: offset + row });
    }
    offset += count;
  });
  return lines;
}

describe('lines of a list in groups', () => {
  test('are those that one would write down, in both directions', () => {
    fc.assert(
      fc.property(spans, (groups) => {
        const layout = new RowLayout(0, groups);
        const lines = linesOf(groups);
        expect(layout.count).toBe(lines.length);
        expect(lines.map((_, line) => layout.at(line))).toEqual(lines);
        lines.forEach((place, line) => {
          if (place.kind === 'row') expect(layout.lineOf(place.offset)).toBe(line);
          else expect(layout.headerLine(place.group)).toBe(line);
        });
      }),
    );
  });

  test('a row of a closed group stands at its header', () => {
    const layout = new RowLayout(0, [
      { count: 3, isCollapsed: true },
      { count: 2, isCollapsed: false },
    ]);
    expect([0, 1, 2, 3, 4].map((offset) => layout.lineOf(offset))).toEqual([0, 0, 0, 2, 3]);
    expect(layout.groupAt(3)).toBe(1);
  });

  test('between two lines stand the rows that are seen there, and no others', () => {
    fc.assert(
      fc.property(spans, fc.nat(60), fc.nat(60), (groups, a, b) => {
        const layout = new RowLayout(0, groups);
        const lines = linesOf(groups);
        const [first, last] = [Math.min(a, b), Math.max(a, b)].map((line) =>
          Math.min(line, lines.length - 1),
        ) as [number, number];
        const seen = lines
          .slice(first, last + 1)
          .flatMap((place) => (place.kind === 'row' ? [place.offset] : []));
        const told = layout
          .stretches(first, last)
          .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step));
        expect(told).toEqual(seen);
      }),
    );
  });

  test('without groups each line is its row', () => {
    const layout = new RowLayout(100_000, null);
    expect(layout.count).toBe(100_000);
    expect(layout.at(99_999)).toEqual({ kind: 'row', offset: 99_999 });
    expect(layout.lineOf(5)).toBe(5);
    expect(layout.groupAt(5)).toBeNull();
    expect(layout.stretches(3, 7)).toEqual([[3, 7]]);
  });

  test('a list in groups without any row has no line', () => {
    const layout = new RowLayout(0, []);
    expect(layout.count).toBe(0);
    expect(layout.stretches(0, 0)).toEqual([]);
  });
});
