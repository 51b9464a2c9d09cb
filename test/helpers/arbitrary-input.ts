import fc from 'fast-check';
import type { z } from 'zod';

import { entities, entityNames } from '#domain/registry.ts';

/** Arbitrary payloads for a channel: rubbish, and things that are nearly or wholly what it takes. */

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

const fieldNames = entityNames.flatMap((name) => Object.keys(entities[name].fields));

const poison = fc.constantFrom<unknown>(
  null,
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  Number.MAX_SAFE_INTEGER,
  1e308,
  '',
  '\u0000',
  'x'.repeat(100_000),
  '\ud800',
  "'; DROP TABLE person; --",
  '"*NEAR(a b)',
  '../../etc/passwd',
  '__proto__',
  [],
  {},
  [[[[[]]]]],
  JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}}'),
  { toString: 1, valueOf: null, length: -1 },
  new Date(Number.NaN),
  new Map([['a', 1]]),
  new Uint8Array(8),
  12n,
);

const rubbish = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, maxDepth: 3 }),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: poison },
);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('a', 'Test', '2017-05-09', '2017-02-31', 'name', 'label', '%', '"', 'é'),
  fc.constantFrom(...fieldNames),
);

const fieldValues = fc.dictionary(
  fc.constantFrom(...fieldNames),
  fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 2, arbitrary: fc.integer() },
    { weight: 1, arbitrary: rubbish },
  ),
  { maxKeys: 8 },
);

/** What the schema lets pass, or nearly. `ids` are identifiers that exist. */
function matching(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Def; // every schema of the contract is one of the built-in kinds
  const within = (inner: Schema): fc.Arbitrary<unknown> => matching(inner, ids);
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([key, inner]) => [key, within(inner)])),
      );
    case 'array':
      return fc.array(within(def.element), { maxLength: 6 });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'union':
      return fc.oneof(...def.options.map(within));
    case 'nullable':
      return fc.option(within(def.innerType), { nil: null });
    case 'optional':
      return fc.option(within(def.innerType), { nil: undefined });
    case 'default':
      return fc.option(within(def.innerType), { nil: undefined });
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constantFrom(2017, 2018, 1.5));
    case 'string':
      return fc.oneof(
        { weight: 5, arbitrary: text },
        { weight: 1, arbitrary: fc.constant('granted') },
      );
    case 'custom':
      return fc.oneof(fc.constantFrom(...ids), fc.uuid({ version: 7 }), fc.constant('2017-05-09'));
    case 'record':
      return fieldValues;
    case 'pipe':
      return within(def.in);
    default:
      return rubbish;
  }
}

/** The same, with something in it spoilt: a value replaced, left out or added. */
function spoilt(sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(sound, fc.nat(), rubbish, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, at, bad, how]) => {
      if (typeof value !== 'object' || value === null) return bad;
      const keys = Object.keys(value);
      const key = keys[at % Math.max(1, keys.length)] ?? '__proto__';
      const copy = Object.fromEntries(Object.entries(value));
      if (how === 'remove') delete copy[key];
      else if (how === 'replace') copy[key] = bad;
      else Object.defineProperty(copy, '__proto__', { value: bad, enumerable: true });
      return copy;
    });
}

/**
 * Payloads for a channel with that input, of all degrees of wrongness. `valid` makes requests that
 * are right in every respect; without it those that the schema describes stand for them.
 */
export function arbitraryInput(
  input: z.ZodType,
  ids: readonly string[],
  valid: fc.Arbitrary<unknown> = matching(input, ids),
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1, arbitrary: valid },
    { weight: 2, arbitrary: spoilt(valid) },
    { weight: 2, arbitrary: matching(input, ids) },
    { weight: 2, arbitrary: spoilt(matching(input, ids)) },
    { weight: 3, arbitrary: rubbish },
  );
}
