import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import {
  documentFormats,
  registerNames,
  reportNames,
  spreadsheetFormats,
} from '#contract/schemas.ts';
import { registerColumns } from '#services/registers.ts';
import type { StoreSession } from '#services/session.ts';
import { all, sql } from '#sql/sql.ts';

function idsIn(session: StoreSession, table: string): string[] {
  return all<{ row: string }>(
    session.reader,
    sql`SELECT row FROM search_doc WHERE tbl = ${table} ORDER BY row`,
  ).map(({ row }) => row);
}

/** Requests that the open store would grant, for the channels that fuzzing alone never gets into. */
export function validRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const word = fc.stringMatching(/^[A-Za-zéà' ]{1,20}[a-z]$/);
  const organisations = fc.constantFrom(...idsIn(session, 'organisation'));
  const people = fc.constantFrom(...idsIn(session, 'person'));
  const operations = all<{ id: string }>(session.reader, sql`SELECT id FROM operation`);
  const year = fc.constantFrom(2016, 2017, 2018);
  const report = {
    report: fc.constantFrom(...reportNames),
    groupId: fc.constantFrom(...idsIn(session, 'workingGroup')),
    year,
  };
  const register = fc.constantFrom(...registerNames).chain((name) => {
    const { columns } = registerColumns(name);
    const sortable = columns.filter(({ isSortable }) => isSortable).map(({ key }) => key);
    const filters = fc.record({
      column: fc.constantFrom(...sortable),
      operator: fc.constantFrom('contains', 'empty', 'notEmpty', 'is', 'isNot'),
      value: fc.oneof(word, fc.constant(null)),
    });
    const sort = fc.record({
      column: fc.constantFrom(...sortable),
      direction: fc.constantFrom('asc', 'desc'),
    });
    return fc.record({
      register: fc.constant(name),
      text: fc.oneof(fc.constant(''), word),
      filters: fc.array(filters, { maxLength: 2 }),
      sort: fc.uniqueArray(sort, { maxLength: 2, selector: ({ column }) => column }),
      at: fc.option(fc.constant('2017-05-09'), { nil: null }),
      columns: fc.option(
        fc.shuffledSubarray(
          columns.map(({ key }) => key),
          { minLength: 1 },
        ),
        {
          nil: null,
        },
      ),
      format: fc.constantFrom(...spreadsheetFormats),
      grant: fc.constant('granted'),
      offset: fc.nat(50),
      limit: fc.integer({ min: 1, max: 500 }),
    });
  });
  const mandates = all<{ id: string }>(
    session.reader,
    sql`SELECT id FROM mandate WHERE to_on IS NULL AND deleted_at IS NULL`,
  );
  return {
    'mandates:handOver': fc.record({
      mandateId: fc.constantFrom(...mandates.map(({ id }) => id)),
      personId: people,
      organisationId: fc.constant(null),
      fromOn: fc.constantFrom('2026-01-01', '2026-02-01', '2027-01-01'),
    }),
    'records:create': fc.oneof(
      fc.record({ table: fc.constant('person'), values: fc.record({ familyName: word }) }),
      fc.record({
        table: fc.constant('organisation'),
        values: fc.record({ name: word, kind: fc.constant('company') }),
      }),
    ),
    'records:update': fc.record({
      table: fc.constant('person'),
      id: people,
      patch: fc.record({ familyName: word }),
    }),
    'records:updateMany': fc.record({
      table: fc.constant('organisation'),
      ids: fc.uniqueArray(organisations, { minLength: 1, maxLength: 5 }),
      patch: fc.record({ name: word }),
    }),
    'records:remove': fc.record({
      table: fc.constant('organisation'),
      ids: fc.tuple(organisations),
    }),
    'registers:list': register,
    'registers:export': register,
    'journal:undoOperation': fc.record({
      operationId: fc.constantFrom(...operations.map(({ id }) => id)),
    }),
    'dashboard:get': fc.record({
      today: fc.constantFrom('2017-05-09', '2018-01-01', '2026-02-28'),
    }),
    'reports:preview': fc.record(report),
    'reports:export': fc.record({
      ...report,
      format: fc.constantFrom(...documentFormats),
      grant: fc.constant('granted'),
    }),
  };
}
