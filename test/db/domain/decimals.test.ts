import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { remainderOf, sumOf } from '#domain/decimals.ts';

/** A decimal as people type it: an integer and up to six places. */
const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => Number(`${units}e-${places}`));

describe('what a breakdown leaves of its total', () => {
  it('is exact where binary fractions are not', () => {
    expect(remainderOf(0.3, [0.1, 0.2])).toBe(0);
    expect(remainderOf(27, [17, 4])).toBe(6);
    expect(remainderOf(20, [17, 4])).toBe(-1);
    expect(remainderOf(1.1, [0.1, 0.1, 0.1])).toBe(0.8);
    expect(remainderOf(1e21, [1])).toBe(1e21 - 1);
    expect(sumOf([1e-7, 2e-7])).toBe(3e-7);
    expect(sumOf([])).toBe(0);
  });

  it('is nothing for a total made of the parts, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 12 }), (parts) => {
        expect(remainderOf(sumOf(parts), parts.toReversed())).toBe(0);
      }),
    );
  });

  it('gives back, added to the parts, the total', () => {
    fc.assert(
      fc.property(decimal, fc.array(decimal, { maxLength: 8 }), (total, parts) => {
        expect(sumOf([...parts, remainderOf(total, parts)])).toBe(total + 0);
      }),
    );
  });

  it('never says minus zero', () => {
    expect(Object.is(remainderOf(0, [0]), 0)).toBe(true);
    expect(Object.is(remainderOf(-0, []), 0)).toBe(true);
  });
});
