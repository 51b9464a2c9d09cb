import { defineEntity, periodInOrder } from './entity.ts';
import {
  choice,
  date,
  dateTime,
  decimal,
  flag,
  integer,
  longText,
  optional,
  personal,
  reference,
  text,
  time,
} from './fields.ts';

export const event = defineEntity('event', {
  fields: {
    workingGroupId: reference('workingGroup'),
    parentId: optional(reference('event')),
    name: text(),
    theme: optional(text()),
    description: optional(longText()),
    format: optional(longText()),
    startsOn: optional(date()),
    endsOn: optional(date()),
    period: optional(text(60)),
    place: optional(text()),
    hostId: optional(reference('organisation')),
    organiserId: optional(reference('organisation')),
    status: choice(['planned', 'convened', 'held', 'cancelled'], 'planned'),
  },
  label: ['name'],
  searched: ['theme', 'description', 'place', 'format'],
  indexed: ['startsOn'],
  rules: (e) => periodInOrder(e.startsOn, e.endsOn, 'endsOn'),
});

export const programmeKinds = [
  'welcome',
  'pitch',
  'plenary',
  'meetings',
  'demo',
  'break',
  'other',
] as const;

/** One stretch of an event's day, by the clock of the place. */
export const programmeItem = defineEntity('programmeItem', {
  fields: {
    eventId: reference('event'),
    position: integer(0, 1000),
    startsAt: time(),
    endsAt: time(),
    title: text(),
    kind: choice(programmeKinds, 'other'),
    place: optional(text()),
    speakerText: optional(text()),
  },
  label: ['title'],
  searched: ['place', 'speakerText'],
  rules: (p) => periodInOrder(p.startsAt, p.endsAt, 'endsAt'),
});

/** An organisation that carries an event along with the organiser. */
export const eventPartner = defineEntity('eventPartner', {
  fields: {
    eventId: reference('event'),
    organisationId: reference('organisation'),
    role: optional(text()),
  },
  label: [],
  searched: ['role'],
});

export const registrationStatuses = ['invited', 'registered', 'declined', 'cancelled'] as const;
export const registrationRoles = ['buyer', 'company', 'partner', 'speaker', 'visitor'] as const;

/** Somebody, or an organisation, registered for an event: independent of any selection. */
export const registration = defineEntity('registration', {
  fields: {
    eventId: reference('event'),
    organisationId: optional(reference('organisation')),
    personId: optional(reference('person')),
    guestName: optional(personal(text(200))),
    status: choice(registrationStatuses, 'registered'),
    role: choice(registrationRoles, 'visitor'),
    hasAttended: flag(),
    headcount: integer(1, 10_000),
  },
  label: ['guestName'],
  rules: (r) =>
    r.organisationId === null && r.personId === null && r.guestName === null
      ? [{ field: 'organisationId', rule: 'required' }]
      : [],
});

export const pitchSlot = defineEntity('pitchSlot', {
  fields: {
    eventId: reference('event'),
    applicationId: reference('application'),
    position: integer(1, 1000),
    startsAt: optional(time()),
    durationMinutes: optional(integer(1, 600)),
  },
  label: [],
});

export const stand = defineEntity('stand', {
  fields: {
    eventId: reference('event'),
    organisationId: reference('organisation'),
    applicationId: optional(reference('application')),
    number: optional(text(20)),
    place: optional(text()),
    isFree: flag(true),
    /** Where it stands on the plan, from 1; both or neither. */
    planRow: optional(integer(1, 100)),
    planColumn: optional(integer(1, 100)),
  },
  label: ['number'],
  rules: (s) =>
    (s.planRow === null) === (s.planColumn === null)
      ? []
      : [{ field: s.planRow === null ? 'planRow' : 'planColumn', rule: 'required' }],
});

/** How the meetings of an event are laid out in time: slots of one length, one after the other. */
export const meetingPlan = defineEntity('meetingPlan', {
  fields: {
    eventId: reference('event'),
    startsAt: time(),
    slotMinutes: integer(5, 240),
    gapMinutes: integer(0, 120),
    slotCount: integer(1, 60),
    /** Meetings that the room takes at a time; no limit when empty. */
    tableCount: optional(integer(1, 1000)),
    place: optional(text()),
    minPerBuyer: optional(integer(0, 60)),
    maxPerBuyer: optional(integer(0, 60)),
    minPerCompany: optional(integer(0, 60)),
    maxPerCompany: optional(integer(0, 60)),
    /** What the timetable in force weighed when it was taken over, and what none could have passed. */
    objective: optional(decimal()),
    bound: optional(decimal()),
    plannedAt: optional(dateTime()),
  },
  label: [],
  searched: ['place'],
  rules: (p) => [
    ...limitsInOrder(p.minPerBuyer, p.maxPerBuyer, 'maxPerBuyer' as const),
    ...limitsInOrder(p.minPerCompany, p.maxPerCompany, 'maxPerCompany' as const),
  ],
});

function limitsInOrder<F extends string>(min: number | null, max: number | null, field: F) {
  return min !== null && max !== null && max < min ? [{ field, rule: 'limitsReversed' }] : [];
}

export const meetingSides = ['buyer', 'company'] as const;

/** An organisation that takes part in the meetings of an event, and who sits there for it. */
export const meetingParticipant = defineEntity('meetingParticipant', {
  fields: {
    eventId: reference('event'),
    organisationId: reference('organisation'),
    side: choice(meetingSides),
    personId: optional(reference('person')),
    /** Limits of its own, before those of the plan. */
    minMeetings: optional(integer(0, 60)),
    maxMeetings: optional(integer(0, 60)),
    isWithdrawn: flag(),
    note: optional(longText()),
  },
  label: [],
  searched: ['note'],
  rules: (p) => limitsInOrder(p.minMeetings, p.maxMeetings, 'maxMeetings'),
});

/**
 * When a participant can be met: once it says when it is there, it is absent at all other times;
 * what it says of its absence counts in any case.
 */
export const availability = defineEntity('availability', {
  fields: {
    eventId: reference('event'),
    organisationId: reference('organisation'),
    startsAt: time(),
    endsAt: time(),
    isAvailable: flag(),
    note: optional(text()),
  },
  label: [],
  searched: ['note'],
  rules: (a) => periodInOrder(a.startsAt, a.endsAt, 'endsAt'),
});

/** What one participant would like: to meet another one. */
export const meetingWish = defineEntity('meetingWish', {
  fields: {
    eventId: reference('event'),
    fromOrganisationId: reference('organisation'),
    toOrganisationId: reference('organisation'),
    needId: optional(reference('need')),
    offerId: optional(reference('offer')),
    /** 3 is the strongest. */
    strength: integer(1, 3),
    note: optional(longText()),
  },
  label: [],
  searched: ['note'],
  rules: (w) =>
    w.fromOrganisationId === w.toOrganisationId
      ? [{ field: 'toOrganisationId', rule: 'meetsItself' }]
      : [],
});

export const b2bStatuses = ['wished', 'planned', 'held', 'missed', 'cancelled'] as const;

export const b2bMeeting = defineEntity('b2bMeeting', {
  fields: {
    eventId: reference('event'),
    buyerId: reference('organisation'),
    companyId: reference('organisation'),
    needId: optional(reference('need')),
    offerId: optional(reference('offer')),
    startsAt: optional(time()),
    durationMinutes: optional(integer(1, 600)),
    place: optional(text()),
    standId: optional(reference('stand')),
    tableNumber: optional(integer(1, 1000)),
    /** What the meeting weighed when it was proposed, and why it was. */
    score: optional(decimal()),
    reason: optional(longText()),
    isLocked: flag(),
    status: choice(b2bStatuses, 'wished'),
    outcome: optional(longText()),
    followUp: optional(longText()),
    followUpOn: optional(date()),
  },
  label: [],
  searched: ['reason', 'outcome', 'followUp'],
});

export const demo = defineEntity('demo', {
  fields: {
    eventId: reference('event'),
    organisationId: reference('organisation'),
    offerId: optional(reference('offer')),
    title: text(),
    startsAt: optional(time()),
    durationMinutes: optional(integer(1, 600)),
    place: optional(text()),
  },
  label: ['title'],
});
