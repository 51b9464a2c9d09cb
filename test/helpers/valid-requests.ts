import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import {
  documentFormats,
  registerNames,
  reportNames,
  spreadsheetFormats,
} from '#contract/schemas.ts';
import { registerColumns } from '#services/registers.ts';
import { applicationFormRequests } from './application-form-requests.ts';
import { chainRequests } from './chain-requests.ts';
import { committeeRequests } from './committee-requests.ts';
import { contactRequests } from './contact-requests.ts';
import { deliverableRequests } from './deliverable-requests.ts';
import { editionRequests } from './edition-requests.ts';
import { eventRequests } from './event-requests.ts';
import { houseStyleRequests } from './house-style-requests.ts';
import { indicatorRequests } from './indicator-requests.ts';
import { meetingRequests } from './meeting-requests.ts';
import { needsRequests } from './needs-requests.ts';
import { selectionRequests } from './selection-requests.ts';
import { steeringRequests } from './steering-requests.ts';
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
  const grouped = register.chain((list) =>
    fc.record({
      ...Object.fromEntries(
        Object.entries(list).map(([key, value]) => [key, fc.constant<unknown>(value)]),
      ),
      groupBy: fc.record({
        column: fc.constantFrom(...registerColumns(list.register).columns.map(({ key }) => key)),
        direction: fc.constantFrom('asc', 'desc'),
      }),
    }),
  );
  const label = fc.constantFrom('Essai', 'Amorçage');
  const bulk = {
    table: fc.constant('organisation'),
    target: fc.oneof(
      fc.record({ ids: fc.uniqueArray(organisations, { minLength: 1, maxLength: 5 }) }),
      fc.record({
        query: fc.record({ register: fc.constant('organisations'), text: word }),
        except: fc.uniqueArray(organisations, { maxLength: 2 }),
      }),
    ),
    changes: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('set'), field: fc.constant('name'), value: word }),
        fc.record({
          kind: fc.constantFrom('addLabel', 'removeLabel'),
          field: fc.constant('tags'),
          label,
        }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  };
  const mandates = all<{ id: string }>(
    session.reader,
    sql`SELECT id FROM mandate WHERE to_on IS NULL AND deleted_at IS NULL`,
  );
  return {
    'duplicates:list': fc.record({
      table: fc.constantFrom('organisation', 'person'),
      offset: fc.nat(20),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    'duplicates:pair': fc.oneof(
      fc.record({
        table: fc.constant('organisation'),
        firstId: organisations,
        secondId: organisations,
        keepId: fc.option(organisations, { nil: null }),
      }),
      fc.record({
        table: fc.constant('person'),
        firstId: people,
        secondId: people,
        keepId: fc.constant(null),
      }),
    ),
    'duplicates:merge': fc.record({
      table: fc.constant('organisation'),
      keepId: organisations,
      loseId: organisations,
      fields: fc.dictionary(
        fc.constantFrom('name', 'notes', 'tags', 'siren', 'parentId'),
        fc.constantFrom('kept', 'lost', 'both'),
      ),
    }),
    'duplicates:distinct': fc.record({
      table: fc.constant('person'),
      firstId: people,
      secondId: people,
    }),
    'mandates:handOver': fc.record({
      mandateId: fc.constantFrom(...mandates.map(({ id }) => id)),
      personId: people,
      organisationId: fc.constant(null),
      fromOn: fc.constantFrom('2026-01-01', '2026-02-01', '2027-01-01'),
    }),
    'actors:organisation': fc.record({
      id: organisations,
      at: fc.constantFrom(null, '2017-05-09'),
    }),
    'actors:person': fc.record({ id: people, at: fc.constantFrom(null, '2017-05-09') }),
    'communes:find': fc.record({
      text: fc.oneof(word, fc.constantFrom('59000', 'Lille', '2A004', 'St-Omer 62')),
      limit: fc.integer({ min: 1, max: 50 }),
    }),
    'communes:get': fc.record({ code: fc.constantFrom('59350', '75108', '2A004', '00000') }),
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
    'records:previewMany': fc.record({
      ...bulk,
      fate: fc.constantFrom('changed', 'refused'),
      offset: fc.nat(3),
      limit: fc.integer({ min: 1, max: 50 }),
    }),
    'records:updateMany': fc.record({ ...bulk, skipsRefused: fc.boolean() }),
    'records:removeMany': fc.record({
      table: fc.constant('organisation'),
      target: fc.record({ ids: fc.uniqueArray(organisations, { minLength: 1, maxLength: 2 }) }),
    }),
    'views:save': fc.record({
      id: fc.constant(null),
      register: fc.constantFrom(...registerNames),
      name: word,
      definition: fc.record({
        text: word,
        at: fc.constant(null),
        filters: fc.constant({ name: { operator: 'contains', value: 'x' } }),
        order: fc.array(word, { maxLength: 3 }),
        hidden: fc.array(word, { maxLength: 3 }),
        widths: fc.dictionary(word, fc.integer({ min: 40, max: 2000 }), { maxKeys: 3 }),
        sort: fc.constant([]),
        groupBy: fc.constant(null),
      }),
    }),
    'records:remove': fc.record({
      table: fc.constant('organisation'),
      ids: fc.tuple(organisations),
    }),
    'registers:list': register,
    'registers:groups': grouped,
    'registers:export': register,
    'journal:undoOperation': fc.record({
      operationId: fc.constantFrom(...operations.map(({ id }) => id)),
    }),
    ...chainRequests(session),
    ...committeeRequests(session),
    ...contactRequests(session),
    ...meetingRequests(session),
    ...deliverableRequests(session),
    ...editionRequests(session),
    ...eventRequests(session),
    ...houseStyleRequests(session),
    ...indicatorRequests(session),
    ...selectionRequests(session),
    ...steeringRequests(session),
    ...applicationFormRequests(session),
    ...needsRequests(session),
    'dashboard:get': fc.record({
      today: fc.constantFrom('2017-05-09', '2018-01-01', '2026-02-28'),
    }),
    'reports:preview': fc.record(report),
    'reports:pdf': fc.record(report),
    'reports:export': fc.record({
      ...report,
      format: fc.constantFrom(...documentFormats),
      grant: fc.constant('granted'),
    }),
  };
}
