import { z } from 'zod';

import { reads } from './channel.ts';
import { day, entityName, id } from './schemas.ts';

/** What a calendar shows, in the order in which filters offer it. */
export const calendarKinds = [
  'meeting',
  'event',
  'milestone',
  'deliverable',
  'action',
  'call',
] as const;
const kind = z.enum(calendarKinds);
export type CalendarKind = z.output<typeof kind>;

const text = z.string().nullable();

const calendarDate = z.object({
  kind,
  table: entityName,
  id: z.string(),
  /** Which of the record's dates it is, where it has several. */
  part: z.enum(['opens', 'closes', 'deadline']).nullable(),
  title: z.string(),
  detail: text,
  place: text,
  workingGroupId: z.string(),
  groupName: z.string(),
  subGroupId: text,
  subGroupName: text,
  fromOn: z.string(),
  toOn: z.string(),
  /** HH:MM, of meetings that say it. */
  startsAt: text,
  /** The time in words or the quarter, where no day is known: the days are then its bounds. */
  period: text,
  state: z.enum(['late', 'ahead', 'over']),
});
export type CalendarDate = z.output<typeof calendarDate>;

const calendarYear = z.object({
  dates: z.array(calendarDate),
  /** True when there are more dates than can be shown. */
  isCut: z.boolean(),
  /** What is still to come and says no year. */
  undated: z.array(
    calendarDate.pick({
      kind: true,
      table: true,
      id: true,
      title: true,
      period: true,
      subGroupId: true,
      subGroupName: true,
    }),
  ),
  /** First and last year that have anything. */
  known: z.object({ first: z.number(), last: z.number() }).nullable(),
});
export type CalendarYear = z.output<typeof calendarYear>;

export const calendarChannels = {
  /** Meetings, events, milestones, deadlines and calls of a year; of all groups when none is named. */
  'calendar:year': reads('store', {
    input: z.object({
      year: z.int().min(1900).max(2200),
      workingGroupId: id.nullable().default(null),
      today: day,
    }),
    output: calendarYear,
  }),
} as const;
