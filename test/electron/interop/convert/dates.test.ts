import { columnDateOrder } from '#interop/convert/dates.ts';
import type { Cell } from '#interop/import/sheet.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { english, french, read, told } from './reading.ts';

const day = fc
  .integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2069, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

type Write = (year: string, month: string, day: string) => string;
const bare = (digits: string): string => String(Number(digits));
const named = (language: string, month: 'long' | 'short', withWeekday = false): Write => {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    day: 'numeric',
    ...(withWeekday ? { weekday: 'long' as const } : {}),
  });
  return (year, monthNumber, date) => format.format(new Date(`${year}-${monthNumber}-${date}`));
};

const WAYS: Readonly<Record<string, Write>> = {
  iso: (y, m, d) => `${y}-${m}-${d}`,
  'iso with a time': (y, m, d) => `${y}-${m}-${d}T00:00:00`,
  'iso as an instant': (y, m, d) => `${y}-${m}-${d}T00:00:00.000Z`,
  'year first with slashes': (y, m, d) => `${y}/${bare(m)}/${bare(d)}`,
  slashes: (y, m, d) => `${d}/${m}/${y}`,
  'slashes without zeros': (y, m, d) => `${bare(d)}/${bare(m)}/${y}`,
  'slashes and two digits': (y, m, d) => `${d}/${m}/${y.slice(2)}`,
  'slashes with blanks': (y, m, d) => ` ${d} / ${m} / ${y} `,
  hyphens: (y, m, d) => `${bare(d)}-${bare(m)}-${y.slice(2)}`,
  points: (y, m, d) => `${d}.${m}.${y}`,
  blanks: (y, m, d) => `${d}\u00a0${m}\u00a0${y}`,
  compact: (y, m, d) => `${y}${m}${d}`,
  'midnight behind': (y, m, d) => `${d}/${m}/${y} 00:00:00`,
  'French, long': named('fr', 'long'),
  'French, short': named('fr', 'short'),
  'French, capitals': (...parts) => named('fr', 'long')(...parts).toUpperCase(),
  'French, with the weekday': named('fr', 'long', true),
  'French, with « le »': (...parts) => `le ${named('fr', 'long', true)(...parts)}`,
  'French, no-break': (...parts) => named('fr', 'long')(...parts).replaceAll(' ', '\u00a0'),
  'English, long': named('en-GB', 'long'),
  'English, American': named('en-US', 'long'),
  'English, American short': named('en-US', 'short'),
  'English, with the weekday': named('en-US', 'long', true),
};

describe('a date', () => {
  it.each(Object.entries(WAYS))('written with %s comes back', (_name, write) => {
    fc.assert(
      fc.property(day, fc.constantFrom(french, english), (iso, options) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        const typed = write(year, month, date);
        expect([typed, read(typed, 'date', options)]).toEqual([typed, { ok: true, value: iso }]);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[Cell, unknown]>([
    ['15-9-17', '2017-09-15'],
    ['15/09/69', '2069-09-15'],
    ['15/09/70', '1970-09-15'],
    ['15 sept. 2017', '2017-09-15'],
    ['1er mars 2017', '2017-03-01'],
    ['lun. 3 juil. 2017', '2017-07-03'],
    ['mar. 14/03/2017', '2017-03-14'],
    ['mar 14 2017', '2017-03-14'],
    ['15-sept-17', '2017-09-15'],
    ['15th of September 2017', '2017-09-15'],
    [20_170_915, '2017-09-15'],
    ['15092017', '2017-09-15'],
    ['29/02/2016', '2016-02-29'],
    [{ kind: 'date', value: '2017-09-15' }, '2017-09-15'],
    [{ kind: 'date', value: '2017-09-15T00:00:00' }, '2017-09-15'],
    [{ kind: 'date', value: '2017-09-15T10:30:00' }, '2017-09-15 ~timeDropped'],
    ['15/09/2017 à 14h30', '2017-09-15 ~timeDropped'],
    ['2017-09-15 08:00', '2017-09-15 ~timeDropped'],
    ['09/15/2017', '2017-09-15 ~monthFirst'],
    [42_993, '2017-09-15 ~serialDate'],
    [42_993.6, '2017-09-15 ~serialDate'],
    ['', null],
    [' - ', null],
    ['n/a', 'null ~readAsBlank'],
    ['Néant', 'null ~readAsBlank'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'date')).toBe(expected);
  });

  it.each<[Cell, string]>([
    ['15/09', '!yearMissing'],
    ['15 septembre', '!yearMissing'],
    ['septembre 2017', '!incompleteDate'],
    ['sept. 17', '!incompleteDate'],
    ['09/2017', '!incompleteDate'],
    ['2017-09', '!incompleteDate'],
    ['2017', '!incompleteDate'],
    ['T3 2017', '!incompleteDate'],
    ['3e trimestre 2017', '!incompleteDate'],
    ['31/02/2017', '!noSuchDay'],
    ['29/02/2017', '!noSuchDay'],
    ['00/00/0000', '!noSuchDay'],
    ['3 jui 2017', '!invalidDate'],
    ['du 15 au 16 septembre 2017', '!invalidDate'],
    ['à définir', '!invalidDate'],
    ['13/2017', '!invalidDate'],
    [true, '!invalidDate'],
    [12.5, '!invalidDate'],
    [{ kind: 'date', value: '14:30:00' }, '!invalidDate'],
    [{ kind: 'error', value: '#N/A' }, '!errorCell'],
  ])('is never guessed: %j is refused as %s', (cell, expected) => {
    expect(told(cell, 'date')).toBe(expected);
  });

  it('shows what a whole date would be when the year is missing', () => {
    expect(read('15/09', 'date')).toMatchObject({
      params: { text: '15/09', example: '15/09/2025' },
    });
  });
});

describe('the order of a column', () => {
  it('is told by the dates that can only be read one way', () => {
    expect(columnDateOrder(['05/06/2017', '06/25/2017', null, 3])).toBe('monthFirst');
    expect(columnDateOrder(['05/06/2017', '25/06/2017', '06/25/2017'])).toBe('dayFirst');
    expect(columnDateOrder(['05/06/2017', '2017-06-25', 'x'])).toBeNull();
  });

  it('decides for the dates that could be read both ways', () => {
    const target = { kind: 'date', dateOrder: 'monthFirst' } as const;
    expect(told('05/06/2017', target)).toBe('2017-05-06');
    expect(told('05.06.2017', target)).toBe('2017-06-05');
    expect(told('25/06/2017', target)).toBe('2017-06-25 ~dayFirst');
    expect(told('2017-06-25', target)).toBe('2017-06-25');
  });
});

describe('a time', () => {
  it.each<[Cell, unknown]>([
    ['14h30', '14:30'],
    ['14 h 30', '14:30'],
    ['14 h', '14:00'],
    ['à 9h05', '09:05'],
    ['14 heures 30', '14:30'],
    ['14:30:00', '14:30'],
    ['2:30 pm', '14:30'],
    ['2 p.m.', '14:00'],
    ['12 am', '00:00'],
    ['midi', '12:00'],
    [0.604_166_666_7, '14:30'],
    [{ kind: 'date', value: '14:30:00' }, '14:30'],
    [{ kind: 'date', value: '2017-09-15T14:30:00' }, '14:30'],
    ['14:30:15', '14:30 ~secondsDropped'],
    [14, '14:00 ~wholeHour'],
    ['24:00', '!invalidTime'],
    ['13 pm', '!invalidTime'],
    ['14h30-16h', '!invalidTime'],
    ['14h75', '!invalidTime'],
    [{ kind: 'date', value: '26:30:00' }, '!invalidTime'],
    ['-', null],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'time')).toBe(expected);
  });

  it('comes back however it is written', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('h', ':', ' h ', '.'), (minute, mark) => {
        const [hours, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
        const time = `${String(hours).padStart(2, '0')}:${rest}`;
        expect(told(`${hours}${mark}${rest}`, 'time')).toBe(time);
        expect(told(minute / 1440 + (minute === 0 ? 1e-9 : 0), 'time')).toBe(time);
      }),
    );
  });
});

describe('an instant', () => {
  it('comes back from the form that exports write', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          expect(read(date.toISOString(), 'dateTime')).toEqual({
            ok: true,
            value: date.toISOString(),
          });
        },
      ),
    );
  });

  it.each([
    ['2017-09-15T10:00:00+02:00', '2017-09-15T08:00:00.000Z'],
    ['le 15 septembre 2017 à 9 h 05', new Date('2017-09-15T09:05:00').toISOString()],
    ['15/09/2017', new Date('2017-09-15T00:00:00').toISOString()],
    ['hier', '!invalidDateTime'],
    ['15/09/2017 25h00', '!invalidDateTime'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'dateTime')).toBe(expected);
  });
});
