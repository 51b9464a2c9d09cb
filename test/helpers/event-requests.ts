import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { eventPaperFormatsOf, eventPapers } from '#contract/event-papers.channels.ts';
import { registrationRoles, registrationStatuses } from '#domain/event.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { StoreSession } from '#services/session.ts';
import { acceptTimetable } from '#services/timetable/accept.ts';
import { greedyTimetable } from '#services/timetable/greedy.ts';
import { proposedMeetings } from '#services/timetable/propose.ts';
import { formulate } from '#services/timetable/formulate.ts';
import { byTest, chosenOf, exampleEvent } from './events.ts';

const ids = (records: readonly { readonly id: string }[]) =>
  fc.constantFrom(...records.map(({ id }) => id));

/** A timetable without a solver, so that there are meetings to move and to cancel. */
function planGreedily(session: StoreSession): void {
  const formulation = formulate(session.reader, exampleEvent, 'steady');
  const { problem, fingerprint } = formulation;
  const meetings = proposedMeetings(formulation, greedyTimetable(problem)).map(chosenOf);
  const request = { id: exampleEvent, fingerprint, objective: null, bound: null, meetings };
  acceptTimetable(session, byTest, request);
}

/** Requests about events, matches and timetables that the open store would grant. */
export function eventRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  planGreedily(session);
  const ofEvent = { eventId: exampleEvent };
  const id = fc.constant(exampleEvent);
  const participants = listRecords(reader, 'meetingParticipant', ofEvent);
  const partyOf = (side: string) =>
    fc.constantFrom(
      ...participants.filter((one) => one.side === side).map((one) => one.organisationId),
    );
  const [buyer, company] = [partyOf('buyer'), partyOf('company')];
  const party = fc.oneof(buyer, company);
  const meetings = listRecords(reader, 'b2bMeeting', ofEvent);
  const meetingId = ids(meetings.filter(({ status }) => status === 'planned'));
  const meetingIds = fc.uniqueArray(meetingId, { minLength: 1, maxLength: 3 });
  const stands = listRecords(reader, 'stand', ofEvent).map((one) => one.id);
  const pitches = listRecords(reader, 'pitchSlot', ofEvent).map((one) => one.id);
  const items = listRecords(reader, 'programmeItem', ofEvent).map((one) => one.id);
  const registrations = ids(listRecords(reader, 'registration', ofEvent));
  const pair = fc.record({
    needId: ids(listRecords(reader, 'need')),
    offerId: ids(listRecords(reader, 'offer')),
  });
  const slot = fc.integer({ min: 0, max: 11 });
  const period = fc.constantFrom(
    { startsAt: '10:30', endsAt: '11:20', isAvailable: false, note: null },
    { startsAt: '13:45', endsAt: '15:30', isAvailable: true, note: 'Après-midi' },
  );
  const formulation = formulate(reader, exampleEvent, 'steady');
  const fixed = new Map(
    formulation.candidates.flatMap(({ locked }, index) =>
      locked === null ? [] : [[index, locked] as const],
    ),
  );
  const planned = {
    startsAt: fc.constantFrom('10:30', '14:00'),
    slotMinutes: fc.constantFrom(15, 20),
    gapMinutes: fc.constantFrom(0, 5),
    slotCount: fc.integer({ min: 1, max: 12 }),
    tableCount: fc.constantFrom(null, 4),
  };
  return {
    'events:sheet': fc.record({ id }),
    'eventPapers:overview': fc.record({ eventId: id }),
    'eventPapers:export': fc.oneof(
      fc.constantFrom(...eventPapers).chain((paper) =>
        fc.record({
          eventId: id,
          paper: fc.constant(paper),
          format: fc.constantFrom(...eventPaperFormatsOf(paper, false)),
          today: fc.constant('2017-11-01'),
          grant: fc.constant('granted'),
        }),
      ),
      fc.record({
        eventId: id,
        paper: fc.constant('participantSchedules'),
        subject: party,
        format: fc.constantFrom(...eventPaperFormatsOf('participantSchedules', true)),
        today: fc.constant('2017-11-01'),
        grant: fc.constant('granted'),
      }),
    ),
    'events:registrations': fc.record({ id }),
    'events:register': fc.record({
      id,
      role: fc.constantFrom(...registrationRoles),
      status: fc.constantFrom(...registrationStatuses),
      organisationIds: fc.uniqueArray(party, { maxLength: 3 }),
      guestNames: fc.uniqueArray(fc.constantFrom('Une école', 'Un laboratoire'), { maxLength: 2 }),
    }),
    'events:setRegistrations': fc.record({
      ids: fc.uniqueArray(registrations, { minLength: 1, maxLength: 4 }),
      status: fc.constantFrom(...registrationStatuses),
      hasAttended: fc.boolean(),
    }),
    'events:orderProgramme': fc.record({ id, itemIds: fc.constantFrom(items, items.toReversed()) }),
    'events:orderPitches': fc.record({
      id,
      pitchIds: fc.constantFrom(pitches, pitches.toReversed()),
      times: fc.constantFrom(null, { startsAt: '09:30', durationMinutes: 8, gapMinutes: 2 }),
    }),
    'events:fromSelection': fc.record({
      id,
      what: fc.constantFrom('pitches', 'stands'),
      removes: fc.constant(false),
    }),
    'events:numberStands': fc.record({
      id,
      standIds: fc.constant(stands),
      prefix: fc.constantFrom('S', 'B'),
    }),
    'events:placeStand': fc.record({
      standId: fc.constantFrom(...stands),
      at: fc.constantFrom(null, { row: 1, column: 1 }, { row: 9, column: 2 }),
    }),
    'events:arrangeStands': fc.record({ id, columns: fc.integer({ min: 1, max: 10 }) }),
    'events:addStand': fc.record({ id, organisationId: company }),
    'matching:propose': fc.record({
      eventId: fc.constantFrom(null, exampleEvent),
      minScore: fc.constantFrom(0.2, 0.5),
      decided: fc.constantFrom('all', 'undecided', 'decided'),
      limit: fc.integer({ min: 1, max: 50 }),
    }),
    'matching:decide': fc.record({
      pairs: fc.array(pair, { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom('proposed', 'accepted', 'refused'),
    }),
    'matching:followUp': fc.record({
      matchId: ids(listRecords(reader, 'match')),
      status: fc.constantFrom('met', 'contracted'),
      followedUpOn: fc.constantFrom(null, '2017-12-15'),
    }),
    'timetable:sheet': fc.record({ id }),
    'timetable:savePlan': fc.record({ id, ...planned }),
    'timetable:gather': fc.record({ id }),
    'timetable:setParticipant': fc.record({
      id,
      organisationId: party,
      maxMeetings: fc.constantFrom(null, 5, 9),
      note: fc.constantFrom(null, 'Une note'),
    }),
    'timetable:withdraw': fc.record({ id, organisationId: party, isWithdrawn: fc.boolean() }),
    'timetable:setAvailability': fc.record({
      id,
      organisationId: party,
      periods: fc.uniqueArray(period, { maxLength: 2 }),
    }),
    'timetable:wish': fc.record({
      id,
      fromId: buyer,
      toId: company,
      strength: fc.integer({ min: 0, max: 3 }),
    }),
    'timetable:solve': fc.record({
      id,
      mode: fc.constantFrom('anew', 'steady'),
      seconds: fc.constant(5),
    }),
    'timetable:accept': fc.record({
      id,
      fingerprint: fc.constant(formulation.fingerprint),
      objective: fc.constant(null),
      bound: fc.constant(null),
      meetings: fc.constant(proposedMeetings(formulation, fixed).map(chosenOf)),
    }),
    'timetable:addMeeting': fc.record({ id, buyerId: buyer, companyId: company, slot }),
    'timetable:move': fc.record({ meetingId, slot }),
    'timetable:lock': fc.record({ meetingIds, isLocked: fc.boolean() }),
    'timetable:cancel': fc.record({ meetingIds }),
    'timetable:outcome': fc.record({
      meetingId,
      status: fc.constantFrom('held', 'missed'),
      outcome: fc.constantFrom(null, 'Devis demandé.'),
    }),
    'timetable:schedules': fc.record({ id, by: fc.constantFrom('participants', 'places') }),
  };
}
