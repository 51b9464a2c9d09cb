import type { ChannelOutput } from '#contract/channels.ts';
import type { DemoView, EventWarning, PitchView, StandView } from '#contract/event.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { SelectedApplication } from '#repositories/event-planning.repo.ts';
import { figuresOfDays, selectedApplications } from '#repositories/event-planning.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { clashesOf, placedOf } from '#services/timetable/clashes.ts';
import { pitchesOf, timetableData } from '#services/timetable/data.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { endOf, overlap, stretch } from './clock.ts';
import { headcountsOf } from './registrations.ts';

type Names = (id: string | null) => string | null;

function namesOf(db: ReadableDb, ids: readonly (string | null)[]): Names {
  const labels = labelsOf(
    db,
    'organisation',
    ids.filter((id) => id !== null),
  );
  return (id) => (id === null ? null : (labels.get(id) ?? null));
}

/** The segment of what an application offers, by name. */
function segmentNames(db: ReadableDb, applicationIds: readonly (string | null)[]): Names {
  const segments = new Map<string, string>();
  for (const applicationId of new Set(applicationIds)) {
    if (applicationId === null) continue;
    const [offer] = listRecords(db, 'offer', { applicationId });
    const segmentId = offer?.segmentId ?? null;
    const segment = segmentId === null ? null : getRecord(db, 'purchaseSegment', segmentId);
    if (segment !== null) segments.set(applicationId, segment.name);
  }
  return (id) => (id === null ? null : (segments.get(id) ?? null));
}

interface Selection {
  /** Whether the event has any call: nothing is compared where there is none. */
  readonly hasCall: boolean;
  readonly chosen: readonly SelectedApplication[];
}

const isChosen = (
  { hasCall, chosen }: Selection,
  applicationId: string | null,
  outcome: 'pitch' | 'stand',
): boolean =>
  !hasCall ||
  applicationId === null ||
  chosen.some((one) => one.applicationId === applicationId && one.outcome === outcome);

function pitchViews(db: ReadableDb, eventId: string, selection: Selection): PitchView[] {
  const pitches = pitchesOf(db, eventId);
  const nameOf = namesOf(
    db,
    pitches.map(({ organisationId }) => organisationId),
  );
  const segmentOf = segmentNames(
    db,
    pitches.map(({ application }) => application.id),
  );
  return pitches.map(({ organisationId, application, slot }) => ({
    id: slot.id,
    position: slot.position,
    applicationId: application.id,
    applicationTitle: application.title,
    organisationId,
    organisationName: nameOf(organisationId) ?? '',
    segmentName: segmentOf(application.id),
    startsAt: slot.startsAt,
    endsAt: endOf(slot.startsAt, slot.durationMinutes),
    durationMinutes: slot.durationMinutes,
    isSelected: isChosen(selection, application.id, 'pitch'),
  }));
}

function standViews(db: ReadableDb, eventId: string, selection: Selection): StandView[] {
  const stands = listRecords(db, 'stand', { eventId }, ['number']);
  const nameOf = namesOf(
    db,
    stands.map(({ organisationId }) => organisationId),
  );
  const segmentOf = segmentNames(
    db,
    stands.map(({ applicationId }) => applicationId),
  );
  return stands.map((stand) => ({
    id: stand.id,
    number: stand.number,
    organisationId: stand.organisationId,
    organisationName: nameOf(stand.organisationId) ?? '',
    applicationId: stand.applicationId,
    segmentName: segmentOf(stand.applicationId),
    place: stand.place,
    isFree: stand.isFree,
    planRow: stand.planRow,
    planColumn: stand.planColumn,
    isSelected: isChosen(selection, stand.applicationId, 'stand'),
  }));
}

function demoViews(db: ReadableDb, eventId: string): DemoView[] {
  const demos = listRecords(db, 'demo', { eventId }, ['startsAt', 'title']);
  const nameOf = namesOf(
    db,
    demos.map(({ organisationId }) => organisationId),
  );
  return demos.map((demo) => ({
    id: demo.id,
    title: demo.title,
    organisationId: demo.organisationId,
    organisationName: nameOf(demo.organisationId) ?? '',
    offerId: demo.offerId,
    offerTitle:
      demo.offerId === null ? null : (getRecord(db, 'offer', demo.offerId)?.title ?? null),
    startsAt: demo.startsAt,
    endsAt: endOf(demo.startsAt, demo.durationMinutes),
    durationMinutes: demo.durationMinutes,
    place: demo.place,
  }));
}

interface Parts {
  readonly programme: readonly RecordOf<'programmeItem'>[];
  readonly pitches: readonly PitchView[];
  readonly stands: readonly StandView[];
  readonly selection: Selection;
  readonly clashes: number;
}

/** Pairs that take place at the same time, and at the same place where both say one. */
function overlaps<T extends { startsAt: string | null; endsAt: string | null }>(
  items: readonly T[],
  samePlace: (a: T, b: T) => boolean,
): (readonly [T, T])[] {
  const timed = items.filter(({ startsAt, endsAt }) => startsAt !== null && endsAt !== null);
  return timed.flatMap((one, index) =>
    timed.slice(index + 1).flatMap((other) => {
      const isTogether = overlap(
        stretch(one.startsAt ?? '', one.endsAt ?? ''),
        stretch(other.startsAt ?? '', other.endsAt ?? ''),
      );
      return isTogether && samePlace(one, other) ? [[one, other] as const] : [];
    }),
  );
}

function twice<T>(items: readonly T[], keyOf: (item: T) => string | null): T[] {
  const seen = new Map<string, number>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === null) return false;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) === 2;
  });
}

function warningsOf({ programme, pitches, stands, selection, clashes }: Parts): EventWarning[] {
  const missing = (outcome: 'pitch' | 'stand', has: ReadonlySet<string | null>): number =>
    selection.chosen.filter((one) => one.outcome === outcome && !has.has(one.applicationId)).length;
  const pitchesMissing = missing(
    'pitch',
    new Set(pitches.map(({ applicationId }) => applicationId)),
  );
  const standsMissing = missing('stand', new Set(stands.map(({ applicationId }) => applicationId)));
  const samePlace = (a: { place: string | null }, b: { place: string | null }): boolean =>
    a.place === b.place;
  return [
    ...overlaps(programme, samePlace).map(([first, second]) => ({
      kind: 'programmeOverlap' as const,
      first: first.title,
      second: second.title,
    })),
    ...overlaps(pitches, () => true).map(([first, second]) => ({
      kind: 'pitchOverlap' as const,
      first: first.organisationName,
      second: second.organisationName,
    })),
    ...twice(stands, ({ number }) => number).map(({ number }) => ({
      kind: 'standNumberTwice' as const,
      number: number ?? '',
    })),
    ...twice(stands, ({ planRow, planColumn }) =>
      planRow === null ? null : `${planRow}/${planColumn}`,
    ).map(({ planRow, planColumn }) => ({
      kind: 'standPlaceTwice' as const,
      row: planRow ?? 0,
      column: planColumn ?? 0,
    })),
    ...pitches
      .filter(({ isSelected }) => !isSelected)
      .map(({ organisationName: name }) => ({ kind: 'noLongerPitching' as const, name })),
    ...stands
      .filter(({ isSelected }) => !isSelected)
      .map(({ organisationName: name }) => ({ kind: 'noLongerAtStand' as const, name })),
    ...(pitchesMissing > 0 ? [{ kind: 'pitchesMissing' as const, count: pitchesMissing }] : []),
    ...(standsMissing > 0 ? [{ kind: 'standsMissing' as const, count: standsMissing }] : []),
    ...(clashes > 0 ? [{ kind: 'meetingClashes' as const, count: clashes }] : []),
  ];
}

function figuresOf(db: ReadableDb, event: RecordOf<'event'>) {
  if (event.startsOn === null) return [];
  const days = { from: event.startsOn, to: event.endsOn ?? event.startsOn };
  return figuresOfDays(db, event.workingGroupId, days).map((figure) => ({
    ...figure,
    isMinimum: figure.isMinimum === 1,
  }));
}

function meetingCounts(meetings: readonly RecordOf<'b2bMeeting'>[]) {
  const byStatus = { wished: 0, planned: 0, held: 0, missed: 0, cancelled: 0 };
  for (const { status } of meetings) byStatus[status] += 1;
  return byStatus;
}

/** Everything the page of an event shows; null when there is no such event. */
export function eventSheet(
  db: ReadableDb,
  { id }: { readonly id: string },
): ChannelOutput<'events:sheet'> {
  const event = getRecord(db, 'event', id);
  if (event === null) return null;
  const calls = listRecords(db, 'callForInterest', { eventId: id }, ['title']);
  const selection = { hasCall: calls.length > 0, chosen: selectedApplications(db, id) };
  const partners = listRecords(db, 'eventPartner', { eventId: id });
  const nameOf = namesOf(db, [
    event.hostId,
    event.organiserId,
    ...partners.map(({ organisationId }) => organisationId),
  ]);
  const parent = event.parentId === null ? null : getRecord(db, 'event', event.parentId);
  const programme = listRecords(db, 'programmeItem', { eventId: id }, ['position', 'startsAt']);
  const pitches = pitchViews(db, id, selection);
  const stands = standViews(db, id, selection);
  const data = timetableData(db, id);
  const clashes = clashesOf(data, placedOf(data, data.meetings)).length;
  const registrations = listRecords(db, 'registration', { eventId: id });
  return {
    record: event,
    hostName: nameOf(event.hostId),
    organiserName: nameOf(event.organiserId),
    parent: parent && { id: parent.id, name: parent.name },
    children: listRecords(db, 'event', { parentId: id }, ['startsOn', 'name']).map((child) => ({
      id: child.id,
      name: child.name,
      startsOn: child.startsOn,
    })),
    calls: calls.map((call) => {
      const applications = new Set(
        listRecords(db, 'application', { callId: call.id }).map((one) => one.id as string),
      );
      const own = selection.chosen.filter(({ applicationId }) => applications.has(applicationId));
      return {
        id: call.id,
        title: call.title,
        pitches: own.filter(({ outcome }) => outcome === 'pitch').length,
        stands: own.filter(({ outcome }) => outcome === 'stand').length,
      };
    }),
    figures: figuresOf(db, event),
    partners: partners
      .map(({ id: partnerId, organisationId, role }) => ({
        id: partnerId,
        organisationId,
        name: nameOf(organisationId) ?? '',
        role,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    programme: programme.map((item) => ({
      id: item.id,
      position: item.position,
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      title: item.title,
      kind: item.kind,
      place: item.place,
      speakerText: item.speakerText,
    })),
    pitches,
    stands,
    demos: demoViews(db, id),
    registrations: {
      total: registrations.length,
      byRole: headcountsOf(registrations),
      people: registrations
        .filter(({ status }) => status === 'registered')
        .reduce((sum, { headcount }) => sum + headcount, 0),
    },
    meetings: {
      participants: data.participants.filter(({ record }) => !record.isWithdrawn).length,
      wishes: data.wishes.length,
      byStatus: meetingCounts(data.meetings),
    },
    warnings: warningsOf({ programme, pitches, stands, selection, clashes }),
  };
}
