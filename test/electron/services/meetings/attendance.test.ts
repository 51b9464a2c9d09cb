import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { attend, fillExpected, invite } from '#services/meetings/attendance.ts';
import { quorumOf } from '#services/meetings/quorum.ts';
import { meetingSheet } from '#services/meetings/sheet.ts';
import { by, codeOf, meetingStore, today } from '#test/meetings.ts';

const statuses = ['expected', 'present', 'excused', 'represented', 'absent'] as const;

describe('quorum', () => {
  it('counts those present or represented among the seats, never guests', () => {
    const line = fc.record({
      personId: fc.option(fc.constant('p'), { nil: null }),
      guestName: fc.option(fc.constant('Une invitée'), { nil: null }),
      status: fc.constantFrom(...statuses),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.nat(100),
        fc.constantFrom('people' as const, 'percent' as const),
        (lines, quorum, quorumUnit) => {
          const found = quorumOf({ quorum, quorumUnit }, lines);
          const seats = lines.filter((one) => one.personId !== null && one.guestName === null);
          const here = seats.filter(({ status }) =>
            ['present', 'represented'].includes(status),
          ).length;
          expect(found).toMatchObject({ expected: seats.length, counted: here });
          const isReached =
            quorumUnit === 'people' ? here >= quorum : here * 100 >= quorum * seats.length;
          expect(found?.isReached).toBe(isReached);
        },
      ),
    );
    expect(quorumOf({ quorum: null, quorumUnit: 'people' }, [])).toBeNull();
    const five = Array.from({ length: 5 }, () => ({
      personId: 'p' as Id<'person'>,
      guestName: null,
      status: 'present' as const,
    }));
    expect(quorumOf({ quorum: 50, quorumUnit: 'percent' }, five)?.needed).toBe(3);
  });
});

describe('those expected', () => {
  it('are whoever has a mandate in the body that day, once each', () => {
    const { session, db, make, group, meeting, person } = meetingStore();
    const subGroupId = make('subGroup', {
      workingGroupId: group,
      name: 'Accompagner',
      position: 1,
    });
    const [sille, brionne, dupuis, membre] = ['Sille', 'Brionne', 'Dupuis', 'Membre'].map(person) as [
      Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>,
    ]; // prettier-ignore
    make('mandate', { personId: sille, subGroupId, role: 'rapporteur', toOn: '2017-08-31' });
    make('mandate', { personId: brionne, subGroupId, role: 'rapporteur', fromOn: '2017-09-01' });
    make('mandate', { personId: dupuis, workingGroupId: group, role: 'chair' });
    make('mandate', { personId: dupuis, subGroupId, role: 'lead' });
    make('mandate', { personId: membre, subGroupId, role: 'member' });
    const listed = (id: Id<'meeting'>) =>
      meetingSheet(db, { id, today })?.attendance.map(({ name }) => name);
    const june = meeting('2017-06-20');
    expect(fillExpected(session, by, { id: june, today }).value).toBe(2);
    expect(listed(june)).toEqual(['Dupuis', 'Sille']);
    expect(fillExpected(session, by, { id: june, today })).toMatchObject({
      value: 0,
      operationId: null,
    });
    const september = meeting('2017-09-20', { subGroupId, kind: 'subGroup' });
    fillExpected(session, by, { id: september, today });
    expect(listed(september)).toEqual(['Brionne', 'Dupuis', 'Membre']);
    const undated = meeting(null);
    fillExpected(session, by, { id: undated, today });
    expect(listed(undated)).toEqual(['Dupuis', 'Sille']);
  });

  it('are marked by one call, and guests are only guests', () => {
    const { session, db, make, group, meeting, person } = meetingStore();
    const [first, second] = [person('Un'), person('Deux')];
    for (const personId of [first, second]) make('mandate', { personId, workingGroupId: group });
    const id = meeting('2017-06-20', { quorum: 2 });
    fillExpected(session, by, { id, today });
    const lineOf = (personId: Id<'person'>) => {
      const [line] = listRecords(db, 'attendance', { meetingId: id, personId });
      if (line === undefined) throw new Error('on the list');
      return line.id;
    };
    attend(session, by, { attendanceId: lineOf(first), status: 'present', representedById: null });
    invite(session, by, { id, personId: null, name: 'Invitée', organisationId: null });
    invite(session, by, { id, personId: person('Experte'), name: null, organisationId: null });
    expect(meetingSheet(db, { id, today })?.quorum).toMatchObject({
      expected: 2,
      counted: 1,
      isReached: false,
    });
    attend(session, by, {
      attendanceId: lineOf(second),
      status: 'represented',
      representedById: first,
    });
    const sheet = meetingSheet(db, { id, today });
    expect(sheet?.quorum?.isReached).toBe(true);
    expect(
      sheet?.attendance.map(({ name, isGuest, representedByName }) => [
        name,
        isGuest,
        representedByName,
      ]),
    ).toEqual([
      ['Deux', false, 'Un'],
      ['Un', false, null],
      ['Experte', true, null],
      ['Invitée', true, null],
    ]);
    const self = () =>
      attend(session, by, {
        attendanceId: lineOf(first),
        status: 'represented',
        representedById: first,
      });
    expect(codeOf(self)).toBe('record.invalid');
    const nobody = () =>
      invite(session, by, { id, personId: null, name: null, organisationId: null });
    expect(codeOf(nobody)).toBe('record.invalid');
  });
});

describe('warnings', () => {
  it('tell of people out of office and of mandates held twice', () => {
    const { session, db, make, group, meeting, item, person } = meetingStore();
    const subGroupId = make('subGroup', { workingGroupId: group, name: 'Évaluer', position: 1 });
    const [gone, twice, outside] = [person('Parti'), person('Double'), person('Externe')];
    make('mandate', { personId: gone, subGroupId, role: 'rapporteur', toOn: '2017-05-31' });
    const first = make('mandate', {
      personId: twice,
      subGroupId,
      role: 'rapporteur',
      fromOn: '2017-01-01',
      toOn: '2017-07-01',
    });
    const values = { personId: twice, subGroupId, role: 'rapporteur' as const };
    expect(codeOf(() => make('mandate', { ...values, fromOn: '2017-07-01' }))).toBe(
      'record.invalid',
    );
    // The screens refuse it; a file, or another copy of the store, may bring it all the same.
    const { value: second } = runOperation(
      session.writer(),
      { ...by, reason: { key: 'import' } },
      (op) => op.insert('mandate', { ...values, fromOn: '2017-07-01' }),
    );
    make('mandate', { personId: twice, subGroupId, role: 'rapporteur', toOn: '2016-12-31' });
    const id = meeting('2017-06-20', { chairId: gone });
    const itemId = item(id, 1, 'Bilan', { presenterId: gone });
    item(id, 2, 'Témoignage', { presenterId: outside });
    make('attendance', { meetingId: id, personId: gone });
    expect(meetingSheet(db, { id, today })?.warnings).toEqual([
      {
        kind: 'notInOffice',
        as: 'chair',
        personId: gone,
        name: 'Parti',
        agendaItemId: null,
        day: '2017-06-20',
      },
      {
        kind: 'notInOffice',
        as: 'presenter',
        personId: gone,
        name: 'Parti',
        agendaItemId: itemId,
        day: '2017-06-20',
      },
      {
        kind: 'notInOffice',
        as: 'expected',
        personId: gone,
        name: 'Parti',
        agendaItemId: null,
        day: '2017-06-20',
      },
      {
        kind: 'overlappingMandates',
        personId: twice,
        name: 'Double',
        role: 'rapporteur',
        bodyName: 'Évaluer',
        mandateIds: expect.toSatisfy(
          (ids: string[]) => ids.toSorted().join() === [first, second].toSorted().join(),
        ) as string[],
      },
    ]);
    const may = meeting('2017-05-31', { chairId: gone });
    expect(meetingSheet(db, { id: may, today })?.warnings).toMatchObject([
      { kind: 'overlappingMandates' },
    ]);
    expect(session.isReadOnly).toBe(false);
  });
});
