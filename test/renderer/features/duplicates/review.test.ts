import { describe, expect, it } from 'vitest';

import type { FieldChoice } from '#contract/duplicate.channels.ts';
import { sortFields, stepped, turned } from '#features/duplicates/choices.ts';
import { addressOf, placeAt, positionOf } from '#features/duplicates/place.ts';

const a = '0190a0a0-0000-7000-8000-00000000000a';
const b = '0190a0a0-0000-7000-8000-00000000000b';

describe('the address of a review', () => {
  it.each([
    { table: 'organisation', firstId: null, secondId: null },
    { table: 'person', firstId: a, secondId: null },
    { table: 'person', firstId: a, secondId: b },
  ] as const)('leads back to where it was made: %o', (place) => {
    expect(placeAt(addressOf(place))).toEqual(place);
  });

  it('leads somewhere, whatever it holds', () => {
    const start = { table: 'organisation', firstId: null, secondId: null };
    for (const address of [null, '', 'mandate', `mandate.x.${b}`, `organisation..${b}`]) {
      expect(placeAt(address)).toEqual(start);
    }
    expect(placeAt(`person.${a}.x.y`)).toEqual({ table: 'person', firstId: a, secondId: null });
  });

  it('finds its pair in a list, whichever of the two is named first', () => {
    const pairs = [
      { first: { id: 'x' }, second: { id: 'y' } },
      { first: { id: a }, second: { id: b } },
    ];
    expect(positionOf(pairs, { firstId: b, secondId: a })).toBe(1);
    expect(positionOf(pairs, { firstId: a, secondId: null })).toBe(-1);
  });
});

function field(name: string, kept: unknown, lost: unknown, suggested = 'kept'): FieldChoice {
  return {
    field: name,
    kept,
    lost,
    suggested: suggested as FieldChoice['suggested'],
    canJoin: false,
  };
}

describe('the columns of a review', () => {
  it('are sorted by what is left to decide', () => {
    const { toChoose, completed, same } = sortFields([
      field('name', 'Alpha', 'Alfa'),
      field('acronym', null, 'AB', 'lost'),
      field('siret', null, '55210055400013', 'kept'),
      field('kind', 'company', 'company'),
      field('notes', null, null),
      field('tags', [], []),
      field('isFictitious', false, false),
    ]);
    // A value that is not taken over by itself is for the person to decide about.
    expect(toChoose.map((choice) => choice.field)).toEqual(['name', 'siret']);
    expect(completed.map((choice) => choice.field)).toEqual(['acronym']);
    expect(same.map((choice) => choice.field)).toEqual(['kind']);
  });

  it('keep the values that were chosen when the other record is kept', () => {
    const sides = { name: 'lost', kind: 'kept', notes: 'both' } as const;
    expect(turned(sides)).toEqual({ name: 'kept', kind: 'lost', notes: 'both' });
    expect(turned(turned(sides))).toEqual(sides);
  });

  it('go from side to side, and no further', () => {
    expect(stepped('kept', 1, false)).toBe('lost');
    expect(stepped('lost', 1, false)).toBe('lost');
    expect(stepped('kept', 1, true)).toBe('both');
    expect(stepped('both', -1, true)).toBe('kept');
    expect(stepped('kept', -1, true)).toBe('kept');
  });
});
