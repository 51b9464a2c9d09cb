import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatDay, parseTypedDate } from '#ui/record-form/date-typing.ts';

const typing = {
  languages: ['fr', 'en'],
  today: '2017-12-31',
  words: {
    yesterday: ['hier', 'yesterday'],
    today: ["aujourd'hui", 'today'],
    tomorrow: ['demain', 'tomorrow'],
  },
};
const read = (typed: string): string | null => parseTypedDate(typed, typing);

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const written = (iso: string, options: Intl.DateTimeFormatOptions, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(
    new Date(`${iso}T00:00:00Z`),
  );

describe('a day as people type it', () => {
  test.each([
    ['15/09/2017', '2017-09-15'],
    ['15/9/17', '2017-09-15'],
    ['15.09.2017', '2017-09-15'],
    ['15-09-2017', '2017-09-15'],
    ['15 09 2017', '2017-09-15'],
    ['15 sept. 2017', '2017-09-15'],
    ['15 sept 2017', '2017-09-15'],
    ['le 15 septembre 2017', '2017-09-15'],
    ['15 Septembre 2017', '2017-09-15'],
    ['15 sept.', '2017-09-15'],
    ['15/09', '2017-09-15'],
    ['1er mars 2018', '2018-03-01'],
    ['3 fevrier 2018', '2018-02-03'],
    ['3 févr. 2018', '2018-02-03'],
    ['12 août 85', '1985-08-12'],
    ['2017-09-15', '2017-09-15'],
    ['29/02/2016', '2016-02-29'],
    ['Sept 15, 2017', '2017-09-15'],
    ['15th September 2017', '2017-09-15'],
    ['aujourd’hui', '2017-12-31'],
    ['hier', '2017-12-30'],
    ['demain', '2018-01-01'],
    ['15\u00A0sept.\u202F2017', '2017-09-15'],
  ])('%s → %s', (typed, iso) => {
    expect(read(typed)).toBe(iso);
  });

  test.each([
    '',
    'bientôt',
    '31/02/2017',
    '29/02/2017',
    '32/01/2017',
    '15/13/2017',
    '15 jui 2017',
    '2017',
  ])('« %s » is not a day', (typed) => {
    expect(read(typed)).toBeNull();
  });

  test('whatever the program writes, it reads back', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('fr', 'en'), (iso, language) => {
        expect(read(iso)).toBe(iso);
        expect(read(formatDay(iso, language))).toBe(iso);
        expect(read(formatDay(iso, language, 'medium'))).toBe(iso);
        expect(
          read(written(iso, { day: 'numeric', month: 'long', year: 'numeric' }, 'fr-FR')),
        ).toBe(iso);
        expect(
          read(written(iso, { day: '2-digit', month: '2-digit', year: '2-digit' }, 'fr-FR')),
        ).toBe(iso);
      }),
    );
  });

  test('any text gives a day of the calendar or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        const iso = read(typed);
        expect(iso === null || read(iso) === iso).toBe(true);
      }),
    );
  });
});
