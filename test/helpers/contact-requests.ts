import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { spreadsheetFormats } from '#contract/schemas.ts';
import { organisationKinds } from '#domain/actor.ts';
import { mandateRoles } from '#domain/working-group.ts';
import { listBodies, listTags } from '#repositories/distribution.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { savedLists } from '#services/distribution.ts';
import type { StoreSession } from '#services/session.ts';

/** Requests about lists and people that the open store would grant. */
export function contactRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const bodies = listBodies(reader).map(({ table, id }) => ({ table, id }));
  const ids = listRecords(reader, 'person').map(({ id }) => id);
  const lists = savedLists(reader).map(({ id }) => id);
  const person = fc.constantFrom(...ids);
  const some = fc.uniqueArray(person, { maxLength: 4 });
  const definition = fc.record({
    roles: fc.subarray([...mandateRoles]),
    bodies: fc.subarray(bodies, { maxLength: 3 }),
    includesParts: fc.boolean(),
    organisationKinds: fc.subarray([...organisationKinds]),
    tags: fc.subarray(['Presse', ...listTags(reader)], { maxLength: 2 }),
    onDay: fc.option(fc.constantFrom('2017-05-09', '2018-01-01'), { nil: null }),
    added: some,
    removed: some,
  });
  const today = fc.constantFrom('2017-05-09', '2026-02-28');
  const grant = fc.constant('granted');
  const name = fc.constantFrom('Essai', 'Rapporteurs : demain');
  return {
    'contacts:lists': fc.record({ today }),
    'contacts:members': fc.record({ definition, today }),
    'contacts:addresses': fc.record({
      definition,
      today,
      separator: fc.constantFrom(';', ','),
      withNames: fc.boolean(),
    }),
    'contacts:saveList': fc.record({ id: fc.constant(null), name, definition }),
    'contacts:removeList': fc.record({ id: fc.constantFrom(...lists) }),
    'contacts:exportVcard': fc.record({
      people: fc.oneof(
        fc.record({ definition }),
        fc.record({ everyone: fc.constant(true) }),
        fc.record({ ids: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }) }),
      ),
      today,
      grant,
    }),
    'contacts:exportTable': fc.record({
      definition,
      name,
      today,
      format: fc.constantFrom(...spreadsheetFormats),
      grant,
    }),
    'contacts:personFile': fc.record({
      id: person,
      format: fc.constantFrom('html', 'json', 'pdf'),
      grant,
    }),
  };
}
