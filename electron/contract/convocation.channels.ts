import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, documentFormat, documentFormats, done } from './schemas.ts';
import type { DocumentFormatName } from './schemas.ts';

const meetingId = idSchema<'meeting'>();
const text = z.string().nullable();

/** Messages about one meeting; reminders are about what somebody has to do, whatever the meeting. */
export const draftKinds = ['convocation', 'update', 'cancellation', 'minutes'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** Documents of one meeting. */
export const meetingPapers = [
  'agenda',
  'convocation',
  'attendanceSheet',
  'minutes',
  'decisions',
  'pack',
] as const;
export type MeetingPaperName = (typeof meetingPapers)[number];

/** A document, and what it is about. */
export const paperChoice = z.union([
  z.object({ document: z.enum(meetingPapers), meetingId }),
  z.object({ document: z.literal('roadmap'), subGroupId: idSchema<'subGroup'>() }),
  z.object({
    document: z.literal('decisionsOfPeriod'),
    workingGroupId: idSchema<'workingGroup'>(),
    subGroupId: idSchema<'subGroup'>().nullable(),
    /** Both days count; null leaves that side open. */
    from: day.nullable(),
    to: day.nullable(),
  }),
]);
export type PaperChoice = z.output<typeof paperChoice>;

const slides: ReadonlySet<string> = new Set(['pptx', 'odp']);

/** The formats that a document can be written in: only the file of a meeting is also shown on slides. */
export function paperFormatsOf(document: PaperChoice['document']): readonly DocumentFormatName[] {
  return document === 'pack'
    ? documentFormats
    : documentFormats.filter((format) => !slides.has(format));
}

const recipient = z.object({
  personId: z.string(),
  name: z.string(),
  organisationName: text,
  /** As typed on the record, usable or not. */
  email: text,
});
export type ConvocationRecipient = z.output<typeof recipient>;

const paper = { paper: paperChoice, today: day };

export const convocationChannels = {
  /** Whom a message about the meeting goes to, and who cannot be written to. */
  'convocations:recipients': reads('store', {
    input: z.object({ meetingId, today: day }),
    output: z.object({
      onDay: z.string(),
      reached: z.array(recipient),
      /** People without an address, or with one that no mail program would take. */
      unreached: z.array(recipient),
      /** Whom answers to the invitation go to; null when the secretariat has no usable address. */
      organizer: z.object({ name: z.string(), email: z.string() }).nullable(),
      /** What can be prepared now. */
      kinds: z.array(z.enum(draftKinds)),
    }),
  }),
  /** Writes a message to be opened in the mail program, and says so in the meeting's register. */
  'convocations:draft': writes('store', {
    input: z.object({ meetingId, kind: z.enum(draftKinds), today: day, grant: z.string() }),
    output: done.extend({
      dispatchId: z.string(),
      recipients: z.number(),
      unreached: z.number(),
      sequence: z.number(),
    }),
  }),
  /** Writes a message that reminds somebody of their open actions. Exactly one of them is named. */
  'convocations:remind': writes('store', {
    input: z.object({
      personId: idSchema<'person'>().nullable(),
      organisationId: idSchema<'organisation'>().nullable(),
      workingGroupId: idSchema<'workingGroup'>().nullable().default(null),
      subGroupId: idSchema<'subGroup'>().nullable().default(null),
      onlyLate: z.boolean().default(false),
      today: day,
      grant: z.string(),
    }),
    output: done.extend({ actions: z.number(), recipients: z.number() }),
  }),
  /** Meetings, events and deadlines as a file that calendars read; of all years when null. */
  'calendar:export': writes('store', {
    input: z.object({
      year: z.int().min(1900).max(2200).nullable(),
      workingGroupId: idSchema<'workingGroup'>().nullable().default(null),
      grant: z.string(),
    }),
    output: z.object({ entries: z.number() }),
  }),
  'meetingDocuments:preview': reads('store', {
    input: z.object(paper),
    output: z.object({ html: z.string(), title: z.string() }),
  }),
  'meetingDocuments:export': writes('store', {
    input: z.object({ ...paper, format: documentFormat, grant: z.string() }),
    output: z.object({ bytes: z.number() }),
  }),
} as const;
