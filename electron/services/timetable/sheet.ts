import type { ChannelOutput } from '#contract/channels.ts';
import type { B2bMeetingView, ParticipantView, WishView } from '#contract/timetable.channels.ts';
import { likelyParticipants } from '#repositories/event-planning.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { endOf } from '#services/events/clock.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { clashesOf, placedOf } from './clashes.ts';
import type { Meeting, Participant, TimetableData } from './data.ts';
import { isInForce, slotOf, timetableData } from './data.ts';
import { gapOf } from './propose.ts';

type Titles = ReadonlyMap<string, string>;

/** Titles of the needs, or offers, that meetings are about. */
export function titlesOf(
  db: ReadableDb,
  table: 'need' | 'offer',
  ids: readonly (string | null)[],
): Titles {
  const titles = new Map<string, string>();
  for (const id of new Set(ids)) {
    const record = id === null ? null : getRecord(db, table, id);
    if (record !== null) titles.set(record.id, record.title);
  }
  return titles;
}

function meetingView(
  data: TimetableData,
  meeting: Meeting,
  titles: { readonly needs: Titles; readonly offers: Titles; readonly stands: Titles },
): B2bMeetingView {
  const { buyerId, companyId, needId, offerId, standId, startsAt } = meeting;
  return {
    id: meeting.id,
    buyerId,
    buyerName: data.names.get(buyerId) ?? '',
    companyId,
    companyName: data.names.get(companyId) ?? '',
    needId,
    needTitle: needId === null ? null : (titles.needs.get(needId) ?? null),
    offerId,
    offerTitle: offerId === null ? null : (titles.offers.get(offerId) ?? null),
    startsAt,
    endsAt: endOf(startsAt, meeting.durationMinutes ?? data.plan?.slotMinutes ?? null),
    slot: slotOf(data.slots, meeting),
    place: meeting.place,
    standId,
    standNumber: standId === null ? null : (titles.stands.get(standId) ?? null),
    tableNumber: meeting.tableNumber,
    score: meeting.score,
    reason: meeting.reason,
    isLocked: meeting.isLocked,
    status: meeting.status,
    outcome: meeting.outcome,
    followUp: meeting.followUp,
    followUpOn: meeting.followUpOn,
  };
}

const keyOf = (from: string, to: string): string => `${from} ${to}`;

/** Who meets whom, either way round. */
function metPairs({ meetings }: TimetableData): ReadonlySet<string> {
  const inForce = meetings.filter((one) => isInForce(one) || one.status === 'held');
  return new Set(
    inForce.flatMap(({ buyerId, companyId }) => [
      keyOf(buyerId, companyId),
      keyOf(companyId, buyerId),
    ]),
  );
}

function participantView(
  data: TimetableData,
  one: Participant,
  wishes: readonly WishView[],
): ParticipantView {
  const { record, organisationId, name, side, personName, min, max, stand, busy } = one;
  const own = wishes.filter(({ fromId }) => fromId === organisationId);
  return {
    id: record.id,
    organisationId,
    name,
    side,
    personId: record.personId,
    personName,
    isWithdrawn: record.isWithdrawn,
    note: record.note,
    minMeetings: record.minMeetings,
    maxMeetings: record.maxMeetings,
    min,
    max,
    standId: stand?.id ?? null,
    standNumber: stand?.number ?? null,
    busy: [...busy],
    wishes: own.length,
    granted: own.filter(({ isGranted }) => isGranted).length,
    wished: wishes.filter(({ toId }) => toId === organisationId).length,
    meetings: data.meetings.filter(
      (meeting) =>
        isInForce(meeting) &&
        (meeting.buyerId === organisationId || meeting.companyId === organisationId),
    ).length,
  };
}

/** The whole timetable of an event; null when there is no such event. */
export function timetableSheet(
  db: ReadableDb,
  { id }: { readonly id: string },
): ChannelOutput<'timetable:sheet'> {
  if (getRecord(db, 'event', id) === null) return null;
  const data = timetableData(db, id);
  const { plan, slots, meetings } = data;
  const met = metPairs(data);
  const wishes = data.wishes.map((wish): WishView => {
    const { fromOrganisationId: fromId, toOrganisationId: toId } = wish;
    return {
      id: wish.id,
      fromId,
      fromName: data.names.get(fromId) ?? '',
      toId,
      toName: data.names.get(toId) ?? '',
      needId: wish.needId,
      offerId: wish.offerId,
      strength: wish.strength,
      note: wish.note,
      isGranted: met.has(keyOf(fromId, toId)),
    };
  });
  const titles = {
    needs: titlesOf(
      db,
      'need',
      meetings.map(({ needId }) => needId),
    ),
    offers: titlesOf(
      db,
      'offer',
      meetings.map(({ offerId }) => offerId),
    ),
    stands: new Map(
      listRecords(db, 'stand', { eventId: id }).flatMap(({ id: standId, number }) =>
        number === null ? [] : [[standId as string, number] as const],
      ),
    ),
  };
  const { objective, bound, plannedAt } = plan ?? { objective: null, bound: null, plannedAt: null };
  const hasQuality = objective !== null && bound !== null && plannedAt !== null;
  return {
    plan,
    slots: slots.map(({ index, startsAt, endsAt }) => ({ index, startsAt, endsAt })),
    participants: data.participants.map((one) => participantView(data, one, wishes)),
    availabilities: data.availabilities.map(
      ({ id: availabilityId, organisationId, startsAt, endsAt, isAvailable, note }) => ({
        id: availabilityId,
        organisationId,
        startsAt,
        endsAt,
        isAvailable,
        note,
      }),
    ),
    wishes,
    meetings: meetings.map((meeting) => meetingView(data, meeting, titles)),
    clashes: clashesOf(data, placedOf(data, meetings)),
    quality: hasQuality
      ? { objective, bound, gap: gapOf(objective, bound) ?? 0, at: plannedAt }
      : null,
    missing: likelyParticipants(db, id).length,
  };
}
