import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EntityName } from '#domain/registry.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import { checkedBySchema, checkedValues } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import { plainValues } from '#sql/plain-values.ts';
import { arbitraryRecord, soundValue } from '#test/arbitrary-record.ts';

type Check = (name: EntityName, given: Readonly<Record<string, unknown>>) => unknown;

/** What a check says: the columns, in their order, or what is refused and why. */
function verdict(
  check: Check,
  name: EntityName,
  given: Readonly<Record<string, unknown>>,
): unknown {
  try {
    return { kept: JSON.stringify(check(name, given)) };
  } catch (error) {
    if (error instanceof DataError) return { code: error.code, ...error.details };
    throw error;
  }
}

function soundRecord(name: EntityName): Record<string, unknown> {
  const { fields } = entityOf(name);
  return Object.fromEntries(
    Object.entries(fields).map(([field, declaration]) => [
      field,
      declaration.isOptional ? null : soundValue(declaration),
    ]),
  );
}

describe.each(entityNames)('the quick check of %s', (name) => {
  it('says of whole records what the schema says', () => {
    fc.assert(
      fc.property(arbitraryRecord(name), (given) => {
        expect(verdict(checkedValues, name, given)).toEqual(verdict(checkedBySchema, name, given));
      }),
      { numRuns: 60 },
    );
  });

  it('says of one doubtful column what the schema says', () => {
    const sound = soundRecord(name);
    fc.assert(
      fc.property(
        fc
          .constantFrom(...entityOf(name).fieldNames)
          .chain((field) =>
            arbitraryRecord(name).map((other) => ({ ...sound, [field]: other[field] })),
          ),
        (given) => {
          expect(verdict(checkedValues, name, given)).toEqual(
            verdict(checkedBySchema, name, given),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('passes records that nothing is wrong with without asking the schema', () => {
  const passed = entityNames.filter((name) => plainValues(name, soundRecord(name)) !== null);
  expect(passed).toContain('organisation');
  expect(passed.length).toBeGreaterThan(entityNames.length / 2);
});
