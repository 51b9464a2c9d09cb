import type { ImportRegisterName } from '#contract/import.channels.ts';
import type { EntityName } from '#domain/registry.ts';

/** How a column of a sheet ends up in records. */
export type Fill =
  | { readonly kind: 'id' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'reference'; readonly field: string; readonly target: EntityName }
  /** The group, sub-group or committee, by its name. */
  | { readonly kind: 'body' }
  /** Given and family name in one cell. */
  | { readonly kind: 'fullName' }
  /** Purchase segments of an organisation, several in one cell. */
  | { readonly kind: 'segments' }
  /** Of a person: the organisation, and what they do there. */
  | { readonly kind: 'employer' }
  | { readonly kind: 'function' };

/**
 * What makes a row speak of a record that is there already. `keys` must be equal, the first of them
 * given; `strict` columns must be equal too, empty or not, when the sheet has them; `soft` ones must not
 * contradict each other. Fields of the record, not columns of the sheet.
 */
export interface IdentityRule {
  readonly keys: readonly string[];
  readonly strict?: readonly string[];
  readonly soft?: readonly string[];
}

export interface ImportDefinition {
  readonly table: EntityName;
  /** Tried in order. */
  readonly identity: readonly IdentityRule[];
  /** Columns beyond those of the register's list, or read otherwise than the list shows them. */
  readonly columns: Readonly<Record<string, Fill>>;
  /** Kind of the organisations that rows name and the store does not hold. */
  readonly newOrganisationKind: 'buyer' | 'company' | 'institution';
}

const body: Fill = { kind: 'body' };
const tags: Fill = { kind: 'field', field: 'tags' };
const inBody = ['subGroupId', 'committeeId', 'workingGroupId'] as const;

/** A record named by a title, within the body that it belongs to. */
function titled(table: EntityName, soft: readonly string[]): ImportDefinition {
  return {
    table,
    identity: [{ keys: ['title'], strict: ['subGroupId'], soft: ['workingGroupId', ...soft] }],
    columns: { body },
    newOrganisationKind: 'institution',
  };
}

/** What the import knows of each register beyond its columns. */
export const importDefinitions: Readonly<Record<ImportRegisterName, ImportDefinition>> = {
  organisations: {
    table: 'organisation',
    identity: [
      { keys: ['siret'] },
      { keys: ['siren', 'name'] },
      { keys: ['name'], soft: ['siren', 'siret', 'communeName', 'kind'] },
    ],
    columns: { tags, segments: { kind: 'segments' } },
    newOrganisationKind: 'institution',
  },
  people: {
    table: 'person',
    identity: [
      { keys: ['familyName', 'givenName'], soft: ['email'] },
      { keys: ['email'], soft: ['familyName', 'givenName'] },
    ],
    columns: {
      fullName: { kind: 'fullName' },
      employer: { kind: 'employer' },
      function: { kind: 'function' },
      tags,
    },
    newOrganisationKind: 'institution',
  },
  affiliations: {
    table: 'affiliation',
    identity: [{ keys: ['personId', 'organisationId'], soft: ['title', 'fromOn'] }],
    columns: {},
    newOrganisationKind: 'institution',
  },
  mandates: {
    table: 'mandate',
    identity: [
      { keys: ['personId', 'role'], strict: [...inBody], soft: ['fromOn', 'organisationId'] },
    ],
    columns: { body },
    newOrganisationKind: 'institution',
  },
  meetings: titled('meeting', ['heldOn', 'period', 'committeeId']),
  decisions: titled('decision', ['decidedOn', 'meetingId']),
  'action-items': titled('actionItem', ['dueOn', 'meetingId', 'responsiblePersonId']),
  deliverables: titled('deliverable', ['kind', 'quarter', 'dueOn']),
  milestones: titled('milestone', ['dueOn', 'period', 'roadmapId']),
  applications: {
    table: 'application',
    identity: [
      { keys: ['callId', 'number'], soft: ['organisationId'] },
      { keys: ['callId', 'organisationId', 'title'] },
    ],
    columns: {},
    newOrganisationKind: 'company',
  },
  needs: {
    table: 'need',
    identity: [{ keys: ['surveyId', 'title'], soft: ['organisationId', 'receivedOn'] }],
    columns: {},
    newOrganisationKind: 'buyer',
  },
  measurements: {
    table: 'measurement',
    identity: [{ keys: ['indicatorId', 'asOfOn'], soft: ['sourceId'] }],
    columns: {},
    newOrganisationKind: 'institution',
  },
};
