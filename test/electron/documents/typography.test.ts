import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatMonth,
  formatNumber,
  frenchTypography,
  typeset,
  validDay,
} from '#documents/typography.ts';

const N = '\u202f';
const S = '\u00a0';

describe('French typography', () => {
  test.each([
    ["L'achat d'innovation", 'L’achat d’innovation'],
    ['Vraiment ?', `Vraiment${N}?`],
    ['Vraiment?', `Vraiment${N}?`],
    ['Quoi ?!', `Quoi${N}?!`],
    ['fin ; suite', `fin${N}; suite`],
    ['Objectif :', `Objectif${S}:`],
    ['Objectif: faire', `Objectif${S}: faire`],
    ['le mot "mature".', `le mot «${N}mature${N}».`],
    ['« déjà »', `«${N}déjà${N}»`],
    ['50 % et 12€', `50${S}% et 12${S}€`],
    ['350 km en 2 h', `350${S}km en 2${S}h`],
    ['1 250 acheteurs', `1${N}250 acheteurs`],
    ['en 2017 350 personnes', 'en 2017 350 personnes'],
    ['à 10:30', 'à 10:30'],
    ['https://example.org/a?b=c;d', 'https://example.org/a?b=c;d'],
    ['voir https://example.org/a?b : ici', `voir https://example.org/a?b${S}: ici`],
    ['a;b@example.org', 'a;b@example.org'],
    ['n° 3', `n°${S}3`],
    ['etc...', 'etc…'],
    ['un " seul', 'un " seul'],
    ['', ''],
  ])('%s', (before, after) => {
    expect(frenchTypography(before)).toBe(after);
  });

  test('leaves English alone', () => {
    expect(typeset("It's 5 % ; really?", 'en')).toBe("It's 5 % ; really?");
  });

  test('changes nothing when applied twice', () => {
    const piece = fc.constantFrom(
      ' ',
      S,
      N,
      '"',
      "'",
      '«',
      '»',
      ':',
      ';',
      '!',
      '?',
      '%',
      '€',
      '.',
      '...',
      'a',
      'é',
      '1',
      '250',
      '°',
      'n',
      'km',
      '@',
      '/',
      'https://',
      'www.',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 24 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const once = frenchTypography(text);
          expect(frenchTypography(once)).toBe(once);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('numbers and dates', () => {
  test('numbers', () => {
    expect(formatNumber(1250, 'fr')).toBe(`1${N}250`);
    expect(formatNumber(12.5, 'fr')).toBe('12,5');
    expect(formatNumber(1250.256, 'en')).toBe('1,250.26');
    expect(formatNumber(Number.NaN, 'fr')).toBe('–');
  });

  test('dates', () => {
    expect(formatDate('2017-05-09', 'fr')).toBe(`9${S}mai 2017`);
    expect(formatDate('2017-06-01', 'fr')).toBe(`1er${S}juin 2017`);
    expect(formatDate('2017-06-01', 'en')).toBe(`1${S}June 2017`);
    expect(formatDate('2017-02-31', 'fr')).toBe('2017-02-31');
    expect(formatMonth('2017-06-30', 'fr')).toBe('juin 2017');
    expect(formatDateRange('2017-11-20', '2017-11-26', 'fr')).toBe(
      `20${S}–${S}26${S}novembre 2017`,
    );
    expect(formatDateRange('2017-06-30', '2017-11-01', 'fr')).toBe(
      `30${S}juin – 1er${S}novembre 2017`,
    );
    expect(validDay('2017-02-31')).toBe('2000-01-01');
  });
});
