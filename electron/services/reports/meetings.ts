import type { MeetingData } from '#documents/reports/data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { AHEAD, plenariesHeld } from '#services/indicators/counted.ts';

import type { Gathering } from './context.ts';
import { momentOf } from './context.ts';

type Meeting = RecordOf<'meeting'>;

const moment = ({ heldOn, period }: Meeting) =>
  momentOf({ startsOn: heldOn, endsOn: heldOn, period });

const meetingData = (meeting: Meeting): MeetingData => ({
  id: meeting.id,
  title: meeting.title,
  moment: moment(meeting),
  place: meeting.place,
  purpose: meeting.purpose,
});

function meetingsOf(g: Gathering): Meeting[] {
  return listRecords(g.db, 'meeting', { workingGroupId: g.groupId }, ['heldOn', 'title']).filter(
    ({ status }) => status !== 'cancelled',
  );
}

/** Plenary meetings held in the year by the report's date; those without a day come last. */
export function heldMeetings(g: Gathering): MeetingData[] {
  return plenariesHeld(g).map(meetingData);
}

/** Whether a meeting lay ahead on the report's date; one called for that very day still does. */
function liesAhead(g: Gathering, meeting: Meeting): boolean {
  const { fromOn, toOn } = moment(meeting);
  if (fromOn === null || toOn === null) return AHEAD.has(meeting.status);
  if (fromOn > g.horizonOn) return false;
  return fromOn > g.asOfOn || (toOn >= g.asOfOn && AHEAD.has(meeting.status));
}

/** Meetings that the report looks forward to; those of one event only, or those of none. */
export function plannedMeetings(g: Gathering, eventId: string | null): MeetingData[] {
  return meetingsOf(g)
    .filter((meeting) => meeting.eventId === eventId && liesAhead(g, meeting))
    .map(meetingData);
}
