import type { EntityName, RecordOf } from '#domain/registry.ts';
import type { ActorGroup } from '#repositories/actor-groups.repo.ts';
import { actorGroups } from '#repositories/actor-groups.repo.ts';
import type { Unit } from '#repositories/actors.repo.ts';
import { parentPath, segmentsOf, tagsInUse, unitsOf } from '#repositories/actors.repo.ts';
import type { AffiliationView, MandateView } from '#repositories/mandates.repo.ts';
import { listAffiliations, listMandates } from '#repositories/mandates.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { CitationView, NamedRecord } from './named.ts';
import { aliasesOf, citationsOf, linkedRecords } from './named.ts';

interface Linked {
  readonly linked: { table: NamedRecord['table']; records: NamedRecord[] }[];
  readonly citations: CitationView[];
}

export interface ConsentView {
  readonly id: string;
  readonly field: string;
  readonly givenOn: string;
  readonly withdrawnOn: string | null;
}

export interface ActorSheet<N extends 'organisation' | 'person'> extends Linked {
  readonly record: RecordOf<N>;
  readonly aliases: { id: string; name: string }[];
  readonly affiliations: AffiliationView[];
  readonly mandates: MandateView[];
  readonly groups: ActorGroup[];
  readonly consents: ConsentView[];
  readonly attachments: { id: string; fileName: string; addedOn: string | null }[];
}

export interface OrganisationSheet extends ActorSheet<'organisation'> {
  readonly parents: { id: string; name: string }[];
  readonly units: Unit[];
  readonly segments: { linkId: string; segmentId: string; name: string }[];
}

/** Tables that the page of an actor shows group by group; scores are their evaluator's alone. */
const IN_GROUPS: Readonly<Record<'organisation' | 'person', ReadonlySet<EntityName>>> = {
  organisation: new Set([
    'organisation',
    'actionItem',
    'attendance',
    'deliverable',
    'application',
    'offer',
    'need',
    'agreementParty',
    'committeeSeat',
    'registration',
    'stand',
    'demo',
    'b2bMeeting',
    'event',
  ]),
  person: new Set([
    'actionItem',
    'attendance',
    'deliverable',
    'application',
    'registration',
    'conflictOfInterest',
    'recusal',
    'score',
  ]),
};

const localToday = (): string => new Date().toLocaleDateString('sv-SE');

export interface SubGroupSheet extends Linked {
  readonly record: RecordOf<'subGroup'>;
  readonly axisLabel: string | null;
  readonly mandates: MandateView[];
}

/** Agreements to publish: of each field the one in force, otherwise the latest. */
function consentsOf(
  db: ReadableDb,
  where: { readonly personId: string } | { readonly organisationId: string },
): ConsentView[] {
  const latest = new Map<string, ConsentView>();
  const given = listRecords(db, 'consent', { ...where, purpose: 'publication' }, ['givenOn']);
  for (const { id, field, givenOn, withdrawnOn } of given) {
    const known = latest.get(field);
    if (known === undefined || known.withdrawnOn !== null) {
      latest.set(field, { id, field, givenOn, withdrawnOn });
    }
  }
  return [...latest.values()];
}

/** What the pages of both kinds of actors hold beside their own record and tenures. */
function sharedParts(db: ReadableDb, table: 'organisation' | 'person', id: string, day: string) {
  return {
    aliases: aliasesOf(db, id),
    groups: actorGroups(db, table, id, day),
    consents: consentsOf(db, table === 'person' ? { personId: id } : { organisationId: id }),
    attachments: listRecords(db, 'attachment', { recordId: id }, ['addedOn', 'fileName']).map(
      (attachment) => ({
        id: attachment.id,
        fileName: attachment.fileName,
        addedOn: attachment.addedOn,
      }),
    ),
    linked: linkedRecords(db, table, id, IN_GROUPS[table]),
    citations: citationsOf(db, id),
  };
}

/**
 * Everything about an organisation in one place; null when there is none of that identifier. `at` is
 * the day on which people are counted and lateness is told: today when null.
 */
export function organisationSheet(
  db: ReadableDb,
  id: string,
  at: string | null = null,
): OrganisationSheet | null {
  const record = getRecord(db, 'organisation', id);
  if (record === null) return null;
  const day = at ?? localToday();
  return {
    record,
    affiliations: listAffiliations(db, { organisationId: id }),
    mandates: listMandates(db, { organisationId: id }),
    ...sharedParts(db, 'organisation', id, day),
    parents: parentPath(db, id),
    units: unitsOf(db, id, day),
    segments: segmentsOf(db, id),
  };
}

/** The same for a person. */
export function personSheet(
  db: ReadableDb,
  id: string,
  at: string | null = null,
): ActorSheet<'person'> | null {
  const record = getRecord(db, 'person', id);
  if (record === null) return null;
  return {
    record,
    affiliations: listAffiliations(db, { personId: id }),
    mandates: listMandates(db, { personId: id }),
    ...sharedParts(db, 'person', id, at ?? localToday()),
  };
}

export function subGroupSheet(db: ReadableDb, id: string): SubGroupSheet | null {
  const record = getRecord(db, 'subGroup', id);
  if (record === null) return null;
  const { strategicAxisId } = record;
  const axes = labelsOf(db, 'strategicAxis', strategicAxisId === null ? [] : [strategicAxisId]);
  return {
    record,
    axisLabel: strategicAxisId === null ? null : (axes.get(strategicAxisId) ?? null),
    mandates: listMandates(db, { subGroupId: id }),
    linked: linkedRecords(db, 'subGroup', id),
    citations: citationsOf(db, id),
  };
}

const TAGS_SUGGESTED = 500;

/** Tags in use among the actors, the most used first. */
export function tagSuggestions(db: ReadableDb): { tag: string; count: number }[] {
  return tagsInUse(db, TAGS_SUGGESTED);
}
