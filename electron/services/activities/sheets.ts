import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import { chainOf, doneUnder, figuresOf, valuesOf } from '#repositories/activities.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { citationsOf, linkedRecords } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** With the names of the organisations, in their order. */
function named<T extends { readonly organisationId: string }>(
  db: ReadableDb,
  parties: readonly T[],
): (T & { readonly name: string })[] {
  const names = labelsOf(
    db,
    'organisation',
    parties.map(({ organisationId }) => organisationId),
  );
  return parties
    .map((party) => ({ ...party, name: names.get(party.organisationId) ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Everything about an activity; null when there is none of that identifier. */
export function activitySheet(db: ReadableDb, id: string): ChannelOutput<'activities:activity'> {
  const record = getRecord(db, 'activity', id);
  if (record === null) return null;
  return {
    record,
    partners: named(db, listRecords(db, 'activityPartner', { activityId: id })).map(
      ({ id: partnerId, organisationId, name, role }) => ({
        id: partnerId,
        organisationId,
        name,
        role,
      }),
    ),
    figures: figuresOf(db, id).map((figure) => ({ ...figure, isMinimum: figure.isMinimum === 1 })),
    links: chainOf(db, id),
    linked: linkedRecords(db, 'activity', id, new Set(['activityPartner'])),
    citations: citationsOf(db, id),
  };
}

/** An agreement with its parties and what was done under it; null when there is none. */
export function agreementSheet(db: ReadableDb, id: string): ChannelOutput<'activities:agreement'> {
  const record = getRecord(db, 'agreement', id);
  if (record === null) return null;
  return {
    record,
    parties: named(db, listRecords(db, 'agreementParty', { agreementId: id })).map(
      ({ id: partyId, organisationId, name, role, isSignatory }) => ({
        id: partyId,
        organisationId,
        name,
        role,
        isSignatory,
      }),
    ),
    under: doneUnder(db, record.id),
    linked: linkedRecords(
      db,
      'agreement',
      id,
      new Set(['agreementParty', 'activity', 'needsSurvey', 'callForInterest', 'objective']),
    ),
    citations: citationsOf(db, id),
  };
}

/** A good practice with its sources; null when there is none. */
export function practiceSheet(db: ReadableDb, id: string): ChannelOutput<'activities:practice'> {
  const record = getRecord(db, 'goodPractice', id);
  if (record === null) return null;
  return {
    record,
    linked: linkedRecords(db, 'goodPractice', id),
    citations: citationsOf(db, id),
  };
}

/** The values that a group measured, the latest first. */
export function groupValues(
  db: ReadableDb,
  request: ChannelRequest<'activities:values'>,
): ChannelOutput<'activities:values'> {
  return valuesOf(db, request).map((value) => ({ ...value, isMinimum: value.isMinimum === 1 }));
}
