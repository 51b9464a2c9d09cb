import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { DraftKind } from '#contract/convocation.channels.ts';
import { translatorOf } from '#ipc/failures.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { exportCalendar } from '#services/convocation/calendar.ts';
import { draftMessage } from '#services/convocation/draft.ts';
import { listRecipients } from '#services/convocation/recipients.ts';
import { draftReminder } from '#services/convocation/remind.ts';
import { undoOne } from '#services/journal.ts';
import { updateRecord } from '#services/records.ts';
import { by, meetingStore } from '#test/meetings.ts';
import { readCalendar, unescaped, valuesOf } from '#test/read-calendar.ts';
import { temporaryFolder } from '#test/stores.ts';

const today = '2017-06-15';
const now = '2017-06-15T08:00:00.000Z';
const { t: translate } = translatorOf('fr');

/** A meeting with a member, one without an address, a guest, and a secretary who can be answered. */
function convening(heldOn: string | null = '2017-09-15') {
  const store = meetingStore();
  const { session, db, make, group } = store;
  const member = (familyName: string, email: string | null, toOn: string | null = null) => {
    const personId = make('person', { familyName, email });
    make('mandate', { personId, workingGroupId: group, fromOn: '2017-01-01', toOn });
    return personId;
  };
  const reached = member('Brancourtel', 'odile@example.org');
  member('Muet', null);
  member('Parti', 'parti@example.org', '2017-06-30');
  const guest = make('person', { familyName: 'Invité', email: 'invite@example.org' });
  const secretaryId = make('person', { familyName: 'Secrétaire', email: 'sec@example.org' });
  const meetingId = store.meeting(heldOn, {
    startsAt: '14:00',
    endsAt: '16:00',
    secretaryId,
    title: 'Plénière',
  });
  make('attendance', { meetingId, personId: guest, status: 'excused' });
  store.item(meetingId, 1, 'Budget', { durationMinutes: 30 });
  const path = join(temporaryFolder(), 'message.eml');
  const printed: string[] = [];
  const draft = (kind: DraftKind) =>
    draftMessage(
      session,
      path,
      by,
      { meetingId, kind, today },
      {
        language: 'fr',
        translate,
        now,
        printPdf: (html) => {
          printed.push(html);
          return Promise.resolve(Buffer.from('%PDF-1.7 essai'));
        },
      },
    );
  const attached = (): string => {
    const text = readFileSync(path, 'latin1');
    const part = text.split(/\r\n--/).find((one) => one.includes('text/calendar')) ?? '';
    const [, body = ''] = part.split('\r\n\r\n');
    return Buffer.from(body, 'base64').toString('utf8');
  };
  const event = () => {
    const calendar = readCalendar(attached());
    const found = calendar.parts.find(({ kind }) => kind === 'VEVENT');
    if (found === undefined) throw new Error('no event');
    return { method: valuesOf(calendar, 'METHOD')[0], event: found };
  };
  const meeting = () => getRecord(db, 'meeting', meetingId);
  return { ...store, meetingId, path, draft, event, meeting, printed, reached, guest };
}

describe('messages about a meeting', () => {
  it('go to mandates of its day and to those on its list', () => {
    const { db, meetingId } = convening();
    const found = listRecipients(db, { meetingId, today });
    expect(found.reached.map(({ name }) => name)).toEqual(['Brancourtel', 'Invité']);
    expect(found.unreached.map(({ name }) => name)).toEqual(['Muet']);
    expect(found.organizer).toEqual({ name: 'Secrétaire', email: 'sec@example.org' });
    expect(found.kinds).toEqual(['convocation']);
  });

  it('convene it, update it and cancel it, each entered in its register', async () => {
    const { db, session, meetingId, path, draft, event, meeting, printed } = convening();
    const first = await draft('convocation');
    expect(first.value).toMatchObject({ recipients: 2, unreached: 1, sequence: 0 });
    expect(meeting()).toMatchObject({ status: 'convened', convenedAt: now, sequence: 0 });
    expect(readFileSync(path, 'latin1')).toContain(
      Buffer.from('%PDF-1.7 essai').toString('base64'),
    );
    expect(printed[0]).toContain('Budget');
    const asked = event();
    expect(asked.method).toBe('REQUEST');
    expect(valuesOf(asked.event, 'UID')).toEqual([meetingId]);
    expect(valuesOf(asked.event, 'ATTENDEE')).toHaveLength(2);
    expect(unescaped(valuesOf(asked.event, 'DESCRIPTION')[0] ?? '')).toContain('1. Budget');
    const partstat = asked.event.lines
      .filter(({ name }) => name === 'ATTENDEE')
      .map(({ parameters }) => parameters.get('PARTSTAT'));
    expect(partstat).toEqual(['NEEDS-ACTION', 'DECLINED']);

    await draft('update');
    expect(meeting()?.sequence).toBe(1);
    expect(valuesOf(event().event, 'SEQUENCE')).toEqual(['1']);

    const last = await draft('cancellation');
    expect(meeting()).toMatchObject({ status: 'cancelled', sequence: 2 });
    expect(event().method).toBe('CANCEL');
    expect(valuesOf(event().event, 'STATUS')).toEqual(['CANCELLED']);
    const register = listRecords(db, 'dispatch', { meetingId }, ['sequence']);
    expect(register.map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['convocation', 0],
      ['update', 1],
      ['cancellation', 2],
    ]);
    expect(register[0]?.recipients.map(({ address }) => address)).toEqual([
      'odile@example.org',
      'invite@example.org',
    ]);

    undoOne(session, last.operationId ?? '', by);
    expect(meeting()).toMatchObject({ status: 'convened', sequence: 1 });
    expect(listRecords(db, 'dispatch', { meetingId })).toHaveLength(2);
  });

  it('are refused when they make no sense, and then write and enter nothing', async () => {
    const undated = convening(null);
    await expect(undated.draft('convocation')).rejects.toMatchObject({ code: 'meeting.noDay' });
    const { draft, path, db } = convening();
    await expect(draft('update')).rejects.toMatchObject({ code: 'meeting.notConvened' });
    await expect(draft('cancellation')).rejects.toMatchObject({ code: 'meeting.notConvened' });
    await expect(draft('minutes')).rejects.toMatchObject({ code: 'meeting.noMinutes' });
    expect(existsSync(path)).toBe(false);
    expect(listRecords(db, 'dispatch')).toEqual([]);
  });

  it('only publish the event when nobody can be answered', async () => {
    const { session, db, draft, event, meetingId } = convening();
    const { secretaryId } = getRecord(db, 'meeting', meetingId) ?? {};
    if (secretaryId === undefined || secretaryId === null) throw new Error('made above');
    updateRecord(session, by, 'person', secretaryId, { email: null });
    await draft('convocation');
    expect(event().method).toBe('PUBLISH');
    expect(valuesOf(event().event, 'ATTENDEE')).toEqual([]);
  });
});

describe('a reminder', () => {
  it('lists what somebody has to do and is entered where it was decided', async () => {
    const { session, db, make, group, meetingId, path, reached } = convening();
    const action = { workingGroupId: group, meetingId, responsiblePersonId: reached };
    make('actionItem', { ...action, title: 'Rédiger la note', dueOn: '2017-06-01' });
    make('actionItem', { ...action, title: 'Déjà fait', status: 'done' });
    const request = {
      personId: reached,
      organisationId: null,
      workingGroupId: null,
      subGroupId: null,
      onlyLate: false,
      today,
    };
    const options = { language: 'fr', translate, now } as const;
    const { value } = await draftReminder(session, path, by, request, options);
    expect(value).toEqual({ actions: 1, recipients: 1 });
    const text = readFileSync(path, 'latin1');
    expect(text).toContain('diger la note');
    expect(text).not.toContain('fait');
    expect(listRecords(db, 'dispatch', { meetingId }).map(({ kind }) => kind)).toEqual([
      'reminder',
    ]);
    const nobody = { ...request, personId: make('person', { familyName: 'Libre' }) };
    await expect(draftReminder(session, path, by, nobody, options)).rejects.toMatchObject({
      code: 'meeting.nothingToRemind',
    });
  });
});

describe('the calendar', () => {
  it('holds meetings, milestones and deadlines of a year', async () => {
    const { session, make, group, meeting, meetingId, path } = convening();
    expect(meeting()?.id).toBe(meetingId);
    make('milestone', { workingGroupId: group, title: 'Jalon', dueOn: '2017-12-31' });
    make('milestone', { workingGroupId: group, title: 'Plus tard', dueOn: '2018-01-01' });
    make('deliverable', {
      workingGroupId: group,
      title: 'Note',
      kind: 'report',
      version: 1,
      dueOn: '2017-03-01',
    });
    make('actionItem', { workingGroupId: group, title: 'Sans date' });
    const count = await exportCalendar(session, path, {
      year: 2017,
      workingGroupId: null,
      translate,
      now,
    });
    const calendar = readCalendar(readFileSync(path, 'utf8'));
    const events = calendar.parts.filter(({ kind }) => kind === 'VEVENT');
    expect(count).toBe(3);
    expect(events.flatMap((event) => valuesOf(event, 'SUMMARY')).map(unescaped)).toEqual([
      'Livrable attendu\u00a0: Note',
      'Plénière',
      'Jalon\u00a0: Jalon',
    ]);
    expect(valuesOf(calendar, 'METHOD')).toEqual(['PUBLISH']);
  });
});
