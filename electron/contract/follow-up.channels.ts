import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { decisionStatuses, workStatuses } from '#domain/meeting.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';

const text = z.string().nullable();
const named = z.object({ id: z.string(), name: z.string() });

export const followUpKinds = ['actions', 'decisions'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const followUpStates = ['all', 'open', 'late', 'done'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** What the list can be put together by; decisions have nobody responsible and take it as `none`. */
export const followUpGroupings = ['none', 'responsible', 'subGroup', 'meeting'] as const;
export type FollowUpGrouping = (typeof followUpGroupings)[number];

/** As many as one answer may hold: the lists of a whole term of office. */
const MOST_ROWS = 5000;

const followUpQuery = z.object({
  kind: z.enum(followUpKinds),
  /** The day against which lateness is told. */
  today: day,
  workingGroupId: idSchema<'workingGroup'>().nullable().default(null),
  subGroupId: idSchema<'subGroup'>().nullable().default(null),
  meetingId: idSchema<'meeting'>().nullable().default(null),
  personId: idSchema<'person'>().nullable().default(null),
  organisationId: idSchema<'organisation'>().nullable().default(null),
  /** Only actions that nobody is responsible for. */
  isUnassigned: z.boolean().default(false),
  /** Decisions are open while deferred, done once adopted, rejected or superseded; never late. */
  state: z.enum(followUpStates).default('all'),
  /** Only these statuses; all when none is given. */
  statuses: z
    .array(z.enum([...workStatuses, ...decisionStatuses]))
    .max(20)
    .default([]),
  /** Bounds of the due date of actions, of the day of decisions; both count. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  text: z.string().max(200).default(''),
  groupBy: z.enum(followUpGroupings).default('none'),
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(MOST_ROWS).default(100),
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

const followUpGroup = z.object({
  /** Identifier of what the rows have in common; null for those without. */
  key: text,
  count: z.number(),
  late: z.number(),
});

const reminder = z.object({
  personId: text,
  organisationId: text,
  name: z.string(),
  email: text,
  /** Whether `email` is an address that mail programs take. */
  isReachable: z.boolean(),
  /** When a message to them was last prepared; null before the first. */
  remindedAt: text,
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

const sentReminder = z.object({
  at: z.string(),
  recipients: z.array(z.object({ name: z.string(), address: z.string() })),
  /** The meetings that decided what the message reminded of. */
  meetings: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type SentReminder = z.output<typeof sentReminder>;

const reminding = z.object({
  today: day,
  workingGroupId: idSchema<'workingGroup'>().nullable().default(null),
  subGroupId: idSchema<'subGroup'>().nullable().default(null),
  personId: idSchema<'person'>().nullable().default(null),
  organisationId: idSchema<'organisation'>().nullable().default(null),
  onlyLate: z.boolean().default(false),
});

export const followUpChannels = {
  'followUp:list': reads('store', {
    input: followUpQuery,
    output: z.object({
      rows: z.array(followUpRow),
      total: z.number(),
      /** Of everything the filters other than the state keep. */
      counts: z.object({ all: z.number(), open: z.number(), late: z.number(), done: z.number() }),
      /** In the order of the rows; none without a grouping. */
      groups: z.array(followUpGroup),
    }),
  }),
  /** What the list can be narrowed down to, and whom the author's name stands for. */
  'followUp:choices': reads('store', {
    input: z.object({}),
    output: z.object({
      workingGroups: z.array(named),
      subGroups: z.array(named),
      /** Meetings that decided something, the latest first. */
      meetings: z.array(z.object({ id: z.string(), title: z.string(), heldOn: text })),
      /** Those responsible for some action. */
      people: z.array(named),
      organisations: z.array(named),
      /** The one person of that very name; null when there is none, or several. */
      author: named.nullable(),
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
  'followUp:setDecisionStatus': writes('store', {
    input: z.object({
      ids: z.array(idSchema<'decision'>()).min(1).max(1000),
      status: z.enum(decisionStatuses),
    }),
    output: done,
  }),
  /** Open actions of each person or organisation responsible, the most late first. */
  'followUp:remind': reads('store', { input: reminding, output: z.array(reminder) }),
  /** The same as one message each, in one archive; entered in the register of their meetings. */
  'followUp:remindAll': writes('store', {
    input: reminding.extend({ grant: z.string() }),
    output: done.extend({ messages: z.number(), withoutAddress: z.number() }),
  }),
  /** Reminders prepared so far, the latest first. */
  'followUp:sent': reads('store', {
    input: z.object({ limit: z.int().min(1).max(500).default(50) }),
    output: z.array(sentReminder),
  }),
} as const;
