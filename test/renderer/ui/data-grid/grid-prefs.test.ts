import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { parsePrefs } from '#ui/data-grid/grid-prefs.ts';

const initial: GridPrefs = { order: ['a'], hidden: ['b'], widths: { a: 100 }, sort: [] };

test('an arrangement is read back as it was kept', () => {
  const kept: GridPrefs = {
    order: ['b', 'a'],
    hidden: [],
    widths: { a: 240.5 },
    sort: [{ column: 'a', direction: 'desc' }],
    groupBy: { column: 'b', direction: 'asc' },
  };
  expect(parsePrefs(JSON.stringify(kept), initial)).toEqual(kept);
});

test('nothing kept, or anything unusable, gives the screen’s own arrangement', () => {
  expect(parsePrefs(null, initial)).toEqual(initial);
  expect(parsePrefs('{', initial)).toEqual(initial);
  expect(parsePrefs('null', initial)).toEqual(initial);
  expect(parsePrefs('{"widths":{"a":-5,"b":"x"},"sort":[{"column":1}]}', initial)).toEqual({
    ...initial,
    widths: {},
    sort: [],
    groupBy: null,
  });
  fc.assert(
    fc.property(fc.json(), (kept) => {
      const { order, hidden, widths, sort } = parsePrefs(kept, initial);
      expect([...order, ...hidden].every((key) => typeof key === 'string')).toBe(true);
      expect(Object.values(widths).every((width) => width >= 40)).toBe(true);
      expect(sort.every(({ direction }) => direction === 'asc' || direction === 'desc')).toBe(true);
    }),
  );
});
