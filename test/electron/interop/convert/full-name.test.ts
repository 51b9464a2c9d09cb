import { nameOrderOf, splitFullName } from '#interop/convert/full-name.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { words } from './reading.ts';

type Parts = readonly [civility: string | null, given: string | null, family: string];

function split(text: string, order?: 'givenFirst' | 'familyFirst'): Parts {
  const { civility, givenName, familyName } = splitFullName(text, words, order);
  return [civility, givenName, familyName];
}

describe('a full name', () => {
  it.each<[string, Parts]>([
    ['M. Jean-Pierre DUPONT', ['sir', 'Jean-Pierre', 'DUPONT']],
    ['DUPONT Jean', [null, 'Jean', 'DUPONT']],
    ['Mme de La Tour Anne', ['madam', 'Anne', 'de La Tour']],
    ['Dupont, Jean', [null, 'Jean', 'Dupont']],
    ['Dupont, M. Jean', ['sir', 'Jean', 'Dupont']],
    ['Jean Dupont', [null, 'Jean', 'Dupont']],
    ['Jean Pierre Dupont', [null, 'Jean Pierre', 'Dupont']],
    ['Jean DUPONT MARTIN', [null, 'Jean', 'DUPONT MARTIN']],
    ['DE LA TOUR Anne', [null, 'Anne', 'DE LA TOUR']],
    ['Anne de LA TOUR', [null, 'Anne', 'de LA TOUR']],
    ['Yann Le Goff', [null, 'Yann', 'Le Goff']],
    ['Le Goff Yann', [null, 'Yann', 'Le Goff']],
    ['Mme Le Goff', ['madam', null, 'Le Goff']],
    ['Anne d’Arc', [null, 'Anne', 'd’Arc']],
    ['Mohamed Ben Salah', [null, 'Mohamed', 'Ben Salah']],
    ['J. DUPONT', [null, 'J.', 'DUPONT']],
    ['DUPONT J.', [null, 'J.', 'DUPONT']],
    ['JEAN DUPONT', [null, 'JEAN', 'DUPONT']],
    ['M.DUPONT', ['sir', null, 'DUPONT']],
    ['M Jean Martin', ['sir', 'Jean', 'Martin']],
    ['Mr John Smith', ['sir', 'John', 'Smith']],
    ['M. et Mme Dupont', [null, null, 'Dupont']],
    ['Mme la Préfète Anne DURAND', ['madam', 'Anne', 'DURAND']],
    ['Dupont\u00a0', [null, null, 'Dupont']],
    ['M. Martin', ['sir', null, 'Martin']],
    ['Madame', [null, null, 'Madame']],
  ])('%j is %j', (text, parts) => {
    expect(split(text)).toEqual(parts);
  });

  it('keeps the title that is no civility', () => {
    expect(splitFullName('Dr Anne Martin', words)).toMatchObject({
      honorific: 'Dr',
      civility: null,
      givenName: 'Anne',
    });
    expect(splitFullName('Me DURAND', words)).toMatchObject({
      honorific: 'Me',
      familyName: 'DURAND',
    });
  });

  it('follows the order of its column where nothing else tells', () => {
    expect(split('Dupont Jean', 'familyFirst')).toEqual([null, 'Jean', 'Dupont']);
    expect(split('DUPONT JEAN', 'familyFirst')).toEqual([null, 'JEAN', 'DUPONT']);
    expect(split('Jean DUPONT', 'familyFirst')).toEqual([null, 'Jean', 'DUPONT']);
    expect(split('Le Goff Yann', 'familyFirst')).toEqual([null, 'Yann', 'Le Goff']);
  });

  it('loses no word of any name', () => {
    const word = fc.stringMatching(/^[A-ZÉ][a-zé]{1,6}(?:-[A-Z][a-z]{1,4})?$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (names) => {
        const { givenName, familyName, honorific, civility } = splitFullName(
          names.join(' '),
          words,
        );
        fc.pre(honorific === null && civility === null);
        const parts = [...(givenName ?? '').split(' '), ...familyName.split(' ')];
        expect(parts.filter((part) => part !== '').toSorted()).toEqual(names.toSorted());
        expect(familyName).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the order of names', () => {
  it.each([
    ['Nom et prénom', 'familyFirst'],
    ['NOM - Prénom', 'familyFirst'],
    ['Last name, first name', 'familyFirst'],
    ['Prénom Nom', 'givenFirst'],
    ['First name / last name', 'givenFirst'],
    ['Prénom et nom du contact', 'givenFirst'],
    ['Nom', null],
    ['First name', null],
    ['Contact', null],
  ])('is told by the header %j: %s', (header, order) => {
    expect(nameOrderOf(header, words)).toBe(order);
  });
});
