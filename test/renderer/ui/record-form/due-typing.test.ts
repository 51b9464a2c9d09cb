import { describe, expect, test } from 'vitest';

import { parseDueDate } from '#ui/record-form/due-typing.ts';

/** A Thursday. */
const typing = {
  languages: ['fr', 'en'],
  today: '2017-06-15',
  words: { yesterday: ['hier'], today: ['aujourd’hui'], tomorrow: ['demain'] },
};
const read = (text: string, today = typing.today): string | null =>
  parseDueDate(text, { ...typing, today });

describe('a due date in words', () => {
  test.each([
    ['le 15 sept.', '2017-09-15'],
    ['15 septembre', '2017-09-15'],
    ['avant le 1er juillet', '2017-07-01'],
    ['pour le 30/06/2017', '2017-06-30'],
    ['30/06', '2017-06-30'],
    ['demain', '2017-06-16'],
    ["aujourd'hui", '2017-06-15'],
    ['vendredi', '2017-06-16'],
    ['jeudi', '2017-06-22'],
    ['lundi prochain', '2017-06-19'],
    ['mardi en huit', '2017-06-27'],
    ['vendredi 30 juin', '2017-06-30'],
    ['dans 2 semaines', '2017-06-29'],
    ['dans deux semaines', '2017-06-29'],
    ['dans 10 jours', '2017-06-25'],
    ["d'ici un mois", '2017-07-15'],
    ['d’ici 3 mois', '2017-09-15'],
    ['sous quinze jours', '2017-06-30'],
    ['dans un an', '2018-06-15'],
    ['la semaine prochaine', '2017-06-19'],
    ['fin septembre', '2017-09-30'],
    ['fin du mois', '2017-06-30'],
    ['fin juin', '2017-06-30'],
    ['fin de semaine', '2017-06-16'],
    ['fin de l’année', '2017-12-31'],
    ['in 2 weeks', '2017-06-29'],
    ['next Friday', '2017-06-16'],
    ['by 15 September', '2017-09-15'],
    ['end of the month', '2017-06-30'],
    ['end of September', '2017-09-30'],
  ])('%s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  test('a day without its year is the next to come', () => {
    expect(read('le 15 janvier')).toBe('2018-01-15');
    expect(read('fin février')).toBe('2018-02-28');
    expect(read('12/05')).toBe('2018-05-12');
    expect(read('12/05/17')).toBe('2017-05-12');
    expect(read('12 mai 2017')).toBe('2017-05-12');
    expect(read('hier')).toBe('2017-06-14');
  });

  test('a month later is never a day of the month after', () => {
    expect(read('dans 1 mois', '2017-01-31')).toBe('2017-02-28');
    expect(read('dans 1 an', '2020-02-29')).toBe('2021-02-28');
  });

  test.each(['', 'bientôt', '31 juin', 'dans quelques jours', 'fin', 'le', 'ma'])(
    '« %s » is no day',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
