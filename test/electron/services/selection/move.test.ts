import { describe, expect, it } from 'vitest';
import { listRecords } from '#repositories/records.repo.ts';
import { cardsOfColumn } from '#services/selection/board.ts';
import { calls } from '#services/selection/call.ts';
import { createCall } from '#services/selection/method.ts';
import { previewMove, rerankReserve } from '#services/selection/move.ts';
import { decideOne, triageQueue } from '#services/selection/triage.ts';
import { markDuplicate, withdraw } from '#services/selection/withdrawal.ts';
import { codeOf } from '#test/meetings.ts';
import {
  announce,
  decide,
  gaugeAt,
  noDetail,
  noFilters,
  selectionStore,
  speaker,
  upToCommittee,
} from '#test/selection.ts';
import { liveRows } from '#test/stores.ts';

describe('a move', () => {
  it('is refused without a reason, and changes nothing', () => {
    const store = selectionStore();
    const { db, triage, final } = store;
    const ids = store.apply(4);
    const before = liveRows(db);
    expect(codeOf(() => decide(store, triage.id, ids, 'excluded'))).toBe(
      'selection.exclusionReasonMissing',
    );
    expect(codeOf(() => decide(store, triage.id, ids, 'excluded', { reason: 'Parce que.' }))).toBe(
      'selection.exclusionReasonMissing',
    );
    expect(codeOf(() => decide(store, triage.id, ids, 'notRetained'))).toBe(
      'selection.reasonMissing',
    );
    expect(codeOf(() => decide(store, triage.id, ids, 'pitch'))).toBe(
      'selection.outcomeImpossible',
    );
    expect(codeOf(() => decide(store, final.id, ids, 'pitch'))).toBe('selection.movesRefused');
    expect(liveRows(db)).toEqual(before);
  });

  it('of another call, or on a ground of another call, is refused', () => {
    const store = selectionStore();
    const { session, db, group, triage } = store;
    const [own] = store.apply(1);
    const other = createCall(session, speaker, {
      workingGroupId: group.id,
      title: 'Autre',
      description: null,
      agreementId: null,
      eventId: null,
      opensOn: null,
      closesOn: null,
      partnerIds: [],
      segmentIds: [],
    }).value;
    const [foreign] = store.apply(1, other);
    const [ground] = listRecords(db, 'exclusionReason', { callId: other });
    if (own === undefined || foreign === undefined || ground === undefined) throw new Error('made');
    expect(codeOf(() => decide(store, triage.id, [foreign], 'nextPhase'))).toBe(
      'selection.movesRefused',
    );
    expect(
      codeOf(() => decide(store, triage.id, [own], 'excluded', { exclusionReasonId: ground.id })),
    ).toBe('selection.otherCall');
    expect(calls(db, { workingGroupId: group.id }).map(({ title }) => title)).toEqual([
      'AMI d’essai',
      'Autre',
    ]);
  });

  it('tells beforehand what it would do to the quota, and who stays out', () => {
    const store = selectionStore();
    const { session, db, triage, committee } = store;
    const ids = store.apply(40);
    const [gone, late] = ids;
    if (gone === undefined || late === undefined) throw new Error('made');
    withdraw(session, speaker, {
      applicationId: gone,
      withdrawnOn: '2017-06-20',
      reason: null,
      promoteNext: true,
    });
    decide(store, triage.id, ids.slice(2), 'nextPhase');
    announce(store, triage.id, true);
    const told = previewMove(db, {
      ...noDetail,
      phaseId: committee.id,
      applicationIds: [...ids],
      outcome: 'nextPhase',
    });
    expect(told.changed).toHaveLength(38);
    expect(told.refused.map(({ id, why }) => [id, why])).toEqual([
      [gone, 'withdrawn'],
      [late, 'notCandidate'],
    ]);
    expect(told.gauges.map(({ before, after }) => [before.state, after.state])).toEqual([
      ['under', 'over'],
    ]);
    expect(told.changed[0]?.from).toMatchObject({ kind: 'pending', phaseName: committee.name });
    expect(told.changed[0]?.to).toMatchObject({ kind: 'decided', outcome: 'nextPhase' });
  });

  it('puts those in reserve one after the other, and the list can be put into another order', async () => {
    const store = selectionStore();
    const { session, db, callId, committee } = store;
    const ids = upToCommittee(store);
    const reserve = ids.slice(54, 60);
    const shown = async () =>
      (
        await cardsOfColumn(db, {
          callId,
          filters: noFilters,
          column: `reserve:${committee.id}`,
          offset: 0,
          limit: 50,
          withScores: false,
        })
      ).cards.map(({ id, rank }) => [id, rank]);
    expect(await shown()).toEqual(reserve.map((id, index) => [id, index + 1]));
    rerankReserve(session, speaker, {
      phaseId: committee.id,
      applicationIds: reserve.toReversed(),
    });
    expect(await shown()).toEqual(reserve.toReversed().map((id, index) => [id, index + 1]));
    expect(
      codeOf(() =>
        rerankReserve(session, speaker, {
          phaseId: committee.id,
          applicationIds: reserve.slice(1),
        }),
      ),
    ).toBe('selection.reserveChanged');
    const [first = ''] = ids.slice(24);
    decide(store, committee.id, [first], 'reserve');
    expect((await shown()).at(-1)).toEqual([first, 7]);
  });
});

describe('a duplicate', () => {
  it('stands aside, and never points to itself or to another duplicate', async () => {
    const store = selectionStore();
    const { session, triage } = store;
    const [a = '', b = '', c = ''] = store.apply(3);
    markDuplicate(session, speaker, { applicationId: b, duplicateOfId: a });
    expect((await gaugeAt(store, triage.id)).candidates).toBe(2);
    const loops = [
      [a, a],
      [a, c],
      [c, b],
    ] as const;
    for (const [applicationId, duplicateOfId] of loops) {
      expect(codeOf(() => markDuplicate(session, speaker, { applicationId, duplicateOfId }))).toBe(
        'selection.duplicateLoop',
      );
    }
    markDuplicate(session, speaker, { applicationId: b, duplicateOfId: null });
    expect((await gaugeAt(store, triage.id)).candidates).toBe(3);
  });
});

describe('the triage', () => {
  it('goes from one application to the next and counts what is left', () => {
    const store = selectionStore();
    const { session, db, triage, reasons } = store;
    const ids = store.apply(5);
    const ask = { phaseId: triage.id, filters: noFilters, afterId: null, applicationId: null };
    const first = triageQueue(db, ask);
    expect([first.done, first.left, first.application?.number]).toEqual([0, 5, 1]);
    expect(first.nextIds).toEqual(ids.slice(1));
    const { value } = decideOne(session, speaker, {
      ...noDetail,
      phaseId: triage.id,
      applicationId: ids[3] ?? '',
      outcome: 'excluded',
      exclusionReasonId: reasons[2]?.id ?? null,
      filters: noFilters,
    });
    expect([value.done, value.left, value.application?.number]).toEqual([1, 4, 5]);
    expect(value.nextIds).toEqual(ids.slice(0, 3));
    const west = { ...noFilters, departementCodes: ['62'] };
    expect(triageQueue(db, { ...ask, filters: west })).toMatchObject({ done: 0, left: 1 });
    expect(triageQueue(db, { ...ask, applicationId: ids[2] ?? '' }).application?.number).toBe(3);
  });
});
