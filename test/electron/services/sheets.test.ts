import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { organisationSheet, personSheet, tagSuggestions } from '#services/sheets.ts';
import { emptyStore, exampleStore, groupStore, liveRows } from '#test/stores.ts';

const by = { author: 'Essai' };
const TODAY = '2018-03-01';

function firstGroup(session: StoreSession): Id<'workingGroup'> {
  const [group] = listRecords(session.reader, 'workingGroup');
  if (group === undefined) throw new Error('no group');
  return group.id;
}

/** A group with one organisation and one person who are bound to everything there is. */
function busyActors() {
  const { session } = groupStore('Groupe');
  const workingGroupId = firstGroup(session);
  const create = <N extends Parameters<typeof createRecord>[2]>(table: N, values: NewRecord<N>) =>
    createRecord(session, by, table, values).value;
  const organisationId = create('organisation', { name: 'Atelier', kind: 'company' });
  const otherId = create('organisation', { name: 'Département', kind: 'buyer' });
  const personId = create('person', { givenName: 'Ada', familyName: 'Martin' });
  const action = (title: string, more: Partial<NewRecord<'actionItem'>>) =>
    create('actionItem', {
      workingGroupId,
      title,
      responsiblePersonId: personId,
      responsibleOrganisationId: organisationId,
      ...more,
    });
  return { session, create, workingGroupId, organisationId, otherId, personId, action };
}

describe('the page of an actor', () => {
  it('puts open actions first, the soonest due before, and tells what is late', () => {
    const { session, action, personId, organisationId } = busyActors();
    action('Faite', { dueOn: '2018-01-01', doneOn: '2018-02-02', status: 'done' });
    action('Sans échéance', {});
    action('À temps', { dueOn: '2018-04-01', status: 'underWay' });
    action('En retard', { dueOn: '2018-02-15' });
    action('Abandonnée', { dueOn: '2017-01-01', status: 'abandoned' });
    for (const sheet of [
      personSheet(session.reader, personId, TODAY),
      organisationSheet(session.reader, organisationId, TODAY),
    ]) {
      const actions = sheet?.groups.find(({ key }) => key === 'actions');
      expect(actions).toMatchObject({ total: 5, late: 1 });
      expect(actions?.lines.map(({ label }) => label)).toEqual([
        'En retard',
        'À temps',
        'Sans échéance',
        'Faite',
        'Abandonnée',
      ]);
      expect(actions?.lines.map(({ isLate }) => isLate)).toEqual([
        true,
        false,
        false,
        false,
        false,
      ]);
      expect(actions?.lines[0]).toMatchObject({
        table: 'actionItem',
        detail: 'Groupe',
        state: 'actionItem.status.upcoming',
        onDay: '2018-02-15',
      });
      expect(actions?.lines[3]?.onDay).toBe('2018-02-02');
    }
    const later = personSheet(session.reader, personId, '2018-05-01');
    expect(later?.groups[0]?.late).toBe(2);
  });

  it('tells meetings with the attendance, and those where somebody was represented', () => {
    const { session, create, workingGroupId, personId, organisationId } = busyActors();
    const first = create('meeting', { workingGroupId, title: 'Janvier', heldOn: '2018-01-10' });
    const second = create('meeting', { workingGroupId, title: 'Février', heldOn: '2018-02-10' });
    const absent = create('person', { familyName: 'Durand' });
    create('attendance', { meetingId: first, personId, organisationId, status: 'present' });
    create('attendance', {
      meetingId: second,
      personId: absent,
      status: 'represented',
      representedById: personId,
    });
    const meetings = personSheet(session.reader, personId)?.groups.find(
      ({ key }) => key === 'meetings',
    );
    expect(meetings?.lines).toMatchObject([
      { label: 'Février', role: 'representative', detail: 'Durand' },
      { label: 'Janvier', role: null, state: 'attendance.status.present', detail: 'Atelier' },
    ]);
    const ofOrganisation = organisationSheet(session.reader, organisationId)?.groups.find(
      ({ key }) => key === 'meetings',
    );
    expect(ofOrganisation?.lines).toMatchObject([{ label: 'Janvier', detail: 'Ada Martin' }]);
  });

  it('gathers agreements, committees, events, offers, needs and conflicts of an organisation', () => {
    const { session, create, workingGroupId, organisationId, otherId, personId } = busyActors();
    const agreementId = create('agreement', {
      workingGroupId,
      name: 'Convention',
      fromOn: '2017-01-01',
      toOn: '2019-12-31',
    });
    create('agreementParty', { agreementId, organisationId });
    const committeeId = create('committee', { workingGroupId, name: 'Comité' });
    create('committeeSeat', { committeeId, organisationId, position: 1 });
    const eventId = create('event', { workingGroupId, name: 'Journée', startsOn: '2018-06-01' });
    create('registration', { eventId, organisationId, headcount: 2, hasAttended: true });
    create('stand', { eventId, organisationId, number: 'B4' });
    create('b2bMeeting', { eventId, buyerId: otherId, companyId: organisationId });
    create('offer', { organisationId, title: 'Capteur' });
    const surveyId = create('needsSurvey', { workingGroupId, title: 'Recensement' });
    create('need', { surveyId, organisationId: otherId, title: 'Éclairer' });
    const callId = create('callForInterest', { workingGroupId, title: 'AMI' });
    const applicationId = create('application', {
      callId,
      organisationId,
      contactPersonId: personId,
      number: 1,
      title: 'Notre capteur',
      receivedOn: '2018-01-15',
    });
    create('withdrawal', { applicationId, withdrawnOn: '2018-02-01' });
    create('conflictOfInterest', { personId, applicationId, statedOn: '2018-02-02' });
    create('recusal', { personId, applicationId, recordedOn: '2018-02-03' });

    const sheet = organisationSheet(session.reader, organisationId, TODAY);
    const lines = Object.fromEntries(
      (sheet?.groups ?? []).map((group) => [
        group.key,
        group.lines.map(({ role, label, detail }) => [role, label, detail]),
      ]),
    );
    expect(lines).toEqual({
      applications: [['withdrawn', 'Notre capteur', 'AMI']],
      offers: [[null, 'Capteur', null]],
      agreements: [['signatory', 'Convention', null]],
      committees: [['seat', 'Comité', null]],
      events: expect.arrayContaining([
        ['attended', 'Journée', null],
        ['stand', 'Journée', 'B4'],
        ['b2bMeeting', 'Journée', 'Département'],
      ]),
      conflicts: [
        ['recusal', 'Ada Martin – Atelier', 'Notre capteur'],
        ['declaredConflict', 'Ada Martin – Atelier', 'Notre capteur'],
      ],
    });
    expect(sheet?.linked).toEqual([]);
    expect(organisationSheet(session.reader, otherId)?.groups.map(({ key }) => key)).toEqual([
      'needs',
      'events',
    ]);
    expect(personSheet(session.reader, personId)?.groups.map(({ key }) => key)).toEqual([
      'applications',
      'conflicts',
    ]);
    removeRecords(session, by, 'event', [eventId]);
    const after = organisationSheet(session.reader, organisationId);
    expect(after?.groups.map(({ key }) => key)).not.toContain('events');
  });

  it('shows every actor of the example without leaving out a link', () => {
    const { session } = exampleStore();
    let lines = 0;
    for (const { id } of listRecords(session.reader, 'organisation')) {
      const sheet = organisationSheet(session.reader, id);
      for (const group of sheet?.groups ?? []) {
        expect(group.lines).toHaveLength(group.total);
        lines += group.total;
      }
    }
    expect(lines).toBeGreaterThan(200);
  });

  it('draws the line of parents and the units, also where parents form a loop', () => {
    const { session } = emptyStore();
    const make = (name: string, parentId: Id<'organisation'> | null) =>
      createRecord(session, by, 'organisation', { name, kind: 'buyer', parentId }).value;
    const top = make('Région', null);
    const middle = make('Direction', top);
    const low = make('Service', middle);
    createRecord(session, by, 'affiliation', {
      organisationId: low,
      personId: createRecord(session, by, 'person', { familyName: 'Martin' }).value,
      toOn: '2018-01-31',
    });
    expect(organisationSheet(session.reader, low)?.parents.map(({ name }) => name)).toEqual([
      'Région',
      'Direction',
    ]);
    const unitsOn = (at: string) => organisationSheet(session.reader, middle, at)?.units;
    expect(unitsOn('2018-01-31')).toMatchObject([{ name: 'Service', people: 1 }]);
    expect(unitsOn('2018-02-01')).toMatchObject([{ name: 'Service', people: 0 }]);
    updateRecord(session, by, 'organisation', top, { parentId: low });
    expect(organisationSheet(session.reader, low)?.parents.map(({ name }) => name)).toEqual([
      'Région',
      'Direction',
    ]);
  });

  it('ties segments to an organisation, and undoes it', () => {
    const { session, create, workingGroupId, organisationId } = busyActors();
    const purchaseSegmentId = create('purchaseSegment', {
      workingGroupId,
      name: 'Santé',
      position: 1,
    });
    const before = liveRows(session.reader);
    create('organisationSegment', { organisationId, purchaseSegmentId });
    expect(organisationSheet(session.reader, organisationId)?.segments).toMatchObject([
      { segmentId: purchaseSegmentId, name: 'Santé' },
    ]);
    undoLast(session.writer(), by);
    expect(organisationSheet(session.reader, organisationId)?.segments).toEqual([]);
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('tells of each field the agreement in force, otherwise the latest', () => {
    const { session, create, personId } = busyActors();
    create('consent', {
      personId,
      field: 'email',
      givenOn: '2017-01-01',
      withdrawnOn: '2017-06-30',
    });
    create('consent', {
      personId,
      field: 'phone',
      givenOn: '2017-01-01',
      withdrawnOn: '2017-06-30',
    });
    create('consent', { personId, field: 'email', givenOn: '2018-01-01' });
    create('consent', { personId, field: 'name', givenOn: '2018-01-01', purpose: 'map' });
    expect(personSheet(session.reader, personId)?.consents).toMatchObject([
      { field: 'email', givenOn: '2018-01-01', withdrawnOn: null },
      { field: 'phone', givenOn: '2017-01-01', withdrawnOn: '2017-06-30' },
    ]);
  });

  it('suggests the tags of organisations and people, the most used first', () => {
    const { session, create } = busyActors();
    create('organisation', { name: 'A', kind: 'company', tags: ['réseau', 'été'] });
    create('organisation', { name: 'B', kind: 'company', tags: ['réseau'] });
    create('person', { familyName: 'C', tags: ['contact'] });
    const gone = create('person', { familyName: 'D', tags: ['oublié'] });
    removeRecords(session, by, 'person', [gone]);
    expect(tagSuggestions(session.reader)).toEqual([
      { tag: 'réseau', count: 2 },
      { tag: 'contact', count: 1 },
      { tag: 'été', count: 1 },
    ]);
  });

  it('is null for a record that is not there', () => {
    const { session } = emptyStore();
    expect(personSheet(session.reader, '0190a0a0-0000-7000-8000-000000000000')).toBeNull();
    expect(organisationSheet(session.reader, '0190a0a0-0000-7000-8000-000000000000')).toBeNull();
  });
});
