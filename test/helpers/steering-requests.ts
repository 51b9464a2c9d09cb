import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { StoreSession } from '#services/session.ts';
import { closeYear } from '#services/steering/year-end.ts';

/** Requests about objectives and the end of a year that the open store would grant. */
export function steeringRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const [group] = listRecords(reader, 'workingGroup').map(({ id }) => id);
  if (group === undefined) throw new Error('every store has its group');
  closeYear(
    session,
    { author: 'Essai' },
    { groupId: group, year: 2031, closedOn: '2032-01-10', note: null },
  );
  const objectives = listRecords(reader, 'objective', { year: 2017 }).map(({ id }) => id);
  const objective = fc.constantFrom(...objectives);
  const groupYear = { groupId: fc.constant(group), year: fc.constantFrom(2017, 2018) };
  const title = fc.constantFrom('Former les acheteurs', 'Mesurer les délais de paiement');
  const carried = fc.record({
    ...groupYear,
    objectives: fc.subarray(objectives),
    indicators: fc.array(
      fc.record({
        id: fc.constantFrom(...listRecords(reader, 'indicator').map(({ id }) => id)),
        targetValue: fc.constantFrom(null, 12),
        targetOn: fc.constantFrom(null, '2018-12-31'),
      }),
      { maxLength: 3 },
    ),
    remedies: fc.subarray(listRecords(reader, 'remedy').map(({ id }) => id)),
  });
  return {
    'steering:objectives': fc.record(groupYear),
    'steering:checklist': fc.record(groupYear),
    'steering:candidates': fc.record(groupYear),
    'steering:previewCarryOver': carried,
    'steering:addObjective': fc.record({
      ...groupYear,
      title,
      parentId: fc.constant(null),
      subGroupId: fc.constant(null),
    }),
    'steering:orderObjectives': fc.record({ ids: fc.tuple(objective) }),
    'steering:moveObjective': fc.record({
      id: objective,
      parentId: fc.option(objective, { nil: null }),
    }),
    'steering:splitObjective': fc.record({
      id: objective,
      titles: fc.array(title, { minLength: 1, maxLength: 3 }),
    }),
    'steering:closeObjective': fc.record({
      id: objective,
      judgement: fc.constantFrom('reached', 'partly', 'notReached'),
      closedOn: fc.constantFrom('2017-12-31', '2018-01-15'),
      note: fc.constantFrom(null, 'Fait en novembre.'),
    }),
    'steering:reopenObjective': fc.record({ id: objective }),
    'steering:linkResult': fc.record({
      objectiveId: objective,
      resultId: fc.constantFrom(...listRecords(reader, 'result').map(({ id }) => id)),
    }),
    'steering:carryOver': carried,
    'steering:closeYear': fc.record({
      groupId: fc.constant(group),
      year: fc.integer({ min: 2040, max: 2150 }),
      closedOn: fc.constant('2040-01-15'),
      note: fc.constantFrom(null, 'Bilan présenté en plénière.'),
    }),
    'steering:reopenYear': fc.record({ groupId: fc.constant(group), year: fc.constant(2031) }),
    'steering:openNextYear': carried,
  };
}
