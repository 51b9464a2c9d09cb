import { expect, it } from 'vitest';

import { listRecords } from '#repositories/records.repo.ts';
import { handOver } from '#services/mandates.ts';
import { createRecord, updateRecord } from '#services/records.ts';
import { by, codeOf, meetingStore } from '#test/meetings.ts';

it('a person holds one role in one body once at a time', () => {
  const { session, db, make, group, person } = meetingStore();
  const [personId, other] = [person('Sille'), person('Brionne')];
  const subGroupId = make('subGroup', { workingGroupId: group, name: 'Évaluer', position: 1 });
  const seat = { personId, subGroupId, role: 'rapporteur' } as const;
  const first = make('mandate', { ...seat, fromOn: '2017-01-01', toOn: '2017-06-30' });
  const create = (dates: { fromOn?: string; toOn?: string }) => () =>
    createRecord(session, by, 'mandate', { ...seat, ...dates });
  expect(codeOf(create({ fromOn: '2017-06-30' }))).toBe('record.invalid');
  expect(codeOf(create({ toOn: '2017-01-01' }))).toBe('record.invalid');
  expect(codeOf(create({}))).toBe('record.invalid');
  expect(listRecords(db, 'mandate')).toHaveLength(1);
  // Another role, another body, another person, other dates.
  make('mandate', { ...seat, role: 'member' });
  make('mandate', { personId, workingGroupId: group, role: 'rapporteur' });
  make('mandate', { ...seat, personId: other });
  const second = make('mandate', { ...seat, fromOn: '2017-07-01' });
  expect(codeOf(() => updateRecord(session, by, 'mandate', first, { toOn: null }))).toBe(
    'record.invalid',
  );
  expect(codeOf(() => updateRecord(session, by, 'mandate', first, { toOn: '2017-05-31' }))).toBe(
    null,
  );
  const again = { mandateId: second, organisationId: null, fromOn: '2017-09-01' };
  expect(codeOf(() => handOver(session, by, { ...again, personId: other }))).toBe('record.invalid');
  expect(codeOf(() => handOver(session, by, { ...again, personId }))).toBeNull();
});
