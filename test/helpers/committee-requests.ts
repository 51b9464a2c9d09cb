import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { applicationsOfPhase, phaseOf } from '#services/committee/phase.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { column, sql } from '#sql/sql.ts';
import { fill } from '#test/kits.ts';
import type { Ask } from '#test/answered.ts';
import { answered } from '#test/answered.ts';

/** Requests about committees that the open store would grant. */
export function committeeRequests({
  reader,
}: StoreSession): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const [phase = ''] = column<string>(
    reader,
    sql`SELECT phase_id FROM criterion WHERE deleted_at IS NULL ORDER BY id LIMIT 1`,
  );
  const criteria = column<string>(
    reader,
    sql`SELECT id FROM criterion WHERE phase_id = ${phase} AND deleted_at IS NULL`,
  );
  const people = fc.constantFrom(
    ...column<string>(reader, sql`SELECT id FROM person WHERE deleted_at IS NULL ORDER BY id`),
  );
  const applications = fc.constantFrom(
    ...applicationsOfPhase(reader, phaseOf(reader, phase)).map(({ id }) => id),
  );
  const phaseId = fc.constant(phase);
  const today = fc.constantFrom('2017-09-20', '2018-01-01');
  const page = { offset: fc.nat(20), limit: fc.integer({ min: 1, max: 100 }) };
  const tried = {
    method: fc.constantFrom('mean', 'median'),
    isNormalised: fc.boolean(),
    weights: fc.dictionary(fc.constantFrom(...criteria), fc.integer({ min: 1, max: 9 })),
  };
  return {
    'committee:method': fc.record({ phaseId, today, ...tried }),
    'committee:results': fc.record({ phaseId, ...tried, ...page }),
    'committee:stability': fc.record({
      phaseId,
      ...tried,
      ...page,
      draws: fc.nat(10),
      seed: fc.nat(9),
    }),
    'committee:discussion': fc.record({ phaseId, ...tried }),
    'committee:evaluators': fc.record({ phaseId, today, ...tried }),
    'committee:sheet': fc.record({ phaseId, evaluatorId: people, ...page }),
    'committee:grid': fc.record({
      phaseId,
      criterionId: fc.constantFrom(null, ...criteria),
      text: fc.constantFrom('', 'é'),
      today,
      ...page,
    }),
    'committee:team': fc.record({ phaseId }),
    'committee:conflicts': fc.record({ phaseId, today }),
    'committee:declareConflict': fc.record({
      personId: people,
      applicationId: applications,
      description: fc.constantFrom('Associé du dirigeant', 'Ancien salarié'),
      statedOn: today,
    }),
    'committee:recuse': fc.record({
      phaseId,
      recusals: fc.array(fc.record({ personId: people, applicationId: applications }), {
        minLength: 1,
        maxLength: 3,
      }),
      recordedOn: today,
    }),
  };
}

/**
 * Seats a member, makes their kit where the grant `granted` leads, fills it in and opens it as a
 * return; gives the requests about scores, kits and returns that would then be granted.
 */
export async function kitRequests(
  session: StoreSession,
  ask: Ask,
  granted: string,
): Promise<Partial<Record<StoreChannel, fc.Arbitrary<unknown>>>> {
  const { reader } = session;
  const [criterion] = listRecords(reader, 'criterion', {}, ['position']);
  const phase = listRecords(reader, 'phase').find(({ id }) => id === criterion?.phaseId);
  const committeeId = phase?.committeeId ?? null;
  const [person] = listRecords(reader, 'person');
  if (criterion === undefined || phase === undefined || committeeId === null || !person) {
    throw new Error('the example has a committee');
  }
  const by = { author: 'Essai' };
  createRecord(session, by, 'mandate', { personId: person.id, committeeId, role: 'member' });
  const [phaseId, evaluatorId, today] = [phase.id, person.id, '2017-09-20'];
  const kit = { phaseId, evaluatorIds: [evaluatorId], formats: ['xlsx' as const] };
  await answered(ask, 'committee:makeKits', { ...kit, grant: 'granted', today });
  fill(granted, { F3: 4, G3: 2 });
  const opened = { phaseId, grants: ['granted'], today };
  const { id } = await answered(ask, 'committee:openReturns', opened);
  const [application] = applicationsOfPhase(reader, phaseOf(reader, phaseId));
  const page = { offset: fc.nat(5), limit: fc.integer({ min: 1, max: 50 }) };
  return {
    'committee:score': fc.record({
      phaseId: fc.constant(phaseId),
      evaluatorId: fc.constant(evaluatorId),
      applicationId: fc.constant(application?.id),
      criterionId: fc.constant(criterion.id),
      value: fc.constantFrom(null, 0, 3.5, 5, 9),
      today: fc.constant(today),
    }),
    'committee:makeKits': fc.constant({ ...kit, grant: 'granted', today }),
    'committee:openReturns': fc.constant(opened),
    'committee:returns': fc.constant({ id }),
    'committee:returnCells': fc.record({
      id: fc.constant(id),
      fate: fc.constantFrom(null, 'new', 'differs'),
      ...page,
    }),
    'committee:decideReturns': fc.record({
      id: fc.constant(id),
      cells: fc.constantFrom('undecided', 'all'),
      choice: fc.constantFrom(null, 'stored', 'offered'),
    }),
    'committee:takeReturns': fc.constant({ id }),
  };
}
