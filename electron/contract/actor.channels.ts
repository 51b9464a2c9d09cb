import { z } from 'zod';

import { actorGroupKeys, actorRoles } from '#domain/actor-page.ts';

import { reads } from './channel.ts';
import { anyRecord, day, entityName, id, namedRecord } from './schemas.ts';

const period = { fromOn: z.string().nullable(), toOn: z.string().nullable() };

const affiliationView = z.object({
  id: z.string(),
  personId: z.string(),
  personLabel: z.string(),
  organisationId: z.string(),
  organisationLabel: z.string(),
  title: z.string().nullable(),
  ...period,
});
export type AffiliationView = z.output<typeof affiliationView>;

export const mandateView = z.object({
  id: z.string(),
  personId: z.string(),
  personLabel: z.string(),
  organisationId: z.string().nullable(),
  organisationLabel: z.string().nullable(),
  bodyTable: entityName,
  bodyId: z.string(),
  bodyLabel: z.string(),
  role: z.string(),
  note: z.string().nullable(),
  ...period,
});
export type MandateView = z.output<typeof mandateView>;

export const citationView = z.object({
  sourceId: z.string(),
  sourceLabel: z.string(),
  locator: z.string().nullable(),
});

export const linkedRecords = z.array(
  z.object({ table: entityName, records: z.array(namedRecord) }),
);

const actorLine = z.object({
  /** The record to open. */
  table: entityName,
  id: z.string(),
  label: z.string(),
  /** Where, for whom or with whom. */
  detail: z.string().nullable(),
  /** What the actor is in it. */
  role: z.enum(actorRoles).nullable(),
  /** A value of a closed list, as `table.field.value`. */
  state: z.string().nullable(),
  onDay: z.string().nullable(),
  toDay: z.string().nullable(),
  /** The time in words, where no day is known. */
  period: z.string().nullable(),
  isLate: z.boolean(),
});
export type ActorLine = z.output<typeof actorLine>;

const actorGroup = z.object({
  key: z.enum(actorGroupKeys),
  total: z.number(),
  /** How many of them should have been done by now. */
  late: z.number(),
  /** The first of them: open ones before the others. */
  lines: z.array(actorLine),
});
export type ActorGroup = z.output<typeof actorGroup>;

const consentView = z.object({
  id: z.string(),
  field: z.string(),
  givenOn: z.string(),
  withdrawnOn: z.string().nullable(),
});
export type ConsentView = z.output<typeof consentView>;

const actorSheet = z.object({
  record: anyRecord,
  aliases: z.array(z.object({ id: z.string(), name: z.string() })),
  affiliations: z.array(affiliationView),
  mandates: z.array(mandateView),
  groups: z.array(actorGroup),
  /** Agreements to publish, the latest of each field. */
  consents: z.array(consentView),
  attachments: z.array(
    z.object({ id: z.string(), fileName: z.string(), addedOn: z.string().nullable() }),
  ),
  /** What else points to the record. */
  linked: linkedRecords,
  citations: z.array(citationView),
});

const organisationSheet = actorSheet.extend({
  /** The organisations above it, the highest first. */
  parents: z.array(z.object({ id: z.string(), name: z.string() })),
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      acronym: z.string().nullable(),
      communeName: z.string().nullable(),
      people: z.number(),
    }),
  ),
  segments: z.array(z.object({ linkId: z.string(), segmentId: z.string(), name: z.string() })),
});

const commune = z.object({
  /** INSEE code, which is not the postal code. */
  code: z.string(),
  name: z.string(),
  postalCodes: z.array(z.string()),
  departementCode: z.string(),
  departementName: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  population: z.number().nullable(),
});
export type CommuneView = z.output<typeof commune>;

const foundCommune = commune.extend({
  /** The former commune or district by which it was found. */
  through: z.string().nullable(),
});
export type FoundCommuneView = z.output<typeof foundCommune>;

const sheetRequest = z.object({
  id,
  /** The day on which people are counted and lateness is told; today when absent. */
  at: day.nullable().optional(),
});

export const actorChannels = {
  /** Everything about an organisation in one place. */
  'actors:organisation': reads('store', {
    input: sheetRequest,
    output: organisationSheet.nullable(),
  }),
  'actors:person': reads('store', { input: sheetRequest, output: actorSheet.nullable() }),
  /** Tags in use, the most used first. */
  'actors:tags': reads('store', {
    input: z.object({}).strict(),
    output: z.array(z.object({ tag: z.string(), count: z.number() })),
  }),
  /** Communes by the beginning of their name, by postal code or by INSEE code. */
  'communes:find': reads('store', {
    input: z.object({ text: z.string().max(120), limit: z.number().int().min(1).max(50) }),
    output: z.array(foundCommune),
  }),
  /** The present-day commune of an INSEE code, also of one that was merged since. */
  'communes:get': reads('store', {
    input: z.object({ code: z.string().max(5) }),
    output: commune.nullable(),
  }),
} as const;
