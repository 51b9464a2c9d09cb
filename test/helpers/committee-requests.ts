import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { applicationsOfPhase, phaseOf } from '#services/committee/phase.ts';
import type { StoreSession } from '#services/session.ts';
import { column, sql } from '#sql/sql.ts';

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
