import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Tenure } from '#ui/record-form/tenure.ts';
import { addDays, lanesOf, stateOn, timeScale } from '#ui/record-form/tenure.ts';

const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const bound = fc.option(day, { nil: null });
const tenures = fc.array(
  fc
    .record({ id: fc.uuid(), fromOn: bound, toOn: bound })
    .filter(({ fromOn, toOn }) => fromOn === null || toOn === null || fromOn <= toOn),
  { maxLength: 12 },
);

describe('tenures over time', () => {
  test('one who follows another stands beside them, those of the same time one above the other', () => {
    const first: Tenure = { id: '1', fromOn: null, toOn: '2017-08-31' };
    const next: Tenure = { id: '2', fromOn: '2017-09-01', toOn: null };
    const beside: Tenure = { id: '3', fromOn: '2017-01-01', toOn: null };
    expect(lanesOf([next, first])).toEqual([[first, next]]);
    expect(lanesOf([next, first, beside])).toEqual([[first, next], [beside]]);
  });

  test('no two in a lane overlap, and none is lost', () => {
    fc.assert(
      fc.property(tenures, (all) => {
        const lanes = lanesOf(all);
        expect(
          lanes
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(all.map(({ id }) => id).toSorted());
        for (const lane of lanes) {
          lane.slice(1).forEach((tenure, index) => {
            const before = lane[index];
            expect((before?.toOn ?? '9999') < (tenure.fromOn ?? '')).toBe(true);
          });
        }
      }),
    );
  });

  test('the scale holds every known day in order, and marks its years', () => {
    fc.assert(
      fc.property(tenures, day, (all, asked) => {
        const scale = timeScale(all, asked);
        for (const { fromOn, toOn } of all) {
          for (const on of [fromOn, toOn]) {
            if (on === null) continue;
            expect(on >= scale.fromOn && on <= scale.toOn).toBe(true);
          }
          if (fromOn !== null && toOn !== null) {
            expect(scale.place(fromOn)).toBeLessThanOrEqual(scale.place(toOn));
          }
        }
        expect(scale.ticks[0]).toEqual({ day: scale.fromOn, isYear: true });
      }),
    );
  });

  test('a day far from what is known does not stretch the scale', () => {
    const scale = timeScale([{ id: '1', fromOn: '2017-01-10', toOn: '2017-08-31' }], '2026-11-22');
    expect(scale.toOn).toBe('2017-12-31');
  });

  test('says who is in office on a day, both bounds included', () => {
    const tenure: Tenure = { id: '1', fromOn: '2017-01-01', toOn: '2017-08-31' };
    expect(stateOn(tenure, '2016-12-31')).toBe('future');
    expect(stateOn(tenure, '2017-01-01')).toBe('current');
    expect(stateOn(tenure, '2017-08-31')).toBe('current');
    expect(stateOn(tenure, '2017-09-01')).toBe('past');
  });

  test('the day before the first of March is the end of February', () => {
    expect(addDays('2016-03-01', -1)).toBe('2016-02-29');
    expect(addDays('2018-03-01', -1)).toBe('2018-02-28');
  });
});
