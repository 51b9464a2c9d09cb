import type { MeetingPaperName } from '#contract/convocation.channels.ts';
import { paperFormatsOf } from '#contract/convocation.channels.ts';

import type { OptionName } from './options.ts';

/** The document that each word stands for. */
export const papers: Readonly<Record<string, MeetingPaperName>> = {
  agenda: 'agenda',
  convocation: 'convocation',
  'attendance-sheet': 'attendanceSheet',
  minutes: 'minutes',
  'minutes-summary': 'decisions',
  'meeting-pack': 'pack',
};

/** What `export` writes of meetings, beside reports, registers and people. */
export const meetingExports = [
  'agenda',
  'convocation',
  'attendance-sheet',
  'minutes',
  'minutes-summary',
  'meeting-pack',
  'roadmap',
  'calendar',
] as const;
export type MeetingExport = (typeof meetingExports)[number];

/**
 * Decisions are a register, and a document where a format of documents is asked for.
 */
export const DECISIONS = 'decisions';

/** The formats that the record of decisions can be written in. */
export const decisionFormats: readonly string[] = paperFormatsOf('decisionsOfPeriod');

/** Options of `export` that only these take. */
export const meetingOptions = [
  'meeting',
  'sub-group',
  'from',
  'to',
] as const satisfies readonly OptionName[];

/** The formats of each, for checks and the help. */
export function meetingFormats(name: MeetingExport): readonly string[] {
  if (name === 'calendar') return ['ics'];
  return paperFormatsOf(name === 'roadmap' ? 'roadmap' : (papers[name] ?? 'agenda'));
}
