import { describe, expect, it } from 'vitest';

import { undoLast } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { updateRecord } from '#services/records.ts';
import { objectivesOfYear } from '#services/steering/objectives.ts';
import {
  addObjective,
  closeObjective,
  linkResult,
  moveObjective,
  orderObjectives,
  reopenObjective,
  splitObjective,
} from '#services/steering/write-objectives.ts';
import { steeredGroups } from '#services/steering/years.ts';
import { by, steeredExample, steeredStore } from '#test/steering.ts';

const titlesOf = ({ session, groupId }: ReturnType<typeof steeredStore>, year = 2017) =>
  objectivesOfYear(session.reader, { groupId, year }).objectives.map(
    ({ number, title }) => `${number} ${title}`,
  );

describe('the objectives of a year', () => {
  it('of the example are a tree with what each led to', () => {
    const { session, groupId } = steeredExample();
    const { objectives, results } = objectivesOfYear(session.reader, { groupId, year: 2017 });
    const group = objectives.filter(
      ({ subGroup, state }) => subGroup === null && state !== 'restated',
    );
    expect(group.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '3.1',
      '3.1.1',
      '3.1.2',
      '3.2',
      '4',
    ]);
    const byTitle = (start: string) => objectives.find(({ title }) => title.startsWith(start));
    expect(
      byTitle('Faire un état des lieux sur le territoire des pratiques d’achats innovants. '),
    ).toMatchObject({
      from: { year: 2017 },
      state: 'done',
      results: [{ title: 'Livraison d’un rapport sur commande', by: null }],
    });
    expect(byTitle('La convention État-UGAP')?.results).toMatchObject([
      {
        title: 'Événement INNOV’EMBER du 20 novembre à Euratechnologies',
        by: { label: expect.stringContaining('INNOV’EMBER') },
      },
    ]);
    expect(byTitle('Respecter les engagements')).toMatchObject({
      results: [],
      isWithoutResult: false,
    });
    expect(byTitle('Recenser les principaux freins')).toMatchObject({ isWithoutResult: true });
    expect(results.map((one) => one.objectives.length > 0)).toEqual([true, true, true]);
    expect(objectives.filter(({ state }) => state === 'restated')).toHaveLength(2);
    expect(steeredGroups(session.reader)).toMatchObject([
      {
        id: groupId,
        years: [
          { year: 2017, status: 'open' },
          { year: 2018, status: 'open' },
        ],
      },
    ]);
  });

  it('are added after one another, parts below what they are parts of', () => {
    const store = steeredStore();
    const { session, groupId } = store;
    const add = (title: string, parentId: ReturnType<typeof store.objective> | null = null) =>
      addObjective(session, by, { groupId, year: 2017, title, parentId, subGroupId: null }).value;
    const first = add('Faire un état des lieux');
    add('Former');
    add('Recenser les freins', first);
    expect(titlesOf(store)).toEqual([
      '1 Faire un état des lieux',
      '1.1 Recenser les freins',
      '2 Former',
    ]);
    expect(() =>
      addObjective(session, by, {
        groupId,
        year: 2018,
        title: 'Ailleurs',
        parentId: first,
        subGroupId: null,
      }),
    ).toThrow(expect.objectContaining({ code: 'steering.otherYear' }));
  });

  it('are put in order, moved in and out, and put back by undoing', () => {
    const store = steeredStore();
    const { session, objective } = store;
    const ids = ['Un', 'Deux', 'Trois'].map((title, index) =>
      objective(title, { position: index + 1 }),
    );
    const [one, two, three] = ids;
    if (one === undefined || two === undefined || three === undefined)
      throw new Error('made above');
    orderObjectives(session, by, { ids: [three, one] });
    expect(titlesOf(store)).toEqual(['1 Trois', '2 Un', '3 Deux']);
    moveObjective(session, by, { id: two, parentId: one });
    expect(titlesOf(store)).toEqual(['1 Trois', '2 Un', '2.1 Deux']);
    expect(() => orderObjectives(session, by, { ids: [three, two] })).toThrow(
      expect.objectContaining({ code: 'steering.notSisters' }),
    );
    expect(() => moveObjective(session, by, { id: one, parentId: two })).toThrow(
      expect.objectContaining({ code: 'steering.partOfItself' }),
    );
    undoLast(session.writer(), by);
    undoLast(session.writer(), by);
    expect(titlesOf(store)).toEqual(['1 Un', '2 Deux', '3 Trois']);
  });

  it('are split into parts that take up axis and agreement, the whole keeping its links', () => {
    const store = steeredStore();
    const { session, groupId, make, objective } = store;
    const axis = make('strategicAxis', {
      workingGroupId: groupId,
      position: 1,
      name: 'Sensibiliser',
    });
    const whole = objective('Respecter les engagements', { strategicAxisId: axis });
    const result = make('result', {
      workingGroupId: groupId,
      year: 2017,
      position: 1,
      title: 'Un rapport',
    });
    linkResult(session, by, { objectiveId: whole, resultId: result });
    linkResult(session, by, { objectiveId: whole, resultId: result });
    const { value } = splitObjective(session, by, { id: whole, titles: ['UGAP', 'Sciences Po'] });
    expect(value).toHaveLength(2);
    const { objectives } = objectivesOfYear(session.reader, { groupId, year: 2017 });
    expect(objectives).toMatchObject([
      { number: '1', results: [{ title: 'Un rapport' }], strategicAxis: { id: axis } },
      { number: '1.1', title: 'UGAP', strategicAxis: { id: axis }, isWithoutResult: true },
      { number: '1.2', title: 'Sciences Po', strategicAxis: { id: axis } },
    ]);
    expect(listRecords(session.reader, 'chainLink')).toHaveLength(1);
    undoLast(session.writer(), by);
    expect(titlesOf(store)).toEqual(['1 Respecter les engagements']);
  });

  it('are closed with a judgement and taken up again', () => {
    const { session, groupId, objective } = steeredStore();
    const id = objective('Former', { status: 'underWay' });
    const state = () => objectivesOfYear(session.reader, { groupId, year: 2017 }).objectives[0];
    closeObjective(session, by, {
      id,
      judgement: 'reached',
      closedOn: '2017-12-20',
      note: 'Deux journées.',
    });
    expect(state()).toMatchObject({ state: 'closed', judgement: 'reached', status: 'done' });
    reopenObjective(session, by, { id });
    expect(state()).toMatchObject({ state: 'open', closingNote: 'Deux journées.' });
    expect(getRecord(session.reader, 'objective', id)).toMatchObject({
      status: 'underWay',
      closedOn: null,
      judgement: null,
    });
  });

  it('never hang on themselves, also when their record is changed directly', () => {
    const { session, objective } = steeredStore();
    const whole = objective('Le tout');
    const part = objective('La partie', { parentId: whole });
    expect(() => updateRecord(session, by, 'objective', whole, { parentId: part })).toThrow(
      expect.objectContaining({ code: 'record.invalid' }),
    );
  });
});
