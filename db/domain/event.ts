import { defineEntity, periodInOrder } from './entity.ts';
import {
  choice,
  date,
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

/** Somebody, or an organisation, registered for an event: independent of any selection. */
export const registration = defineEntity('registration', {
  fields: {
    eventId: reference('event'),
    organisationId: optional(reference('organisation')),
    personId: optional(reference('person')),
    guestName: optional(personal(text(200))),
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
  },
  label: ['number'],
});

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
    isLocked: flag(),
    status: choice(['wished', 'planned', 'held', 'missed', 'cancelled'], 'wished'),
    outcome: optional(longText()),
  },
  label: [],
  searched: ['outcome'],
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
