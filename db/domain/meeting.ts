import { z } from 'zod';

import { defineEntity } from './entity.ts';
import {
  choice,
  date,
  dateTime,
  flag,
  integer,
  json,
  longText,
  optional,
  personal,
  reference,
  richText,
  startingAt,
  text,
  time,
} from './fields.ts';
import type { Id } from './ids.ts';
import { isId } from './ids.ts';

export const meetingSeries = defineEntity('meetingSeries', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    name: text(),
    recurrence: choice(['monthly', 'quarterly', 'yearly', 'none'], 'quarterly'),
  },
  label: ['name'],
});

export const meetingKinds = ['plenary', 'subGroup', 'committee', 'eventPreparation'] as const;

/** Meeting (« réunion »). `heldOn` is null when only the period is known; `period` then says it. */
export const meeting = defineEntity('meeting', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    committeeId: optional(reference('committee')),
    eventId: optional(reference('event')),
    seriesId: optional(reference('meetingSeries')),
    kind: choice(meetingKinds, 'plenary'),
    title: text(),
    heldOn: optional(date()),
    period: optional(text(60)),
    startsAt: optional(time()),
    endsAt: optional(time()),
    place: optional(text()),
    remoteLink: optional(text(500)),
    purpose: optional(longText()),
    status: choice(
      ['draft', 'convened', 'underWay', 'toValidate', 'validated', 'held', 'cancelled'],
      'draft',
    ),
    quorum: optional(integer(0, 10_000)),
    /** Whether `quorum` counts people, or hundredths of those expected. */
    quorumUnit: choice(['people', 'percent'], 'people'),
    chairId: optional(reference('person')),
    secretaryId: optional(reference('person')),
    convenedAt: optional(dateTime()),
    /** How many times what was sent has changed: SEQUENCE of iCalendar (RFC 5545, 3.8.7.4). */
    sequence: startingAt(integer(0, 100_000), 0),
    cancellationReason: optional(longText()),
    /** The day it was first meant for, once it was put off. */
    postponedFromOn: optional(date()),
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['place', 'purpose', 'period'],
  indexed: ['heldOn'],
  rules: (m) => [
    ...(m.startsAt !== null && m.endsAt !== null && m.endsAt <= m.startsAt
      ? [{ field: 'endsAt' as const, rule: 'endsBeforeItBegins' }]
      : []),
    ...(m.quorumUnit === 'percent' && (m.quorum ?? 0) > 100
      ? [{ field: 'quorum' as const, rule: 'tooLarge' }]
      : []),
  ],
});

export const agendaItem = defineEntity('agendaItem', {
  fields: {
    meetingId: reference('meeting'),
    position: integer(0, 1000),
    title: text(),
    durationMinutes: optional(integer(0, 1440)),
    presenterId: optional(reference('person')),
    subGroupId: optional(reference('subGroup')),
    carriedFromId: optional(reference('agendaItem')),
    status: choice(['planned', 'discussed', 'postponed'], 'planned'),
    note: optional(longText()),
    /** The action from an earlier meeting that this item is about. */
    actionItemId: optional(reference('actionItem')),
    spentSeconds: optional(integer(0, 604_800)),
    /** Comes back at every meeting of the same body. */
    isStanding: flag(),
  },
  scope: { kind: 'parent', field: 'meetingId' },
  label: ['title'],
  searched: ['note'],
});

/** Attendance (« émargement »): of a person, or of a guest who is only named. */
export const attendance = defineEntity('attendance', {
  fields: {
    meetingId: reference('meeting'),
    personId: optional(reference('person')),
    guestName: optional(personal(text(200))),
    organisationId: optional(reference('organisation')),
    status: choice(['expected', 'present', 'excused', 'represented', 'absent'], 'expected'),
    representedById: optional(reference('person')),
  },
  scope: { kind: 'parent', field: 'meetingId' },
  label: ['guestName'],
  rules: (a) => [
    ...(a.personId === null && a.guestName === null
      ? [{ field: 'personId' as const, rule: 'required' }]
      : []),
    ...(a.personId !== null && a.representedById === a.personId
      ? [{ field: 'representedById' as const, rule: 'linkToItself' }]
      : []),
  ],
});

/** Minutes (« compte rendu »): draft, then validated, numbered and locked. */
export const minutes = defineEntity('minutes', {
  fields: {
    meetingId: reference('meeting'),
    number: optional(text(40)),
    status: choice(['draft', 'toValidate', 'validated'], 'draft'),
    body: optional(richText()),
    validatedAt: optional(dateTime()),
    validatedById: optional(reference('person')),
    amendsId: optional(reference('minutes')),
  },
  scope: { kind: 'parent', field: 'meetingId' },
  label: ['number'],
  searched: ['body'],
});

export const minutesItem = defineEntity('minutesItem', {
  fields: {
    minutesId: reference('minutes'),
    agendaItemId: optional(reference('agendaItem')),
    position: integer(0, 1000),
    body: optional(richText()),
  },
  scope: { kind: 'parent', field: 'minutesId' },
  label: [],
  searched: ['body'],
});

export const decisionStatuses = ['adopted', 'rejected', 'deferred', 'superseded'] as const;

export const decision = defineEntity('decision', {
  fields: {
    workingGroupId: reference('workingGroup'),
    meetingId: optional(reference('meeting')),
    agendaItemId: optional(reference('agendaItem')),
    subGroupId: optional(reference('subGroup')),
    title: text(1000),
    detail: optional(longText()),
    decidedOn: optional(date()),
    votesFor: optional(integer()),
    votesAgainst: optional(integer()),
    abstentions: optional(integer()),
    status: choice(decisionStatuses, 'adopted'),
    minutesItemId: optional(reference('minutesItem')),
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['detail'],
});

export const workStatuses = [
  'upcoming',
  'underWay',
  'done',
  'paused',
  'abandoned',
  'blocked',
  'toDiscuss',
] as const;

/** Action to carry out (« action à mener »). Late is computed from `dueOn`, never stored. */
export const actionItem = defineEntity('actionItem', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    meetingId: optional(reference('meeting')),
    agendaItemId: optional(reference('agendaItem')),
    title: text(1000),
    detail: optional(longText()),
    responsiblePersonId: optional(reference('person')),
    responsibleOrganisationId: optional(reference('organisation')),
    dueOn: optional(date()),
    doneOn: optional(date()),
    status: choice(workStatuses, 'upcoming'),
    isReserved: flag(),
    minutesItemId: optional(reference('minutesItem')),
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['detail'],
  indexed: ['dueOn'],
});

const templateItem = z.object({
  title: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'tooLong' }),
  durationMinutes: z.int().min(0).max(1440).nullable().default(null),
});

/** Items that an agenda begins with, kept for the next meetings of one kind. */
export const agendaTemplate = defineEntity('agendaTemplate', {
  fields: {
    workingGroupId: reference('workingGroup'),
    name: text(),
    meetingKind: choice(meetingKinds, 'plenary'),
    items: json(z.array(templateItem).max(100), []),
  },
  label: ['name'],
});

export const dispatchKinds = [
  'convocation',
  'update',
  'cancellation',
  'minutes',
  'reminder',
] as const;

const recipient = z.object({
  personId: z.custom<Id<'person'>>(isId, { error: 'invalidId' }).nullable(),
  name: z.string().trim().min(1).max(500),
  address: z.string().trim().min(1).max(500),
});

/** Dispatch (« envoi »): what was prepared for whom about a meeting, and when. */
export const dispatch = defineEntity('dispatch', {
  fields: {
    meetingId: reference('meeting'),
    kind: choice(dispatchKinds, 'convocation'),
    at: dateTime(),
    sequence: startingAt(integer(0, 100_000), 0),
    recipients: personal(json(z.array(recipient).max(5000), [])),
  },
  scope: { kind: 'parent', field: 'meetingId' },
  label: [],
});
