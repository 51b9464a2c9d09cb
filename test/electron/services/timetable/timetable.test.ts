import { describe, expect, it } from 'vitest';

import { AppError } from '#contract/errors.ts';
import type { TimetableSheet } from '#contract/timetable.channels.ts';
import { undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { minutesOf } from '#services/events/clock.ts';
import type { StoreSession } from '#services/session.ts';
import { acceptTimetable } from '#services/timetable/accept.ts';
import {
  savePlan,
  setAvailability,
  setParticipant,
  setWish,
  withdrawParticipant,
} from '#services/timetable/participants.ts';
import { proposeTimetable } from '#services/timetable/propose.ts';
import { timetableSheet } from '#services/timetable/sheet.ts';
import {
  acceptance,
  byTest,
  exampleBuyer,
  exampleCompany,
  exampleEvent,
  plan,
  proposal,
} from '#test/events.ts';
import { exampleStore, liveRows } from '#test/stores.ts';

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

/** Two people or more in one place, read from the stored rows alone. */
function doubleBookings({ meetings, participants }: TimetableSheet): string[] {
  const stands = new Set(
    participants.filter((one) => one.standId !== null).map((one) => one.organisationId),
  );
  const seen = new Set<string>();
  return inForce({ meetings } as TimetableSheet).flatMap((meeting) => {
    const keys = [meeting.buyerId, meeting.companyId].map(
      (party) => `${party} ${meeting.startsAt}`,
    );
    if (!stands.has(meeting.companyId))
      keys.push(`table ${meeting.tableNumber} ${meeting.startsAt}`);
    return keys.filter((key) => {
      const isTwice = seen.has(key);
      seen.add(key);
      return isTwice;
    });
  });
}

describe('the timetable of the example', () => {
  it('stands as it is, and has wishes left to grant', () => {
    const { session } = exampleStore();
    const { slots, participants, meetings, wishes, clashes, missing } = sheet(session);
    expect(slots).toHaveLength(12);
    expect(participants.filter(({ side }) => side === 'buyer')).toHaveLength(24);
    expect(meetings.filter(({ startsAt }) => startsAt !== null).length).toBeGreaterThan(5);
    expect(clashes).toEqual([]);
    expect(wishes.some(({ isGranted }) => !isGranted)).toBe(true);
    // The three buyers that the documents name, and whom the example lets meet nobody.
    expect(missing).toBe(3);
  });

  it('is worked out without writing, taken over as one operation, and undone', async () => {
    const { session } = exampleStore();
    const before = liveRows(session.reader);
    const proposed = await proposal(session);
    expect(liveRows(session.reader)).toEqual(before);
    expect(proposed).toMatchObject({ status: 'optimal', gap: 0, obstacles: [], leftOut: [] });
    expect(proposed.bound).toBe(proposed.objective);
    expect(proposed.solver).toMatch(/^HiGHS \d/);
    expect(proposed.objective).toBe(proposed.meetings.reduce((sum, { weight }) => sum + weight, 0));

    const { value, operationId } = acceptTimetable(session, byTest, acceptance(proposed));
    const held = proposed.meetings.filter(({ isLocked }) => isLocked).length;
    expect(value).toEqual({
      added: proposed.meetings.length - held,
      kept: held,
      moved: 0,
      dropped: 0,
    });
    const after = sheet(session);
    expect(inForce(after)).toHaveLength(proposed.meetings.length);
    expect(after.clashes).toEqual([]);
    expect(doubleBookings(after)).toEqual([]);
    expect(after.quality).toMatchObject({ objective: proposed.objective, gap: 0 });
    expect(after.meetings.find(({ status }) => status === 'planned')?.reason).toMatch(/[.]$/);
    undoOperation(session.writer(), operationId ?? '', { author: 'Essai' });
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('keeps to absences, pitches, demonstrations and lunch', async () => {
    const { session } = exampleStore();
    await plan(session);
    const { slots, participants, meetings } = sheet(session);
    const planned = meetings.filter(({ status }) => status === 'planned');
    expect(planned.length).toBeGreaterThan(20);
    const away = listRecords(session.reader, 'availability', { eventId: id });
    for (const { buyerId, companyId, startsAt, slot } of planned) {
      const from = minutesOf(startsAt ?? '');
      expect(
        from < minutesOf('12:30') ? from + 20 <= minutesOf('12:30') : from >= minutesOf('13:45'),
      ).toBe(true);
      for (const { organisationId, startsAt: left, endsAt } of away) {
        if (organisationId !== buyerId && organisationId !== companyId) continue;
        expect(from + 20 <= minutesOf(left) || from >= minutesOf(endsAt)).toBe(true);
      }
      const company = participants.find(({ organisationId }) => organisationId === companyId);
      expect(company?.busy.some((busy) => busy.slot === slot)).toBe(false);
    }
    expect(
      slots.some(({ index }) =>
        participants.some(({ busy }) =>
          busy.some((one) => one.slot === index && one.cause === 'pitch'),
        ),
      ),
    ).toBe(true);
  });

  it('changes nothing else after a withdrawal', async () => {
    const { session } = exampleStore();
    await plan(session);
    const before = sheet(session);
    const gone = before.meetings.find(({ status }) => status === 'planned')?.companyId ?? '';
    const { value: cancelled } = withdrawParticipant(session, byTest, {
      id,
      organisationId: gone,
      isWithdrawn: true,
    });
    expect(cancelled).toBeGreaterThan(0);
    const again = await proposal(session);
    expect(again.status).toBe('optimal');
    expect(again.meetings.some(({ companyId }) => companyId === gone)).toBe(
      before.meetings.some(({ companyId, status }) => companyId === gone && status === 'held'),
    );
    const stayed = before.meetings.filter(
      ({ status, companyId, startsAt }) =>
        status === 'planned' && companyId !== gone && startsAt !== null,
    );
    const slotOf = new Map(again.meetings.map((one) => [one.meetingId, one.startsAt]));
    const moved = stayed.filter((one) => slotOf.get(one.id) !== one.startsAt);
    expect(moved).toEqual([]);
    expect(again.dropped).toEqual([]);
    const { value } = acceptTimetable(session, byTest, acceptance(again));
    expect(value.moved + value.dropped).toBe(0);

    withdrawParticipant(session, byTest, {
      id,
      organisationId: gone,
      isWithdrawn: false,
    });
    const back = await proposal(session);
    expect(back.meetings.some(({ companyId, isLocked }) => companyId === gone && !isLocked)).toBe(
      true,
    );
  });

  it('refuses a proposal that is no longer the one that was worked out', async () => {
    const { session } = exampleStore();
    const proposed = await proposal(session);
    setAvailability(session, byTest, {
      id,
      organisationId: exampleBuyer('e01'),
      periods: [{ startsAt: '10:00', endsAt: '16:00', isAvailable: false, note: null }],
    });
    const before = liveRows(session.reader);
    expect(codeOf(() => acceptTimetable(session, byTest, acceptance(proposed)))).toEqual([
      'timetable.stale',
      null,
    ]);
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('can be cancelled while it is worked out', async () => {
    const { session } = exampleStore();
    const cancel = new AbortController();
    const steps: number[] = [];
    const work = proposeTimetable(
      session,
      { signal: cancel.signal, progress: (_, done) => steps.push(done) },
      { id, mode: 'anew', seconds: 60 },
    );
    cancel.abort(new Error('cancelled'));
    await expect(work).rejects.toThrow('cancelled');
    expect(steps[0]).toBe(0);
  });
});

describe('what cannot be planned', () => {
  it('is told: no slots, no participants', async () => {
    const { session } = exampleStore();
    const [eventId] = listRecords(session.reader, 'event')
      .map((event) => event.id)
      .filter((one) => one !== id);
    if (eventId === undefined) throw new Error('one event only');
    expect((await proposal(session, 'anew', eventId)).obstacles).toEqual([{ kind: 'noSlots' }]);
    savePlan(session, byTest, { ...slotsOnly, id: eventId });
    expect((await proposal(session, 'anew', eventId)).obstacles).toEqual([
      { kind: 'noParticipants' },
    ]);
  });

  it('is told: locked meetings that clash, by name and time', async () => {
    const { session } = exampleStore();
    await plan(session);
    const { meetings } = sheet(session);
    const [one, other] = meetings.filter(
      ({ status, buyerId }) =>
        status === 'planned' &&
        meetings.filter((m) => m.buyerId === buyerId && m.status === 'planned').length > 1 &&
        buyerId === firstBusyBuyer(meetings),
    );
    if (one === undefined || other === undefined) throw new Error('no buyer with two meetings');
    // As two copies of a store would leave it after a merge.
    session
      .writer()
      .raw.prepare('UPDATE b2b_meeting SET starts_at = ?, is_locked = 1 WHERE id IN (?, ?)')
      .run(one.startsAt, one.id, other.id);
    const { status, obstacles } = await proposal(session);
    expect(status).toBe('infeasible');
    expect(obstacles).toContainEqual({
      kind: 'locked',
      clash: expect.objectContaining({
        kind: 'sameParticipant',
        name: one.buyerName,
        startsAt: one.startsAt,
      }),
    });
    expect(sheet(session).clashes.map(({ kind }) => kind)).toContain('sameParticipant');
  });

  it('is told: a minimum out of reach, and minima that are so together', async () => {
    const { session } = exampleStore();
    setParticipant(session, byTest, {
      id,
      organisationId: exampleBuyer('e01'),
      minMeetings: 12,
      maxMeetings: 12,
    });
    const alone = await proposal(session, 'anew');
    expect(alone.status).toBe('infeasible');
    expect(alone.obstacles).toMatchObject([
      { kind: 'minimum', minimum: 12, name: expect.stringContaining('Deux-Deûles') },
    ]);

    const other = listRecords(session.reader, 'event').find((event) => event.id !== id)?.id;
    if (other === undefined) throw new Error('one event only');
    savePlan(session, byTest, {
      ...slotsOnly,
      id: other,
      slotCount: 2,
      tableCount: 1,
      minPerCompany: 1,
    });
    const companies = ['lusquidor', 'facturelle', 'octaverne'].map(exampleCompany);
    const buyers = ['e01', 'e02'].map(exampleBuyer);
    for (const organisationId of [...companies, ...buyers]) {
      setParticipant(session, byTest, { id: other, organisationId });
    }
    for (const fromId of companies) {
      for (const toId of buyers) setWish(session, byTest, { id: other, fromId, toId, strength: 1 });
    }
    const together = await proposal(session, 'anew', other);
    expect(together.status).toBe('infeasible');
    // Three companies, one table, two slots.
    expect(together.obstacles).toMatchObject([
      {
        kind: 'minimaTogether',
        missing: 1,
        participants: [{ minimum: 1, reached: 0 }],
        relievedBy: ['tables'],
      },
    ]);
    savePlan(session, byTest, {
      ...slotsOnly,
      id: other,
      slotCount: 2,
      tableCount: 2,
      minPerCompany: 1,
    });
    expect(await proposal(session, 'anew', other)).toMatchObject({ status: 'optimal' });
  });
});

const slotsOnly = {
  startsAt: '10:30',
  slotMinutes: 20,
  gapMinutes: 5,
  slotCount: 12,
  tableCount: 6,
  place: null,
  minPerBuyer: null,
  maxPerBuyer: null,
  minPerCompany: null,
  maxPerCompany: null,
};

function firstBusyBuyer(meetings: TimetableSheet['meetings']): string | undefined {
  const planned = meetings.filter(({ status }) => status === 'planned');
  return planned.find(({ buyerId }) => planned.filter((one) => one.buyerId === buyerId).length > 1)
    ?.buyerId;
}
