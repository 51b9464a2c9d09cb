import { z } from 'zod';

import { b2bStatuses, meetingSides, programmeKinds } from '#domain/event.ts';

import { matchBasis } from './event.channels.ts';
import { anyRecord } from './schemas.ts';

const text = z.string().nullable();
const count = z.number();

const slotView = z.object({ index: z.number(), startsAt: z.string(), endsAt: z.string() });
export type SlotView = z.output<typeof slotView>;

/** `break`: nobody meets; `meeting`: a fixed one at a time of its own, between slots. */
const busyCauses = ['unavailable', 'pitch', 'demo', 'break', 'meeting'] as const;
export type BusyCause = (typeof busyCauses)[number];
const busy = z.object({ slot: z.number(), cause: z.enum(busyCauses) });
export type BusySlot = z.output<typeof busy>;

const participantView = z.object({
  /** Of the record `meetingParticipant`. */
  id: z.string(),
  organisationId: z.string(),
  name: z.string(),
  side: z.enum(meetingSides),
  personId: text,
  personName: text,
  isWithdrawn: z.boolean(),
  note: text,
  /** Its own limits, and those that hold for it once the plan's are counted. */
  minMeetings: z.number().nullable(),
  maxMeetings: z.number().nullable(),
  min: z.number(),
  max: z.number().nullable(),
  standId: text,
  standNumber: text,
  busy: z.array(busy),
  /** Wishes it made, those of them that the timetable grants, and wishes others made of it. */
  wishes: count,
  granted: count,
  wished: count,
  /** Planned, held or missed. */
  meetings: count,
});
export type ParticipantView = z.output<typeof participantView>;

const availabilityView = z.object({
  id: z.string(),
  organisationId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  isAvailable: z.boolean(),
  note: text,
});

const wishView = z.object({
  id: z.string(),
  fromId: z.string(),
  fromName: z.string(),
  toId: z.string(),
  toName: z.string(),
  needId: text,
  offerId: text,
  strength: z.number(),
  note: text,
  isGranted: z.boolean(),
});
export type WishView = z.output<typeof wishView>;

/** What two or more meetings, or a meeting and the rest, cannot have together. */
const clashKinds = [
  'sameParticipant',
  'samePerson',
  'samePair',
  'sameTable',
  'roomFull',
  'unavailable',
  'pitch',
  'demo',
  'break',
  'withdrawn',
  'outsideSlots',
  'tooMany',
] as const;
export type ClashKind = (typeof clashKinds)[number];

const clash = z.object({
  kind: z.enum(clashKinds),
  /** Whom or what it is about: a participant, a person, a stand; empty for the room. */
  name: z.string(),
  startsAt: text,
  /** The greatest number allowed, where there is one. */
  limit: z.number().nullable(),
  meetings: z.array(
    z.object({ id: text, buyerName: z.string(), companyName: z.string(), startsAt: text }),
  ),
});
export type Clash = z.output<typeof clash>;

const b2bMeetingView = z.object({
  id: z.string(),
  buyerId: z.string(),
  buyerName: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  needId: text,
  needTitle: text,
  offerId: text,
  offerTitle: text,
  startsAt: text,
  endsAt: text,
  /** The slot it begins in; null when it has no time, or one between slots. */
  slot: z.number().nullable(),
  place: text,
  standId: text,
  standNumber: text,
  tableNumber: z.number().nullable(),
  score: z.number().nullable(),
  reason: text,
  isLocked: z.boolean(),
  status: z.enum(b2bStatuses),
  outcome: text,
  followUp: text,
  followUpOn: text,
});
export type B2bMeetingView = z.output<typeof b2bMeetingView>;

export const timetableSheet = z.object({
  /** The record `meetingPlan`; null while the event has none. */
  plan: anyRecord.nullable(),
  slots: z.array(slotView),
  participants: z.array(participantView),
  availabilities: z.array(availabilityView),
  wishes: z.array(wishView),
  /** All of them, cancelled ones too; by time. */
  meetings: z.array(b2bMeetingView),
  /** What the meetings in force cannot have together. */
  clashes: z.array(clash),
  quality: z
    .object({
      /** Weight of what was taken over, the most that any timetable could have weighed, and when. */
      objective: z.number(),
      bound: z.number(),
      /** (bound − objective) ÷ objective, 0 when proved best. */
      gap: z.number(),
      at: z.string(),
    })
    .nullable(),
  /** Participants that the event has and the meetings have not: see `timetable:gather`. */
  missing: count,
});
export type TimetableSheet = z.output<typeof timetableSheet>;

const proposedMeeting = z.object({
  /** The meeting already planned, when it stays or moves. */
  meetingId: text,
  buyerId: z.string(),
  buyerName: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  needId: text,
  needTitle: text,
  offerId: text,
  offerTitle: text,
  slot: z.number(),
  startsAt: z.string(),
  standId: text,
  standNumber: text,
  tableNumber: z.number().nullable(),
  isLocked: z.boolean(),
  change: z.enum(['kept', 'moved', 'added']),
  /** When it was planned before, where it moves. */
  movedFrom: text,
  /** What it adds to the objective, before fairness and steadiness. */
  weight: z.number(),
  basis: matchBasis,
});
export type ProposedMeeting = z.output<typeof proposedMeeting>;

const droppedMeeting = z.object({
  meetingId: z.string(),
  buyerName: z.string(),
  companyName: z.string(),
  startsAt: text,
  /** A side withdrew; it cannot take place any more; others weigh more. */
  cause: z.enum(['withdrawn', 'impossible', 'outweighed']),
});
export type DroppedMeeting = z.output<typeof droppedMeeting>;

/** Why no timetable meets every condition. */
const obstacle = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('noSlots') }),
  z.object({ kind: z.literal('noParticipants') }),
  z.object({ kind: z.literal('noPairs') }),
  /** Locked meetings that cannot all stand. */
  z.object({ kind: z.literal('locked'), clash }),
  /** One participant that cannot reach its minimum whatever the others do. */
  z.object({
    kind: z.literal('minimum'),
    organisationId: z.string(),
    name: z.string(),
    minimum: z.number(),
    reachable: z.number(),
    /** Partners that it could meet at all, and slots in which it is there. */
    partners: z.number(),
    freeSlots: z.number(),
  }),
  /** Minima each within reach, but not together: by how much the best attempt falls short. */
  z.object({
    kind: z.literal('minimaTogether'),
    participants: z.array(
      z.object({
        organisationId: z.string(),
        name: z.string(),
        minimum: z.number(),
        reached: z.number(),
      }),
    ),
    missing: z.number(),
    /** What would have to give way for the minima to be reached, alone. */
    relievedBy: z.array(z.enum(['tables', 'maxima', 'locked', 'availability'])),
  }),
]);
export type Obstacle = z.output<typeof obstacle>;

export const timetableProposal = z.object({
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  /** Sum of weights, with fairness and steadiness; what no timetable can pass; their distance. */
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  seconds: z.number(),
  solver: z.string(),
  pairs: count,
  meetings: z.array(proposedMeeting),
  dropped: z.array(droppedMeeting),
  obstacles: z.array(obstacle),
  /** Participants with a wish who would meet nobody. */
  leftOut: z.array(z.object({ organisationId: z.string(), name: z.string(), wishes: count })),
  wishes: z.object({ made: count, granted: count }),
  /** What the proposal was worked out from: taking it over is refused once that has changed. */
  fingerprint: z.string(),
});
export type TimetableProposal = z.output<typeof timetableProposal>;

const scheduleEntry = z.object({
  kind: z.enum(['meeting', 'pitch', 'demo', 'programme']),
  /** Stable: calendars recognise the entry by it. */
  id: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  title: z.string(),
  programmeKind: z.enum(programmeKinds).nullable(),
  buyerName: text,
  companyName: text,
  /** Whom the participant meets. */
  withName: text,
  withPerson: text,
  needTitle: text,
  offerTitle: text,
  reason: text,
  place: text,
  standNumber: text,
  tableNumber: z.number().nullable(),
});
export type ScheduleEntry = z.output<typeof scheduleEntry>;

export const schedule = z.object({
  eventId: z.string(),
  eventName: z.string(),
  /** The event's first day; null when it has none. */
  day: text,
  eventPlace: text,
  subject: z.object({
    kind: z.enum(['participant', 'place']),
    /** The organisation, or the place by its name. */
    id: z.string(),
    name: z.string(),
    side: z.enum(meetingSides).nullable(),
    personName: text,
    standNumber: text,
  }),
  entries: z.array(scheduleEntry),
});
export type Schedule = z.output<typeof schedule>;
