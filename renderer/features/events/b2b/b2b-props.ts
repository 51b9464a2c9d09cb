import type { TimetableSheet } from '#contract/timetable.channels.ts';

/** What the parts of the meetings are given. */
export interface B2bProps {
  readonly id: string;
  readonly sheet: TimetableSheet;
  readonly isReadOnly: boolean;
}
