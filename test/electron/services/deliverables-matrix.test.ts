import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { MatrixDeliverable } from '#contract/deliverable.channels.ts';
import { listQuery } from '#contract/schemas.ts';
import { quarterOf } from '#domain/dates.ts';
import { deliverableStates } from '#domain/deliverable-state.ts';
import { deliverableKinds } from '#domain/deliverable.ts';
import type { Id } from '#domain/ids.ts';
import { workStatuses } from '#domain/meeting.ts';
import { undo } from '#services/journal.ts';
import type { NewRecord } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { deliverablesMatrix } from '#services/deliverables-matrix.ts';
import { expectDeliverables } from '#services/expected-deliverables.ts';
import { registerPage } from '#services/registers.ts';
import { removeRecords } from '#services/records.ts';
import { by, meetingStore } from '#test/meetings.ts';

const year2017 = { from: '2017-01-01', to: '2017-12-31', today: '2017-08-15' };

function store() {
  const { session, db, make, group, meeting, person } = meetingStore();
  const subGroup = (name: string, values: Partial<NewRecord<'subGroup'>> = {}) =>
    make('subGroup', { workingGroupId: group, name, position: 1, ...values });
  const deliverable = (
    subGroupId: Id<'subGroup'> | null,
    values: Partial<NewRecord<'deliverable'>> = {},
  ) =>
    make('deliverable', {
      workingGroupId: group,
      subGroupId,
      kind: 'roadmap',
      title: 'Feuille de route',
      version: 1,
      ...values,
    });
  const matrix = (request = year2017) =>
    deliverablesMatrix(db, { workingGroupId: group, ...request });
  return { session, db, make, group, meeting, person, subGroup, deliverable, matrix };
}

function inCells({ rows }: ReturnType<ReturnType<typeof store>['matrix']>): MatrixDeliverable[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ slots }) => slots.flatMap(({ deliverables }) => deliverables)),
  );
}

describe('deliverables matrix', () => {
  it('places a deliverable by its quarter, its due day, or the day it came in', () => {
    const { subGroup, deliverable, meeting, matrix } = store();
    const one = subGroup('Un');
    const byQuarter = deliverable(one, { quarter: '2017-T3', dueOn: '2017-11-02' });
    const byDay = deliverable(one, { dueOn: '2017-05-09' });
    const byMeeting = deliverable(one, { meetingId: meeting('2017-10-03') });
    const byArrival = deliverable(one, { receivedOn: '2017-02-01' });
    const undated = deliverable(one);
    const nonsense = deliverable(one, { quarter: 'été' });
    const shown = matrix();
    const places = new Map(inCells(shown).map(({ id, quarter }) => [id, quarter]));
    expect(places.get(byQuarter)).toBe('2017-T3');
    expect(places.get(byDay)).toBe('2017-T2');
    expect(places.get(byMeeting)).toBe('2017-T4');
    expect(places.get(byArrival)).toBe('2017-T1');
    expect(shown.undated.map(({ id }) => id).toSorted()).toEqual([undated, nonsense].toSorted());
  });

  it('is late only from the day after the deadline, and never once it is in', () => {
    const { subGroup, deliverable, matrix } = store();
    const one = subGroup('Un');
    deliverable(one, { dueOn: '2017-08-15' });
    const stateOn = (today: string) => inCells(matrix({ ...year2017, today }))[0]?.state;
    expect(stateOn('2017-08-15')).toBe('expected');
    expect(stateOn('2017-08-16')).toBe('late');
    const quarterly = store();
    quarterly.deliverable(quarterly.subGroup('Un'), { quarter: '2017-T3' });
    const on = (today: string) => inCells(quarterly.matrix({ ...year2017, today }))[0]?.state;
    expect(on('2017-09-30')).toBe('expected');
    expect(on('2017-10-01')).toBe('late');
  });

  it('tells what came in late, and a publication that is only planned', () => {
    const { subGroup, deliverable, matrix } = store();
    const one = subGroup('Un');
    deliverable(one, { dueOn: '2017-05-09', receivedOn: '2017-05-10' });
    deliverable(one, { kind: 'report', dueOn: '2017-09-09', publishedOn: '2017-09-01' });
    deliverable(one, { kind: 'presentation', quarter: '2017-T1', publishedAt: 'Site de l’ORCP' });
    const found = new Map(inCells(matrix()).map((each) => [each.kind, each]));
    expect(found.get('roadmap')).toMatchObject({ state: 'received', isReceivedLate: true });
    expect(found.get('report')).toMatchObject({ state: 'expected', isReceivedLate: false });
    expect(found.get('presentation')).toMatchObject({ state: 'published' });
  });

  it('names the rapporteur of that time, in the cell and on the deadline', () => {
    const { subGroup, deliverable, make, person, matrix } = store();
    const one = subGroup('Un');
    const mandate = { subGroupId: one, role: 'rapporteur' as const };
    make('mandate', { ...mandate, personId: person('Sille'), toOn: '2017-08-31' });
    make('mandate', { ...mandate, personId: person('Brionne'), fromOn: '2017-09-01' });
    make('mandate', { subGroupId: one, personId: person('Membre'), role: 'member' });
    deliverable(one, { dueOn: '2017-07-15' });
    deliverable(one, { kind: 'presentation', quarter: '2017-T3' });
    const [row] = matrix().rows;
    const names = (people: readonly { label: string }[] | undefined) =>
      people?.map(({ label }) => label);
    expect(names(row?.cells[1]?.rapporteurs)).toEqual(['Sille']);
    expect(names(row?.cells[2]?.rapporteurs)).toEqual(['Brionne']);
    const [slots] = [row?.cells[2]?.slots];
    expect(names(slots?.[0]?.deliverables[0]?.rapporteurs)).toEqual(['Sille']);
    expect(names(slots?.[2]?.deliverables[0]?.rapporteurs)).toEqual(['Brionne']);
  });

  it('closes the quarters in which a sub-group did not exist', () => {
    const { subGroup, matrix } = store();
    subGroup('Né en avril', { startedOn: '2017-04-01' });
    subGroup('Clos en 2016', { endedOn: '2016-12-31' });
    const { rows } = matrix();
    expect(rows.map(({ name }) => name)).toEqual(['Né en avril']);
    expect(rows[0]?.cells.map(({ isOpen }) => isOpen)).toEqual([false, true, true, true]);
  });

  it('counts each deliverable once, in one state, whatever its dates', () => {
    const day = fc.option(
      fc
        .date({ min: new Date('2016-06-01'), max: new Date('2018-06-30'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      { nil: null },
    );
    const record = fc.record({
      body: fc.constantFrom(0, 1, null),
      kind: fc.constantFrom(...deliverableKinds),
      quarter: fc.constantFrom(null, '2017-T1', '2017-T3', '2016-T4', '2018-T1', 'bientôt'),
      dueOn: day,
      receivedOn: day,
      validatedOn: day,
      presentedOn: day,
      publishedOn: day,
      publishedAt: fc.constantFrom(null, null, 'Ici'),
      status: fc.constantFrom(...workStatuses),
    });
    const today = day.map((on) => on ?? '2017-06-15');
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), today, (records, on) => {
        const { db, subGroup, deliverable, matrix } = store();
        const bodies = [subGroup('Un'), subGroup('Deux')];
        const ids = records.map(({ body, ...values }) =>
          deliverable(body === null ? null : (bodies[body] ?? null), values),
        );
        const shown = matrix({ ...year2017, today: on });
        const cells = inCells(shown);
        const { before, after } = shown.outside;
        expect(cells.length + shown.undated.length + before + after).toBe(ids.length);
        const seen = [...cells, ...shown.undated].map(({ id }) => id);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.every((id) => ids.some((made) => made === id))).toBe(true);
        const sum = deliverableStates.reduce((total, state) => total + shown.totals[state], 0);
        expect(sum).toBe(cells.length);
        const listed = registerPage(db, 'deliverables', {
          ...listQuery.parse({ register: 'deliverables', limit: 500, at: on }),
        });
        const late = listed.rows.filter((row) => row.cells['isLate'] === true).map(({ id }) => id);
        const lateHere = [...cells, ...shown.undated].filter(({ state }) => state === 'late');
        expect(late.filter((id) => seen.includes(id)).toSorted()).toEqual(
          lateHere.map(({ id }) => id).toSorted(),
        );
        for (const { state, deadline, quarter } of cells) {
          if (state === 'late') expect(deadline !== null && deadline < on).toBe(true);
          if (state === 'expected') expect(deadline === null || deadline >= on).toBe(true);
          expect(shown.quarters).toContain(quarter);
        }
        for (const row of shown.rows) {
          for (const { quarter, slots } of row.cells) {
            for (const { deliverables } of slots) {
              for (const one of deliverables) {
                expect(one.quarter).toBe(quarter);
                expect(one.subGroupId).toBe(row.subGroupId);
              }
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('expecting the deliverables of a quarter', () => {
  const titleOf = (kind: string, subGroup: string, quarter: string) =>
    `${kind} ${subGroup} ${quarter}`;

  it('makes what is missing for each sub-group in being, as one operation', () => {
    const { session, db, group, subGroup, deliverable, matrix } = store();
    const one = subGroup('Un');
    subGroup('Deux');
    subGroup('Clos', { endedOn: '2017-06-30' });
    deliverable(one, { quarter: '2017-T3', status: 'abandoned' });
    const request = {
      workingGroupId: group,
      quarter: '2017-T3',
      kinds: ['roadmap', 'presentation', 'presentation'] as const,
      dueOn: '2017-09-15',
    };
    const { value, operationId } = expectDeliverables(session, by, request, titleOf);
    expect(value).toHaveLength(3);
    const made = listRecords(db, 'deliverable').filter(({ id }) => value.includes(id));
    expect(made.map(({ title }) => title).toSorted()).toEqual([
      'presentation Deux 2017-T3',
      'presentation Un 2017-T3',
      'roadmap Deux 2017-T3',
    ]);
    expect(made.every(({ dueOn }) => dueOn === '2017-09-15')).toBe(true);
    expect(operationId).not.toBeNull();
    expect(expectDeliverables(session, by, request, titleOf).operationId).toBeNull();
    expect(inCells(matrix()).every(({ quarter }) => quarter === quarterOf('2017-09-15'))).toBe(
      true,
    );
    undo(session, by, { canUndoFounding: false });
    expect(listRecords(db, 'deliverable')).toHaveLength(1);
  });

  it('refuses a group that is not there', () => {
    const { session, group } = store();
    removeRecords(session, by, 'workingGroup', [group]);
    const request = {
      workingGroupId: group,
      quarter: '2017-T3',
      kinds: ['roadmap'] as const,
      dueOn: null,
    };
    expect(() => expectDeliverables(session, by, request, titleOf)).toThrow('record.notFound');
  });
});
