import { useLocation } from 'wouter';

import { CalendarScreen } from '../features/calendar/CalendarScreen.tsx';
import { Files } from '../features/deliverables/Files.tsx';
import { FileZone } from '../features/deliverables/FileZone.tsx';
import { FollowUpScreen } from '../features/follow-up/FollowUpScreen.tsx';
import { MeetingPapers } from '../features/meeting-papers/MeetingPapers.tsx';
import { MessageOffer } from '../features/meeting-papers/MessageButtons.tsx';
import { MeetingsScreen } from '../features/meetings/MeetingsScreen.tsx';
import { isBelow, MeetingsFrame } from './MeetingsFrame.tsx';

const parts = { Papers: MeetingPapers, Offer: MessageOffer, Files, FileZone } as const;

/** The meetings with what other features bring to them: messages and documents, what was decided. */
export function MeetingsRoom() {
  const [location] = useLocation();
  if (isBelow(location, '/meetings/calendar')) return <CalendarScreen Frame={MeetingsFrame} />;
  if (isBelow(location, '/meetings/follow-up')) return <FollowUpScreen Frame={MeetingsFrame} />;
  return <MeetingsScreen parts={parts} Frame={MeetingsFrame} />;
}
