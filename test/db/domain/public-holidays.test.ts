import { describe, expect, it } from 'vitest';

import { isWeekend, publicHolidayOn } from '#domain/public-holidays.ts';

describe('public holidays', () => {
  it('fall where the calendars of several years print them', () => {
    const known: Readonly<Record<string, string>> = {
      '2017-01-01': 'newYear',
      '2017-04-17': 'easterMonday',
      '2017-05-01': 'labourDay',
      '2017-05-08': 'victoryDay',
      '2017-05-25': 'ascension',
      '2017-06-05': 'whitMonday',
      '2017-07-14': 'bastilleDay',
      '2017-08-15': 'assumption',
      '2017-11-01': 'allSaints',
      '2017-11-11': 'armistice',
      '2017-12-25': 'christmas',
      // Ascension and the end of the war meet in 2008 and 2024 or lie apart; Easter early and late.
      '2008-03-24': 'easterMonday',
      '2008-05-12': 'whitMonday',
      '2011-04-25': 'easterMonday',
      '2024-04-01': 'easterMonday',
      '2024-05-09': 'ascension',
      '2026-05-14': 'ascension',
      '2038-04-26': 'easterMonday',
    };
    for (const [day, name] of Object.entries(known)) expect(publicHolidayOn(day), day).toBe(name);
  });

  it('are eleven a year, ten when two of them meet, and no other day', () => {
    for (let year = 1990; year < 2060; year += 1) {
      const days = Array.from({ length: 366 }, (_, day) =>
        new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
      ).filter((day) => day.startsWith(String(year)) && publicHolidayOn(day) !== null);
      expect([10, 11], String(year)).toContain(days.length);
    }
    expect(publicHolidayOn('2017-05-09')).toBeNull();
  });

  it('are not the end of the week', () => {
    expect(isWeekend('2017-05-13')).toBe(true);
    expect(isWeekend('2017-05-14')).toBe(true);
    expect(isWeekend('2017-05-15')).toBe(false);
  });
});
