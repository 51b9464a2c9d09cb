import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';

import { isBlank } from './history-groups.ts';

export interface FormLayout {
  readonly main: readonly string[];
  /** Shown under « Plus de détails ». */
  readonly more: readonly string[];
}

interface Plan {
  readonly main: readonly string[];
  /** Fields that come forward once they say something. */
  readonly unlessBlank?: readonly string[];
}

/** What one asks of a record first; the rest is one click away. */
const PLANS: Partial<Record<EntityName, Plan>> = {
  organisation: {
    main: [
      'name',
      'acronym',
      'kind',
      'buyerKind',
      'communeName',
      'siren',
      'siret',
      'website',
      'tags',
    ],
    unlessBlank: ['description'],
  },
  person: { main: ['givenName', 'familyName', 'email', 'phone', 'tags'], unlessBlank: ['notes'] },
  affiliation: { main: ['personId', 'organisationId', 'title', 'fromOn', 'toOn', 'note'] },
  mandate: { main: ['personId', 'organisationId', 'role', 'fromOn', 'toOn', 'note'] },
  deliverable: {
    main: [
      'title',
      'kind',
      'status',
      'subGroupId',
      'meetingId',
      'quarter',
      'dueOn',
      'receivedOn',
      'validatedOn',
      'presentedOn',
      'publishedOn',
      'publishedAt',
      'authorPersonId',
    ],
    unlessBlank: ['description'],
  },
  callForInterest: {
    main: ['title', 'status', 'opensOn', 'closesOn', 'description', 'agreementId', 'eventId'],
  },
  application: {
    main: [
      'title',
      'organisationId',
      'contactPersonId',
      'receivedOn',
      'maturity',
      'isComplete',
      'summary',
    ],
  },
  objective: {
    main: [
      'title',
      'description',
      'status',
      'subGroupId',
      'strategicAxisId',
      'agreementId',
      'statedOn',
      'carriedFromId',
    ],
  },
  result: { main: ['title', 'description', 'obtainedOn', 'eventId', 'deliverableId'] },
  barrier: { main: ['title', 'side', 'description'] },
  lever: { main: ['title', 'side', 'statedOn', 'description'] },
  remedy: { main: ['title', 'side', 'year', 'status', 'adoptedOn', 'description'] },
  subGroup: {
    main: ['name', 'strategicAxisId', 'mission', 'startedOn', 'endedOn'],
  },
  need: {
    main: [
      'title',
      'description',
      'organisationId',
      'buyerKind',
      'segmentId',
      'budgetEuros',
      'horizon',
      'receivedOn',
      'respondentName',
    ],
  },
  needsSurvey: { main: ['title', 'agreementId', 'opensOn', 'closesOn', 'description'] },
  activity: {
    main: [
      'title',
      'description',
      'startsOn',
      'endsOn',
      'place',
      'status',
      'organiserId',
      'agreementId',
      'strategicAxisId',
      'eventId',
    ],
  },
  agreement: { main: ['name', 'purpose', 'signedOn', 'fromOn', 'toOn', 'status'] },
  goodPractice: { main: ['title', 'organisationId', 'statedOn', 'description'] },
};

const UNPLANNED_MAIN = 8;

/**
 * Fields of a kind of record in the order of its form; those that do not apply are left out.
 * `opened` is the record as the form began with it: what one types moves no field.
 */
export function formLayout(
  table: EntityName,
  record: Readonly<Record<string, unknown>>,
  opened: Readonly<Record<string, unknown>> = record,
): FormLayout {
  const entity = entityOf(table);
  const usable = entity.fieldNames.filter((field) => {
    const declared = entity.fields[field];
    if (declared === undefined || declared.kind === 'dateTime') return false;
    if (declared.kind === 'json') return Array.isArray(declared.initial);
    // Only buyers have a kind of buyer; one left from before stays visible, to be emptied.
    if (table === 'organisation' && field === 'buyerKind') {
      return record['kind'] === 'buyer' || record['buyerKind'] !== null;
    }
    return true;
  });
  const plan = PLANS[table];
  const said = (plan?.unlessBlank ?? []).filter((field) => !isBlank(opened[field]));
  const main = [...(plan?.main ?? usable.slice(0, UNPLANNED_MAIN)), ...said];
  return {
    main: main.filter((field) => usable.includes(field)),
    more: usable.filter((field) => !main.includes(field)),
  };
}
