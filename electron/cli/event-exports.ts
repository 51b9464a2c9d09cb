import type { EventPaperName } from '#contract/event-papers.channels.ts';
import { eventPaperFormatsOf } from '#contract/event-papers.channels.ts';

import type { OptionName } from './options.ts';

/** What `export` writes of events. */
export const eventExports = [
  'event-schedules',
  'event-place-schedules',
  'event-programme',
  'event-registrations',
  'event-stands',
  'event-calendar',
] as const;
export type EventExport = (typeof eventExports)[number];

/** The document that each word stands for. */
export const eventDocuments: Readonly<Record<EventExport, EventPaperName>> = {
  'event-schedules': 'participantSchedules',
  'event-place-schedules': 'placeSchedules',
  'event-programme': 'programme',
  'event-registrations': 'registrations',
  'event-stands': 'stands',
  'event-calendar': 'calendar',
};

/** Options of `export` that only these take. */
export const eventOptions = [
  'event',
  'participant',
  'place',
] as const satisfies readonly OptionName[];

/** The formats of each, for all or for one, for checks and the help. */
export function eventFormats(name: EventExport): readonly string[] {
  const paper = eventDocuments[name];
  return [...new Set([...eventPaperFormatsOf(paper, false), ...eventPaperFormatsOf(paper, true)])];
}
