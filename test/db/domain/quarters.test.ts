import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { quarterOf } from '#domain/dates.ts';
import {
  isQuarter,
  quarterAfter,
  quarterEnd,
  quarterStart,
  quartersApart,
  quartersBetween,
} from '#domain/quarters.ts';

const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('quarters', () => {
  it('hold every day between their first and their last', () => {
    fc.assert(
      fc.property(day, (on) => {
        const quarter = quarterOf(on);
        expect(isQuarter(quarter)).toBe(true);
        expect(quarterStart(quarter) <= on && on <= quarterEnd(quarter)).toBe(true);
        expect(quarterOf(quarterStart(quarter))).toBe(quarter);
        expect(quarterOf(quarterEnd(quarter))).toBe(quarter);
      }),
    );
  });

  it('are counted over the turn of the year, both ways', () => {
    expect(quarterAfter('2017-T4', 1)).toBe('2018-T1');
    expect(quarterAfter('2017-T1', -1)).toBe('2016-T4');
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (on, by) => {
        const there = quarterAfter(quarterOf(on), by);
        expect(quartersApart(quarterOf(on), there)).toBe(by);
        expect(quarterAfter(there, -by)).toBe(quarterOf(on));
      }),
    );
  });

  it('between two days follow each other; none when the days are reversed', () => {
    expect(quartersBetween('2017-09-30', '2018-01-01')).toEqual(['2017-T3', '2017-T4', '2018-T1']);
    expect(quartersBetween('2018-01-01', '2017-12-31')).toEqual([]);
  });

  it('written otherwise are none', () => {
    expect(['2017-T5', '2017-T0', 'T3 2017', '17-T1', ''].some(isQuarter)).toBe(false);
    expect(() => quarterEnd('2017-T5')).toThrow(TypeError);
  });
});
