import type { BusySlot } from '#contract/timetable.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { minutesOf } from '#services/events/clock.ts';
import { mustGet } from '#services/events/find.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { DayRecords } from './busy.ts';
import { busySlots } from './busy.ts';
import type { Slot } from './slots.ts';
import { slotsOf } from './slots.ts';

export type Meeting = RecordOf<'b2bMeeting'>;

/** An organisation that takes part, with everything its timetable depends on. */
export interface Participant {
  readonly record: RecordOf<'meetingParticipant'>;
  readonly organisationId: string;
  readonly name: string;
  readonly side: 'buyer' | 'company';
  readonly personName: string | null;
  /** Limits that hold for it: its own, or the plan's. */
  readonly min: number;
  readonly max: number | null;
  readonly stand: RecordOf<'stand'> | null;
  readonly busy: readonly BusySlot[];
}

export interface TimetableData {
  readonly event: RecordOf<'event'>;
  readonly plan: RecordOf<'meetingPlan'> | null;
  readonly slots: readonly Slot[];
  readonly participants: readonly Participant[];
  readonly byOrganisation: ReadonlyMap<string, Participant>;
  readonly wishes: readonly RecordOf<'meetingWish'>[];
  readonly availabilities: readonly RecordOf<'availability'>[];
  readonly meetings: readonly Meeting[];
  /** Names of every organisation that takes part, meets or is wished for. */
  readonly names: ReadonlyMap<string, string>;
  readonly day: DayRecords;
}

const IN_FORCE: ReadonlySet<Meeting['status']> = new Set(['planned', 'held', 'missed']);

/** True for a meeting that has its place in the timetable. */
export function isInForce({ status, startsAt }: Meeting): boolean {
  return startsAt !== null && IN_FORCE.has(status);
}

/** True for a meeting that a new timetable leaves where it is. */
export function isFixed(meeting: Meeting): boolean {
  return isInForce(meeting) && (meeting.isLocked || meeting.status !== 'planned');
}

/** The slot a meeting begins in; null when it has no time, or one between slots. */
export function slotOf(slots: readonly Slot[], { startsAt }: Meeting): number | null {
  return slots.find((slot) => slot.startsAt === startsAt)?.index ?? null;
}

/** Meetings fixed at a time between slots, as stretches of the day of one organisation. */
function fixedBetweenSlots(
  organisationId: string,
  meetings: readonly Meeting[],
  slots: readonly Slot[],
  usual: number,
) {
  return meetings
    .filter((one) => one.buyerId === organisationId || one.companyId === organisationId)
    .filter((one) => isFixed(one) && slotOf(slots, one) === null)
    .map(({ startsAt, durationMinutes }) => {
      const from = minutesOf(startsAt ?? '00:00');
      return { from, to: from + (durationMinutes ?? usual) };
    });
}

/** Pitches of an event with the organisation that gives each. */
export function pitchesOf(db: ReadableDb, eventId: string) {
  return listRecords(db, 'pitchSlot', { eventId }, ['position']).flatMap((slot) => {
    const [application] = listRecords(db, 'application', { id: slot.applicationId });
    return application === undefined
      ? []
      : [{ organisationId: application.organisationId, application, slot }];
  });
}

/** Everything that the timetable of an event depends on. @throws DataError `record.notFound` */
export function timetableData(db: ReadableDb, eventId: string): TimetableData {
  const event = mustGet(db, 'event', eventId);
  const plan = listRecords(db, 'meetingPlan', { eventId })[0] ?? null;
  const slots = slotsOf(plan);
  const meetings = listRecords(db, 'b2bMeeting', { eventId }, ['startsAt']);
  const wishes = listRecords(db, 'meetingWish', { eventId });
  const availabilities = listRecords(db, 'availability', { eventId }, ['startsAt']);
  const day: DayRecords = {
    programme: listRecords(db, 'programmeItem', { eventId }, ['startsAt']),
    availabilities,
    pitches: pitchesOf(db, eventId),
    demos: listRecords(db, 'demo', { eventId }),
  };
  const stands = new Map(
    listRecords(db, 'stand', { eventId }).map((stand) => [stand.organisationId, stand]),
  );
  const records = listRecords(db, 'meetingParticipant', { eventId });
  const names = labelsOf(db, 'organisation', [
    ...records.map(({ organisationId }) => organisationId),
    ...meetings.flatMap(({ buyerId, companyId }) => [buyerId, companyId]),
    ...day.demos.map(({ organisationId }) => organisationId),
    ...wishes.flatMap((wish) => [wish.fromOrganisationId, wish.toOrganisationId]),
  ]);
  const people = labelsOf(
    db,
    'person',
    records.flatMap(({ personId }) => personId ?? []),
  );
  const limits = {
    buyer: { min: plan?.minPerBuyer ?? 0, max: plan?.maxPerBuyer ?? null },
    company: { min: plan?.minPerCompany ?? 0, max: plan?.maxPerCompany ?? null },
  };
  const participants = records
    .map((record): Participant => {
      const { organisationId, side, personId, minMeetings, maxMeetings } = record;
      const fixed = fixedBetweenSlots(organisationId, meetings, slots, plan?.slotMinutes ?? 0);
      return {
        record,
        organisationId,
        side,
        name: names.get(organisationId) ?? '',
        personName: personId === null ? null : (people.get(personId) ?? null),
        min: minMeetings ?? limits[side].min,
        max: maxMeetings ?? limits[side].max,
        stand: stands.get(organisationId) ?? null,
        busy: busySlots(organisationId, slots, day, fixed),
      };
    })
    .toSorted(
      (a, b) =>
        a.name.localeCompare(b.name, 'fr') || a.organisationId.localeCompare(b.organisationId),
    );
  return {
    event,
    plan,
    slots,
    participants,
    byOrganisation: new Map(participants.map((one) => [one.organisationId, one])),
    wishes,
    availabilities,
    meetings,
    names,
    day,
  };
}
