import type { ChannelRequest } from '#contract/channels.ts';
import type {
  ActionView,
  AgendaItemView,
  AttendanceView,
  DecisionView,
  MeetingSheet,
  MinutesView,
} from '#contract/meeting.channels.ts';
import { periodContains } from '#domain/dates.ts';
import type { RecordOf } from '#domain/registry.ts';
import { groupBy } from '#journal/entries.ts';
import { attachmentCounts, meetingsOnDay, seatsOf } from '#repositories/meetings.repo.ts';
import type { Seat } from '#repositories/meetings.repo.ts';
import { attachmentsOf } from '#repositories/deliverables.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { agendaOf } from './agenda.ts';
import { dayOf, isSeatAt } from './attendance.ts';
import { agendaClock } from './clock.ts';
import type { Namer } from './find.ts';
import { namer, present } from './find.ts';
import { minutesOf } from './minutes.ts';
import { isGuest, quorumOf } from './quorum.ts';
import { warningsOf } from './warnings.ts';

interface Names {
  readonly person: Namer;
  readonly organisation: Namer;
  readonly subGroup: Namer;
}

export function decisionView(decision: RecordOf<'decision'>): DecisionView {
  const { id, title, detail, status, decidedOn, votesFor, votesAgainst, abstentions } = decision;
  const { agendaItemId, minutesItemId, subGroupId } = decision;
  return {
    id,
    title,
    detail,
    status,
    decidedOn,
    votesFor,
    votesAgainst,
    abstentions,
    agendaItemId,
    minutesItemId,
    subGroupId,
  };
}

/** Whether an action should be over by that day and is not. */
export function isLateOn(
  { dueOn, status }: Pick<RecordOf<'actionItem'>, 'dueOn' | 'status'>,
  day: string,
): boolean {
  return dueOn !== null && dueOn < day && status !== 'done' && status !== 'abandoned';
}

function actionView(action: RecordOf<'actionItem'>, names: Names, today: string): ActionView {
  const { id, title, detail, status, dueOn, doneOn, agendaItemId, minutesItemId } = action;
  const { responsiblePersonId, responsibleOrganisationId, subGroupId } = action;
  return {
    id,
    title,
    detail,
    status,
    dueOn,
    doneOn,
    isLate: isLateOn(action, today),
    responsiblePersonId,
    responsiblePersonName: names.person(responsiblePersonId),
    responsibleOrganisationId,
    responsibleOrganisationName: names.organisation(responsibleOrganisationId),
    agendaItemId,
    minutesItemId,
    subGroupId,
  };
}

function bodyOf(db: ReadableDb, meeting: RecordOf<'meeting'>): MeetingSheet['body'] {
  const { subGroupId, committeeId, workingGroupId } = meeting;
  const [table, id] =
    committeeId !== null
      ? (['committee', committeeId] as const)
      : subGroupId !== null
        ? (['subGroup', subGroupId] as const)
        : (['workingGroup', workingGroupId] as const);
  return { table, id, name: labelsOf(db, table, [id]).get(id) ?? '' };
}

function minutesView(db: ReadableDb, minutes: RecordOf<'minutes'>, person: Namer): MinutesView {
  const { id, number, status, body, validatedAt, validatedById, amendsId } = minutes;
  return {
    id,
    number,
    status,
    body,
    validatedAt,
    validatedById,
    validatedByName: person(validatedById),
    amendsId,
    items: listRecords(db, 'minutesItem', { minutesId: id }, ['position']).map((item) => ({
      id: item.id,
      agendaItemId: item.agendaItemId,
      position: item.position,
      body: item.body,
    })),
  };
}

function attendanceViews(
  lines: readonly RecordOf<'attendance'>[],
  seats: readonly Seat[],
  names: Names,
): AttendanceView[] {
  const seatOf = (personId: string | null): AttendanceView['mandate'] => {
    const seat = seats.find((one) => one.personId === personId);
    return seat === undefined ? null : { id: seat.id, role: seat.role, bodyName: seat.bodyName };
  };
  return lines
    .map((line) => ({
      id: line.id,
      personId: line.personId,
      name: names.person(line.personId) ?? line.guestName ?? '',
      isGuest: isGuest(line),
      organisationId: line.organisationId,
      organisationName: names.organisation(line.organisationId),
      status: line.status,
      representedById: line.representedById,
      representedByName: names.person(line.representedById),
      mandate: seatOf(line.personId),
    }))
    .toSorted(
      (a, b) => Number(a.isGuest) - Number(b.isGuest) || a.name.localeCompare(b.name, 'fr'),
    );
}

/** Everything that the screen of a meeting shows; null when there is no such meeting. */
export function meetingSheet(
  db: ReadableDb,
  { id, today }: ChannelRequest<'meetings:sheet'>,
): MeetingSheet | null {
  const meeting = getRecord(db, 'meeting', id);
  if (meeting === null) return null;
  const agenda = agendaOf(db, id);
  const lines = listRecords(db, 'attendance', { meetingId: id });
  const decisions = listRecords(db, 'decision', { meetingId: id });
  const actions = listRecords(db, 'actionItem', { meetingId: id });
  const followed = agenda.flatMap(({ actionItemId }) =>
    actionItemId === null ? [] : (getRecord(db, 'actionItem', actionItemId) ?? []),
  );
  const { minutes, addenda } = minutesOf(db, id);
  const names = namesIn(db, { meeting, agenda, lines, actions: [...actions, ...followed] });
  const person = signatoriesToo(db, minutes === null ? addenda : [minutes, ...addenda], names);
  const day = dayOf(meeting, today);
  const seats = seatsOf(db, meeting.workingGroupId, null);
  const own = seats
    .filter(({ fromOn, toOn }) => periodContains(fromOn, toOn, day))
    .filter((seat) => isSeatAt(meeting, seat));
  const view = minutes === null ? null : minutesView(db, minutes, person);
  const clock = agendaClock(meeting, agenda);
  const byItem = {
    decisions: groupBy(decisions, ({ agendaItemId }) => agendaItemId),
    actions: groupBy(actions, ({ agendaItemId }) => agendaItemId),
  };
  const documents = attachmentCounts(
    db,
    agenda.map((item) => item.id),
  );
  const decisionsOf = (itemId: RecordOf<'agendaItem'>['id'] | null) =>
    (byItem.decisions.get(itemId) ?? []).map(decisionView);
  const actionsOf = (itemId: RecordOf<'agendaItem'>['id'] | null) =>
    (byItem.actions.get(itemId) ?? []).map((action) => actionView(action, names, today));
  const nameOf = (table: 'meetingSeries' | 'event', key: string | null): string | null =>
    key === null ? null : (labelsOf(db, table, [key]).get(key) ?? null);

  return {
    record: { ...meeting },
    body: bodyOf(db, meeting),
    seriesName: nameOf('meetingSeries', meeting.seriesId),
    eventName: nameOf('event', meeting.eventId),
    chairName: names.person(meeting.chairId),
    secretaryName: names.person(meeting.secretaryId),
    agenda: agenda.map((item, index): AgendaItemView => {
      const written = view?.items.find(({ agendaItemId }) => agendaItemId === item.id);
      const action = followed.find((one) => one.id === item.actionItemId);
      return {
        id: item.id,
        position: item.position,
        title: item.title,
        durationMinutes: item.durationMinutes,
        startsAt: clock.starts[index] ?? null,
        presenterId: item.presenterId,
        presenterName: names.person(item.presenterId),
        subGroupId: item.subGroupId,
        subGroupName: names.subGroup(item.subGroupId),
        status: item.status,
        note: item.note,
        spentSeconds: item.spentSeconds,
        isStanding: item.isStanding,
        carriedFrom: carriedFrom(db, item),
        action: action === undefined ? null : actionView(action, names, today),
        documents: documents.get(item.id) ?? 0,
        files: (documents.get(item.id) ?? 0) === 0 ? [] : attachmentsOf(db, item.id),
        minutesItemId: written?.id ?? null,
        body: written?.body ?? null,
        decisions: decisionsOf(item.id),
        actions: actionsOf(item.id),
      };
    }),
    totals: {
      plannedMinutes: clock.plannedMinutes,
      spentSeconds: agenda.reduce((sum, { spentSeconds }) => sum + (spentSeconds ?? 0), 0),
      withoutDuration: clock.withoutDuration,
      endsAt: clock.endsAt,
      overrunMinutes: clock.overrunMinutes,
    },
    attendance: attendanceViews(lines, own, names),
    quorum: quorumOf(meeting, lines),
    minutes: view,
    addenda: addenda.map((one) => minutesView(db, one, person)),
    otherDecisions: decisionsOf(null),
    otherActions: actionsOf(null),
    dispatches: listRecords(db, 'dispatch', { meetingId: id }, ['at']).map((one) => ({
      id: one.id,
      kind: one.kind,
      at: one.at,
      sequence: one.sequence,
      recipients: one.recipients,
    })),
    warnings: warningsOf({
      meeting,
      day,
      agenda,
      attendance: lines,
      actions,
      seats,
      sameDay: meeting.heldOn === null ? [] : meetingsOnDay(db, meeting, meeting.heldOn),
    }),
    isLocked: minutes?.status === 'validated',
  };
}

function carriedFrom(
  db: ReadableDb,
  { carriedFromId }: RecordOf<'agendaItem'>,
): AgendaItemView['carriedFrom'] {
  const item = carriedFromId === null ? null : getRecord(db, 'agendaItem', carriedFromId);
  const meeting = item === null ? null : getRecord(db, 'meeting', item.meetingId);
  if (item === null || meeting === null) return null;
  return {
    itemId: item.id,
    meetingId: meeting.id,
    meetingTitle: meeting.title,
    heldOn: meeting.heldOn,
  };
}

function signatoriesToo(
  db: ReadableDb,
  minutes: readonly RecordOf<'minutes'>[],
  names: Names,
): Namer {
  const others = namer(
    labelsOf(db, 'person', present(minutes.map(({ validatedById }) => validatedById))),
  );
  return (id) => names.person(id) ?? others(id);
}

function namesIn(
  db: ReadableDb,
  found: {
    readonly meeting: RecordOf<'meeting'>;
    readonly agenda: readonly RecordOf<'agendaItem'>[];
    readonly lines: readonly RecordOf<'attendance'>[];
    readonly actions: readonly RecordOf<'actionItem'>[];
  },
): Names {
  const { meeting, agenda, lines, actions } = found;
  const people = [
    meeting.chairId,
    meeting.secretaryId,
    ...agenda.map(({ presenterId }) => presenterId),
    ...lines.flatMap(({ personId, representedById }) => [personId, representedById]),
    ...actions.map(({ responsiblePersonId }) => responsiblePersonId),
  ];
  const organisations = [
    ...lines.map(({ organisationId }) => organisationId),
    ...actions.map(({ responsibleOrganisationId }) => responsibleOrganisationId),
  ];
  const subGroups = agenda.map(({ subGroupId }) => subGroupId);
  return {
    person: namer(labelsOf(db, 'person', present(people))),
    organisation: namer(labelsOf(db, 'organisation', present(organisations))),
    subGroup: namer(labelsOf(db, 'subGroup', present(subGroups))),
  };
}
