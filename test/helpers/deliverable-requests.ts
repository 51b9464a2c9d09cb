import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { deliverableKinds } from '#domain/deliverable.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { keepFile } from '#services/attachment-files.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

const by = { author: 'Essai' };

/** Keeps a file with a deliverable, so that there is one to verify and to export. */
export async function keepOneFile(session: StoreSession, path: string): Promise<void> {
  const [deliverable] = listRecords(session.reader, 'deliverable');
  if (deliverable === undefined) return;
  const kept = await keepFile(session.path, path);
  createRecord(session, by, 'attachment', {
    recordTable: 'deliverable',
    recordId: deliverable.id,
    fileName: 'Note.txt',
    ...kept,
  });
}

/** Requests about deliverables, their files and roadmaps that the open store would grant. */
export function deliverableRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const groups = fc.constantFrom(...listRecords(reader, 'workingGroup').map(({ id }) => id));
  const deliverables = listRecords(reader, 'deliverable').map(({ id }) => id);
  const deliverable = fc.constantFrom(...deliverables);
  const subGroup = fc.constantFrom(...listRecords(reader, 'subGroup').map(({ id }) => id));
  const today = fc.constantFrom('2017-05-09', '2017-10-01', '2026-02-28');
  return {
    'deliverables:matrix': fc.record({
      workingGroupId: groups,
      from: fc.constantFrom('2016-11-15', '2017-01-01'),
      to: fc.constantFrom('2017-12-31', '2018-06-30'),
      today,
    }),
    'calendar:year': fc.record({
      year: fc.constantFrom(2016, 2017, 2026),
      workingGroupId: fc.option(groups, { nil: null }),
      today,
    }),
    'deliverables:sheet': fc.record({ id: deliverable, today }),
    'deliverables:expect': fc.record({
      workingGroupId: groups,
      quarter: fc.constantFrom('2017-T3', '2018-T1', '2019-T4'),
      kinds: fc.shuffledSubarray([...deliverableKinds], { minLength: 1 }),
      dueOn: fc.constantFrom(null, '2018-03-15'),
    }),
    'attachments:add': fc.record({
      recordTable: fc.constant('deliverable'),
      recordId: deliverable,
      grants: fc.constant(['granted']),
      today,
    }),
    'attachments:verify': fc.record({ recordIds: fc.array(deliverable, { maxLength: 5 }) }),
    'attachments:export': fc.record({
      table: fc.constant('deliverable'),
      target: fc.constant({ ids: deliverables }),
      grant: fc.constant('granted'),
    }),
    'subGroups:roadmap': fc.record({ id: subGroup, today }),
  };
}
