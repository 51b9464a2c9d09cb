import fc from 'fast-check';

import { chainFormats } from '#contract/chain.channels.ts';
import { chainSides, evolvingTables } from '#contract/chain.views.ts';
import type { StoreChannel } from '#contract/channels.ts';
import { chainColumns } from '#domain/chain.ts';
import { exampleId } from '#example/builder.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { StoreSession } from '#services/session.ts';

const ids = (records: readonly { readonly id: string }[]) =>
  fc.constantFrom(...records.map(({ id }) => id));

/** Requests about the chain that the open store would grant. */
export function chainRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const groupId = fc.constant(exampleId('workingGroup', 'gt'));
  const barriers = listRecords(reader, 'barrier', {}, ['position']);
  const end = (table: 'barrier' | 'result') =>
    fc.record({ table: fc.constant(table), id: ids(listRecords(reader, table)) });
  const year = fc.constantFrom(2017, 2018);
  const ofYear = {
    groupId,
    year,
    side: fc.constantFrom(...chainSides),
    withSubGroups: fc.boolean(),
  };
  const momentKey = fc.constantFrom(null, '2017-06-30', '2017-12-31', '2018');
  const barrierIds = barriers.map(({ id }) => id);
  return {
    'chain:graph': fc.record(ofYear),
    'chain:link': fc.record({ from: end('barrier'), to: end('result') }),
    'chain:unlink': fc.record({ ids: fc.tuple(ids(listRecords(reader, 'chainLink'))) }),
    'chain:add': fc.record({
      groupId,
      year,
      forYear: fc.constantFrom(2017, 2018, 2019),
      table: fc.constantFrom(...chainColumns),
      title: fc.constantFrom('Frein d’essai', 'Carte ajoutée'),
      side: fc.constantFrom('buyer', 'company', 'both'),
      today: fc.constantFrom('2017-09-01', '2018-02-01'),
    }),
    'chain:order': fc.record({
      table: fc.constant('barrier'),
      ids: fc.constantFrom(barrierIds, barrierIds.toReversed(), barrierIds.slice(0, 3)),
    }),
    'chain:wordings': fc.record({ barrierId: ids(barriers) }),
    'chain:evolution': fc.record({
      groupId,
      table: fc.constantFrom(...evolvingTables),
      before: momentKey,
      after: momentKey,
    }),
    'chain:export': fc.record({
      ...ofYear,
      format: fc.constantFrom(...chainFormats),
      today: fc.constant('2017-12-31'),
      grant: fc.constant('granted'),
    }),
  };
}
