import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isWeekend, publicHolidayOn } from '#domain/public-holidays.ts';
import { undoOperation } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { rankOf, recurringDays } from '#services/meetings/recurrence.ts';
import { planSeries, proposeDates, seriesOf } from '#services/meetings/series.ts';
import { updateRecord } from '#services/records.ts';
import { by, meetingStore } from '#test/meetings.ts';

const year2018 = { year: 2018, after: '2017-12-31' };
const daysOf = (found: readonly { readonly day: string }[]) => found.map(({ day }) => day);

describe('days that come again', () => {
  it('keep their weekday and its place in the month', () => {
    // The second Tuesday.
    expect(daysOf(recurringDays('2017-11-14', 'quarterly', year2018))).toEqual([
      '2018-02-13',
      '2018-05-09', // the second Tuesday is the 8th, a public holiday
      '2018-08-14',
      '2018-11-13',
    ]);
    expect(recurringDays('2017-11-14', 'quarterly', year2018)[1]).toEqual({
      day: '2018-05-09',
      wantedOn: '2018-05-08',
      obstacle: 'victoryDay',
    });
    // The fifth Tuesday is the last one.
    expect(daysOf(recurringDays('2017-10-31', 'monthly', year2018))).toContain('2018-02-27');
    expect(daysOf(recurringDays('2017-06-20', 'yearly', year2018))).toEqual(['2018-06-19']);
  });

  it('are working days after the model, whatever the model is', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const rhythm = fc.constantFrom('monthly' as const, 'quarterly' as const, 'yearly' as const);
    fc.assert(
      fc.property(day, rhythm, fc.nat(3), (model, recurrence, ahead) => {
        const year = Number(model.slice(0, 4)) + ahead;
        const found = recurringDays(model, recurrence, { year, after: model });
        const most = { monthly: 12, quarterly: 4, yearly: 1 }[recurrence];
        if (ahead > 0) expect(found).toHaveLength(most);
        for (const one of found) {
          expect(one.day > model).toBe(true);
          expect(isWeekend(one.day) || publicHolidayOn(one.day) !== null).toBe(false);
          expect(rankOf(one.wantedOn).weekday).toBe(rankOf(model).weekday);
          expect(one.obstacle === null).toBe(one.day === one.wantedOn);
        }
      }),
    );
  });
});

describe('a series', () => {
  it('is made of a meeting with the next ones of a year, as one operation', () => {
    const { session, db, meeting, person, group } = meetingStore();
    const chairId = person('Trigaut');
    const id = meeting('2017-11-14', {
      startsAt: '14:00',
      endsAt: '16:30',
      place: 'Salle Jaurès',
      chairId,
      quorum: 50,
      quorumUnit: 'percent',
    });
    meeting('2018-02-13', { title: 'Bureau' });
    const { model, days } = proposeDates(db, { id, recurrence: 'quarterly', year: 2018 });
    expect(model).toBe('2017-11-14');
    expect(days[0]).toMatchObject({ day: '2018-02-13', clash: { title: 'Bureau' } });
    expect(days[1]?.clash).toBeNull();
    const planned = days.slice(1).map(({ day }) => ({ title: `Plénière du ${day}`, heldOn: day }));
    const made = planSeries(session, by, {
      id,
      name: 'Plénières',
      recurrence: 'quarterly',
      meetings: planned,
    });
    expect(made.value.ids).toHaveLength(3);
    expect(seriesOf(db, { id })).toMatchObject({
      name: 'Plénières',
      recurrence: 'quarterly',
      meetings: [{ id }, ...planned],
    });
    expect(getRecord(db, 'meeting', made.value.ids[0] ?? '')).toMatchObject({
      workingGroupId: group,
      startsAt: '14:00',
      endsAt: '16:30',
      place: 'Salle Jaurès',
      chairId,
      quorum: 50,
      quorumUnit: 'percent',
      status: 'draft',
      convenedAt: null,
      sequence: 0,
    });
    undoOperation(session.writer(), made.operationId ?? '', by);
    expect(listRecords(db, 'meeting')).toHaveLength(2);
    expect(seriesOf(db, { id })).toBeNull();
  });

  it('goes on after its last meeting, leaves out months that are taken, and is left and joined', () => {
    const { session, db, meeting } = meetingStore();
    const id = meeting('2017-11-14');
    const request = { id, name: 'Plénières', recurrence: 'quarterly' as const };
    const { value } = planSeries(session, by, {
      ...request,
      meetings: [{ title: 'Février', heldOn: '2018-02-20' }],
    });
    const ask = { id, recurrence: 'quarterly' as const, year: 2018 };
    expect(daysOf(proposeDates(db, ask).days)).toEqual(['2018-05-09', '2018-08-14', '2018-11-13']);
    const [february] = value.ids;
    if (february === undefined) throw new Error('one was made');
    updateRecord(session, by, 'meeting', february, { status: 'cancelled' });
    expect(daysOf(proposeDates(db, ask).days)).toContain('2018-02-13');
    updateRecord(session, by, 'meeting', february, { seriesId: null });
    expect(seriesOf(db, { id: february })).toBeNull();
    expect(seriesOf(db, { id })?.meetings).toHaveLength(1);
    updateRecord(session, by, 'meeting', february, { seriesId: value.seriesId });
    expect(seriesOf(db, { id })?.meetings).toHaveLength(2);
    // A second planning makes no second series.
    planSeries(session, by, { ...request, recurrence: 'monthly', meetings: [] });
    expect(listRecords(db, 'meetingSeries')).toMatchObject([{ recurrence: 'monthly' }]);
  });

  it('proposes nothing while no day is known', () => {
    const { db, meeting } = meetingStore();
    const ask = { id: meeting(null), recurrence: 'monthly' as const, year: 2018 };
    expect(proposeDates(db, ask)).toEqual({ model: null, days: [] });
  });
});
