import { z } from 'zod';

import { timeSchema } from '#domain/dates.ts';
import {
  b2bStatuses,
  programmeKinds,
  registrationRoles,
  registrationStatuses,
} from '#domain/event.ts';
import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { anyRecord, day, done } from './schemas.ts';

const eventId = idSchema<'event'>();
const organisationId = idSchema<'organisation'>();
const personId = idSchema<'person'>();
const standId = idSchema<'stand'>();
const applicationId = idSchema<'application'>();
const text = z.string().nullable();
const count = z.number();
const position = z.int().min(1).max(100);

const named = z.object({ id: z.string(), name: z.string() });

const programmeView = z.object({
  id: z.string(),
  position: z.number(),
  startsAt: z.string(),
  endsAt: z.string(),
  title: z.string(),
  kind: z.enum(programmeKinds),
  place: text,
  speakerText: text,
});

const pitchView = z.object({
  id: z.string(),
  position: z.number(),
  applicationId: z.string(),
  applicationTitle: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  segmentName: text,
  startsAt: text,
  /** Null when the start or the length is not known. */
  endsAt: text,
  durationMinutes: z.number().nullable(),
  /** False once the selection no longer gives this application a pitch, or it withdrew. */
  isSelected: z.boolean(),
});
export type PitchView = z.output<typeof pitchView>;

const standView = z.object({
  id: z.string(),
  number: text,
  organisationId: z.string(),
  organisationName: z.string(),
  applicationId: text,
  segmentName: text,
  place: text,
  isFree: z.boolean(),
  planRow: z.number().nullable(),
  planColumn: z.number().nullable(),
  /** False when the stand comes from an application that has none any more, or withdrew. */
  isSelected: z.boolean(),
});
export type StandView = z.output<typeof standView>;

const demoView = z.object({
  id: z.string(),
  title: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  offerId: text,
  offerTitle: text,
  startsAt: text,
  endsAt: text,
  durationMinutes: z.number().nullable(),
  place: text,
});
export type DemoView = z.output<typeof demoView>;

const figureView = z.object({
  measurementId: z.string(),
  indicatorName: z.string(),
  value: z.number(),
  unit: text,
  isMinimum: z.boolean(),
  asOfOn: z.string(),
  note: text,
  sourceTitle: text,
  locator: text,
});

const headcounts = z.object({
  role: z.enum(registrationRoles),
  invited: count,
  registered: count,
  declined: count,
  cancelled: count,
  /** Registrations that came, and the people they stand for. */
  attended: count,
  peopleRegistered: count,
  peopleAttended: count,
});
export type Headcounts = z.output<typeof headcounts>;

const eventWarning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('programmeOverlap'), first: z.string(), second: z.string() }),
  z.object({ kind: z.literal('pitchOverlap'), first: z.string(), second: z.string() }),
  z.object({ kind: z.literal('standNumberTwice'), number: z.string() }),
  z.object({ kind: z.literal('standPlaceTwice'), row: z.number(), column: z.number() }),
  z.object({ kind: z.literal('noLongerPitching'), name: z.string() }),
  z.object({ kind: z.literal('noLongerAtStand'), name: z.string() }),
  /** Outcomes of the selection that have no pitch or stand here yet. */
  z.object({ kind: z.literal('pitchesMissing'), count }),
  z.object({ kind: z.literal('standsMissing'), count }),
  z.object({ kind: z.literal('meetingClashes'), count }),
]);
export type EventWarning = z.output<typeof eventWarning>;

const eventSheet = z.object({
  record: anyRecord,
  hostName: text,
  organiserName: text,
  parent: named.nullable(),
  children: z.array(named.extend({ startsOn: text })),
  calls: z.array(z.object({ id: z.string(), title: z.string(), pitches: count, stands: count })),
  figures: z.array(figureView),
  partners: z.array(
    z.object({ id: z.string(), organisationId: z.string(), name: z.string(), role: text }),
  ),
  programme: z.array(programmeView),
  pitches: z.array(pitchView),
  stands: z.array(standView),
  demos: z.array(demoView),
  registrations: z.object({ total: count, byRole: z.array(headcounts), people: count }),
  meetings: z.object({
    participants: count,
    wishes: count,
    byStatus: z.record(z.enum(b2bStatuses), count),
  }),
  warnings: z.array(eventWarning),
});
export type EventSheet = z.output<typeof eventSheet>;

const registrationView = z.object({
  id: z.string(),
  /** The guest's, the person's or the organisation's name, the first that is known. */
  name: z.string(),
  organisationId: text,
  organisationName: text,
  personId: text,
  personName: text,
  guestName: text,
  role: z.enum(registrationRoles),
  status: z.enum(registrationStatuses),
  hasAttended: z.boolean(),
  headcount: z.number(),
});
export type RegistrationView = z.output<typeof registrationView>;

const registrationIds = z.array(idSchema<'registration'>()).min(1).max(2000);

export const eventChannels = {
  /** Everything the page of an event shows, but its guests and its timetable. */
  'events:sheet': reads('store', {
    input: z.object({ id: eventId }),
    output: eventSheet.nullable(),
  }),
  /** The guests of an event, by name. */
  'events:registrations': reads('store', {
    input: z.object({ id: eventId }),
    output: z.array(registrationView),
  }),
  /** Registers organisations and people; those already on the list are left alone. */
  'events:register': writes('store', {
    input: z.object({
      id: eventId,
      role: z.enum(registrationRoles),
      status: z.enum(registrationStatuses).default('invited'),
      organisationIds: z.array(organisationId).max(1000).default([]),
      personIds: z.array(personId).max(1000).default([]),
      guestNames: z.array(z.string().trim().min(1).max(200)).max(1000).default([]),
    }),
    output: done.extend({ added: count }),
  }),
  'events:setRegistrations': writes('store', {
    input: z.object({
      ids: registrationIds,
      status: z.enum(registrationStatuses).optional(),
      role: z.enum(registrationRoles).optional(),
      hasAttended: z.boolean().optional(),
    }),
    output: done,
  }),
  /** The whole order of a programme; times stay as they are. */
  'events:orderProgramme': writes('store', {
    input: z.object({ id: eventId, itemIds: z.array(idSchema<'programmeItem'>()).max(1000) }),
    output: done,
  }),
  /** Takes over who pitches and who holds a stand from the selections that the event belongs to. */
  'events:fromSelection': writes('store', {
    input: z.object({
      id: eventId,
      what: z.enum(['pitches', 'stands']),
      /** Also puts aside those that the selection no longer names. */
      removes: z.boolean().default(false),
    }),
    output: done.extend({ added: count, removed: count }),
  }),
  /** The whole order of the pitches; with a start and a length, their times too. */
  'events:orderPitches': writes('store', {
    input: z.object({
      id: eventId,
      pitchIds: z.array(idSchema<'pitchSlot'>()).max(1000),
      times: z
        .object({
          startsAt: timeSchema,
          durationMinutes: z.int().min(1).max(600),
          gapMinutes: z.int().min(0).max(600).default(0),
        })
        .nullable()
        .default(null),
    }),
    output: done,
  }),
  /** Gives the stands their numbers, in the order given: prefix and a number from `first` on. */
  'events:numberStands': writes('store', {
    input: z.object({
      id: eventId,
      standIds: z.array(standId).min(1).max(1000),
      prefix: z.string().trim().max(10).default('S'),
      first: z.int().min(0).max(9999).default(1),
    }),
    output: done,
  }),
  /** Puts a stand on the plan, or takes it off (null). One that stood there changes place with it. */
  'events:placeStand': writes('store', {
    input: z.object({
      standId,
      at: z.object({ row: position, column: position }).nullable(),
    }),
    output: done,
  }),
  /** Puts every stand that is nowhere on the plan into its free places, row by row. */
  'events:arrangeStands': writes('store', {
    input: z.object({ id: eventId, columns: position }),
    output: done.extend({ placed: count }),
  }),
  'events:addStand': writes('store', {
    input: z.object({
      id: eventId,
      organisationId,
      applicationId: applicationId.nullable().default(null),
    }),
    output: done.extend({ id: z.string() }),
  }),
} as const;

const segmentLinks = ['same', 'offerNarrower', 'offerBroader', 'sibling', 'none'] as const;
export type SegmentLink = (typeof segmentLinks)[number];

/** Why two sides are brought together: facts, put in words by whoever shows them. */
export const matchBasis = z.object({
  segment: z.enum(segmentLinks),
  /** The need's and the offer's. */
  segmentName: text,
  offerSegmentName: text,
  /** Words that both sides use, as the need writes them, the most telling first. */
  words: z.array(z.string()),
  /** Strength of each side's wish to meet the other, 0 when it has none. */
  buyerWish: z.number(),
  companyWish: z.number(),
});
export type MatchBasis = z.output<typeof matchBasis>;

const matchState = z.object({
  id: z.string(),
  status: z.enum(['proposed', 'accepted', 'refused', 'met', 'contracted']),
  reason: text,
  followedUpOn: text,
  outcome: text,
});

const matchProposal = z.object({
  needId: z.string(),
  needTitle: z.string(),
  buyerId: text,
  buyerName: text,
  offerId: z.string(),
  offerTitle: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  /** Between 0 and 1, from segments and words alone. */
  score: z.number(),
  basis: matchBasis,
  /** What was decided of the pair; null while nothing was. */
  match: matchState.nullable(),
});
export type MatchProposal = z.output<typeof matchProposal>;

export const matchingChannels = {
  /** Needs and offers that answer one another, best first; those decided on are among them. */
  'matching:propose': reads('store', {
    input: z.object({
      /** Only offers of the event's companies, and the event's wishes. */
      eventId: eventId.nullable().default(null),
      surveyId: idSchema<'needsSurvey'>().nullable().default(null),
      needId: idSchema<'need'>().nullable().default(null),
      offerId: idSchema<'offer'>().nullable().default(null),
      /** Undecided pairs below it are left out. */
      minScore: z.number().min(0).max(1).default(0.35),
      decided: z.enum(['all', 'undecided', 'decided']).default('all'),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(matchProposal), total: count, needs: count, offers: count }),
  }),
  /** Keeps or refuses pairs, as one operation. */
  'matching:decide': writes('store', {
    input: z.object({
      pairs: z
        .array(z.object({ needId: idSchema<'need'>(), offerId: idSchema<'offer'>() }))
        .min(1)
        .max(500),
      status: z.enum(['proposed', 'accepted', 'refused']),
    }),
    output: done.extend({ ids: z.array(z.string()) }),
  }),
  'matching:followUp': writes('store', {
    input: z.object({
      matchId: idSchema<'match'>(),
      status: z.enum(['proposed', 'accepted', 'refused', 'met', 'contracted']).optional(),
      followedUpOn: day.nullable().optional(),
      outcome: z.string().max(200_000).nullable().optional(),
    }),
    output: done,
  }),
} as const;
