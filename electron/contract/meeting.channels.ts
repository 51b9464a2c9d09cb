import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { dispatchKinds, workStatuses } from '#domain/meeting.ts';

import { reads, writes } from './channel.ts';
import { anyRecord, day, done, entityName, id } from './schemas.ts';

const meetingId = idSchema<'meeting'>();
const minutesId = idSchema<'minutes'>();
const agendaItemId = idSchema<'agendaItem'>();
const personId = idSchema<'person'>();
const organisationId = idSchema<'organisation'>();
const title = z.string().trim().min(1).max(1000);
const detail = z.string().max(200_000).nullable().default(null);
const votes = z.int().min(0).max(1_000_000_000).nullable().default(null);
const made = done.extend({ id: z.string() });
const text = z.string().nullable();

const decisionView = z.object({
  id: z.string(),
  title: z.string(),
  detail: text,
  status: z.string(),
  decidedOn: text,
  votesFor: z.number().nullable(),
  votesAgainst: z.number().nullable(),
  abstentions: z.number().nullable(),
  agendaItemId: text,
  minutesItemId: text,
  subGroupId: text,
});
export type DecisionView = z.output<typeof decisionView>;

const actionView = z.object({
  id: z.string(),
  title: z.string(),
  detail: text,
  status: z.enum(workStatuses),
  dueOn: text,
  doneOn: text,
  isLate: z.boolean(),
  responsiblePersonId: text,
  responsiblePersonName: text,
  responsibleOrganisationId: text,
  responsibleOrganisationName: text,
  agendaItemId: text,
  minutesItemId: text,
  subGroupId: text,
});
export type ActionView = z.output<typeof actionView>;

const itemFile = z.object({
  id: z.string(),
  recordTable: z.string(),
  recordId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  byteSize: z.number(),
  addedOn: text,
});

const agendaItemView = z.object({
  id: z.string(),
  position: z.number(),
  title: z.string(),
  durationMinutes: z.number().nullable(),
  /** `HH:MM`, from the meeting's start and the items before; null when the start is not known. */
  startsAt: text,
  presenterId: text,
  presenterName: text,
  subGroupId: text,
  subGroupName: text,
  status: z.enum(['planned', 'discussed', 'postponed']),
  note: text,
  spentSeconds: z.number().nullable(),
  isStanding: z.boolean(),
  carriedFrom: z
    .object({ itemId: z.string(), meetingId: z.string(), meetingTitle: z.string(), heldOn: text })
    .nullable(),
  /** The action of an earlier meeting that the item is about. */
  action: actionView.nullable(),
  documents: z.number(),
  /** Those documents, the newest first. */
  files: z.array(itemFile),
  /** What the minutes of the meeting say of it (not their addenda). */
  minutesItemId: text,
  body: text,
  decisions: z.array(decisionView),
  actions: z.array(actionView),
});
export type AgendaItemView = z.output<typeof agendaItemView>;

const attendanceView = z.object({
  id: z.string(),
  personId: text,
  /** The person's name, or the guest's. */
  name: z.string(),
  isGuest: z.boolean(),
  organisationId: text,
  organisationName: text,
  status: z.enum(['expected', 'present', 'excused', 'represented', 'absent']),
  representedById: text,
  representedByName: text,
  /** The mandate in the meeting's body, or in one of its sub-groups, that day. */
  mandate: z.object({ id: z.string(), role: z.string(), bodyName: z.string() }).nullable(),
});
export type AttendanceView = z.output<typeof attendanceView>;

const quorum = z.object({
  unit: z.enum(['people', 'percent']),
  value: z.number(),
  /** People with a seat: guests do not count. */
  expected: z.number(),
  /** Present or represented. */
  counted: z.number(),
  needed: z.number(),
  isReached: z.boolean(),
});
export type QuorumView = z.output<typeof quorum>;

const minutesView = z.object({
  id: z.string(),
  number: text,
  status: z.enum(['draft', 'toValidate', 'validated']),
  body: text,
  validatedAt: text,
  validatedById: text,
  validatedByName: text,
  amendsId: text,
  items: z.array(
    z.object({ id: z.string(), agendaItemId: text, position: z.number(), body: text }),
  ),
});
export type MinutesView = z.output<typeof minutesView>;

const warning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('notInOffice'),
    /** In which part of the meeting the person appears. */
    as: z.enum(['presenter', 'expected', 'chair', 'secretary', 'responsible']),
    personId: z.string(),
    name: z.string(),
    agendaItemId: text,
    day: z.string(),
  }),
  z.object({
    kind: z.literal('overlappingMandates'),
    personId: z.string(),
    name: z.string(),
    role: z.string(),
    bodyName: z.string(),
    mandateIds: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('sameDay'),
    meetingId: z.string(),
    title: z.string(),
    day: z.string(),
  }),
]);
export type MeetingWarning = z.output<typeof warning>;

const meetingSheet = z.object({
  record: anyRecord,
  body: z.object({ table: entityName, id: z.string(), name: z.string() }),
  seriesName: text,
  eventName: text,
  chairName: text,
  secretaryName: text,
  agenda: z.array(agendaItemView),
  totals: z.object({
    plannedMinutes: z.number(),
    spentSeconds: z.number(),
    /** Items that say no duration: the times after them are early. */
    withoutDuration: z.number(),
    endsAt: text,
    /** Minutes beyond the meeting's own end; negative when time is left, null when it is not known. */
    overrunMinutes: z.number().nullable(),
  }),
  attendance: z.array(attendanceView),
  quorum: quorum.nullable(),
  minutes: minutesView.nullable(),
  addenda: z.array(minutesView),
  /** Decisions and actions of the meeting that belong to no item of the agenda. */
  otherDecisions: z.array(decisionView),
  otherActions: z.array(actionView),
  dispatches: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(dispatchKinds),
      at: z.string(),
      sequence: z.number(),
      recipients: z.array(z.object({ personId: text, name: z.string(), address: z.string() })),
    }),
  ),
  warnings: z.array(warning),
  /** True once its minutes are validated: agenda, minutes and wording then stay as they are. */
  isLocked: z.boolean(),
});
export type MeetingSheet = z.output<typeof meetingSheet>;

const proposal = z.object({
  kind: z.enum(['postponed', 'undiscussed', 'action', 'standing']),
  /** The item of an earlier agenda, or the action. */
  sourceId: z.string(),
  title: z.string(),
  durationMinutes: z.number().nullable(),
  presenterId: text,
  presenterName: text,
  subGroupId: text,
  meetingId: text,
  meetingTitle: text,
  heldOn: text,
  dueOn: text,
  isLate: z.boolean(),
});
export type Proposal = z.output<typeof proposal>;

const templateView = z.object({
  id: z.string(),
  name: z.string(),
  meetingKind: z.string(),
  items: z.array(z.object({ title: z.string(), durationMinutes: z.number().nullable() })),
});

export const meetingChannels = {
  /** Everything the screen of a meeting shows, in one answer. */
  'meetings:sheet': reads('store', {
    /** `today` tells what is late, and stands for the day of a meeting that has none. */
    input: z.object({ id: meetingId, today: day }),
    output: meetingSheet.nullable(),
  }),
  /** The whole order of an agenda, as one operation. */
  'meetings:reorder': writes('store', {
    input: z.object({ id: meetingId, itemIds: z.array(agendaItemId).max(1000) }),
    output: done,
  }),
  'meetings:addItem': writes('store', {
    input: z.object({
      id: meetingId,
      title: z.string().trim().min(1).max(500),
      durationMinutes: z.int().min(0).max(1440).nullable().default(null),
      presenterId: personId.nullable().default(null),
      subGroupId: idSchema<'subGroup'>().nullable().default(null),
      isStanding: z.boolean().default(false),
      /** The item it comes after; the end of the agenda when absent. */
      afterId: agendaItemId.nullable().default(null),
    }),
    output: made,
  }),
  /** How the discussion of an item went. */
  'meetings:runItem': writes('store', {
    input: z.object({
      itemId: agendaItemId,
      status: z.enum(['planned', 'discussed', 'postponed']).optional(),
      spentSeconds: z.int().min(0).max(604_800).nullable().optional(),
    }),
    output: done,
  }),
  /** What earlier meetings of the same body left open. */
  'meetings:proposals': reads('store', {
    input: z.object({ id: meetingId, today: day }),
    output: z.array(proposal),
  }),
  'meetings:adopt': writes('store', {
    input: z.object({
      id: meetingId,
      sources: z
        .array(z.object({ kind: z.enum(['postponed', 'undiscussed', 'action', 'standing']), id }))
        .min(1)
        .max(500),
    }),
    output: done.extend({ ids: z.array(z.string()) }),
  }),
  'meetings:templates': reads('store', {
    input: z.object({ workingGroupId: idSchema<'workingGroup'>() }),
    output: z.array(templateView),
  }),
  /** Keeps the agenda as a template; one of the same name is replaced. */
  'meetings:saveTemplate': writes('store', {
    input: z.object({ id: meetingId, name: z.string().trim().min(1).max(500) }),
    output: made,
  }),
  /** Adds the items of a template at the end of the agenda. */
  'meetings:applyTemplate': writes('store', {
    input: z.object({ id: meetingId, templateId: idSchema<'agendaTemplate'>() }),
    output: done.extend({ ids: z.array(z.string()) }),
  }),
  /** Adds whoever has a mandate in the body that day and is not on the list yet. */
  'meetings:expected': writes('store', {
    input: z.object({ id: meetingId, today: day }),
    output: done.extend({ added: z.number() }),
  }),
  'meetings:attend': writes('store', {
    input: z.object({
      attendanceId: idSchema<'attendance'>(),
      status: z.enum(['expected', 'present', 'excused', 'represented', 'absent']),
      representedById: personId.nullable().default(null),
    }),
    output: done,
  }),
  /** A guest: a person of the register, or only a name. */
  'meetings:invite': writes('store', {
    input: z.object({
      id: meetingId,
      personId: personId.nullable().default(null),
      name: z.string().trim().min(1).max(200).nullable().default(null),
      organisationId: organisationId.nullable().default(null),
    }),
    output: made,
  }),
  'meetings:start': writes('store', {
    input: z.object({ id: meetingId }),
    output: done.extend({ minutesId: z.string() }),
  }),
  /** The meeting is over; its minutes wait to be validated. */
  'meetings:close': writes('store', { input: z.object({ id: meetingId }), output: done }),
  /** Back from « to validate » to under way. */
  'meetings:reopen': writes('store', { input: z.object({ id: meetingId }), output: done }),
  /** A decision taken at the meeting, worded where the minutes tell of its item. */
  'meetings:decide': writes('store', {
    input: z.object({
      id: meetingId,
      /** Minutes or addendum it is part of; the meeting's minutes when absent. */
      minutesId: minutesId.nullable().default(null),
      agendaItemId: agendaItemId.nullable().default(null),
      title,
      detail,
      status: z.enum(['adopted', 'rejected', 'deferred', 'superseded']).default('adopted'),
      votesFor: votes,
      votesAgainst: votes,
      abstentions: votes,
    }),
    output: made,
  }),
  'meetings:act': writes('store', {
    input: z.object({
      id: meetingId,
      minutesId: minutesId.nullable().default(null),
      agendaItemId: agendaItemId.nullable().default(null),
      title,
      detail,
      responsiblePersonId: personId.nullable().default(null),
      responsibleOrganisationId: organisationId.nullable().default(null),
      dueOn: day.nullable().default(null),
    }),
    output: made,
  }),
} as const;
