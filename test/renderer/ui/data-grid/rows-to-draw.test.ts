import fc from 'fast-check';
import { expect, test } from 'vitest';

import { rowsToDraw } from '#ui/data-grid/rows-to-draw.ts';

test('draws what is visible, more ahead than behind, and always the row that has the keyboard', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(100_000),
      fc.nat(60),
      fc.nat(100_000),
      fc.constantFrom('forward' as const, 'backward' as const),
      (count, start, height, active, direction) => {
        const startIndex = start % count;
        const endIndex = Math.min(count - 1, startIndex + height);
        const rows = rowsToDraw({ startIndex, endIndex, overscan: 12, count }, active, direction);
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        for (let index = startIndex; index <= endIndex; index += 1) expect(rows).toContain(index);
        expect(rows.includes(active)).toBe(active < count);
        expect(rows.length).toBeLessThanOrEqual(height + 1 + 36 + 1);
        const ahead = direction === 'forward' ? endIndex + 24 : startIndex - 24;
        if (ahead >= 0 && ahead < count) expect(rows).toContain(ahead);
      },
    ),
  );
});
