import { describe, expect, it } from 'vitest';
import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { callSheet } from '#services/selection/call.ts';
import { saveMethod } from '#services/selection/method.ts';
import { statistics } from '#services/selection/statistics.ts';
import { codeOf } from '#test/meetings.ts';
import {
  announce,
  decide,
  gaugeAt,
  selectionStore,
  speaker,
  upToCommittee,
} from '#test/selection.ts';
import { liveRows } from '#test/stores.ts';

describe('the method « AMI innovation »', () => {
  it('leads from 90 responses to 9 pitches and stands, and back again', async () => {
    const store = selectionStore();
    const { session, db, callId, committee, final } = store;
    const founded = listRecords(db, 'phaseDecision');
    const ids = upToCommittee(store);
    expect(await gaugeAt(store, committee.id)).toMatchObject({
      candidates: 66,
      pending: 0,
      kept: 30,
      provisional: 66,
      state: 'within',
    });
    announce(store, committee.id);
    decide(store, final.id, ids.slice(24, 33), 'pitch');
    decide(store, final.id, ids.slice(33, 54), 'stand');
    expect(await gaugeAt(store, final.id)).toMatchObject({
      candidates: 30,
      kept: 9,
      state: 'within',
    });
    announce(store, final.id);
    expect(callSheet(db, { id: callId })?.status).toBe('released');
    const told = statistics(db, { callId, asOfOn: null });
    expect(told.stages.map(({ count }) => count)).toEqual([90, 66, 30, 9]);
    expect(told.outcomes).toEqual([
      { outcome: 'pitch', count: 9 },
      { outcome: 'stand', count: 21 },
      { outcome: 'reserve', count: 6 },
      { outcome: 'notRetained', count: 30 },
      { outcome: 'excluded', count: 24 },
    ]);
    expect(told.exclusions.map(({ count }) => count)).toEqual([8, 8, 8]);
    const operations = 4 + 1 + 3 + 1 + 2 + 1;
    for (let left = operations; left > 0; left -= 1) undoLast(session.writer(), speaker);
    expect(listRecords(db, 'phaseDecision')).toEqual(founded);
    expect(callSheet(db, { id: callId })).toMatchObject({ status: 'draft', applications: 90 });
  });

  it('is what a new call begins with', () => {
    const { db, callId } = selectionStore();
    const sheet = callSheet(db, { id: callId });
    expect(sheet?.problems).toEqual([]);
    expect(
      sheet?.phases.map(({ kind, quotaMin, quotaMax, outcomes }) => [
        kind,
        quotaMin,
        quotaMax,
        outcomes,
      ]),
    ).toEqual([
      ['triage', null, null, ['nextPhase', 'notRetained', 'excluded']],
      ['committee', 20, 30, ['nextPhase', 'reserve', 'notRetained', 'excluded']],
      ['finalSelection', 9, 9, ['pitch', 'stand', 'reserve', 'notRetained', 'excluded']],
    ]);
    expect(sheet?.exclusionReasons.map(({ code }) => code)).toEqual([
      'notMarketed',
      'notForPublicSector',
      'outsideRegion',
    ]);
    expect(sheet?.letterTemplates).toHaveLength(6);
    expect(sheet?.phases[1]?.committeeName).toBe('Comité – AMI d’essai');
    expect(listRecords(db, 'criterion')).toHaveLength(4);
  });
});

describe('the method of a call', () => {
  const phase = (key: string, afterKey: string | null, more: object = {}) => ({
    key,
    afterKey,
    id: null,
    name: `Phase ${key}`,
    description: null,
    kind: 'committee' as const,
    deadlineOn: null,
    quotaMin: null,
    quotaMax: null,
    committeeId: null,
    keptOutcome: 'nextPhase' as const,
    otherOutcome: 'notRetained' as const,
    aggregation: 'mean' as const,
    normalisesSeverity: false,
    ...more,
  });
  const last = { keptOutcome: 'pitch', kind: 'finalSelection' };

  it('refuses circles, dead ends and phases that nothing leads to', () => {
    const { session, db, callId } = selectionStore();
    const before = liveRows(db);
    const cases = [
      [[phase('a', 'b'), phase('b', 'a', last)], 'selection.methodCircular'],
      [[phase('a', null), phase('b', 'c', last), phase('c', 'b')], 'selection.methodCircular'],
      [
        [phase('a', null), phase('b', 'a', last), phase('c', 'a', last)],
        'selection.methodCircular',
      ],
      [[phase('a', null), phase('a', 'a', last)], 'selection.methodCircular'],
      [[phase('a', 'nowhere', last)], 'selection.methodCircular'],
      [[phase('a', null), phase('b', 'a')], 'selection.methodDeadEnd'],
      [[phase('a', null, last), phase('b', 'a', last)], 'selection.methodUnreachable'],
      [[phase('a', null, { ...last, kind: 'placement' })], 'selection.methodEmpty'],
      [[phase('a', null, { ...last, quotaMin: 9, quotaMax: 3 })], 'record.invalid'],
    ] as const;
    for (const [phases, code] of cases) {
      expect(codeOf(() => saveMethod(session, speaker, { callId, phases: [...phases] }))).toBe(
        code,
      );
      expect(liveRows(db)).toEqual(before);
    }
  });

  it('is written as one operation, in the order that the phases say', () => {
    const { session, db, callId, triage } = selectionStore();
    const { callId: _callId, deletedAt: _deletedAt, position: _position, ...own } = triage;
    saveMethod(session, speaker, {
      callId,
      phases: [
        phase('z', 'y', { ...last, quotaMin: 40, quotaMax: 40 }),
        { ...own, key: 'x', afterKey: null, keptOutcome: 'nextPhase', otherOutcome: 'notRetained' },
        phase('y', 'x', { quotaMin: 20, quotaMax: 30 }),
      ],
    });
    const sheet = callSheet(db, { id: callId });
    expect(sheet?.phases.map(({ name, position }) => [name, position])).toEqual([
      [triage.name, 1],
      ['Phase y', 2],
      ['Phase z', 3],
    ]);
    expect(sheet?.phases[0]?.id).toBe(triage.id);
    expect(sheet?.problems.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['quotaGrows', 'warning'],
    ]);
    undoLast(session.writer(), speaker);
    expect(callSheet(db, { id: callId })?.phases).toHaveLength(3);
  });

  it('keeps what has released decisions', () => {
    const store = selectionStore();
    const { session, callId, triage, committee, final } = store;
    const ids = store.apply(3);
    decide(store, triage.id, ids, 'nextPhase');
    announce(store, triage.id);
    const asIs = ({ callId: _of, deletedAt: _gone, position: _at, ...rest }: typeof triage) => ({
      ...rest,
      keptOutcome: rest.keptOutcome,
      otherOutcome: rest.otherOutcome,
    });
    const again = (first: object[]) =>
      codeOf(() =>
        saveMethod(session, speaker, {
          callId,
          phases: [
            ...first,
            { ...asIs(committee), key: 'c', afterKey: first.length === 0 ? null : 't' },
            { ...asIs(final), key: 'f', afterKey: 'c' },
          ] as Parameters<typeof saveMethod>[2]['phases'], // as the screen sends them
        }),
      );
    expect(again([])).toBe('selection.methodReleased');
    expect(again([phase('n', null), { ...asIs(triage), key: 't', afterKey: 'n' }])).toBe(
      'selection.methodReleased',
    );
    expect(again([{ ...asIs(triage), key: 't', afterKey: null, otherOutcome: 'stand' }])).toBe(
      'selection.methodReleased',
    );
    expect(again([{ ...asIs(triage), key: 't', afterKey: null, name: 'Premier tri' }])).toBeNull();
  });
});
