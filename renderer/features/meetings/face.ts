import type { MeetingSheet } from '#contract/meeting.channels.ts';

/** What each face of a meeting's page is given. */
export interface FaceProps {
  readonly id: string;
  readonly sheet: MeetingSheet;
  readonly isReadOnly: boolean;
}
