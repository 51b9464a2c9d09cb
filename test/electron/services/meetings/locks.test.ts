import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { undoLast } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { mergeRecords } from '#services/duplicates/merge.ts';
import { setActionStatus } from '#services/meetings/follow-up.ts';
import { startMeeting } from '#services/meetings/lifecycle.ts';
import { validateMinutes } from '#services/meetings/minutes.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import { by, codeOf, meetingStore } from '#test/meetings.ts';

/** A meeting with one of everything, its minutes validated. */
function validated() {
  const store = meetingStore();
  const { session, make, group, meeting, item, person } = store;
  const id = meeting('2017-06-20', { startsAt: '14:00', endsAt: '16:00', place: 'Mairie' });
  const [present, twin, other] = [person('Trigaut'), person('Trigaud'), person('Sille')];
  const { value: minutesId } = startMeeting(session, by, { id });
  const itemId = item(id, 1, 'Bilan', { presenterId: present });
  const attendanceId = make('attendance', {
    meetingId: id,
    personId: present,
    status: 'represented',
    representedById: other,
  });
  const twinAttendance = make('attendance', { meetingId: id, personId: twin, status: 'present' });
  const placed = { workingGroupId: group, meetingId: id, agendaItemId: itemId };
  const decisionId = make('decision', { ...placed, title: 'Adopter', votesFor: 3 });
  const actionId = make('actionItem', { ...placed, title: 'Envoyer', dueOn: '2017-07-01' });
  validateMinutes(session, by, { minutesId, validatedById: present, on: '2017-06-30' });
  return {
    ...store,
    id,
    itemId,
    minutesId,
    attendanceId,
    twinAttendance,
    decisionId,
    actionId,
    present,
    twin,
    other,
  };
}

describe('what was validated', () => {
  it('is refused by the plain change of any record', () => {
    const made = validated();
    const { session, id, itemId, minutesId, attendanceId, decisionId, actionId, other, twin } =
      made;
    const refused = <N extends EntityName>(table: N, key: Id<N>, patch: RecordPatch<N>) =>
      expect(
        codeOf(() => updateRecord(session, by, table, key, patch)),
        `${table} ${Object.keys(patch).join()}`,
      ).toBe('minutes.validated');
    refused('attendance', attendanceId, { status: 'present', representedById: null });
    refused('attendance', attendanceId, { personId: twin });
    refused('attendance', attendanceId, { representedById: null });
    refused('attendance', attendanceId, { guestName: 'Une autre' });
    refused('decision', decisionId, { title: 'Rejeter' });
    refused('decision', decisionId, { votesFor: 4 });
    refused('decision', decisionId, { meetingId: null });
    refused('actionItem', actionId, { title: 'Ne pas envoyer' });
    refused('agendaItem', itemId, { title: 'Autre' });
    refused('agendaItem', itemId, { presenterId: other });
    refused('minutes', minutesId, { validatedById: other });
    refused('meeting', id, { heldOn: '2017-06-21' });
    refused('meeting', id, { startsAt: '09:00' });
    refused('meeting', id, { chairId: other });
  });

  it('gains nobody present and loses nobody', () => {
    const { session, id, attendanceId, other } = validated();
    const join = () => createRecord(session, by, 'attendance', { meetingId: id, personId: other });
    expect(codeOf(join)).toBe('minutes.validated');
    expect(codeOf(() => removeRecords(session, by, 'attendance', [attendanceId]))).toBe(
      'minutes.validated',
    );
  });

  it('leaves free what becomes of it', () => {
    const { session, db, id, decisionId, actionId } = validated();
    setActionStatus(session, by, { ids: [actionId], status: 'done', on: '2017-07-02' });
    updateRecord(session, by, 'actionItem', actionId, { dueOn: '2017-08-01', doneOn: null });
    updateRecord(session, by, 'decision', decisionId, { status: 'superseded' });
    updateRecord(session, by, 'meeting', id, { seriesId: null, purpose: 'Bilan du trimestre' });
    expect(getRecord(db, 'actionItem', actionId)).toMatchObject({ dueOn: '2017-08-01' });
  });

  it('follows the merge of two people, and its undoing', () => {
    const { session, db, attendanceId, twinAttendance, minutesId, present, twin } = validated();
    mergeRecords(session, by, { table: 'person', keepId: twin, loseId: present, fields: {} });
    expect(getRecord(db, 'minutes', minutesId)?.validatedById).toBe(twin);
    expect(listRecords(db, 'attendance')).toMatchObject([{ personId: twin }]);
    undoLast(session.writer(), by);
    expect(getRecord(db, 'minutes', minutesId)?.validatedById).toBe(present);
    expect(getRecord(db, 'attendance', attendanceId)?.status).toBe('represented');
    expect(getRecord(db, 'attendance', twinAttendance)?.status).toBe('present');
  });

  it('follows a person who is put aside', () => {
    const { session, db, itemId, present } = validated();
    removeRecords(session, by, 'person', [present]);
    expect(getRecord(db, 'agendaItem', itemId)?.presenterId).toBeNull();
  });
});
