import { z } from 'zod';

import { timeSchema } from '#domain/dates.ts';
import { meetingSides } from '#domain/event.ts';
import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';
import { schedule, timetableProposal, timetableSheet } from './timetable.views.ts';

export type * from './timetable.views.ts';

const eventId = idSchema<'event'>();
const organisationId = idSchema<'organisation'>();
const meetingId = idSchema<'b2bMeeting'>();
const meetingIds = z.array(meetingId).min(1).max(5000);
const count = z.number();
/** Place of a slot in the day, from 0. */
const slot = z.int().min(0).max(59);
const limit = z.int().min(0).max(60).nullable();

export const timetableChannels = {
  /** The whole timetable of an event, with everything it depends on. */
  'timetable:sheet': reads('store', {
    input: z.object({ id: eventId }),
    output: timetableSheet.nullable(),
  }),
  'timetable:savePlan': writes('store', {
    input: z.object({
      id: eventId,
      startsAt: timeSchema,
      slotMinutes: z.int().min(5).max(240),
      gapMinutes: z.int().min(0).max(120),
      slotCount: z.int().min(1).max(60),
      tableCount: z.int().min(1).max(1000).nullable().default(null),
      place: z.string().trim().min(1).max(500).nullable().default(null),
      minPerBuyer: limit.default(null),
      maxPerBuyer: limit.default(null),
      minPerCompany: limit.default(null),
      maxPerCompany: limit.default(null),
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** Adds as participants the buyers of needs and the companies of pitches, stands, matches, wishes. */
  'timetable:gather': writes('store', {
    input: z.object({ id: eventId }),
    output: done.extend({ added: count }),
  }),
  'timetable:setParticipant': writes('store', {
    input: z.object({
      id: eventId,
      organisationId,
      side: z.enum(meetingSides).optional(),
      personId: idSchema<'person'>().nullable().optional(),
      minMeetings: limit.optional(),
      maxMeetings: limit.optional(),
      note: z.string().max(200_000).nullable().optional(),
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** Takes a participant out, its planned meetings cancelled; or lets it in again. */
  'timetable:withdraw': writes('store', {
    input: z.object({ id: eventId, organisationId, isWithdrawn: z.boolean() }),
    output: done.extend({ cancelled: count }),
  }),
  /** When a participant is there, and when it is not: the whole of it. */
  'timetable:setAvailability': writes('store', {
    input: z.object({
      id: eventId,
      organisationId,
      periods: z
        .array(
          z.object({
            startsAt: timeSchema,
            endsAt: timeSchema,
            isAvailable: z.boolean(),
            note: z.string().trim().min(1).max(500).nullable().default(null),
          }),
        )
        .max(100),
    }),
    output: done,
  }),
  /** One side's wish to meet another; strength 0 takes it back. */
  'timetable:wish': writes('store', {
    input: z.object({
      id: eventId,
      fromId: organisationId,
      toId: organisationId,
      strength: z.int().min(0).max(3),
      needId: idSchema<'need'>().nullable().optional(),
      offerId: idSchema<'offer'>().nullable().optional(),
      note: z.string().max(200_000).nullable().optional(),
    }),
    output: done,
  }),
  /** Works a timetable out; nothing is written. Tells its progress; can be cancelled. */
  'timetable:solve': reads('store', {
    input: z.object({
      id: eventId,
      /** `steady` moves planned meetings only where that is worth it; `anew` looks at locked ones alone. */
      mode: z.enum(['anew', 'steady']).default('steady'),
      seconds: z.number().min(1).max(600).default(30),
    }),
    output: timetableProposal,
  }),
  /** Takes a proposal over as one operation. */
  'timetable:accept': writes('store', {
    input: z.object({
      id: eventId,
      fingerprint: z.string().max(100),
      objective: z.number().nullable(),
      bound: z.number().nullable(),
      meetings: z
        .array(
          z.object({
            meetingId: meetingId.nullable(),
            buyerId: organisationId,
            companyId: organisationId,
            slot,
            tableNumber: z.int().min(1).max(1000).nullable(),
            weight: z.number(),
          }),
        )
        .max(5000),
    }),
    output: done.extend({ added: count, moved: count, kept: count, dropped: count }),
  }),
  'timetable:addMeeting': writes('store', {
    input: z.object({ id: eventId, buyerId: organisationId, companyId: organisationId, slot }),
    output: done.extend({ id: z.string() }),
  }),
  /** Puts a meeting into another slot, and locks it there. */
  'timetable:move': writes('store', { input: z.object({ meetingId, slot }), output: done }),
  'timetable:lock': writes('store', {
    input: z.object({ meetingIds, isLocked: z.boolean() }),
    output: done,
  }),
  'timetable:cancel': writes('store', { input: z.object({ meetingIds }), output: done }),
  /** How a meeting went. */
  'timetable:outcome': writes('store', {
    input: z.object({
      meetingId,
      status: z.enum(['planned', 'held', 'missed']).optional(),
      outcome: z.string().max(200_000).nullable().optional(),
      followUp: z.string().max(200_000).nullable().optional(),
      followUpOn: day.nullable().optional(),
    }),
    output: done,
  }),
  /** The day of each participant, or of each place. */
  'timetable:schedules': reads('store', {
    input: z.object({
      id: eventId,
      by: z.enum(['participants', 'places']),
      /** Only this organisation, or this place. */
      subject: z.string().max(500).nullable().default(null),
    }),
    output: z.array(schedule),
  }),
} as const;
