import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CalendarDate } from '#contract/calendar.channels.ts';

import {
  dateKey,
  datesByDay,
  dayAfter,
  lastDayOf,
  monthsAway,
  monthsOf,
  monthTelling,
  weeksOf,
} from '../../../../renderer/features/calendar/days.ts';

const date = (values: Partial<CalendarDate>): CalendarDate => ({
  kind: 'event',
  table: 'event',
  id: 'e',
  part: null,
  title: 'Salon',
  detail: null,
  place: null,
  workingGroupId: 'g',
  groupName: 'Groupe',
  subGroupId: null,
  subGroupName: null,
  fromOn: '2017-05-09',
  toOn: '2017-05-09',
  startsAt: null,
  period: null,
  state: 'ahead',
  ...values,
});

describe('days of a calendar', () => {
  it('lays out months in weeks from Monday, each day once', () => {
    expect(weeksOf('2017-05')[0]).toEqual([
      '2017-05-01',
      '2017-05-02',
      '2017-05-03',
      '2017-05-04',
      '2017-05-05',
      '2017-05-06',
      '2017-05-07',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const days = monthsOf(year).flatMap((month) =>
          weeksOf(month).flatMap((week) => {
            expect(week).toHaveLength(7);
            return week.filter((day) => day !== null);
          }),
        );
        const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        expect(days).toHaveLength(isLeap ? 366 : 365);
        expect(days).toEqual([...new Set(days)].toSorted());
      }),
    );
  });

  it('moves by day, week, month and year, and stays in a month that is shorter', () => {
    expect(dayAfter('2017-01-01', 'ArrowLeft', false)).toBe('2016-12-31');
    expect(dayAfter('2017-12-31', 'ArrowDown', false)).toBe('2018-01-07');
    expect(dayAfter('2017-05-10', 'Home', false)).toBe('2017-05-08');
    expect(dayAfter('2017-05-10', 'End', false)).toBe('2017-05-14');
    expect(dayAfter('2017-01-31', 'PageDown', false)).toBe('2017-02-28');
    expect(dayAfter('2016-02-29', 'PageDown', true)).toBe('2017-02-28');
    expect(dayAfter('2017-05-10', 'Enter', false)).toBeNull();
    expect(monthsAway('2017-01-15', -1)).toBe('2016-12-15');
    expect(lastDayOf('2016-02')).toBe('2016-02-29');
  });

  it('puts what lasts on each of its days within the year, and a period on none', () => {
    const long = date({ id: 'l', fromOn: '2016-12-30', toOn: '2017-01-02' });
    const quarter = date({ id: 'q', fromOn: '2017-07-01', toOn: '2017-09-30', period: '2017-T3' });
    const byDay = datesByDay([long, quarter], 2017);
    expect([...byDay.keys()]).toEqual(['2017-01-01', '2017-01-02']);
    expect(monthTelling(long, 2017)).toBe('2017-01');
    expect(monthTelling(quarter, 2017)).toBe('2017-09');
  });

  it('tells the dates of one call apart', () => {
    const [opens, closes] = [date({ part: 'opens' }), date({ part: 'closes' })];
    expect(dateKey(opens)).not.toBe(dateKey(closes));
  });
});
