import fc from 'fast-check';
import { expect, it } from 'vitest';

import { entryHash, entryHasher } from '#journal/entries.ts';

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('core', '[]', '"', '\\', '\u2028', '\ud800', 'é’'),
);

it('gives many entries of one operation the hashes that each has by itself', () => {
  fc.assert(
    fc.property(
      fc.record({
        scope: word, replica: word, operation_id: word, hlc: word, tbl: word,
        op: fc.constantFrom('insert' as const, 'set' as const),
      }), // prettier-ignore
      fc.array(
        fc.record({
          seq: fc.nat(),
          row: word,
          col: fc.option(word),
          value: word,
          parents: fc.oneof(word, fc.constant('["r1:1"]')),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      fc.record({ author: word, reason: word, schema_version: fc.nat(99) }),
      (shared, changes, operation) => {
        const hashOf = entryHasher(shared, operation);
        for (const change of changes) {
          expect(hashOf(change)).toEqual(entryHash({ ...shared, ...change }, operation));
        }
      },
    ),
  );
});
