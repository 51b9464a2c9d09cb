import { describe, expect, it } from 'vitest';

import { AppError } from '#contract/errors.ts';
import type { EventSheet } from '#contract/event.channels.ts';
import { undoLast, undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { endOf, overlap, stretch, timeOf } from '#services/events/clock.ts';
import { orderPitches, orderProgramme } from '#services/events/order.ts';
import { register, registrationsOf, setRegistrations } from '#services/events/registrations.ts';
import { eventSheet } from '#services/events/sheet.ts';
import {
  addStand,
  arrangeStands,
  numberStands,
  placeStand,
  takeFromSelection,
} from '#services/events/stands.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { byTest, exampleCompany, exampleEvent } from '#test/events.ts';
import { exampleStore, liveRows } from '#test/stores.ts';

const id = exampleEvent;

function sheet(session: StoreSession): EventSheet {
  const found = eventSheet(session.reader, { id });
  if (found === null) throw new Error('no event');
  return found;
}

describe('the clock', () => {
  it('adds minutes within the day', () => {
    expect(endOf('09:50', 20)).toBe('10:10');
    expect(endOf('09:50', null)).toBeNull();
    expect(timeOf(24 * 60 + 5)).toBe('23:59');
  });

  it('lets one thing begin when another ends', () => {
    expect(overlap(stretch('09:00', '09:30'), stretch('09:30', '10:00'))).toBe(false);
    expect(overlap(stretch('09:00', '09:31'), stretch('09:30', '10:00'))).toBe(true);
  });
});

describe('the page of the example’s event', () => {
  it('shows what the documents state, with where they state it', () => {
    const { session } = exampleStore();
    const { figures, hostName, parent, calls, warnings } = sheet(session);
    expect(figures.map(({ value }) => value).toSorted()).toEqual([350, 70]);
    expect(
      figures.every(({ sourceTitle, locator }) => sourceTitle !== null && locator !== null),
    ).toBe(true);
    expect(hostName).toContain('uratechnologies');
    expect(parent?.name).toContain('Semaine');
    expect(calls).toMatchObject([{ pitches: 9 }]);
    expect(warnings).toEqual([]);
  });

  it('counts guests by what they are', () => {
    const { session } = exampleStore();
    const { registrations } = sheet(session);
    const [buyers] = registrations.byRole;
    expect(buyers).toMatchObject({
      role: 'buyer',
      registered: 24,
      attended: 24,
      peopleAttended: 24,
    });
    expect(registrations.byRole.reduce((sum, one) => sum + one.registered, 0)).toBe(
      registrations.total,
    );
  });

  it('says nothing of an event that is not there', () => {
    const { session } = exampleStore();
    expect(eventSheet(session.reader, { id: exampleCompany('lusquidor') })).toBeNull();
  });
});

describe('guests', () => {
  it('are put on the list once, and changed together', () => {
    const { session } = exampleStore();
    const before = liveRows(session.reader);
    const request = {
      id,
      role: 'visitor' as const,
      status: 'invited' as const,
      organisationIds: [exampleCompany('lusquidor'), exampleCompany('apalutine')],
      personIds: [],
      guestNames: ['Une école', 'une ecole'],
    };
    // Lusquidor is registered already.
    const { value, operationId } = register(session, byTest, {
      ...request,
      guestNames: ['Une école'],
    });
    expect(value).toBe(2);
    expect(register(session, byTest, request)).toMatchObject({ value: 0, operationId: null });
    const invited = registrationsOf(session.reader, { id }).filter(
      ({ status }) => status === 'invited',
    );
    expect(invited.map(({ name }) => name)).toEqual(['Apalutine', 'Une école']);
    const ids = listRecords(session.reader, 'registration', { eventId: id, status: 'invited' }).map(
      (one) => one.id,
    );
    setRegistrations(session, byTest, { ids, status: 'registered', hasAttended: true });
    expect(registrationsOf(session.reader, { id }).every(({ hasAttended }) => hasAttended)).toBe(
      true,
    );
    undoLast(session.writer(), { author: 'Essai' });
    undoOperation(session.writer(), operationId ?? '', { author: 'Essai' });
    expect(liveRows(session.reader)).toEqual(before);
  });
});

describe('pitches and stands', () => {
  it('are put in order, at times that follow one another', () => {
    const { session } = exampleStore();
    const pitches = listRecords(session.reader, 'pitchSlot', { eventId: id }, ['position']);
    const pitchIds = pitches.map((one) => one.id).toReversed();
    const times = { startsAt: '10:00', durationMinutes: 7, gapMinutes: 3 };
    orderPitches(session, byTest, { id, pitchIds, times });
    const ordered = sheet(session).pitches;
    expect(ordered.map((one) => one.id)).toEqual(pitchIds);
    expect(ordered.map(({ startsAt }) => startsAt)).toEqual(
      pitchIds.map((_, index) =>
        index === 6 ? '11:00' : index > 6 ? `11:${index - 6}0` : `10:${index}0`,
      ),
    );
    const incomplete = () =>
      orderPitches(session, byTest, { id, pitchIds: pitchIds.slice(1), times: null });
    expect(incomplete).toThrow(AppError);
    const items = sheet(session)
      .programme.map((one) => one.id)
      .toReversed();
    const itemIds = listRecords(session.reader, 'programmeItem', { eventId: id })
      .map((one) => one.id)
      .toSorted((a, b) => items.indexOf(a) - items.indexOf(b));
    orderProgramme(session, byTest, { id, itemIds });
    expect(sheet(session).programme.map((one) => one.id)).toEqual(items);
  });

  it('are taken over from the selection, those that withdrew put aside', () => {
    const { session } = exampleStore();
    expect(
      takeFromSelection(session, byTest, { id, what: 'pitches', removes: true }).operationId,
    ).toBeNull();
    const [first] = sheet(session).pitches;
    const application = listRecords(session.reader, 'application').find(
      (one) => one.id === first?.applicationId,
    );
    if (application === undefined) throw new Error('no application');
    createRecord(session, byTest, 'withdrawal', {
      applicationId: application.id,
      withdrawnOn: '2017-11-10',
    });
    expect(sheet(session).warnings).toEqual([
      { kind: 'noLongerPitching', name: first?.organisationName },
    ]);
    const gone = takeFromSelection(session, byTest, { id, what: 'pitches', removes: true });
    expect(gone.value).toEqual({ added: 0, removed: 1 });
    expect(sheet(session).pitches).toHaveLength(8);
    const stands = sheet(session).stands.length;
    const all = listRecords(session.reader, 'stand', { eventId: id });
    session
      .writer()
      .raw.exec(`UPDATE stand SET deleted_at = '2017-11-01T00:00:00Z' WHERE id = '${all[0]?.id}'`);
    expect(sheet(session).warnings).toContainEqual({ kind: 'standsMissing', count: 1 });
    expect(
      takeFromSelection(session, byTest, { id, what: 'stands', removes: false }).value.added,
    ).toBe(1);
    expect(sheet(session).stands).toHaveLength(stands);
    expect(new Set(sheet(session).stands.map(({ number }) => number)).size).toBe(stands);
  });

  it('are numbered and placed; two change places', () => {
    const { session } = exampleStore();
    const stands = listRecords(session.reader, 'stand', { eventId: id }, ['number']);
    const [one, other] = stands;
    if (one === undefined || other === undefined) throw new Error('no stands');
    placeStand(session, byTest, {
      standId: one.id,
      at: { row: other.planRow ?? 0, column: other.planColumn ?? 0 },
    });
    const placeOf = (standId: string) => {
      const { planRow, planColumn } =
        sheet(session).stands.find((stand) => stand.id === standId) ?? {};
      return [planRow, planColumn];
    };
    expect(placeOf(one.id)).toEqual([other.planRow, other.planColumn]);
    expect(placeOf(other.id)).toEqual([one.planRow, one.planColumn]);
    placeStand(session, byTest, { standId: one.id, at: null });
    expect(placeOf(one.id)).toEqual([null, null]);
    addStand(session, byTest, {
      id,
      organisationId: exampleCompany('apalutine'),
      applicationId: null,
    });
    expect(arrangeStands(session, byTest, { id, columns: 6 }).value).toBe(2);
    const places = sheet(session).stands.map(
      ({ planRow, planColumn }) => `${planRow}/${planColumn}`,
    );
    expect(new Set(places).size).toBe(places.length);
    expect(places).not.toContain('null/null');
    const standIds = listRecords(session.reader, 'stand', { eventId: id }).map((stand) => stand.id);
    numberStands(session, byTest, { id, standIds, prefix: 'B', first: 8 });
    const numbers = sheet(session).stands.map(({ number }) => number);
    expect(numbers.toSorted()).toEqual(
      standIds.map((_, index) => `B${String(index + 8).padStart(2, '0')}`),
    );
  });
});
