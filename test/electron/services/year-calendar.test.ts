import { describe, expect, it } from 'vitest';

import { calendarEntries } from '#services/convocation/calendar.ts';
import { calendarDates, lateDates, yearCalendar } from '#services/year-calendar.ts';
import { createTranslator } from '#platform/translate.ts';
import { meetingStore } from '#test/meetings.ts';

const today = '2017-10-15';
const year2017 = { fromOn: '2017-01-01', toOn: '2017-12-31', today };

function store() {
  const { db, make, group, meeting } = meetingStore();
  const subGroupId = make('subGroup', { workingGroupId: group, name: 'Sourcer', position: 1 });
  const own = { workingGroupId: group, subGroupId };
  const owed = { ...own, kind: 'roadmap' as const, version: 1 };
  const shown = () => calendarDates(db, { workingGroupId: group, ...year2017 });
  const titled = (title: string) => shown().find((date) => date.title === title);
  return { db, make, group, meeting, subGroupId, own, owed, shown, titled };
}

describe('the calendar of a year', () => {
  it('gathers meetings, events, milestones, deadlines, actions and calls in their order', () => {
    const { make, group, meeting, own, owed, shown } = store();
    meeting('2017-05-09', { title: 'Plénière', startsAt: '14:00' });
    meeting('2017-05-09', { title: 'Atelier', startsAt: '09:00' });
    meeting('2016-05-09', { title: 'Une autre année' });
    meeting('2017-06-09', { title: 'Annulée', status: 'cancelled' });
    make('event', {
      workingGroupId: group,
      name: 'Salon',
      startsOn: '2017-11-20',
      endsOn: '2017-11-26',
    });
    make('milestone', { ...own, title: 'Étude', dueOn: '2017-07-01' });
    make('deliverable', { ...owed, title: 'Plan', dueOn: '2017-08-01' });
    make('actionItem', { ...own, title: 'Écrire', dueOn: '2017-09-01' });
    make('actionItem', { ...own, title: 'Renoncée', dueOn: '2017-09-01', status: 'abandoned' });
    const callId = make('callForInterest', {
      workingGroupId: group,
      title: 'Appel',
      opensOn: '2017-03-01',
      closesOn: '2017-04-30',
    });
    make('phase', {
      callId,
      position: 1,
      name: 'Tri',
      kind: 'triage',
      deadlineOn: '2017-05-31',
    });
    expect(shown().map(({ kind, part, title }) => [kind, part, title])).toEqual([
      ['call', 'opens', 'Appel'],
      ['call', 'closes', 'Appel'],
      ['meeting', null, 'Atelier'],
      ['meeting', null, 'Plénière'],
      ['call', 'deadline', 'Tri'],
      ['milestone', null, 'Étude'],
      ['deliverable', null, 'Plan'],
      ['action', null, 'Écrire'],
      ['event', null, 'Salon'],
    ]);
  });

  it('places what only a period tells, and keeps apart what nothing places', () => {
    const { db, make, group, meeting, own, owed, titled } = store();
    meeting(null, { title: 'Rentrée', period: 'Septembre 2017' });
    make('deliverable', { ...owed, title: 'Note', quarter: '2017-T3' });
    make('milestone', { ...own, title: 'Un jour' });
    make('milestone', { ...own, title: 'Sans date et fini', status: 'done' });
    make('deliverable', { ...owed, title: 'Sans quarter', quarter: 'été' });
    expect(titled('Rentrée')).toMatchObject({
      fromOn: '2017-09-01',
      toOn: '2017-09-30',
      period: 'Septembre 2017',
      state: 'over',
    });
    expect(titled('Note')).toMatchObject({ toOn: '2017-09-30', period: '2017-T3', state: 'late' });
    const year = yearCalendar(db, { year: 2017, workingGroupId: group, today });
    expect(year.undated.map(({ title }) => title).toSorted()).toEqual(['Sans quarter', 'Un jour']);
    expect(year.known).toEqual({ first: 2017, last: 2017 });
    expect(yearCalendar(db, { year: 2016, workingGroupId: null, today }).dates).toEqual([]);
  });

  it('tells what is late, done or still to come, deliverables by the rule of the matrix', () => {
    const { make, own, owed, titled, meeting } = store();
    const done = { receivedOn: '2017-09-20' };
    make('deliverable', { ...owed, title: 'Reçu', quarter: '2017-T3', ...done });
    make('deliverable', { ...owed, title: 'Attendu', quarter: '2017-T4' });
    make('deliverable', { ...owed, title: 'Réunion', meetingId: meeting('2017-10-01') });
    make('actionItem', { ...own, title: 'Aujourd’hui', dueOn: today });
    make('actionItem', { ...own, title: 'Hier', dueOn: '2017-10-14' });
    make('milestone', { ...own, title: 'Atteint', dueOn: '2017-10-01', doneOn: '2017-10-01' });
    const states = ['Reçu', 'Attendu', 'Réunion', 'Aujourd’hui', 'Hier', 'Atteint'].map(
      (title) => titled(title)?.state,
    );
    expect(states).toEqual(['over', 'ahead', 'late', 'ahead', 'late', 'over']);
  });

  it('lists what is late, longest overdue first', () => {
    const { db, make, own, owed } = store();
    make('deliverable', { ...owed, title: 'Note', quarter: '2017-T1' });
    make('actionItem', { ...own, title: 'Écrire', dueOn: '2017-02-01' });
    make('actionItem', { ...own, title: 'Relire', dueOn: '2017-05-01' });
    const titles = lateDates(db, { today, limit: 2 }).map(({ title }) => title);
    expect(titles).toEqual(['Écrire', 'Note']);
  });

  it('leaves out what was put aside with its group, and other groups when one is named', () => {
    const { db, make, group, own } = store();
    make('milestone', { ...own, title: 'Étude', dueOn: '2017-07-01' });
    const other = make('workingGroup', { name: 'Autre' });
    make('milestone', { workingGroupId: other, title: 'Ailleurs', dueOn: '2017-07-01' });
    const titles = (workingGroupId: string | null) =>
      calendarDates(db, { workingGroupId, ...year2017 }).map(({ title }) => title);
    expect(titles(group)).toEqual(['Étude']);
    expect(titles(null).toSorted()).toEqual(['Ailleurs', 'Étude']);
  });
});

describe('the calendar file', () => {
  it('holds what the screen shows, deadlines as whole days, quarters on their last day', () => {
    const { db, make, group, meeting, own, owed, shown } = store();
    meeting('2017-05-09', { title: 'Plénière', startsAt: '14:00', endsAt: '16:00' });
    make('milestone', { ...own, title: 'Étude', dueOn: '2017-07-01' });
    make('deliverable', { ...owed, title: 'Note', quarter: '2017-T3' });
    const callId = make('callForInterest', {
      workingGroupId: group,
      title: 'Appel',
      opensOn: '2017-03-01',
      closesOn: '2017-04-30',
    });
    const translate = createTranslator('fr').t;
    const entries = calendarEntries(db, { year: 2017, workingGroupId: group, translate });
    const days = new Map(entries.map(({ uid, moment }) => [uid, moment]));
    expect(entries).toHaveLength(shown().length);
    expect(new Set(days.keys()).size).toBe(entries.length);
    const dayOf = (title: string) => days.get(shown().find((one) => one.title === title)?.id ?? '');
    expect(dayOf('Plénière')).toMatchObject({ kind: 'hours', startsAt: '14:00', endsAt: '16:00' });
    expect(dayOf('Étude')).toEqual({ kind: 'days', fromOn: '2017-07-01', toOn: '2017-07-01' });
    expect(dayOf('Note')).toEqual({ kind: 'days', fromOn: '2017-09-30', toOn: '2017-09-30' });
    expect(days.get(`${callId}-opens`)).toMatchObject({ fromOn: '2017-03-01' });
    expect(days.get(`${callId}-closes`)).toMatchObject({ fromOn: '2017-04-30' });
  });
});
