import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { runOperation } from '#journal/operation.ts';
import { undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { CountedRegister } from '#services/indicators/counted.ts';
import { countedOn } from '#services/indicators/counted.ts';
import { countedRecords } from '#services/indicators/list.ts';
import { createIndicator } from '#services/indicators/write.ts';
import { gathering } from '#services/reports/context.ts';
import { figureOf, indicatorsOf } from '#services/reports/figures.ts';
import { heldMeetings } from '#services/reports/meetings.ts';
import type { StoreSession } from '#services/session.ts';
import { exampleStore, groupStore } from '#test/stores.ts';

const by = { author: 'Essai' };

function groupOf(session: StoreSession): Id<'workingGroup'> {
  const [group] = listRecords(session.reader, 'workingGroup');
  if (group === undefined) throw new Error('there is no group');
  return group.id;
}

const day = fc
  .integer({ min: 0, max: 1095 })
  .map((after) => new Date(Date.UTC(2016, 6, 1 + after)).toISOString().slice(0, 10));

const sample = fc.record({
  applications: fc.array(day, { maxLength: 8 }),
  needs: fc.array(fc.option(day, { nil: null }), { maxLength: 8 }),
  meetings: fc.array(
    fc.record({
      heldOn: day,
      kind: fc.constantFrom('plenary' as const, 'subGroup' as const),
      status: fc.constantFrom('held' as const, 'draft' as const, 'cancelled' as const),
    }),
    { maxLength: 8 },
  ),
  subGroups: fc.array(
    fc
      .tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null }))
      .map(([a, b]): [string | null, string | null] =>
        a !== null && b !== null && a > b ? [b, a] : [a, b],
      ),
    { maxLength: 8 },
  ),
  on: fc.array(day, { minLength: 1, maxLength: 4 }),
});

describe('what an indicator counts', () => {
  it('is 79 responses at mid-year and 90 at the end, each of them a record', () => {
    const { session } = exampleStore();
    const groupId = groupOf(session);
    const count = (register: CountedRegister, asOfOn: string): number =>
      countedOn(session.reader, register, { groupId, asOfOn }).ids.length;
    expect(count('applications', '2017-06-30')).toBe(79);
    expect(count('applications', '2017-12-31')).toBe(90);
    expect(count('needs', '2017-12-31')).toBe(27);
    expect(count('subGroups', '2017-12-31')).toBe(4);
    expect(count('meetings', '2017-06-30')).toBe(3);

    const [indicator] = indicatorsOf(
      gathering(session.reader, { report: 'synthesis', groupId, year: 2017 }),
    ).filter(({ countedFrom }) => countedFrom === 'applications');
    if (indicator === undefined) throw new Error('responses are not counted');
    const found = countedRecords(session.reader, {
      indicatorId: indicator.id,
      asOfOn: '2017-12-31',
      limit: 500,
    });
    expect(found?.count).toBe(90);
    expect(new Set(found?.records.map(({ id }) => id)).size).toBe(90);
    expect(
      found?.records.every(({ table, label }) => table === 'application' && label !== ''),
    ).toBe(true);
  });

  it('is the figure of the reports, on their own dates', () => {
    const { session } = exampleStore();
    const groupId = groupOf(session);
    for (const report of ['synthesis', 'restitution'] as const) {
      const g = gathering(session.reader, { report, groupId, year: 2017 });
      const figures = indicatorsOf(g).filter(({ countedFrom }) => countedFrom !== null);
      expect(figures).toHaveLength(4);
      for (const indicator of figures) {
        const { countedFrom } = indicator;
        if (countedFrom === null) continue;
        expect(figureOf(g, indicator)?.counted).toBe(
          countedOn(session.reader, countedFrom, g).ids.length,
        );
      }
      expect(heldMeetings(g).map(({ id }) => id)).toEqual(
        countedOn(session.reader, 'meetings', g).ids,
      );
    }
  });

  it('is the figure itself where no document states one', () => {
    const { session } = exampleStore();
    const groupId = groupOf(session);
    const { value: id } = createIndicator(session, by, {
      groupId,
      name: 'Besoins',
      unit: null,
      targetValue: null,
      targetOn: null,
      method: null,
      countedFrom: 'needs',
      objectiveId: null,
    });
    const g = gathering(session.reader, { report: 'restitution', groupId, year: 2017 });
    const made = indicatorsOf(g).find((one) => one.id === id);
    const figure = made === undefined ? null : figureOf(g, made);
    expect(figure).toMatchObject({ value: 27, asOfOn: '2017-12-31', counted: 27, rest: 0 });
    expect(figure?.records).toHaveLength(27);
  });

  it('equals the register on any day of any store, and comes back when an entry is undone', () => {
    const { session } = groupStore('Essai');
    const groupId = groupOf(session);
    fc.assert(
      fc.property(sample, ({ applications, needs, meetings, subGroups, on }) => {
        const { operationId } = runOperation(
          session.writer(),
          { ...by, reason: { key: 'create', params: { table: 'application' } } },
          (op) => {
            const callId = op.insert('callForInterest', {
              workingGroupId: groupId,
              title: 'Appel',
            });
            const surveyId = op.insert('needsSurvey', {
              workingGroupId: groupId,
              title: 'Enquête',
            });
            const organisationId = op.insert('organisation', { name: 'Société', kind: 'company' });
            for (const [index, receivedOn] of applications.entries()) {
              op.insert('application', {
                callId,
                organisationId,
                title: 'Réponse',
                number: index + 1,
                receivedOn,
              });
            }
            for (const receivedOn of needs) {
              op.insert('need', { surveyId, title: 'Besoin', receivedOn });
            }
            for (const meeting of meetings) {
              op.insert('meeting', { workingGroupId: groupId, title: 'Réunion', ...meeting });
            }
            for (const [index, [startedOn, endedOn]] of subGroups.entries()) {
              op.insert('subGroup', {
                workingGroupId: groupId,
                name: `Sous-groupe ${index}`,
                position: index,
                startedOn,
                endedOn,
              });
            }
          },
        );
        for (const asOfOn of on) {
          const count = (register: CountedRegister): number =>
            countedOn(session.reader, register, { groupId, asOfOn }).ids.length;
          expect(count('applications')).toBe(applications.filter((d) => d <= asOfOn).length);
          expect(count('needs')).toBe(needs.filter((d) => d === null || d <= asOfOn).length);
          expect(count('subGroups')).toBe(
            subGroups.filter(
              ([from, to]) => (from === null || from <= asOfOn) && (to === null || to >= asOfOn),
            ).length,
          );
          expect(count('meetings')).toBe(
            meetings.filter(
              ({ heldOn, kind, status }) =>
                kind === 'plenary' &&
                status === 'held' &&
                heldOn <= asOfOn &&
                heldOn.slice(0, 4) === asOfOn.slice(0, 4),
            ).length,
          );
        }
        if (operationId !== null) undoOperation(session.writer(), operationId, by);
        for (const register of ['applications', 'needs', 'meetings', 'subGroups'] as const) {
          expect(
            countedOn(session.reader, register, { groupId, asOfOn: '2019-12-31' }).ids,
          ).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
