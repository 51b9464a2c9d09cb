import { describe, expect, it } from 'vitest';

import { recuse } from '#services/committee/recusals.ts';
import { scoreGrid, teamOf } from '#services/committee/grid.ts';
import { by, committeeStore, today, wording } from '#test/committee.ts';

const whole = { criterionId: null, text: '', today, offset: 0, limit: 100 } as const;

describe('the grid of scores', () => {
  it('tells what each member gave on one criterion, and why a cell is empty', async () => {
    const store = committeeStore();
    const { db, phaseId, score, at, personIds, applicationIds, criterionIds } = store;
    score(0, 0, [4, 1], 'Clair');
    score(1, 0, [null, 2]);
    score(1, 1, [9, 2]);
    recuse(
      store.session,
      by,
      {
        phaseId,
        recusals: [{ personId: at(personIds, 2), applicationId: at(applicationIds, 0) }],
        recordedOn: today,
        note: null,
      },
      wording,
    );
    const criterionId = at(criterionIds, 0);
    const { rows, evaluators, scale, total } = await scoreGrid(db, {
      ...whole,
      phaseId,
      criterionId,
    });
    expect(evaluators.map(({ name }) => name)).toEqual(['Alix', 'Brune', 'Côme']);
    expect({ scale, total }).toEqual({ scale: { min: 0, max: 5 }, total: 4 });
    expect(rows[0]?.cells).toEqual([
      { state: 'scored', value: 4, comment: 'Clair' },
      { state: 'abstained', value: null, comment: null },
      { state: 'recused', value: null, comment: null },
    ]);
    expect(rows[1]?.cells.map(({ state }) => state)).toEqual(['missing', 'outOfScale', 'missing']);
  });

  it('weighs all criteria together, and says where one is lacking', async () => {
    const { db, phaseId, score, make, at, ...ids } = committeeStore();
    score(0, 0, [5, 1]);
    score(1, 0, [null, null]);
    make('score', {
      evaluatorId: at(ids.personIds, 2),
      applicationId: at(ids.applicationIds, 0),
      criterionId: at(ids.criterionIds, 1),
      value: 2,
    });
    const [first] = (await scoreGrid(db, { ...whole, phaseId })).rows;
    expect(first?.cells).toEqual([
      { state: 'scored', value: 4, comment: null },
      { state: 'abstained', value: null, comment: null },
      { state: 'partial', value: 2, comment: null },
    ]);
  });

  it('is read by pages, and filtered by words whatever their accents', async () => {
    const { db, phaseId } = committeeStore({ applications: 12 });
    const numbers = async (request: { text?: string; offset?: number; limit?: number }) => {
      const { rows, total } = await scoreGrid(db, { ...whole, phaseId, ...request });
      return { numbers: rows.map(({ number }) => number), total };
    };
    expect(await numbers({ offset: 10, limit: 5 })).toEqual({ numbers: [11, 12], total: 12 });
    expect(await numbers({ text: 'ENTREPRISE 11' })).toEqual({ numbers: [11], total: 1 });
    expect(await numbers({ text: 'introuvable' })).toEqual({ numbers: [], total: 0 });
  });

  it('names who sits on the committee, and who was invited to', () => {
    const { db, phaseId, committeeId, make } = committeeStore();
    make('committeeSeat', { committeeId, title: 'Deux acheteurs', position: 1 });
    const team = teamOf(db, phaseId);
    expect(team.committeeName).toBe('Comité');
    expect(team.mandates.map(({ personLabel }) => personLabel)).toEqual(['Alix', 'Brune', 'Côme']);
    expect(team.seats.map(({ name }) => name)).toEqual(['Deux acheteurs']);
  });
});
