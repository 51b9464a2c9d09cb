import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { registers } from '#repositories/registers/index.ts';
import { listRegister } from '#repositories/registers/list.ts';
import { addFigure, createActivity, createAgreement } from '#services/activities/create.ts';
import { activitySheet, agreementSheet, groupValues } from '#services/activities/sheets.ts';
import { createRecord } from '#services/records.ts';
import { liveRows, exampleStore } from '#test/stores.ts';

const by = { author: 'Essai' };

function example() {
  const { session } = exampleStore();
  const { reader } = session;
  const first = <N extends 'workingGroup' | 'organisation' | 'indicator'>(table: N): Id<N> => {
    const [record] = listRecords(reader, table);
    if (record === undefined) throw new Error('in the example');
    return record.id;
  };
  return {
    session,
    reader,
    groupId: first('workingGroup'),
    organisationId: first('organisation'),
    indicatorId: first('indicator'),
  };
}

const blank = {
  description: '',
  startsOn: null,
  endsOn: null,
  place: '',
  status: 'underWay' as const,
  organiserId: null,
  strategicAxisId: null,
  agreementId: null,
  eventId: null,
  partners: [],
};

describe('an agreement and what is done under it', () => {
  it('is made with its parties as one operation, and undone as one', () => {
    const { session, reader, groupId, organisationId } = example();
    const before = liveRows(reader);
    const { value: id, operationId } = createAgreement(session, by, {
      groupId,
      name: 'Convention d’essai',
      purpose: ' ',
      signedOn: '2017-03-01',
      fromOn: null,
      toOn: null,
      status: 'inForce',
      parties: [
        { organisationId, role: 'Centrale d’achat', isSignatory: true },
        { organisationId, role: '', isSignatory: false },
      ],
    });
    const sheet = agreementSheet(reader, id);
    expect(sheet?.record).toMatchObject({ name: 'Convention d’essai', purpose: null });
    expect(sheet?.parties.map(({ role, isSignatory }) => [role, isSignatory])).toEqual([
      ['Centrale d’achat', true],
      [null, false],
    ]);
    if (operationId === null) throw new Error('an operation');
    undoOperation(session.writer(), operationId, by);
    expect(liveRows(reader)).toEqual(before);
  });

  it('tells the activities, censuses, calls and objectives of the example', () => {
    const { reader } = example();
    const [agreement] = listRecords(reader, 'agreement', {
      name: 'Convention État-UGAP « achats innovants »',
    });
    const kinds = agreementSheet(reader, agreement?.id ?? '')?.under.map(({ table }) => table);
    expect(new Set(kinds)).toEqual(
      new Set(['activity', 'needsSurvey', 'callForInterest', 'objective']),
    );
  });
});

describe('an activity', () => {
  it('refuses an end before its beginning, and keeps nothing of its partners', () => {
    const { session, reader, groupId, organisationId } = example();
    const before = liveRows(reader);
    expect(() =>
      createActivity(session, by, {
        ...blank,
        groupId,
        title: 'À l’envers',
        startsOn: '2017-06-22',
        endsOn: '2017-06-21',
        partners: [{ organisationId, role: '' }],
      }),
    ).toThrow('record.invalid');
    expect(liveRows(reader)).toEqual(before);
  });

  it('gets its figures, added or picked, and is of the year of its first figure when undated', () => {
    const { session, reader, groupId, indicatorId } = example();
    const { value: activityId } = createActivity(session, by, {
      ...blank,
      groupId,
      title: 'Atelier d’essai',
    });
    addFigure(session, by, {
      activityId,
      indicatorId,
      asOfOn: '2018-03-01',
      value: 42,
      isMinimum: true,
      note: '',
    });
    const picked = groupValues(reader, { groupId, limit: 500 }).find(({ value }) => value === 350);
    createRecord(session, by, 'chainLink', {
      fromTable: 'activity',
      fromId: activityId,
      toTable: 'measurement',
      toId: picked?.measurementId ?? '',
    });
    const figures = activitySheet(reader, activityId)?.figures;
    expect(figures?.map(({ value, isMinimum }) => [value, isMinimum])).toEqual([
      [350, picked?.isMinimum],
      [42, true],
    ]);
    const { rows } = listRegister(reader, registers.activities, {
      text: 'Atelier d’essai',
      filters: [],
      sort: [],
      at: null,
      groupBy: null,
      offset: 0,
      limit: 5,
    });
    expect(rows[0]?.cells['year']).toBe(2017);
  });
});
