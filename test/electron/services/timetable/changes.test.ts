import { describe, expect, it } from 'vitest';

import { AppError } from '#contract/errors.ts';
import type { TimetableSheet } from '#contract/timetable.channels.ts';
import type { StoreSession } from '#services/session.ts';
import {
  addMeeting,
  cancelMeetings,
  lockMeetings,
  moveMeeting,
  recordOutcome,
} from '#services/timetable/changes.ts';
import { gatherParticipants, setWish } from '#services/timetable/participants.ts';
import { schedulesOf } from '#services/timetable/schedules.ts';
import { timetableSheet } from '#services/timetable/sheet.ts';
import { byTest, exampleBuyer, exampleCompany, exampleEvent, plan } from '#test/events.ts';
import { exampleStore } from '#test/stores.ts';

const id = exampleEvent;

function sheet(session: StoreSession): TimetableSheet {
  const found = timetableSheet(session.reader, { id });
  if (found === null) throw new Error('no event');
  return found;
}

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details['kind'] ?? null] : error;
  }
}

const inForce = ({ meetings }: TimetableSheet) =>
  meetings.filter(
    ({ status, startsAt }) => startsAt !== null && ['planned', 'held', 'missed'].includes(status),
  );

describe('a single meeting', () => {
  it('is planned by hand, moved, locked, cancelled, and its outcome written down', async () => {
    const { session } = exampleStore();
    await plan(session);
    const before = sheet(session);
    const buyerId = exampleBuyer('e01');
    const taken = new Set(
      before.meetings
        .filter((one) => one.startsAt !== null && one.buyerId === buyerId)
        .map(({ slot }) => slot),
    );
    const met = new Set(
      before.meetings.filter((one) => one.buyerId === buyerId).map(({ companyId }) => companyId),
    );
    const at = (companyId: string): number | undefined =>
      before.slots.find(({ index }) => {
        const isBusy = before.participants.some(
          ({ organisationId, busy }) =>
            (organisationId === companyId || organisationId === buyerId) &&
            busy.some((one) => one.slot === index),
        );
        const hasMeeting = before.meetings.some(
          (one) => one.companyId === companyId && one.slot === index,
        );
        return !taken.has(index) && !isBusy && !hasMeeting;
      })?.index;
    const company = before.participants.find(
      ({ side, standId, organisationId, max, meetings }) =>
        side === 'company' &&
        standId !== null &&
        !met.has(organisationId) &&
        (max ?? 99) > meetings &&
        at(organisationId) !== undefined,
    );
    const slot = at(company?.organisationId ?? '');
    if (company === undefined || slot === undefined) throw new Error('nobody is free');
    const companyId = company.organisationId;
    const { value: meetingId } = addMeeting(session, byTest, { id, buyerId, companyId, slot });
    const added = () => sheet(session).meetings.find((one) => one.id === meetingId);
    expect(added()).toMatchObject({
      status: 'planned',
      slot,
      isLocked: true,
      standNumber: company.standNumber,
    });
    expect(codeOf(() => moveMeeting(session, byTest, { meetingId, slot }))).toEqual([
      'timetable.locked',
      null,
    ]);
    lockMeetings(session, byTest, { meetingIds: [meetingId], isLocked: false });
    const lunch = before.slots.find(({ startsAt }) => startsAt === '13:00')?.index ?? -1;
    expect(codeOf(() => moveMeeting(session, byTest, { meetingId, slot: lunch }))).toEqual([
      'timetable.clash',
      'break',
    ]);
    expect(codeOf(() => moveMeeting(session, byTest, { meetingId, slot: 40 }))).toEqual([
      'timetable.noSuchSlot',
      null,
    ]);
    const [occupied] = [...taken].filter((one) => one !== null);
    if (occupied !== undefined) {
      expect(codeOf(() => moveMeeting(session, byTest, { meetingId, slot: occupied }))).toEqual([
        'timetable.clash',
        'sameParticipant',
      ]);
    }
    recordOutcome(session, byTest, {
      meetingId,
      status: 'held',
      outcome: 'Devis demandé.',
      followUp: 'Relancer',
      followUpOn: '2017-12-04',
    });
    expect(added()).toMatchObject({
      status: 'held',
      outcome: 'Devis demandé.',
      followUpOn: '2017-12-04',
    });
    expect(codeOf(() => cancelMeetings(session, byTest, { meetingIds: [meetingId] }))).toEqual([
      'timetable.settled',
      null,
    ]);
    recordOutcome(session, byTest, { meetingId, status: 'planned', outcome: '' });
    cancelMeetings(session, byTest, { meetingIds: [meetingId] });
    expect(added()).toMatchObject({ status: 'cancelled', outcome: null });
  });

  it('is refused between two of one side, and with who does not take part', () => {
    const { session } = exampleStore();
    const buyerId = exampleBuyer('e01');
    const one = { id, buyerId, slot: 2 };
    expect(
      codeOf(() => addMeeting(session, byTest, { ...one, companyId: exampleBuyer('e02') })),
    ).toEqual(['timetable.sameSide', null]);
    expect(
      codeOf(() => addMeeting(session, byTest, { ...one, companyId: exampleCompany('apalutine') })),
    ).toEqual(['timetable.notAParticipant', null]);
  });
});

describe('participants', () => {
  it('are gathered once', () => {
    const { session } = exampleStore();
    expect(gatherParticipants(session, byTest, { id }).value).toBe(3);
    expect(sheet(session).missing).toBe(0);
    const again = gatherParticipants(session, byTest, { id });
    expect(again).toMatchObject({ value: 0, operationId: null });
  });

  it('wish, and take a wish back', () => {
    const { session } = exampleStore();
    const fromId = exampleBuyer('e01');
    const toId = exampleCompany('facturelle');
    const between = () =>
      sheet(session).wishes.filter((one) => one.fromId === fromId && one.toId === toId);
    setWish(session, byTest, { id, fromId, toId, strength: 2 });
    setWish(session, byTest, { id, fromId, toId, strength: 3 });
    expect(between()).toMatchObject([{ strength: 3 }]);
    setWish(session, byTest, { id, fromId, toId, strength: 0 });
    expect(between()).toEqual([]);
  });

  it('have a schedule each, and so has each place', async () => {
    const { session } = exampleStore();
    await plan(session);
    const { participants } = sheet(session);
    const schedules = schedulesOf(session.reader, { id, by: 'participants', subject: null });
    expect(schedules).toHaveLength(participants.length);
    for (const { subject, entries } of schedules) {
      const meetings = entries.filter(({ kind }) => kind === 'meeting');
      expect(meetings).toHaveLength(
        participants.find(({ organisationId }) => organisationId === subject.id)?.meetings ?? -1,
      );
      expect(entries.map(({ startsAt }) => startsAt)).toEqual(
        entries.map(({ startsAt }) => startsAt).toSorted(),
      );
    }
    const places = schedulesOf(session.reader, { id, by: 'places', subject: null });
    const ofPlaces = places.flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind === 'meeting'),
    );
    expect(new Set(ofPlaces.map((entry) => entry.id)).size).toBe(inForce(sheet(session)).length);
    const one = schedulesOf(session.reader, {
      id,
      by: 'participants',
      subject: exampleCompany('lusquidor'),
    });
    expect(one).toMatchObject([{ subject: { name: 'Lusquidor', side: 'company' } }]);
  });
});
