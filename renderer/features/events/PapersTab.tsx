import classes from './Events.module.css';
import type { EventTabProps } from './event-tab.ts';

/** The documents, timetables and calendars of the event. */
export function PapersTab({ papers }: EventTabProps) {
  return <div className={classes['papers'] ?? ''}>{papers}</div>;
}
