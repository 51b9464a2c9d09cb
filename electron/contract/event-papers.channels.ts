import { z } from 'zod';

import { meetingSides } from '#domain/event.ts';
import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day } from './schemas.ts';

const count = z.number();

/** Documents of an event. */
export const eventPapers = [
  'participantSchedules',
  'placeSchedules',
  'programme',
  'registrations',
  'stands',
  'calendar',
] as const;
export type EventPaperName = (typeof eventPapers)[number];

export const eventPaperFormats = [
  'docx',
  'odt',
  'pdf',
  'html',
  'xlsx',
  'ods',
  'csv',
  'ics',
  'zip',
] as const;
export type EventPaperFormat = (typeof eventPaperFormats)[number];

/** True for a document that is written for all, or for one participant or place. */
export const isSchedule = (
  paper: EventPaperName,
): paper is 'participantSchedules' | 'placeSchedules' =>
  paper === 'participantSchedules' || paper === 'placeSchedules';

/**
 * The formats of a document. Schedules are also calendars: a file for one participant or place, an
 * archive of such files for all of them.
 */
export function eventPaperFormatsOf(
  paper: EventPaperName,
  isOne: boolean,
): readonly EventPaperFormat[] {
  if (paper === 'calendar') return ['ics'];
  const calendar = isOne ? 'ics' : 'zip';
  return eventPaperFormats.filter((format) => {
    if (format === 'ics' || format === 'zip') return isSchedule(paper) && format === calendar;
    // Stands and pitches are two tables, which values in one text file cannot hold.
    return format !== 'csv' || paper !== 'stands';
  });
}

const participant = z.object({
  id: z.string(),
  name: z.string(),
  side: z.enum(meetingSides).nullable(),
  meetings: count,
});
const place = z.object({ name: z.string(), entries: count });

const overview = z.object({
  eventName: z.string(),
  /** Calendars cannot be written without it. */
  day: z.string().nullable(),
  /** By name, those who withdrew left out. */
  participants: z.array(participant),
  places: z.array(place),
  programme: count,
  pitches: count,
  registrations: count,
  stands: count,
});
export type EventPapersOverview = z.output<typeof overview>;

const eventId = idSchema<'event'>();

export const eventPaperChannels = {
  /** What there is to write about an event, and whom schedules are for. */
  'eventPapers:overview': reads('store', {
    input: z.object({ eventId }),
    output: overview,
  }),
  'eventPapers:export': writes('store', {
    input: z.object({
      eventId,
      paper: z.enum(eventPapers),
      /** Of schedules, only that organisation's or place's; all of them when null. */
      subject: z.string().max(500).nullable().default(null),
      format: z.enum(eventPaperFormats),
      today: day,
      grant: z.string().max(200),
    }),
    output: z.object({ bytes: count }),
  }),
} as const;
