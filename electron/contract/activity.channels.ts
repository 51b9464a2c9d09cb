import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { workStatuses } from '#domain/meeting.ts';

import { citationView, linkedRecords } from './actor.channels.ts';
import { reads, writes } from './channel.ts';
import { anyRecord, day, done } from './schemas.ts';

const groupId = idSchema<'workingGroup'>();
const organisationId = idSchema<'organisation'>();
const line = (most: number) => z.string().trim().max(most).default('');
const long = z.string().max(200_000).default('');
const optionalDay = day.nullable().default(null);
const made = done.extend({ id: z.string() });

const sheet = { record: anyRecord, linked: linkedRecords, citations: z.array(citationView) };

/** An organisation that takes part, by the record that says so. */
const party = {
  id: z.string(),
  organisationId: z.string(),
  name: z.string(),
  role: z.string().nullable(),
};

const value = z.object({
  measurementId: z.string(),
  indicatorName: z.string(),
  unit: z.string().nullable(),
  value: z.number(),
  isMinimum: z.boolean(),
  asOfOn: z.string(),
  note: z.string().nullable(),
  sourceTitle: z.string().nullable(),
});
const figure = value.extend({ linkId: z.string() });

/** The other end of a link of the chain. */
const linked = z.object({
  linkId: z.string(),
  table: z.enum(['objective', 'result']),
  id: z.string(),
  title: z.string(),
  year: z.int(),
});

const underAgreement = z.object({
  table: z.enum(['activity', 'needsSurvey', 'callForInterest', 'objective']),
  id: z.string(),
  title: z.string(),
  /** A day, or the year of an objective; null where nothing is dated. */
  when: z.string().nullable(),
  status: z.string().nullable(),
});

const newParty = z.object({ organisationId, role: line(500) });
const parties = <T extends z.ZodType>(one: T) => z.array(one).max(50).default([]);

export const activityChannels = {
  /** Everything about an activity in one place. */
  'activities:activity': reads('store', {
    input: z.object({ id: idSchema<'activity'>() }),
    output: z
      .object({
        ...sheet,
        partners: z.array(z.object(party)),
        figures: z.array(figure),
        links: z.array(linked),
      })
      .nullable(),
  }),
  /** An agreement with its parties and what was done under it. */
  'activities:agreement': reads('store', {
    input: z.object({ id: idSchema<'agreement'>() }),
    output: z
      .object({
        ...sheet,
        parties: z.array(z.object({ ...party, isSignatory: z.boolean() })),
        under: z.array(underAgreement),
      })
      .nullable(),
  }),
  'activities:practice': reads('store', {
    input: z.object({ id: idSchema<'goodPractice'>() }),
    output: z.object(sheet).nullable(),
  }),
  /** The values that a group measured, the latest first, to link to an activity. */
  'activities:values': reads('store', {
    input: z.object({ groupId, limit: z.int().min(1).max(2000).default(500) }),
    output: z.array(value),
  }),
  /** Makes an activity with its partners, as one operation. */
  'activities:create': writes('store', {
    input: z.object({
      groupId,
      title: z.string().trim().min(1).max(1000),
      description: long,
      startsOn: optionalDay,
      endsOn: optionalDay,
      place: line(500),
      status: z.enum(workStatuses).default('underWay'),
      organiserId: organisationId.nullable().default(null),
      strategicAxisId: idSchema<'strategicAxis'>().nullable().default(null),
      agreementId: idSchema<'agreement'>().nullable().default(null),
      eventId: idSchema<'event'>().nullable().default(null),
      partners: parties(newParty),
    }),
    output: made,
  }),
  /** Makes an agreement with its parties, as one operation. */
  'activities:createAgreement': writes('store', {
    input: z.object({
      groupId,
      name: z.string().trim().min(1).max(500),
      purpose: long,
      signedOn: optionalDay,
      fromOn: optionalDay,
      toOn: optionalDay,
      status: z.enum(['planned', 'inForce', 'ended']).default('inForce'),
      parties: parties(newParty.extend({ isSignatory: z.boolean().default(true) })),
    }),
    output: made,
  }),
  /** Adds a dated value of an indicator to an activity, as one operation. */
  'activities:addFigure': writes('store', {
    input: z.object({
      activityId: idSchema<'activity'>(),
      indicatorId: idSchema<'indicator'>(),
      asOfOn: day,
      value: z.number(),
      isMinimum: z.boolean().default(false),
      note: long,
    }),
    output: made,
  }),
} as const;
