import type { ChannelName } from '#contract/channels.ts';
import { orderPitches, orderProgramme } from '#services/events/order.ts';
import { register, registrationsOf, setRegistrations } from '#services/events/registrations.ts';
import { eventSheet } from '#services/events/sheet.ts';
import {
  addStand,
  arrangeStands,
  numberStands,
  placeStand,
  takeFromSelection,
} from '#services/events/stands.ts';
import { decideMatches, followMatch } from '#services/matching/decide.ts';
import { proposeMatches } from '#services/matching/propose.ts';
import { acceptTimetable } from '#services/timetable/accept.ts';
import {
  addMeeting,
  cancelMeetings,
  lockMeetings,
  moveMeeting,
  recordOutcome,
} from '#services/timetable/changes.ts';
import {
  gatherParticipants,
  savePlan,
  setAvailability,
  setParticipant,
  setWish,
  withdrawParticipant,
} from '#services/timetable/participants.ts';
import { proposeTimetable } from '#services/timetable/propose.ts';
import { schedulesOf } from '#services/timetable/schedules.ts';
import { timetableSheet } from '#services/timetable/sheet.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<
  ChannelName,
  `events:${string}` | `matching:${string}` | `timetable:${string}`
>;

/** What a service says of the operation that it ran. */
interface Ran<T> {
  readonly operationId: string | null;
  readonly value: T;
}

const doneBy = ({ operationId }: Ran<unknown>) => ({ operationId });
const madeBy = ({ operationId, value }: Ran<string>) => ({ operationId, id: value });

export const eventHandlers: StoreHandlers<Channels> = {
  'events:sheet': ({ reader }, request) => eventSheet(reader, request),
  'events:registrations': ({ reader }, request) => registrationsOf(reader, request),
  'events:register': (session, request, by) => {
    const { operationId, value } = register(session, by, request);
    return { operationId, added: value };
  },
  'events:setRegistrations': (session, request, by) =>
    doneBy(setRegistrations(session, by, request)),
  'events:orderProgramme': (session, request, by) => doneBy(orderProgramme(session, by, request)),
  'events:fromSelection': (session, request, by) => {
    const { operationId, value } = takeFromSelection(session, by, request);
    return { operationId, ...value };
  },
  'events:orderPitches': (session, request, by) => doneBy(orderPitches(session, by, request)),
  'events:numberStands': (session, request, by) => doneBy(numberStands(session, by, request)),
  'events:placeStand': (session, request, by) => doneBy(placeStand(session, by, request)),
  'events:arrangeStands': (session, request, by) => {
    const { operationId, value } = arrangeStands(session, by, request);
    return { operationId, placed: value };
  },
  'events:addStand': (session, request, by) => madeBy(addStand(session, by, request)),
  'matching:propose': ({ reader }, request) => proposeMatches(reader, request),
  'matching:decide': (session, request, by) => {
    const { operationId, value } = decideMatches(session, by, request);
    return { operationId, ids: value };
  },
  'matching:followUp': (session, request, by) => doneBy(followMatch(session, by, request)),
  'timetable:sheet': ({ reader }, request) => timetableSheet(reader, request),
  'timetable:savePlan': (session, request, by) => madeBy(savePlan(session, by, request)),
  'timetable:gather': (session, request, by) => {
    const { operationId, value } = gatherParticipants(session, by, request);
    return { operationId, added: value };
  },
  'timetable:setParticipant': (session, request, by) =>
    madeBy(setParticipant(session, by, request)),
  'timetable:withdraw': (session, request, by) => {
    const { operationId, value } = withdrawParticipant(session, by, request);
    return { operationId, cancelled: value };
  },
  'timetable:setAvailability': (session, request, by) =>
    doneBy(setAvailability(session, by, request)),
  'timetable:wish': (session, request, by) => doneBy(setWish(session, by, request)),
  'timetable:solve': (session, request, context) => proposeTimetable(session, context, request),
  'timetable:accept': (session, request, by) => {
    const { operationId, value } = acceptTimetable(session, by, request);
    return { operationId, ...value };
  },
  'timetable:addMeeting': (session, request, by) => madeBy(addMeeting(session, by, request)),
  'timetable:move': (session, request, by) => doneBy(moveMeeting(session, by, request)),
  'timetable:lock': (session, request, by) => doneBy(lockMeetings(session, by, request)),
  'timetable:cancel': (session, request, by) => doneBy(cancelMeetings(session, by, request)),
  'timetable:outcome': (session, request, by) => doneBy(recordOutcome(session, by, request)),
  'timetable:schedules': ({ reader }, request) => schedulesOf(reader, request),
};
