import fc from 'fast-check';

import type { Field } from '#domain/fields.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';

/** Values that some column takes, and values just beyond what it takes. */
const edges = fc.constantFrom<unknown>(
  null, undefined, '', ' ', ' a ', 'a\u00a0', '\u2028a', 'é', '\u0000', '\ud800', 'x'.repeat(61), 'x'.repeat(600),
  'x'.repeat(200_001), '2017-05-09', '2017-02-31', '2017-05-09T08:00:00Z', '2017-05-09T08:00:00.000Z', '08:30', '24:00',
  0, -0, -1, 1.5, 1e9, 1e9 + 1, 2 ** 53, 1e308, Number.NaN, Number.POSITIVE_INFINITY, true, false, [], {}, ['a'], [' a '],
  ['a', 'a'], { email: true }, '01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-00000000000G', 'company',
  '776056467', '776056468', '77605646700018',
); // prettier-ignore

function valueOf({ choices, initial }: Field<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: edges },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.constant(initial) },
    ...(choices === undefined ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...choices) }]),
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

/** Columns of a record of this kind, each left out, sound or not. */
export function arbitraryRecord(name: EntityName): fc.Arbitrary<Record<string, unknown>> {
  const { fields } = entityOf(name);
  const shape = Object.entries(fields).map(([field, declaration]) => [field, valueOf(declaration)]);
  const known = fc.record(Object.fromEntries(shape) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  });
  const beyond = fc.dictionary(fc.constantFrom('id', 'deletedAt', 'nothing'), fc.string(), {
    maxKeys: 1,
  });
  return fc.tuple(known, beyond).map(([record, more]) => ({ ...more, ...record }));
}

const samples: Readonly<Record<string, (index: number) => unknown>> = {
  text: (index) => `T${index}`,
  longText: (index) => `Texte ${index}`,
  date: () => '2017-05-09',
  dateTime: () => '2017-05-09T08:00:00.000Z',
  time: () => '08:30',
  integer: () => 3,
  number: () => 2.5,
  boolean: () => true,
};

/** A value that a column of no particular rule takes. */
export function soundValue(field: Field<unknown>, index = 1): unknown {
  if (field.kind === 'choice') return field.choices?.[0] ?? null;
  if (field.kind === 'reference') return '01890000-0000-7000-8000-000000000000';
  if (field.kind === 'json') return field.initial ?? null;
  return samples[field.kind]?.(index) ?? null;
}
