import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FactView } from '#contract/edition.views.ts';
import { compareFacts } from '#services/editions/compare.ts';

const fact = fc.record({
  key: fc.stringMatching(/^[a-z]{1,3}$/),
  section: fc.constant('Indicateurs'),
  kind: fc.constant('figure' as const),
  label: fc.constantFrom('Réponses', 'Besoins'),
  value: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('a', 'b')),
  unit: fc.constantFrom(null, 'réponses'),
  asOfOn: fc.constantFrom(null, '2017-06-30', '2017-12-31'),
  isMinimum: fc.boolean(),
  records: fc.constant<FactView['records']>([]),
  source: fc.constantFrom(null, 'Synthèse'),
});
const facts: fc.Arbitrary<FactView[]> = fc.uniqueArray(fact, {
  selector: ({ key }) => key,
  maxLength: 20,
});

const mirrored = { appeared: 'vanished', changed: 'changed', vanished: 'appeared' } as const;

describe('comparing facts', () => {
  it('finds nothing between a set and itself, in whatever order', () => {
    fc.assert(
      fc.property(facts, fc.func(fc.integer()), (some, rank) => {
        const shuffled = some.toSorted((a, b) => rank(a.key) - rank(b.key));
        expect(compareFacts(some, shuffled)).toEqual({
          appeared: 0,
          changed: 0,
          vanished: 0,
          unchanged: some.length,
          changes: [],
        });
      }),
    );
  });

  it('finds the same the other way round, mirrored', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const there = compareFacts(a, b);
        const back = compareFacts(b, a);
        const flipped = back.changes.map(({ key, change, before, after, difference, aspects }) => ({
          key,
          change: mirrored[change],
          before: after,
          after: before,
          aspects,
          difference: difference === null ? null : 0 - difference,
        }));
        const plain = there.changes.map(({ section: _s, label: _l, kind: _k, ...rest }) => rest);
        const byKey = (x: { key: string }, y: { key: string }) => x.key.localeCompare(y.key);
        expect(plain.toSorted(byKey)).toEqual(flipped.toSorted(byKey));
        expect(there.unchanged).toBe(back.unchanged);
      }),
    );
  });

  it('leads from one set to the other', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const { changes, unchanged } = compareFacts(a, b);
        const made = new Map(a.map((one) => [one.key, one]));
        for (const { key, after } of changes) {
          if (after === null) made.delete(key);
          else made.set(key, after);
        }
        expect(made).toEqual(new Map(b.map((one) => [one.key, one])));
        expect(unchanged + changes.length).toBe(new Set([...a, ...b].map(({ key }) => key)).size);
      }),
    );
  });
});
