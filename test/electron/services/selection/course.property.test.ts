import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { PhaseOutcome } from '#domain/pipeline.ts';
import { isRefusal, phaseAfter, placeOf, quotaState, takesPart } from '#domain/pipeline.ts';
import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { board, columnKeyOf } from '#services/selection/board.ts';
import { courseOf } from '#services/selection/course.ts';
import { move, previewMove, reserveOf, rerankReserve } from '#services/selection/move.ts';
import { except, release } from '#services/selection/release.ts';
import { markDuplicate, withdraw } from '#services/selection/withdrawal.ts';
import { noDetail, noFilters, selectionStore, speaker } from '#test/selection.ts';
import { codeOf } from '#test/meetings.ts';
import { liveRows } from '#test/stores.ts';

const outcomes = ['nextPhase', 'pitch', 'stand', 'reserve', 'notRetained', 'excluded'] as const;
const index = fc.nat(1000);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      phase: fc.nat(2),
      who: fc.array(index, { minLength: 1, maxLength: 8 }),
      outcome: fc.option(fc.constantFrom(...outcomes), { nil: null }),
      skips: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('release' as const), phase: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('withdraw' as const),
      who: index,
      promotes: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('except' as const),
      phase: fc.nat(2),
      who: index,
      outcome: fc.constantFrom(...outcomes),
    }),
  },
  fc.record({
    do: fc.constant('duplicate' as const),
    who: index,
    of: fc.option(index, { nil: null }),
  }),
  fc.record({ do: fc.constant('rerank' as const), phase: fc.nat(2) }),
  fc.record({ do: fc.constant('undo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Store = ReturnType<typeof selectionStore>;

function perform(store: Store, ids: readonly Id<'application'>[], one: Step): string | null {
  const { session, phases, reasons } = store;
  const at = (number: number): Id<'application'> => ids[number % ids.length] as Id<'application'>; // never empty
  const phaseId = 'phase' in one ? (phases[one.phase]?.id ?? '') : '';
  const why = (outcome: PhaseOutcome | null) => ({
    reason: outcome !== null && isRefusal(outcome) ? 'Motif.' : null,
    exclusionReasonId: outcome === 'excluded' ? (reasons[0]?.id ?? null) : null,
  });
  switch (one.do) {
    case 'move':
      return codeOf(() =>
        move(session, speaker, {
          ...noDetail,
          ...why(one.outcome),
          phaseId,
          applicationIds: one.who.map(at),
          outcome: one.outcome,
          skipsRefused: one.skips,
        }),
      );
    case 'release':
      return codeOf(() =>
        release(session, speaker, {
          phaseId,
          note: null,
          releasedById: null,
          acceptsWarnings: true,
        }),
      );
    case 'withdraw':
      return codeOf(() =>
        withdraw(session, speaker, {
          applicationId: at(one.who),
          withdrawnOn: '2017-10-05',
          reason: null,
          promoteNext: one.promotes,
        }),
      );
    case 'except':
      return codeOf(() =>
        except(session, speaker, {
          ...why(one.outcome),
          applicationId: at(one.who),
          phaseId,
          outcome: one.outcome,
          reason: 'Erreur matérielle.',
          statedById: null,
        }),
      );
    case 'duplicate':
      return codeOf(() =>
        markDuplicate(session, speaker, {
          applicationId: at(one.who),
          duplicateOfId: one.of === null ? null : at(one.of),
        }),
      );
    case 'rerank': {
      const list = reserveOf(courseOf(store.db, store.callId), phaseId).toReversed();
      return codeOf(() =>
        rerankReserve(session, speaker, { phaseId, applicationIds: list.map(({ id }) => id) }),
      );
    }
    case 'undo':
      return codeOf(() => undoLast(session.writer(), speaker));
    default:
      throw new TypeError('unknown step');
  }
}

async function check(store: Store, ids: readonly string[]): Promise<void> {
  const { db, callId, phases } = store;
  const course = courseOf(db, callId);
  expect(course.standings.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  const shown = await board(db, {
    callId,
    filters: noFilters,
    cardsPerColumn: 50,
    withScores: false,
  });
  // Each application stands in exactly one column of the board.
  const own = shown.columns.filter(({ kind }) => kind !== 'passed');
  expect(own.flatMap(({ cards }) => cards.map(({ id }) => id)).toSorted()).toEqual(ids.toSorted());
  expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
  for (const standing of course.standings) {
    expect(shown.columns.filter(({ key }) => key === columnKeyOf(standing))).toHaveLength(1);
    expect(placeOf(phases, standing)).toEqual(standing.place);
    const of = standing.decisions.map(({ phaseId }) => phaseId);
    expect(new Set(of).size).toBe(of.length);
    for (const [at, phase] of phases.entries()) {
      const decision = standing.decisions.find(({ phaseId }) => phaseId === phase.id);
      const later = standing.decisions.some(
        ({ phaseId }) => phases.findIndex(({ id }) => id === phaseId) > at,
      );
      // Nothing is decided on the strength of what is provisional or final.
      if (decision !== undefined && later) {
        expect(decision.isReleased && phaseAfter(phases, phase.id, decision.outcome) !== null).toBe(
          true,
        );
      }
    }
  }
  const active = course.standings.filter(takesPart);
  let entering = active.length;
  for (const { gauge, quotaMin, quotaMax, keptOutcome } of shown.phases) {
    const sum = gauge.byOutcome.reduce((all, { count }) => all + count, gauge.pending);
    expect(gauge.candidates).toBe(sum);
    // What a phase lets on and releases is what the next one has to decide on.
    expect(gauge.candidates).toBe(entering);
    entering = gauge.byOutcome.find(({ outcome }) => outcome === 'nextPhase')?.released ?? 0;
    const kept = gauge.byOutcome.find(({ outcome }) => outcome === keptOutcome)?.count ?? 0;
    expect(gauge.kept).toBe(kept);
    expect(gauge.state).toBe(quotaState({ quotaMin, quotaMax }, kept));
  }
  const reasoned = listRecords(db, 'phaseDecision').filter(({ outcome }) => isRefusal(outcome));
  expect(
    reasoned.every(({ reason, exclusionReasonId }) => (reason ?? exclusionReasonId) !== null),
  ).toBe(true);
  for (const { outcome, exclusionReasonId } of reasoned) {
    if (outcome === 'excluded') expect(exclusionReasonId).not.toBeNull();
  }
}

it('whatever is done, each application is in one place, counts add up and undo restores all', async () => {
  const store = selectionStore();
  const ids = store.apply(12);
  const { session, db } = store;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const start = liveRows(db);
      const states: ReturnType<typeof liveRows>[] = [];
      let done = 0;
      for (const one of steps) {
        if (one.do === 'undo' && done === 0) continue;
        const before = liveRows(db);
        const refused = perform(store, ids, one);
        const after = liveRows(db);
        if (refused !== null) expect(after).toEqual(before);
        const isSame = JSON.stringify(after) === JSON.stringify(before);
        if (one.do === 'undo') {
          done -= 1;
          expect(after).toEqual(states.pop());
        } else if (!isSame) {
          done += 1;
          states.push(before);
        }
        await check(store, ids);
      }
      for (; done > 0; done -= 1) {
        undoLast(session.writer(), speaker);
        expect(liveRows(db)).toEqual(states.pop());
      }
      expect(liveRows(db)).toEqual(start);
    }),
    { numRuns: 40 },
  );
});

it('a preview tells what the move then does', async () => {
  const store = selectionStore();
  const ids = store.apply(12);
  const { session, db, callId } = store;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.nat(2),
      fc.constantFrom(...outcomes, null),
      fc.subarray([...ids], { minLength: 1 }),
      async (steps, at, outcome, applicationIds) => {
        let done = 0;
        for (const one of steps.filter((each) => each.do !== 'undo')) {
          const before = JSON.stringify(liveRows(db));
          perform(store, ids, one);
          if (JSON.stringify(liveRows(db)) !== before) done += 1;
        }
        const phaseId = store.phases[at]?.id ?? '';
        const request = {
          ...noDetail,
          phaseId,
          applicationIds,
          outcome,
          reason: 'Motif.',
          exclusionReasonId: outcome === 'excluded' ? (store.reasons[1]?.id ?? null) : null,
        };
        if (codeOf(() => previewMove(db, request)) === null) {
          const told = previewMove(db, request);
          expect(told.missing).toEqual([]);
          expect(told.changed.length + told.unchanged.length + told.refused.length).toBe(
            applicationIds.length,
          );
          const made = move(session, speaker, { ...request, skipsRefused: true });
          if (made.operationId !== null) done += 1;
          expect(made.value).toEqual({
            changed: told.changed.length,
            refused: told.refused.length,
          });
          const { standings } = courseOf(db, callId);
          for (const { id, to } of told.changed) {
            const place = standings.find((one) => one.id === id)?.place;
            expect(place).toMatchObject({
              kind: to.kind,
              ...(to.outcome === null ? {} : { outcome: to.outcome, rank: to.rank }),
            });
          }
          const shown = await board(db, {
            callId,
            filters: noFilters,
            cardsPerColumn: 0,
            withScores: false,
          });
          for (const gauge of told.gauges) {
            expect(shown.phases.find(({ id }) => id === gauge.phaseId)?.gauge).toEqual(gauge.after);
          }
        }
        for (; done > 0; done -= 1) undoLast(session.writer(), speaker);
        expect(listRecords(db, 'phaseDecision')).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});
