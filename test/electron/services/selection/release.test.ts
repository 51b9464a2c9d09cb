import { describe, expect, it } from 'vitest';
import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { courseOf } from '#services/selection/course.ts';
import { except, previewRelease } from '#services/selection/release.ts';
import { applicationSheet } from '#services/selection/sheet.ts';
import { previewWithdrawal, withdraw } from '#services/selection/withdrawal.ts';
import { codeOf } from '#test/meetings.ts';
import { announce, decide, selectionStore, speaker, upToCommittee } from '#test/selection.ts';
import { liveRows } from '#test/stores.ts';

describe('a release', () => {
  it('needs its warnings accepted, fixes the decisions, and only an exception changes them', () => {
    const store = selectionStore();
    const { session, db, callId, triage, committee, final } = store;
    const ids = upToCommittee(store);
    expect(previewRelease(db, { phaseId: committee.id })).toMatchObject({
      released: expect.arrayContaining([{ outcome: 'nextPhase', count: 30 }]),
      warnings: [],
    });
    expect(codeOf(() => announce(store, final.id))).toBe('selection.nothingToRelease');
    const [one = '', two = ''] = ids.slice(24);
    decide(store, committee.id, ids.slice(30, 54), null);
    expect(previewRelease(db, { phaseId: committee.id }).warnings).toEqual([
      { kind: 'pending', count: 24 },
      { kind: 'quotaUnder', count: 6 },
    ]);
    const before = liveRows(db);
    expect(codeOf(() => announce(store, committee.id))).toBe('selection.releaseWarnings');
    expect(liveRows(db)).toEqual(before);
    announce(store, committee.id, true);
    expect(codeOf(() => decide(store, committee.id, [one], 'reserve'))).toBe(
      'selection.movesRefused',
    );
    decide(store, final.id, [one], 'pitch');
    const asked = {
      applicationId: one,
      phaseId: committee.id,
      outcome: 'notRetained' as const,
      exclusionReasonId: null,
      reason: 'Liquidation judiciaire.',
      statedById: null,
    };
    const { place } = except(session, speaker, asked).value;
    expect(place).toMatchObject({
      kind: 'final',
      outcome: 'notRetained',
      phaseName: committee.name,
    });
    expect(codeOf(() => except(session, speaker, asked))).toBe('selection.exceptionWithoutChange');
    expect(
      codeOf(() => except(session, speaker, { ...asked, phaseId: final.id, outcome: 'stand' })),
    ).toBe('selection.notReleased');
    const sheet = applicationSheet(db, { id: one });
    expect(
      sheet?.decisions.map(({ outcome, isReleased, exceptions }) => [
        outcome,
        isReleased,
        exceptions.length,
      ]),
    ).toEqual([
      ['nextPhase', true, 0],
      ['notRetained', true, 1],
    ]);
    // One whom the committee had not judged in time joins the released ones later.
    decide(store, committee.id, ids.slice(30, 54), 'nextPhase');
    announce(store, committee.id);
    expect(listRecords(db, 'phaseRelease', { phaseId: committee.id })).toHaveLength(2);
    expect(courseOf(db, callId).standings.find(({ id }) => id === two)?.place).toEqual({
      kind: 'pending',
      phaseId: final.id,
    });
    expect(triage.position).toBe(1);
  });
});

describe('a withdrawal', () => {
  it('calls up the first of the reserve list in the same operation', () => {
    const store = selectionStore();
    const { session, db, callId, committee, final } = store;
    const ids = upToCommittee(store);
    announce(store, committee.id);
    const [leaving = '', refusedOne = ''] = [ids[30], ids[70]];
    const reserve = ids.slice(54, 60);
    const before = liveRows(db);
    expect(previewWithdrawal(db, { applicationId: leaving }).promoted).toMatchObject({
      id: reserve[0],
      rank: 1,
      outcome: 'nextPhase',
      phaseName: committee.name,
    });
    expect(previewWithdrawal(db, { applicationId: refusedOne }).promoted).toBeNull();
    const asked = {
      applicationId: leaving,
      withdrawnOn: '2017-10-05',
      reason: null,
      promoteNext: true,
    };
    const { value, operationId } = withdraw(session, speaker, asked);
    expect(operationId).not.toBeNull();
    expect(value.promoted?.id).toBe(reserve[0]);
    const placeOf = (id: string | undefined) =>
      courseOf(db, callId).standings.find((one) => one.id === id)?.place;
    expect(placeOf(leaving)).toEqual({ kind: 'withdrawn' });
    expect(placeOf(reserve[0])).toEqual({ kind: 'pending', phaseId: final.id });
    expect(placeOf(reserve[1])).toMatchObject({ outcome: 'reserve', rank: 2 });
    expect(codeOf(() => withdraw(session, speaker, asked))).toBe('selection.withdrawn');
    const [promoted] = listRecords(db, 'phaseDecision', {
      applicationId: reserve[0] ?? '',
      phaseId: committee.id,
    });
    expect(promoted?.reason).toBe(`Appelée après le désistement de la réponse n°\u00a031.`);
    undoLast(session.writer(), speaker);
    expect(liveRows(db)).toEqual(before);
  });

  it('calls nobody up when that is not wanted', () => {
    const store = selectionStore();
    const { session, committee } = store;
    const ids = upToCommittee(store);
    announce(store, committee.id);
    const { value } = withdraw(session, speaker, {
      applicationId: ids[30] ?? '',
      withdrawnOn: '2017-10-05',
      reason: 'Indisponible.',
      promoteNext: false,
    });
    expect(value.promoted).toBeNull();
  });
});
