import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import { documentFormats } from '#contract/schemas.ts';
import { meetingPapers } from '#contract/convocation.channels.ts';
import { decisionStatuses, workStatuses } from '#domain/meeting.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { agendaOf } from '#services/meetings/agenda.ts';
import { openMinutes, saveMinutesItem, validateMinutes } from '#services/meetings/minutes.ts';
import { proposalsFor } from '#services/meetings/proposals.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { all, sql } from '#sql/sql.ts';

const by = { author: 'Essai' };

/** A meeting whose minutes are written and validated, to ask what is then still granted. */
function validatedMeeting(
  session: StoreSession,
  workingGroupId: Id<'workingGroup'>,
  signatory: Id<'person'>,
) {
  const meetingId = createRecord(session, by, 'meeting', {
    workingGroupId,
    title: 'Réunion validée',
    heldOn: '2017-03-10',
  }).value;
  const { value: minutesId } = openMinutes(session, by, { meetingId });
  for (const body of ['Un', 'Deux']) {
    saveMinutesItem(session, by, { minutesId, agendaItemId: null, body });
  }
  validateMinutes(session, by, { minutesId, validatedById: signatory, on: '2017-03-11' });
  return minutesId;
}

/** Requests about meetings, minutes and follow-up that the open store would grant. */
export function meetingRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const [group] = listRecords(reader, 'workingGroup');
  const [signatory] = listRecords(reader, 'person');
  const draft = listRecords(reader, 'minutes').find(({ status }) => status !== 'validated');
  if (group === undefined || signatory === undefined || draft === undefined) return {};
  const validated = validatedMeeting(session, group.id, signatory.id);
  const meetings = listRecords(reader, 'meeting').filter(({ status }) => status !== 'validated');
  const meeting = fc.constantFrom(...meetings.map(({ id }) => id));
  const people = fc.constantFrom(...listRecords(reader, 'person').map(({ id }) => id));
  const items = agendaOf(reader, draft.meetingId).map(({ id }) => id);
  const item = fc.constantFrom(...items);
  const maybeItem = fc.option(item, { nil: null });
  const today = fc.constantFrom('2017-05-09', '2017-09-15', '2026-02-28');
  const word = fc.constantFrom('Essai', 'Publier la feuille de route', '   x');
  const proposed = meetings.flatMap(({ id }) =>
    proposalsFor(reader, { id, today: '2017-09-15' }).map(({ kind, sourceId }) => ({
      id,
      sources: [{ kind, id: sourceId }],
    })),
  );
  const operations = all<{ id: string }>(
    reader,
    sql`SELECT operation_id AS id FROM change WHERE row = ${validated} GROUP BY operation_id`,
  ).map(({ id }) => id);
  const body = fc.constantFrom(
    null,
    'En clair.',
    '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Oui"}]}]}',
    '{"type":"doc","content":[{"type":"image"}]}',
  );
  const grant = fc.constant('granted');
  const planned = (count: number) =>
    Array.from(
      { length: count },
      (_, number) =>
        createRecord(session, by, 'meeting', {
          workingGroupId: group.id,
          title: `Réunion convoquée ${number}`,
          heldOn: '2017-10-10',
          status: 'convened',
          convenedAt: '2017-09-01T08:00:00.000Z',
        }).value,
    );
  const [convened, toCancel, toPutOff] = [planned(3), planned(3), planned(3)];
  const responsible = listRecords(reader, 'actionItem').flatMap(({ responsiblePersonId, status }) =>
    responsiblePersonId === null || status === 'done' ? [] : [responsiblePersonId],
  );
  const paper = fc.oneof(
    fc.record({ document: fc.constantFrom(...meetingPapers), meetingId: meeting }),
    fc.record({
      document: fc.constant('roadmap'),
      subGroupId: fc.constantFrom(...listRecords(reader, 'subGroup').map(({ id }) => id)),
    }),
    fc.record({
      document: fc.constant('decisionsOfPeriod'),
      workingGroupId: fc.constant(group.id),
      subGroupId: fc.constant(null),
      from: fc.constantFrom(null, '2017-01-01'),
      to: fc.constantFrom(null, '2017-12-31'),
    }),
  );
  const about = { id: fc.constant(draft.meetingId), agendaItemId: maybeItem, title: word };
  return {
    'meetings:sheet': fc.record({ id: meeting, today }),
    'meetings:reorder': fc
      .shuffledSubarray(items, { minLength: items.length })
      .map((itemIds) => ({ id: draft.meetingId, itemIds })),
    'meetings:addItem': fc.record({
      id: fc.constant(draft.meetingId),
      title: word,
      afterId: maybeItem,
    }),
    'meetings:runItem': fc.record({
      itemId: item,
      status: fc.constantFrom('discussed', 'postponed'),
      spentSeconds: fc.nat(3600),
    }),
    'meetings:proposals': fc.record({ id: meeting, today }),
    'meetings:adopt': fc.constantFrom(...proposed),
    'meetings:templates': fc.constant({ workingGroupId: group.id }),
    'meetings:saveTemplate': fc.record({ id: meeting, name: word }),
    'meetings:applyTemplate': fc.record({
      id: meeting,
      templateId: fc.constantFrom(...listRecords(reader, 'agendaTemplate').map(({ id }) => id)),
    }),
    'meetings:expected': fc.record({ id: meeting, today }),
    'meetings:attend': fc.record({
      attendanceId: fc.constantFrom(...listRecords(reader, 'attendance').map(({ id }) => id)),
      status: fc.constantFrom('present', 'excused', 'represented'),
      representedById: fc.option(people, { nil: null }),
    }),
    'meetings:invite': fc.record({
      id: meeting,
      personId: fc.option(people, { nil: null }),
      name: word,
    }),
    'meetings:start': fc.record({ id: meeting }),
    'meetings:close': fc.record({ id: meeting }),
    'meetings:reopen': fc.record({ id: meeting }),
    'meetings:decide': fc.record({ ...about, votesFor: fc.nat(20) }),
    'meetings:act': fc.record({ ...about, responsiblePersonId: people, dueOn: today }),
    'meetings:series': fc.record({ id: meeting }),
    'meetings:proposeDates': fc.record({
      id: meeting,
      recurrence: fc.constantFrom('monthly', 'quarterly', 'yearly'),
      year: fc.constantFrom(2017, 2018, 2026),
    }),
    'meetings:planSeries': fc.record({
      id: meeting,
      name: word,
      recurrence: fc.constantFrom('monthly', 'quarterly', 'yearly'),
      meetings: fc.array(fc.record({ title: word, heldOn: today }), { maxLength: 3 }),
    }),
    'meetings:cancel': fc.record({
      id: fc.constantFrom(...toCancel),
      reason: fc.option(word, { nil: null }),
    }),
    'meetings:postpone': fc.record({
      id: fc.constantFrom(...toPutOff),
      heldOn: today,
      startsAt: fc.constantFrom('09:30', '14:00', null),
      endsAt: fc.constantFrom('16:00', null),
    }),
    'meetings:restore': fc.record({ id: fc.constantFrom(...toCancel) }),
    'meetings:standing': fc.record({ id: meeting, personId: people, today }),
    'minutes:open': fc.record({ meetingId: meeting }),
    'minutes:saveItem': fc.record({
      minutesId: fc.constant(draft.id),
      agendaItemId: maybeItem,
      body,
    }),
    'minutes:validate': fc.record({
      minutesId: fc.constantFrom(draft.id, validated),
      validatedById: people,
      on: today,
    }),
    'minutes:amend': fc.constant({ minutesId: validated }),
    'minutes:versions': fc.constantFrom({ minutesId: draft.id }, { minutesId: validated }),
    'minutes:compare': fc.record({
      minutesId: fc.constant(validated),
      from: fc.option(fc.constantFrom(...operations), { nil: null }),
      to: fc.option(fc.constantFrom(...operations), { nil: null }),
    }),
    'followUp:list': fc.record({
      kind: fc.constantFrom('actions', 'decisions'),
      today,
      state: fc.constantFrom('all', 'open', 'late', 'done'),
      statuses: fc.subarray(['upcoming', 'done', 'adopted']),
      groupBy: fc.constantFrom('none', 'responsible', 'subGroup', 'meeting'),
      text: fc.constantFrom('', 'Réunion', '%_\\'),
      limit: fc.integer({ min: 1, max: 500 }),
    }),
    'followUp:setStatus': fc.record({
      ids: fc.uniqueArray(
        fc.constantFrom(...listRecords(reader, 'actionItem').map(({ id }) => id)),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      status: fc.constantFrom(...workStatuses),
      on: today,
    }),
    'followUp:setDecisionStatus': fc.record({
      ids: fc.uniqueArray(fc.constantFrom(...listRecords(reader, 'decision').map(({ id }) => id)), {
        minLength: 1,
        maxLength: 3,
      }),
      status: fc.constantFrom(...decisionStatuses),
    }),
    'followUp:remind': fc.record({ today, onlyLate: fc.boolean() }),
    'followUp:remindAll': fc.record({ today, grant }),
    'followUp:sent': fc.record({ limit: fc.integer({ min: 1, max: 500 }) }),
    'followUp:choices': fc.constant({}),
    'convocations:recipients': fc.record({ meetingId: meeting, today }),
    'convocations:draft': fc.record({
      meetingId: fc.constantFrom(...convened),
      kind: fc.constantFrom('cancellation', 'convocation', 'update', 'minutes'),
      today,
      grant,
    }),
    'convocations:remind': fc.constantFrom(...responsible).chain((personId) =>
      fc.record({
        personId: fc.constant(personId),
        organisationId: fc.constant(null),
        today,
        grant,
      }),
    ),
    'calendar:export': fc.record({ year: fc.constantFrom(null, 2017), grant }),
    'meetingDocuments:preview': fc.record({ paper, today }),
    'meetingDocuments:export': fc.record({
      paper,
      today,
      format: fc.constantFrom(...documentFormats),
      grant,
    }),
  };
}
