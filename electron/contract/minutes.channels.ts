import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { workStatuses } from '#domain/meeting.ts';

import { reads, writes } from './channel.ts';
import { day, done, id } from './schemas.ts';

const minutesId = idSchema<'minutes'>();
const text = z.string().nullable();

const version = z.object({
  /** The last operation of the version. */
  operationId: z.string(),
  at: z.string(),
  author: z.string(),
  /** Key of the journal's reason: `type`, `validateMinutes`, `undo`… */
  reason: z.string(),
  saves: z.number(),
});
export type MinutesVersion = z.output<typeof version>;

const segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Segment = z.output<typeof segment>;

export const minutesChannels = {
  /** The meeting's minutes, begun when there are none yet. */
  'minutes:open': writes('store', {
    input: z.object({ meetingId: idSchema<'meeting'>() }),
    output: done.extend({ id: z.string() }),
  }),
  /**
   * Saves what is written of one item, or before the first when `agendaItemId` is null. `body` is a
   * rich text as JSON text, or plain text; null empties it.
   */
  'minutes:saveItem': writes('store', {
    input: z.object({
      minutesId,
      agendaItemId: idSchema<'agendaItem'>().nullable(),
      body: z.string().max(1_000_000).nullable(),
    }),
    output: done.extend({ itemId: text, savedAt: z.string() }),
  }),
  /** Numbers the minutes, signs them off and locks them. */
  'minutes:validate': writes('store', {
    input: z.object({ minutesId, validatedById: idSchema<'person'>(), on: day }),
    output: done.extend({ number: z.string() }),
  }),
  /** Begins an addendum to validated minutes, or goes on with the one begun. */
  'minutes:amend': writes('store', {
    input: z.object({ minutesId }),
    output: done.extend({ id: z.string() }),
  }),
  /** Who wrote when, latest first; typing without a long pause is one version. */
  'minutes:versions': reads('store', { input: z.object({ minutesId }), output: z.array(version) }),
  /** What changed in the words from one version to another; null stands for what is there now. */
  'minutes:compare': reads('store', {
    input: z.object({ minutesId, from: id.nullable(), to: id.nullable() }),
    output: z.array(
      z.object({
        agendaItemId: text,
        /** Null for what is written before the first item. */
        title: text,
        hasChanged: z.boolean(),
        segments: z.array(segment),
      }),
    ),
  }),
} as const;

const period = { from: day.nullable().default(null), to: day.nullable().default(null) };

export const followUpKinds = ['actions', 'decisions'] as const;
export const followUpStates = ['all', 'open', 'late', 'done'] as const;

const followUpQuery = z.object({
  kind: z.enum(followUpKinds),
  /** The day against which lateness is told. */
  today: day,
  workingGroupId: idSchema<'workingGroup'>().nullable().default(null),
  subGroupId: idSchema<'subGroup'>().nullable().default(null),
  meetingId: idSchema<'meeting'>().nullable().default(null),
  personId: idSchema<'person'>().nullable().default(null),
  organisationId: idSchema<'organisation'>().nullable().default(null),
  /** Decisions are open while deferred, done once adopted, rejected or superseded; never late. */
  state: z.enum(followUpStates).default('all'),
  /** Bounds of the due date of actions, of the day of decisions; both count. */
  ...period,
  text: z.string().max(200).default(''),
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
});

const followUpRow = z.object({
  id: z.string(),
  title: z.string(),
  detail: text,
  status: z.string(),
  /** When an action is due, when a decision was taken. */
  onDay: text,
  doneOn: text,
  isLate: z.boolean(),
  workingGroupId: z.string(),
  subGroupId: text,
  subGroupName: text,
  meetingId: text,
  meetingTitle: text,
  heldOn: text,
  minutesNumber: text,
  responsiblePersonId: text,
  responsiblePersonName: text,
  responsibleOrganisationId: text,
  responsibleOrganisationName: text,
  votesFor: z.number().nullable(),
  votesAgainst: z.number().nullable(),
  abstentions: z.number().nullable(),
});
export type FollowUpRow = z.output<typeof followUpRow>;

const reminder = z.object({
  personId: text,
  organisationId: text,
  name: z.string(),
  email: text,
  actions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      dueOn: text,
      isLate: z.boolean(),
      status: z.string(),
      meetingTitle: text,
      heldOn: text,
    }),
  ),
});
export type Reminder = z.output<typeof reminder>;

export const followUpChannels = {
  'followUp:list': reads('store', {
    input: followUpQuery,
    output: z.object({
      rows: z.array(followUpRow),
      total: z.number(),
      /** Of everything the filters other than the state keep. */
      counts: z.object({ all: z.number(), open: z.number(), late: z.number(), done: z.number() }),
    }),
  }),
  /** Changes the state of actions in place; what is done is done that day. */
  'followUp:setStatus': writes('store', {
    input: z.object({
      ids: z.array(idSchema<'actionItem'>()).min(1).max(1000),
      status: z.enum(workStatuses),
      on: day,
    }),
    output: done,
  }),
  /** Open actions of each person or organisation responsible, the most late first. */
  'followUp:remind': reads('store', {
    input: z.object({
      today: day,
      workingGroupId: idSchema<'workingGroup'>().nullable().default(null),
      subGroupId: idSchema<'subGroup'>().nullable().default(null),
      personId: idSchema<'person'>().nullable().default(null),
      organisationId: idSchema<'organisation'>().nullable().default(null),
      onlyLate: z.boolean().default(false),
    }),
    output: z.array(reminder),
  }),
} as const;
