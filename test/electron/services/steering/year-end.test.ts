import { describe, expect, it } from 'vitest';

import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { candidatesOf, aYearLater } from '#services/steering/candidates.ts';
import { previewCarryOver } from '#services/steering/carry-plan.ts';
import { checklistOf } from '#services/steering/checklist.ts';
import { objectivesOfYear } from '#services/steering/objectives.ts';
import { carryOver, closeYear, openNextYear } from '#services/steering/year-end.ts';
import { closeObjective } from '#services/steering/write-objectives.ts';
import { liveRows } from '#test/stores.ts';
import { by, steeredExample, steeredStore } from '#test/steering.ts';

function aYear() {
  const store = steeredStore();
  const { session, groupId, make, objective } = store;
  const workingGroupId = groupId;
  const whole = objective('Respecter les engagements');
  const part = objective('La convention', { parentId: whole });
  const done = objective('Former', { position: 2 });
  closeObjective(session, by, {
    id: done,
    judgement: 'reached',
    closedOn: '2017-12-20',
    note: null,
  });
  const indicator = make('indicator', {
    workingGroupId,
    objectiveId: whole,
    code: 'needs-2017',
    name: 'Réponses',
    unit: 'réponses',
    targetValue: 50,
    targetOn: '2017-12-31',
    position: 1,
  });
  make('measurement', { indicatorId: indicator, asOfOn: '2017-11-01', value: 27 });
  const remedy = make('remedy', {
    workingGroupId,
    year: 2018,
    position: 1,
    title: 'Construire un guide',
  });
  const request = {
    groupId,
    year: 2017,
    objectives: [part, whole],
    indicators: [{ id: indicator, targetValue: 60, targetOn: '2018-12-31' }],
    remedies: [remedy],
  };
  return { ...store, ids: { whole, part, done, indicator, remedy }, request };
}

describe('the next year', () => {
  it('is proposed what is not finished with', () => {
    const { session, groupId, ids } = aYear();
    const proposed = candidatesOf(session.reader, { groupId, year: 2017 });
    expect(proposed.objectives.map(({ id, isSuggested }) => [id, isSuggested])).toEqual([
      [ids.whole, true],
      [ids.part, true],
      [ids.done, false],
    ]);
    expect(proposed.indicators).toMatchObject([
      { id: ids.indicator, isSuggested: true, targetValue: 50, nextTargetOn: '2018-12-31' },
    ]);
    expect(proposed.remedies).toMatchObject([{ id: ids.remedy, isSuggested: true, carried: null }]);
  });

  it('is opened as it was previewed, as one operation', () => {
    const { session, groupId, ids, request } = aYear();
    const before = liveRows(session.reader);
    const { made, alreadyThere } = previewCarryOver(session.reader, request);
    expect(alreadyThere).toBe(0);
    expect(made).toMatchObject([
      { table: 'objective', title: 'Respecter les engagements', depth: 0 },
      { table: 'objective', title: 'La convention', depth: 1 },
      { table: 'objective', title: 'Construire un guide', from: { table: 'remedy' } },
      { table: 'indicator', title: 'Réponses', target: { value: 60, on: '2018-12-31' } },
    ]);
    expect(openNextYear(session, by, request).value).toBe(made.length);

    const { objectives } = objectivesOfYear(session.reader, { groupId, year: 2018 });
    expect(objectives).toMatchObject([
      { number: '1', from: { id: ids.whole }, status: 'upcoming', indicators: [{}] },
      { number: '1.1', from: { id: ids.part } },
      { number: '2', title: 'Construire un guide', from: null },
    ]);
    expect(
      listRecords(session.reader, 'indicator', { carriedFromId: ids.indicator }),
    ).toMatchObject([{ code: 'needs-2018', objectiveId: objectives[0]?.id, targetValue: 60 }]);
    expect(listRecords(session.reader, 'chainLink')).toMatchObject([
      { fromId: ids.remedy, toId: objectives[2]?.id },
    ]);
    expect(listRecords(session.reader, 'groupYear')).toMatchObject([
      { year: 2018, status: 'open' },
    ]);
    const [first] = objectivesOfYear(session.reader, { groupId, year: 2017 }).objectives;
    expect(first).toMatchObject({ state: 'carried', to: [{ year: 2018 }] });

    undoLast(session.writer(), by);
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('gets nothing twice', () => {
    const { session, request } = aYear();
    openNextYear(session, by, request);
    const once = liveRows(session.reader);
    expect(previewCarryOver(session.reader, request)).toEqual({ made: [], alreadyThere: 4 });
    expect(openNextYear(session, by, request)).toMatchObject({ value: 0, operationId: null });
    expect(carryOver(session, by, request)).toMatchObject({ value: 0, operationId: null });
    expect(liveRows(session.reader)).toEqual(once);
  });

  it('gets a part that was left out below what it is a part of', () => {
    const { session, groupId, ids, request } = aYear();
    const some = { ...request, indicators: [], remedies: [] };
    carryOver(session, by, { ...some, objectives: [ids.whole] });
    carryOver(session, by, { ...some, objectives: [ids.part] });
    const { objectives } = objectivesOfYear(session.reader, { groupId, year: 2018 });
    expect(objectives.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Respecter les engagements',
      '1.1 La convention',
    ]);
  });

  it('gets nothing once it is closed', () => {
    const { session, groupId, request } = aYear();
    closeYear(session, by, { groupId, year: 2018, closedOn: '2019-01-10', note: null });
    expect(() => openNextYear(session, by, request)).toThrow(
      expect.objectContaining({ code: 'steering.yearClosed', details: { year: 2018 } }),
    );
  });

  it('begins also when the year before is closed', () => {
    const { session, groupId, request } = aYear();
    closeYear(session, by, { groupId, year: 2017, closedOn: '2018-01-10', note: null });
    expect(openNextYear(session, by, request).value).toBe(4);
  });

  it('has its targets a year later, also in a leap year', () => {
    expect(aYearLater('2017-11-20')).toBe('2018-11-20');
    expect(aYearLater('2024-02-29')).toBe('2025-02-28');
  });
});

describe('the checklist of a year', () => {
  it('names what is left to do', () => {
    const { session, groupId, make, ids } = aYear();
    const workingGroupId = groupId;
    make('result', { workingGroupId, year: 2017, position: 1, title: 'Un rapport' });
    make('indicator', {
      workingGroupId,
      code: 'pitches',
      name: 'Pitchs',
      targetOn: '2017-11-20',
      position: 2,
    });
    const measurement = make('measurement', {
      indicatorId: ids.indicator,
      asOfOn: '2017-12-01',
      value: 27,
    });
    make('measurementPart', { measurementId: measurement, position: 1, title: 'État', value: 17 });
    make('deliverable', {
      workingGroupId,
      kind: 'report',
      title: 'Bilan',
      dueOn: '2017-10-01',
      version: 1,
    });
    make('deliverable', {
      workingGroupId,
      kind: 'report',
      title: 'Plus tard',
      dueOn: '2018-10-01',
      version: 1,
    });
    make('actionItem', { workingGroupId, title: 'Écrire', dueOn: '2017-09-01' });
    const { checks, next } = checklistOf(session.reader, { groupId, year: 2017 });
    const labels = Object.fromEntries(
      checks.map(({ name, records }) => [name, records.map(({ label }) => label)]),
    );
    expect(labels).toMatchObject({
      openObjectives: ['Respecter les engagements', 'La convention'],
      objectivesWithoutResult: ['Respecter les engagements', 'Former'],
      resultsWithoutObjective: ['Un rapport'],
      indicatorsWithoutValue: ['Pitchs'],
      minutesToValidate: [],
      deliverablesDue: ['Bilan'],
      actionsOpen: ['Écrire'],
    });
    expect(labels['brokenTotals']).toHaveLength(1);
    expect(next).toMatchObject({ year: 2018, status: 'open' });
  });

  it('of the example shows the 27 answers that are not all broken down', () => {
    const { session, groupId } = steeredExample();
    const { checks, frozen } = checklistOf(session.reader, { groupId, year: 2017 });
    const broken = checks.find(({ name }) => name === 'brokenTotals');
    expect(broken?.records.length).toBeGreaterThan(0);
    expect(frozen).toContainEqual({ table: 'result', count: 3 });
  });
});
