import { defineEntity } from './entity.ts';
import {
  choice,
  date,
  dateTime,
  flag,
  integer,
  longText,
  optional,
  personal,
  reference,
  text,
  time,
} from './fields.ts';

export const meetingSeries = defineEntity('meetingSeries', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    name: text(),
    recurrence: choice(['monthly', 'quarterly', 'yearly', 'none'], 'quarterly'),
  },
  label: ['name'],
});

/** Meeting (« réunion »). `heldOn` is null when only the period is known; `period` then says it. */
export const meeting = defineEntity('meeting', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    committeeId: optional(reference('committee')),
    eventId: optional(reference('event')),
    seriesId: optional(reference('meetingSeries')),
    kind: choice(['plenary', 'subGroup', 'committee', 'eventPreparation'], 'plenary'),
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
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['place', 'purpose', 'period'],
  indexed: ['heldOn'],
  rules: (m) =>
    m.startsAt !== null && m.endsAt !== null && m.endsAt <= m.startsAt
      ? [{ field: 'endsAt', rule: 'endsBeforeItBegins' }]
      : [],
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
  rules: (a) =>
    a.personId === null && a.guestName === null ? [{ field: 'personId', rule: 'required' }] : [],
});

/** Minutes (« compte rendu »): draft, then validated, numbered and locked. */
export const minutes = defineEntity('minutes', {
  fields: {
    meetingId: reference('meeting'),
    number: optional(text(40)),
    status: choice(['draft', 'toValidate', 'validated'], 'draft'),
    body: optional(longText()),
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
    body: optional(longText()),
  },
  scope: { kind: 'parent', field: 'minutesId' },
  label: [],
  searched: ['body'],
});

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
    status: choice(['adopted', 'rejected', 'deferred', 'superseded'], 'adopted'),
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
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['detail'],
  indexed: ['dueOn'],
});
