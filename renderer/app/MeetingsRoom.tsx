import { MeetingPapers } from '../features/meeting-papers/MeetingPapers.tsx';
import { MeetingsScreen } from '../features/meetings/MeetingsScreen.tsx';

/** The meetings with the messages and documents that another feature makes of them. */
export function MeetingsRoom() {
  return <MeetingsScreen Papers={MeetingPapers} />;
}
