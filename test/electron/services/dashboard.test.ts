import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { deliverableKinds } from '#domain/deliverable.ts';
import { workStatuses } from '#domain/meeting.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { dashboard } from '#services/dashboard.ts';
import { deliverablesMatrix } from '#services/deliverables-matrix.ts';
import { matrixOf } from '#services/reports/body-work.ts';
import { meetingStore } from '#test/meetings.ts';
import { exampleStore } from '#test/stores.ts';

const wide = { from: '2016-01-01', to: '2019-12-31' };

describe('late deliverables', () => {
  it('are as many on the dashboard of the example as in its matrix and its documents', () => {
    const { session } = exampleStore();
    const [group] = listRecords(session.reader, 'workingGroup');
    if (group === undefined) throw new Error('the example has a group');
    const { lateCounts, asOfOn, late } = dashboard(session.reader, '2026-02-28');
    expect(asOfOn).toBe('2017-12-31');
    const request = { workingGroupId: group.id, ...wide, today: asOfOn };
    const { totals, quarters } = deliverablesMatrix(session.reader, request);
    expect(totals.late).toBe(12);
    expect(lateCounts.deliverable).toBe(totals.late);
    const paper = matrixOf(session.reader, {
      workingGroupId: group.id,
      subGroupId: null,
      groupName: group.name,
      quarters,
      on: asOfOn,
    });
    const told = paper.flatMap(({ cells }) => cells.flatMap(({ deliverables }) => deliverables));
    expect(told.filter(({ state }) => state === 'late')).toHaveLength(totals.late);
    expect(late.filter(({ table }) => table === 'deliverable')[0]).toMatchObject({
      onDay: '2017-09-30',
      period: '2017-T3',
    });
  });

  it('are the same on both for any deliverables and any day', () => {
    const day = fc.option(
      fc
        .date({ min: new Date('2016-06-01'), max: new Date('2018-06-30'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      { nil: null },
    );
    const record = fc.record({
      kind: fc.constantFrom(...deliverableKinds),
      quarter: fc.constantFrom(null, '2017-T1', '2017-T3', '2016-T4', '2018-T1', 'bientôt'),
      dueOn: day,
      receivedOn: day,
      validatedOn: day,
      presentedOn: day,
      publishedOn: day,
      publishedAt: fc.constantFrom(null, null, 'Ici'),
      status: fc.constantFrom(...workStatuses),
      hasMeeting: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 10 }), (records) => {
        const { db, make, group, meeting } = meetingStore();
        const meetingId = meeting('2017-06-08');
        for (const { hasMeeting, ...values } of records) {
          make('deliverable', {
            workingGroupId: group,
            title: 'Note',
            version: 1,
            meetingId: hasMeeting ? meetingId : null,
            ...values,
          });
        }
        const { lateCounts, asOfOn } = dashboard(db, '2018-03-01');
        const request = { workingGroupId: group, ...wide, today: asOfOn };
        const { totals, undated } = deliverablesMatrix(db, request);
        const loose = undated.filter(({ state }) => state === 'late').length;
        expect(lateCounts.deliverable).toBe(totals.late + loose);
      }),
      { numRuns: 30 },
    );
  });

  it('are counted in full, beside the other work that is late, and listed with their quarter', () => {
    const { db, make, group } = meetingStore();
    for (let number = 1; number <= 9; number += 1) {
      make('deliverable', {
        workingGroupId: group,
        title: `Note ${number}`,
        kind: 'report',
        quarter: '2017-T2',
        version: 1,
      });
    }
    make('actionItem', { workingGroupId: group, title: 'Écrire', dueOn: '2017-08-01' });
    make('milestone', { workingGroupId: group, title: 'Étude', dueOn: '2017-11-02' });
    const { late, lateCounts, next } = dashboard(db, '2017-10-01');
    expect(lateCounts).toEqual({ deliverable: 9, other: 1 });
    expect(late.length).toBeLessThan(10);
    expect(late[0]).toMatchObject({ onDay: '2017-06-30', period: '2017-T2' });
    expect(next.map(({ label, onDay }) => [label, onDay])).toEqual([['Étude', '2017-11-02']]);
  });
});
