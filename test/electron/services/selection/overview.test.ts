import { describe, expect, it } from 'vitest';
import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { listRegister } from '#repositories/registers/list.ts';
import { registers } from '#repositories/registers/index.ts';
import { createRecord, updateRecord } from '#services/records.ts';
import { board, cardsOfColumn } from '#services/selection/board.ts';
import { courseOf } from '#services/selection/course.ts';
import { selectionHistory } from '#services/selection/history.ts';
import { except } from '#services/selection/release.ts';
import { applicationSheet, compare } from '#services/selection/sheet.ts';
import { statistics } from '#services/selection/statistics.ts';
import { whatIf } from '#services/selection/what-if.ts';
import { withdraw } from '#services/selection/withdrawal.ts';
import {
  announce,
  decide,
  noFilters,
  selectionStore,
  speaker,
  upToCommittee,
} from '#test/selection.ts';
import { exampleStore } from '#test/stores.ts';

describe('what if', () => {
  it('tells who would enter and leave with another limit or other weights, and the balance', async () => {
    const store = selectionStore();
    const { session, db, make, triage, committee } = store;
    const ids = store.apply(6);
    decide(store, triage.id, ids, 'nextPhase');
    announce(store, triage.id);
    updateRecord(session, speaker, 'phase', committee.id, { quotaMin: 2, quotaMax: 2 });
    decide(store, committee.id, ids.slice(0, 2), 'nextPhase');
    const [novelty, fit] = listRecords(db, 'criterion', { phaseId: committee.id }, ['position']);
    if (novelty === undefined || fit === undefined) throw new Error('made with the call');
    const evaluatorId = make('person', { familyName: 'Martel' });
    ids.forEach((applicationId, index) => {
      const score = { evaluatorId, applicationId };
      make('score', { ...score, criterionId: novelty.id, value: index });
      make('score', { ...score, criterionId: fit.id, value: 5 - index });
    });
    const ask = {
      phaseId: committee.id,
      quota: null,
      threshold: null,
      weights: {},
      normalises: null,
      aggregation: null,
    };
    const asItIs = await whatIf(db, ask);
    expect([asItIs.kept, asItIs.keptNow, asItIs.entering, asItIs.leaving]).toEqual([2, 2, [], []]);
    const turned = await whatIf(db, { ...ask, weights: { [novelty.id]: 10, [fit.id]: 0 } });
    expect(turned.entering.map(({ id }) => id)).toEqual([ids[5], ids[4]]);
    expect(turned.leaving.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    const lines = turned.balance.find(({ dimension }) => dimension === 'departement')?.lines;
    expect(lines).toEqual([
      {
        id: '59',
        name: 'Nord',
        candidates: 4,
        keptNow: 2,
        kept: 1,
        shareOfCandidates: 4 / 6,
        shareOfKeptNow: 1,
        shareOfKept: 1 / 2,
      },
      {
        id: '62',
        name: 'Pas-de-Calais',
        candidates: 2,
        keptNow: 0,
        kept: 1,
        shareOfCandidates: 2 / 6,
        shareOfKeptNow: 0,
        shareOfKept: 1 / 2,
      },
    ]);
    const wide = await whatIf(db, { ...ask, threshold: 0 });
    expect([wide.kept, wide.state]).toEqual([6, 'over']);
    await expect(
      whatIf(db, { ...ask, weights: { [novelty.id]: 0, [fit.id]: 0 } }),
    ).resolves.toBeDefined();
    const nothing = Object.fromEntries(
      listRecords(db, 'criterion', { phaseId: committee.id }).map(({ id }) => [id, 0]),
    );
    await expect(whatIf(db, { ...ask, weights: nothing })).rejects.toMatchObject({
      code: 'committee.noWeight',
    });
    const [first, second] = ids;
    const sides = compare(db, { ids: [first ?? '', second ?? ''] });
    expect(sides.map(({ criteria }) => criteria.map(({ mean, scores }) => [mean, scores]))).toEqual(
      [
        [
          [0, 1],
          [5, 1],
          [null, 0],
          [null, 0],
        ],
        [
          [1, 1],
          [4, 1],
          [null, 0],
          [null, 0],
        ],
      ],
    );
  });
});

describe('the history', () => {
  it('tells who decided what, when and why, undoing included', () => {
    const store = selectionStore();
    const { session, db, callId, triage, reasons } = store;
    const [a = '', b = ''] = store.apply(2);
    decide(store, triage.id, [a, b], 'nextPhase');
    decide(store, triage.id, [a], 'excluded', { exclusionReasonId: reasons[0]?.id ?? null });
    undoLast(session.writer(), speaker);
    decide(store, triage.id, [b], null);
    announce(store, triage.id, true);
    except(session, speaker, {
      applicationId: a,
      phaseId: triage.id,
      outcome: 'notRetained',
      exclusionReasonId: null,
      reason: 'Dossier irrecevable.',
      statedById: null,
    });
    withdraw(session, speaker, {
      applicationId: b,
      withdrawnOn: '2017-10-05',
      reason: 'Cession.',
      promoteNext: true,
    });
    const { total, lines } = selectionHistory(db, {
      callId,
      applicationId: null,
      offset: 0,
      limit: 50,
    });
    expect(total).toBe(8);
    expect(
      lines.map(({ number, what, fromOutcome, toOutcome, kind, reason }) => [
        number,
        what,
        fromOutcome,
        toOutcome,
        kind,
        reason,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [2, 'withdrawn', null, null, 'edit', 'Cession.'],
        [1, 'exception', 'nextPhase', 'notRetained', 'edit', 'Dossier irrecevable.'],
        [1, 'released', 'nextPhase', 'nextPhase', 'edit', null],
        [2, 'takenBack', 'nextPhase', null, 'edit', null],
        [1, 'changed', 'excluded', 'nextPhase', 'undo', null],
        [1, 'changed', 'nextPhase', 'excluded', 'edit', reasons[0]?.title],
        [1, 'decided', null, 'nextPhase', 'edit', null],
        [2, 'decided', null, 'nextPhase', 'edit', null],
      ]),
    );
    expect(lines.map(({ author }) => author)).toEqual(lines.map(() => 'Essai'));
    const page = selectionHistory(db, { callId, applicationId: b, offset: 1, limit: 1 });
    expect([page.total, page.lines.map(({ what }) => what)]).toEqual([3, ['takenBack']]);
  });
});

describe('the register of applications', () => {
  it('says the same as the course of each', () => {
    const store = selectionStore();
    const { session, db, callId } = store;
    const ids = upToCommittee(store);
    announce(store, store.committee.id);
    decide(store, store.final.id, ids.slice(24, 30), 'stand');
    withdraw(session, speaker, {
      applicationId: ids[40] ?? '',
      withdrawnOn: '2017-10-05',
      reason: null,
      promoteNext: true,
    });
    const { rows } = listRegister(db, registers.applications, {
      text: '',
      filters: [],
      sort: [],
      at: null,
      offset: 0,
      limit: 100,
    });
    const byId = new Map(rows.map((row) => [row.id, row.cells]));
    for (const { id, isWithdrawn, isDuplicate, decisions } of courseOf(db, callId).standings) {
      const last = decisions.toSorted(
        (a, b) =>
          store.phases.findIndex(({ id: phaseId }) => phaseId === b.phaseId) -
          store.phases.findIndex(({ id: phaseId }) => phaseId === a.phaseId),
      )[0];
      expect(byId.get(id)).toMatchObject({
        outcome: last?.outcome ?? null,
        phase: store.phases.find(({ id: phaseId }) => phaseId === last?.phaseId)?.name ?? null,
        rank: last?.rank ?? null,
        isReleased: last?.isReleased ?? null,
        hasWithdrawn: isWithdrawn,
        isDuplicate,
      });
    }
    expect(rows.filter(({ cells }) => cells['isLate'] === true)).toHaveLength(9);
  });
});

describe('the example group', () => {
  it('has a call whose board and statistics agree with what its documents say', async () => {
    const { session } = exampleStore();
    const db = session.reader;
    const [call] = listRecords(db, 'callForInterest');
    const callId = call?.id ?? '';
    const shown = await board(db, {
      callId,
      filters: noFilters,
      cardsPerColumn: 50,
      withScores: true,
    });
    expect(shown.problems).toEqual([]);
    expect(shown.total).toBe(90);
    expect(shown.phases.map(({ gauge }) => gauge.state)).toEqual([
      'none',
      'within',
      'within',
      'none',
    ]);
    expect(statistics(db, { callId, asOfOn: '2017-06-30' }).received).toBe(79);
    const { stages } = statistics(db, { callId, asOfOn: null });
    expect(stages[0]?.count).toBe(90);
    expect(stages.at(-1)?.count).toBe(9);
    const [card] = shown.columns.flatMap(({ cards }) => cards);
    const sheet = applicationSheet(db, { id: card?.id ?? '' });
    expect(sheet?.offers).toHaveLength(1);
    expect(sheet?.place.phaseName).not.toBeNull();
  });
});

describe('5,000 applications', () => {
  it('stand on the board with the right counts, pages and filters', async () => {
    const store = selectionStore();
    const { session, db, callId, triage, reasons } = store;
    const ids = store.apply(5000);
    const segmentId = createRecord(session, speaker, 'purchaseSegment', {
      workingGroupId: store.group.id,
      name: 'Mobilité',
      position: 1,
    }).value;
    const [withOffer = ''] = ids.slice(17);
    const [organisation] = listRecords(db, 'organisation');
    createRecord(session, speaker, 'offer', {
      organisationId: organisation?.id ?? '',
      applicationId: withOffer,
      title: 'Navette',
      segmentId,
    });
    decide(store, triage.id, ids.slice(0, 1000), 'excluded', { exclusionReasonId: reasons[1]?.id });
    const ask = { callId, filters: noFilters, cardsPerColumn: 50, withScores: false };
    const shown = await board(db, ask);
    const column = (key: string) => shown.columns.find((one) => one.key === `${key}:${triage.id}`);
    expect(column('pending')).toMatchObject({ count: 4000, total: 4000 });
    expect(column('excluded')).toMatchObject({ count: 1000, released: 0 });
    expect(column('excluded')?.cards.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect(shown.facets.states).toEqual([
      { state: 'late', count: 500 },
      { state: 'incomplete', count: 714 },
      { state: 'duplicate', count: 0 },
      { state: 'withdrawn', count: 0 },
    ]);
    expect(shown.facets.departements).toEqual([
      { id: '59', name: 'Nord', count: 3334 },
      { id: '62', name: 'Pas-de-Calais', count: 1666 },
    ]);
    expect(shown.facets.segments).toEqual([
      { id: segmentId, name: 'Mobilité', count: 1 },
      { id: null, name: null, count: 4999 },
    ]);
    const next = await cardsOfColumn(db, {
      callId,
      filters: { ...noFilters, states: ['late', 'incomplete'] },
      column: `pending:${triage.id}`,
      offset: 50,
      limit: 50,
      withScores: false,
    });
    expect(next.count).toBe(57);
    expect(next.cards).toHaveLength(7);
    const found = async (filters: Partial<typeof noFilters>) =>
      (await board(db, { ...ask, filters: { ...noFilters, ...filters } })).count;
    expect(await found({ segmentIds: [segmentId] })).toBe(1);
    expect(await found({ segmentIds: [null, segmentId] })).toBe(5000);
    expect(await found({ text: 'entreprise 4999' })).toBe(1);
    expect(await found({ maturities: [null] })).toBe(2500);
    expect(await found({ maturities: ['pilot'], departementCodes: ['62'] })).toBe(833);
  });
});
