import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { StoreSession } from '#services/session.ts';

/** Requests about indicators, their values and the perimeter that the open store would grant. */
export function indicatorRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const [group] = listRecords(reader, 'workingGroup').map(({ id }) => id);
  const indicator = fc.constantFrom(...listRecords(reader, 'indicator').map(({ id }) => id));
  const day = fc.constantFrom('2017-06-30', '2017-12-31', '2026-02-28');
  const value = fc.constantFrom(0, 27, 12.5, -3);
  const sources = listRecords(reader, 'sourceDocument').map(({ id }) => id);
  const words = fc.constantFrom(null, 'Comptage à l’entrée.');
  const table = fc.constantFrom('strategicAxis' as const, 'purchaseSegment' as const);
  return {
    'indicators:list': fc.record({
      groupId: fc.constant(group),
      year: fc.constantFrom(2016, 2017, 2018),
      asOfOn: day,
    }),
    'indicators:counted': fc.record({
      indicatorId: indicator,
      asOfOn: day,
      limit: fc.constantFrom(1, 500),
    }),
    'indicators:create': fc.record({
      groupId: fc.constant(group),
      name: fc.constantFrom('Marchés conclus', 'Délai moyen de paiement'),
      unit: fc.constantFrom(null, 'jours'),
      targetValue: fc.option(value, { nil: null }),
      targetOn: fc.constantFrom(null, '2018-12-31'),
      method: words,
      countedFrom: fc.constantFrom(null, 'needs', 'subGroups'),
      objectiveId: fc.constant(null),
    }),
    'indicators:saveMeasurement': fc.record({
      indicatorId: indicator,
      measurementId: fc.constant(null),
      asOfOn: day,
      value,
      isMinimum: fc.boolean(),
      source: fc.oneof(
        fc.record({ kind: fc.constant('known'), id: fc.constantFrom(...sources) }),
        fc.record({
          kind: fc.constant('new'),
          title: fc.constantFrom('Bilan', 'Note de synthèse'),
          datedOn: fc.constantFrom(null, '2018-01-15'),
        }),
      ),
      method: words,
      note: words,
      parts: fc.array(
        fc.record({
          id: fc.constant(null),
          title: fc.constantFrom('État', 'Hôpitaux'),
          value,
          buyerKind: fc.constantFrom(null, 'state', 'hospital'),
          detail: words,
        }),
        { maxLength: 3 },
      ),
    }),
    'indicators:frame': fc.record({ groupId: fc.constant(group) }),
    'indicators:order': table.chain((name) =>
      fc.record({
        groupId: fc.constant(group),
        table: fc.constant(name),
        ids: fc.shuffledSubarray(listRecords(reader, name).map(({ id }) => id)),
      }),
    ),
  };
}
