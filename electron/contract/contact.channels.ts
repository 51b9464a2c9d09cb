import { z } from 'zod';

import { organisationKinds } from '#domain/actor.ts';
import { mandateRoles } from '#domain/working-group.ts';

import { reads, writes } from './channel.ts';
import { day, done, id, none, spreadsheetFormat } from './schemas.ts';

/** Screen under which distribution lists are kept among the saved views. */
export const distributionScreen = 'distribution';

export const bodyTable = z.enum(['workingGroup', 'subGroup', 'committee']);

/**
 * Whom a distribution list takes: criteria of one kind widen, criteria of different kinds narrow, and
 * no criterion at all takes nobody but the people added by hand. A null day means « today, whenever ».
 */
export const distributionDefinition = z.object({
  roles: z.array(z.enum(mandateRoles)).max(mandateRoles.length).default([]),
  bodies: z
    .array(z.object({ table: bodyTable, id }))
    .max(500)
    .default([]),
  includesParts: z.boolean().default(true),
  organisationKinds: z.array(z.enum(organisationKinds)).max(organisationKinds.length).default([]),
  tags: z.array(z.string().trim().min(1).max(80)).max(100).default([]),
  onDay: day.nullable().default(null),
  added: z.array(id).max(5000).default([]),
  removed: z.array(id).max(5000).default([]),
});
export type DistributionDefinition = z.output<typeof distributionDefinition>;

/** Whom an action is about: some people, everyone whom a list takes, or all there are. */
const people = z.union([
  z.object({ ids: z.array(id).min(1).max(100_000) }),
  z.object({ definition: distributionDefinition }),
  z.object({ everyone: z.literal(true) }),
]);
export type PeopleChoice = z.output<typeof people>;

const savedList = z.object({
  id: z.string(),
  name: z.string(),
  definition: distributionDefinition,
  /** How many people are in it on its day. */
  people: z.number(),
});

export const suggestionKinds = ['rapporteurs', 'secretariat', 'members', 'body'] as const;

const suggestion = z.object({
  /** Stands for it in addresses. */
  key: z.string(),
  kind: z.enum(suggestionKinds),
  /** Name of the body that the list is about, where its kind does not say it. */
  body: z.string().nullable(),
  /** Name of the working group, where the store holds several. */
  group: z.string().nullable(),
  definition: distributionDefinition,
  people: z.number(),
});
export type ListSuggestion = z.output<typeof suggestion>;

/** Why somebody is in a list. */
const membershipReason = z.union([
  z.object({ kind: z.literal('mandate'), role: z.enum(mandateRoles), body: z.string() }),
  z.object({
    kind: z.literal('function'),
    title: z.string().nullable(),
    organisation: z.string(),
  }),
  z.object({ kind: z.literal('tag'), tag: z.string() }),
  z.object({ kind: z.literal('added') }),
]);
export type MembershipReason = z.output<typeof membershipReason>;

const listMember = z.object({
  id: z.string(),
  name: z.string(),
  /** As typed on the record, usable or not. */
  email: z.string().nullable(),
  organisation: z.string().nullable(),
  acronym: z.string().nullable(),
  organisationId: z.string().nullable(),
  reasons: z.array(membershipReason),
});
export type ListMember = z.output<typeof listMember>;

/** Longest part of a list that a screen is given; counts and exports always take all of it. */
export const SHOWN_MEMBERS = 500;

export const personFileFormats = ['html', 'odt', 'docx', 'pdf', 'json'] as const;
export const personFileFormat = z.enum(personFileFormats);
export type PersonFileFormat = z.output<typeof personFileFormat>;

export const contactChannels = {
  /** The lists kept in the store, and those that its groups suggest by themselves. */
  'contacts:lists': reads('store', {
    input: z.object({ today: day }),
    output: z.object({ saved: z.array(savedList), suggestions: z.array(suggestion) }),
  }),
  /** What a list's criteria can be chosen among. */
  'contacts:choices': reads('store', {
    input: none,
    output: z.object({
      bodies: z.array(
        z.object({ table: bodyTable, id: z.string(), label: z.string(), group: z.string() }),
      ),
      tags: z.array(z.string()),
    }),
  }),
  /** Who is in a list on its day, and who cannot be written to. */
  'contacts:members': reads('store', {
    input: z.object({ definition: distributionDefinition, today: day }),
    output: z.object({
      onDay: z.string(),
      /** Distinct usable addresses. */
      addresses: z.number(),
      people: z.number(),
      reached: z.array(listMember),
      /** People without an address, or with one that no mail program would take. */
      unreached: z.array(listMember),
      unreachedPeople: z.number(),
      /** People whom the criteria may take and who were taken out by hand. */
      removed: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  /** The addresses as a mail program takes them. */
  'contacts:addresses': reads('store', {
    input: z.object({
      definition: distributionDefinition,
      today: day,
      separator: z.enum([';', ',']),
      withNames: z.boolean(),
    }),
    output: z.object({ text: z.string(), count: z.number() }),
  }),
  /** Keeps a list, new (`id` null) or changed. */
  'contacts:saveList': writes('store', {
    input: z.object({
      id: id.nullable(),
      name: z.string().trim().min(1).max(120),
      definition: distributionDefinition,
    }),
    output: done.extend({ id: z.string() }),
  }),
  'contacts:removeList': writes('store', { input: z.object({ id }), output: done }),
  /** Writes people as one file of contact cards. */
  'contacts:exportVcard': writes('store', {
    input: z.object({ people, today: day, grant: z.string() }),
    output: z.object({ cards: z.number() }),
  }),
  'contacts:exportTable': writes('store', {
    input: z.object({
      definition: distributionDefinition,
      /** Heading of the sheet. */
      name: z.string().trim().min(1).max(200),
      today: day,
      format: spreadsheetFormat,
      grant: z.string(),
    }),
    output: z.object({ rows: z.number(), warnings: z.array(z.string()) }),
  }),
  /** Writes all that the store holds about one person (right of access). */
  'contacts:personFile': writes('store', {
    input: z.object({ id, format: personFileFormat, grant: z.string() }),
    output: z.object({ bytes: z.number() }),
  }),
} as const;
