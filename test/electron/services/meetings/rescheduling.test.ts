import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { getRecord } from '#repositories/records.repo.ts';
import { translatorOf } from '#ipc/failures.ts';
import { draftMessage } from '#services/convocation/draft.ts';
import { kindsFor } from '#services/convocation/recipients.ts';
import { cancelMeeting, postponeMeeting, restoreMeeting } from '#services/meetings/rescheduling.ts';
import { startMeeting } from '#services/meetings/lifecycle.ts';
import { meetingSheet } from '#services/meetings/sheet.ts';
import { standingAt } from '#services/meetings/standing.ts';
import { by, codeOf, meetingStore, today } from '#test/meetings.ts';
import { temporaryFolder } from '#test/stores.ts';

/** A convened meeting with one member who can be written to. */
function convened() {
  const store = meetingStore();
  const { make, group, meeting } = store;
  const personId = make('person', {
    familyName: 'Brionne',
    givenName: 'Lucile',
    email: 'lucile.brionne@exemple.fr',
  });
  make('mandate', { personId, workingGroupId: group, role: 'secretariat' });
  const id = meeting('2017-09-12', {
    startsAt: '14:00',
    endsAt: '16:00',
    status: 'convened',
    convenedAt: '2017-08-01T08:00:00.000Z',
  });
  return { ...store, personId, id };
}

async function draft(
  { session }: Pick<ReturnType<typeof convened>, 'session'>,
  meetingId: Parameters<typeof draftMessage>[3]['meetingId'],
  kind: 'cancellation' | 'update',
) {
  const path = join(temporaryFolder(), 'message.eml');
  const { t: translate } = translatorOf('fr');
  const printPdf = () => Promise.resolve(Buffer.from('%PDF-1.7 essai'));
  const result = await draftMessage(
    session,
    path,
    by,
    { meetingId, kind, today },
    { language: 'fr', translate, printPdf },
  );
  const [, calendar = ''] = readFileSync(path, 'latin1').split('text/calendar');
  const [, body = ''] = calendar.split('\r\n\r\n');
  const text = Buffer.from(body.split('\r\n--')[0] ?? '', 'base64').toString('utf8');
  return { result, text: text.replaceAll('\r\n ', '').replaceAll('\u00A0', ' ') };
}

describe('a meeting that does not take place', () => {
  it('says why, and tells those convened with a cancellation that counts on', async () => {
    const store = convened();
    const { session, db, id } = store;
    cancelMeeting(session, by, { id, reason: 'Salle indisponible' });
    const meeting = getRecord(db, 'meeting', id);
    expect(meeting).toMatchObject({
      status: 'cancelled',
      cancellationReason: 'Salle indisponible',
      sequence: 0,
    });
    if (meeting === null) throw new Error('it is there');
    expect(kindsFor(db, meeting)).toEqual(['cancellation']);
    const { result, text } = await draft(store, id, 'cancellation');
    expect(result.value).toMatchObject({ recipients: 1, sequence: 1 });
    expect(text).toContain('METHOD:CANCEL');
    expect(text).toContain('SEQUENCE:1');
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('Salle indisponible');
    expect(getRecord(db, 'meeting', id)).toMatchObject({ status: 'cancelled', sequence: 1 });
  });

  it('can be taken back, and is then as it was', () => {
    const { session, db, id, meeting } = convened();
    cancelMeeting(session, by, { id, reason: '' });
    expect(getRecord(db, 'meeting', id)?.cancellationReason).toBeNull();
    restoreMeeting(session, by, { id });
    expect(getRecord(db, 'meeting', id)?.status).toBe('convened');
    expect(restoreMeeting(session, by, { id }).operationId).toBeNull();
    const draftOnly = meeting('2017-10-10');
    cancelMeeting(session, by, { id: draftOnly, reason: null });
    restoreMeeting(session, by, { id: draftOnly });
    expect(getRecord(db, 'meeting', draftOnly)?.status).toBe('draft');
  });

  it('is neither cancelled twice nor once it has begun', () => {
    const { session, id } = convened();
    startMeeting(session, by, { id });
    expect(codeOf(() => cancelMeeting(session, by, { id, reason: null }))).toBe('meeting.begun');
    const other = convened();
    cancelMeeting(other.session, by, { id: other.id, reason: null });
    const again = () => cancelMeeting(other.session, by, { id: other.id, reason: null });
    expect(codeOf(again)).toBe('meeting.cancelled');
  });
});

describe('a meeting put off', () => {
  it('remembers its first day, and the update says it', async () => {
    const store = convened();
    const { session, db, id } = store;
    const hours = { startsAt: '09:30', endsAt: '11:00' };
    postponeMeeting(session, by, { id, heldOn: '2017-09-19', ...hours });
    postponeMeeting(session, by, { id, heldOn: '2017-09-26', ...hours });
    expect(getRecord(db, 'meeting', id)).toMatchObject({
      heldOn: '2017-09-26',
      ...hours,
      postponedFromOn: '2017-09-12',
      status: 'convened',
    });
    const { text } = await draft(store, id, 'update');
    expect(text).toContain('METHOD:REQUEST');
    expect(text).toContain('SEQUENCE:1');
    expect(text).toContain('12 septembre 2017');
    expect(text).toContain('26 septembre 2017');
    postponeMeeting(session, by, { id, heldOn: '2017-09-12', ...hours });
    expect(getRecord(db, 'meeting', id)?.postponedFromOn).toBeNull();
  });

  it('is refused with its hours reversed, and once it has begun', () => {
    const { session, id } = convened();
    const put = (startsAt: string, endsAt: string) => () =>
      postponeMeeting(session, by, { id, heldOn: '2017-09-19', startsAt, endsAt });
    expect(codeOf(put('16:00', '14:00'))).toBe('record.invalid');
    startMeeting(session, by, { id });
    expect(codeOf(put('14:00', '16:00'))).toBe('meeting.begun');
  });
});

describe('what deserves a second look', () => {
  it('is another meeting of the same body on that day, and no other', () => {
    const { session, db, meeting, make, group } = meetingStore();
    const id = meeting('2017-09-12');
    const subGroupId = make('subGroup', { workingGroupId: group, name: 'Évaluer', position: 1 });
    meeting('2017-09-12', { subGroupId, kind: 'subGroup' });
    const cancelled = meeting('2017-09-12', { title: 'Annulée' });
    cancelMeeting(session, by, { id: cancelled, reason: null });
    expect(meetingSheet(db, { id, today })?.warnings).toEqual([]);
    const other = meeting('2017-09-12', { title: 'Bureau' });
    expect(meetingSheet(db, { id, today })?.warnings).toEqual([
      { kind: 'sameDay', meetingId: other, title: 'Bureau', day: '2017-09-12' },
    ]);
  });

  it('is somebody responsible whose mandate is over, named once', () => {
    const { db, make, group, meeting, person } = meetingStore();
    const personId = person('Sille');
    make('mandate', { personId, workingGroupId: group, role: 'member', toOn: '2017-08-31' });
    const id = meeting('2017-09-12');
    for (const title of ['Un', 'Deux']) {
      make('actionItem', {
        workingGroupId: group,
        meetingId: id,
        title,
        responsiblePersonId: personId,
      });
    }
    expect(meetingSheet(db, { id, today })?.warnings).toMatchObject([
      { kind: 'notInOffice', as: 'responsible', name: 'Sille' },
    ]);
  });

  it('tells of one person how they stand on the day', () => {
    const { db, make, group, meeting, person } = meetingStore();
    const mandate = (name: string, dates: { fromOn?: string; toOn?: string } | null) => {
      const personId = person(name);
      if (dates !== null) {
        make('mandate', { personId, workingGroupId: group, role: 'member', ...dates });
      }
      return personId;
    };
    const id = meeting('2017-09-12');
    const of = (personId: ReturnType<typeof mandate>) => standingAt(db, { id, personId, today });
    expect(of(mandate('Avant', { toOn: '2017-08-31' }))).toEqual({
      standing: 'ended',
      on: '2017-08-31',
      name: 'Avant',
    });
    expect(of(mandate('Après', { fromOn: '2017-10-01' }))).toMatchObject({
      standing: 'notYet',
      on: '2017-10-01',
    });
    expect(of(mandate('Pendant', { toOn: '2017-09-12' }))).toMatchObject({ standing: 'inOffice' });
    expect(of(mandate('Jamais', null))).toMatchObject({ standing: 'never', on: null });
  });
});
