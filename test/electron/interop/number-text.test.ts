import { numberText } from '#interop/number-text.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('numberText', () => {
  it('writes what String writes, with the decimal sign asked for', () => {
    const amount = fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }).map((n) => n / 100);
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.oneof(amount, any, fc.integer()), (value) => {
        expect(numberText(value, '.')).toBe(String(value));
        expect(numberText(value, ',')).toBe(String(value).replace('.', ','));
      }),
      { numRuns: 5000 },
    );
  });
});
