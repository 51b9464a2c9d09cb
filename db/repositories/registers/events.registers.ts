import { sql } from '#sql/sql.ts';

import type { Register } from './register.ts';
import { computed, named, own } from './register.ts';

/** The guest's, the person's or the organisation's name, the first that is known. */
const guest = computed(
  'registeredName',
  'text',
  sql`coalesce(x.guest_name,
    (SELECT trim(coalesce(p.given_name, '') || ' ' || p.family_name) FROM person p WHERE p.id = x.person_id),
    (SELECT g.name FROM organisation g WHERE g.id = x.organisation_id))`,
);

export const registrations: Register = {
  table: 'registration',
  columns: [
    guest,
    named('organisation', 'registration', 'organisationId'),
    named('person', 'registration', 'personId'),
    own('registration', 'guestName'),
    own('registration', 'role', 'registrationRole'),
    own('registration', 'status', 'registrationStatus'),
    own('registration', 'hasAttended'),
    own('registration', 'headcount'),
    named('event', 'registration', 'eventId'),
  ],
  period: null,
  defaultSort: [{ column: 'registeredName', direction: 'asc' }],
};

export const stands: Register = {
  table: 'stand',
  columns: [
    own('stand', 'number', 'standNumber'),
    named('organisation', 'stand', 'organisationId'),
    named('application', 'stand', 'applicationId'),
    own('stand', 'place'),
    own('stand', 'planRow'),
    own('stand', 'planColumn'),
    own('stand', 'isFree'),
    named('event', 'stand', 'eventId'),
  ],
  period: null,
  defaultSort: [
    { column: 'event', direction: 'asc' },
    { column: 'standNumber', direction: 'asc' },
  ],
};

export const b2bMeetings: Register = {
  table: 'b2bMeeting',
  columns: [
    own('b2bMeeting', 'startsAt'),
    named('buyer', 'b2bMeeting', 'buyerId'),
    named('company', 'b2bMeeting', 'companyId'),
    named('need', 'b2bMeeting', 'needId'),
    named('offer', 'b2bMeeting', 'offerId'),
    own('b2bMeeting', 'status', 'b2bStatus'),
    own('b2bMeeting', 'durationMinutes'),
    own('b2bMeeting', 'place'),
    named('stand', 'b2bMeeting', 'standId'),
    own('b2bMeeting', 'tableNumber'),
    own('b2bMeeting', 'isLocked'),
    own('b2bMeeting', 'reason'),
    own('b2bMeeting', 'outcome', 'meetingOutcome'),
    own('b2bMeeting', 'followUp'),
    own('b2bMeeting', 'followUpOn'),
    named('event', 'b2bMeeting', 'eventId'),
  ],
  period: null,
  defaultSort: [
    { column: 'event', direction: 'asc' },
    { column: 'startsAt', direction: 'asc' },
    { column: 'buyer', direction: 'asc' },
  ],
};

export const meetingWishes: Register = {
  table: 'meetingWish',
  columns: [
    named('wishedBy', 'meetingWish', 'fromOrganisationId'),
    named('wishedFor', 'meetingWish', 'toOrganisationId'),
    own('meetingWish', 'strength'),
    named('need', 'meetingWish', 'needId'),
    named('offer', 'meetingWish', 'offerId'),
    own('meetingWish', 'note'),
    named('event', 'meetingWish', 'eventId'),
  ],
  period: null,
  defaultSort: [
    { column: 'event', direction: 'asc' },
    { column: 'wishedBy', direction: 'asc' },
    { column: 'strength', direction: 'desc' },
  ],
};
