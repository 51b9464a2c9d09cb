import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { publicHolidays } from '#domain/public-holidays.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';

const meetingId = idSchema<'meeting'>();
const text = z.string().nullable();
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable();

export const rhythms = ['monthly', 'quarterly', 'yearly'] as const;

const proposedDay = z.object({
  day: z.string(),
  /** The day by the rhythm alone. */
  wantedOn: z.string(),
  /** Why it is another day. */
  obstacle: z.enum([...publicHolidays, 'weekend']).nullable(),
  /** Another meeting of the same body that day. */
  clash: z.object({ id: z.string(), title: z.string() }).nullable(),
});
export type ProposedDayView = z.output<typeof proposedDay>;

const inSeries = z.object({
  id: z.string(),
  title: z.string(),
  heldOn: text,
  period: text,
  status: z.string(),
});

export const meetingSeriesChannels = {
  /** The series that a meeting belongs to, with its meetings in order of their days. */
  'meetings:series': reads('store', {
    input: z.object({ id: meetingId }),
    output: z
      .object({
        id: z.string(),
        name: z.string(),
        recurrence: z.enum([...rhythms, 'none']),
        meetings: z.array(inSeries),
      })
      .nullable(),
  }),
  /** Days of a year for the next meetings like this one; none while no meeting of the series has a day. */
  'meetings:proposeDates': reads('store', {
    input: z.object({
      id: meetingId,
      recurrence: z.enum(rhythms),
      year: z.int().min(1900).max(2200),
    }),
    output: z.object({
      /** The day that the others follow from; null when none is known. */
      model: text,
      days: z.array(proposedDay),
    }),
  }),
  /** Makes meetings like this one on other days, all of them in one series, as one operation. */
  'meetings:planSeries': writes('store', {
    input: z.object({
      id: meetingId,
      /** Made anew when the meeting is in none. */
      name: z.string().trim().min(1).max(500),
      recurrence: z.enum(rhythms),
      meetings: z
        .array(z.object({ title: z.string().trim().min(1).max(500), heldOn: day }))
        .max(60),
    }),
    output: done.extend({ seriesId: z.string(), ids: z.array(z.string()) }),
  }),
  /** The meeting does not take place. */
  'meetings:cancel': writes('store', {
    input: z.object({ id: meetingId, reason: z.string().trim().max(5000).nullable() }),
    output: done,
  }),
  /** The meeting takes place on another day. */
  'meetings:postpone': writes('store', {
    input: z.object({ id: meetingId, heldOn: day, startsAt: time, endsAt: time }),
    output: done,
  }),
  /** The meeting takes place after all. */
  'meetings:restore': writes('store', { input: z.object({ id: meetingId }), output: done }),
  /** Whether a person has a mandate in the group or one of its bodies on the day of a meeting. */
  'meetings:standing': reads('store', {
    input: z.object({ id: meetingId, personId: idSchema<'person'>(), today: day }),
    output: z.object({
      standing: z.enum(['inOffice', 'ended', 'notYet', 'never']),
      /** Last day of the mandate that ended, first day of the one to come. */
      on: text,
      name: z.string(),
    }),
  }),
} as const;
