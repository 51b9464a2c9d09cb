import { EventPapers } from '../features/event-papers/EventPapers.tsx';
import { EventsScreen } from '../features/events/EventsScreen.tsx';

/** The events, from their programme to what came of their meetings. */
export function EventsRoom() {
  return <EventsScreen Papers={EventPapers} />;
}
