import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { Headcounts } from '#contract/event.channels.ts';
import { registrationRoles } from '#domain/event.ts';
import type { NewRecord, RecordOf } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { mustGet } from './find.ts';

type Registration = RecordOf<'registration'>;

/** Registrations of each role by what became of them, roles without any left out. */
export function headcountsOf(registrations: readonly Registration[]): Headcounts[] {
  const people = (some: readonly Registration[]): number =>
    some.reduce((sum, { headcount }) => sum + headcount, 0);
  return registrationRoles.flatMap((role) => {
    const own = registrations.filter((one) => one.role === role);
    if (own.length === 0) return [];
    const count = (status: Registration['status']): number =>
      own.filter((one) => one.status === status).length;
    const came = own.filter(({ hasAttended }) => hasAttended);
    return [
      {
        role,
        invited: count('invited'),
        registered: count('registered'),
        declined: count('declined'),
        cancelled: count('cancelled'),
        attended: came.length,
        peopleRegistered: people(own.filter(({ status }) => status === 'registered')),
        peopleAttended: people(came),
      },
    ];
  });
}

/** The guests of an event, by name. */
export function registrationsOf(
  db: ReadableDb,
  { id }: { readonly id: string },
): ChannelOutput<'events:registrations'> {
  const registrations = listRecords(db, 'registration', { eventId: id });
  const organisations = labelsOf(
    db,
    'organisation',
    registrations.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const people = labelsOf(
    db,
    'person',
    registrations.flatMap(({ personId }) => personId ?? []),
  );
  return registrations
    .map((one) => {
      const { organisationId, personId, guestName } = one;
      const organisationName =
        organisationId === null ? null : (organisations.get(organisationId) ?? null);
      const personName = personId === null ? null : (people.get(personId) ?? null);
      return {
        id: one.id,
        name: guestName ?? personName ?? organisationName ?? '',
        organisationId,
        organisationName,
        personId,
        personName,
        guestName,
        role: one.role,
        status: one.status,
        hasAttended: one.hasAttended,
        headcount: one.headcount,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr') || a.id.localeCompare(b.id));
}

/** Puts organisations, people and guests on the list; returns how many were not on it yet. */
export function register(
  session: StoreSession,
  { author }: Author,
  request: ChannelRequest<'events:register'>,
): OperationResult<number> {
  const { id: eventId, role, status, organisationIds, personIds, guestNames } = request;
  const known = listRecords(session.reader, 'registration', { eventId });
  const hasOrganisation = new Set(
    known.filter(({ personId }) => personId === null).map(({ organisationId }) => organisationId),
  );
  const hasPerson = new Set(known.map(({ personId }) => personId));
  const hasGuest = new Set(known.map(({ guestName }) => foldText(guestName ?? '')));
  const common = { eventId, role, status, headcount: 1 };
  const added: NewRecord<'registration'>[] = [
    ...[...new Set(organisationIds)]
      .filter((one) => !hasOrganisation.has(one))
      .map((organisationId) => ({ ...common, organisationId })),
    ...[...new Set(personIds)]
      .filter((one) => !hasPerson.has(one))
      .map((personId) => ({ ...common, personId })),
    ...[...new Set(guestNames)]
      .filter((one) => !hasGuest.has(foldText(one)))
      .map((guestName) => ({ ...common, guestName })),
  ];
  const reason = { key: 'register', params: { count: added.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', eventId);
    op.insertMany(
      'registration',
      added.map((values) => ({ values })),
    );
    return added.length;
  });
}

/** Changes what is known of some registrations, as one operation. */
export function setRegistrations(
  session: StoreSession,
  { author }: Author,
  { ids, ...patch }: ChannelRequest<'events:setRegistrations'>,
): OperationResult<void> {
  const reason = { key: 'setRegistrations', params: { count: ids.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    for (const id of ids) mustGet(op.db, 'registration', id);
    op.updateMany('registration', [...new Set(ids)], patch);
  });
}
