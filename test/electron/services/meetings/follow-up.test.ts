import { describe, expect, it } from 'vitest';

import type { ChannelRequest } from '#contract/channels.ts';
import { channels } from '#contract/channels.ts';
import { undoLast } from '#journal/undo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import {
  followUp,
  followUpChoices,
  reminders,
  setActionStatus,
  setDecisionStatus,
} from '#services/meetings/follow-up.ts';
import { openMinutes, validateMinutes } from '#services/meetings/minutes.ts';
import { updateRecord } from '#services/records.ts';
import { by, codeOf, meetingStore, today } from '#test/meetings.ts';

const query = (values: object): ChannelRequest<'followUp:list'> =>
  channels['followUp:list'].input.parse({ kind: 'actions', today, ...values });

const wish = (values: object): ChannelRequest<'followUp:remind'> =>
  channels['followUp:remind'].input.parse({ today, ...values });

function store() {
  const base = meetingStore();
  const { make, group, meeting, person } = base;
  const subGroupId = make('subGroup', { workingGroupId: group, name: 'Évaluer', position: 1 });
  const meetingId = meeting('2017-03-10', { status: 'held' });
  const responsible = make('person', { familyName: 'Dupuis', email: 'dupuis@exemple.fr' });
  const organisation = make('organisation', {
    name: 'UGAP',
    kind: 'institution',
    email: 'contact@exemple.fr',
  });
  const action = (title: string, values: object = {}) =>
    make('actionItem', { workingGroupId: group, title, ...values });
  const late = action('Rédiger l’étude', {
    dueOn: '2017-05-01',
    responsiblePersonId: responsible,
    meetingId,
  });
  const open = action('Publier', {
    dueOn: '2017-07-01',
    responsiblePersonId: responsible,
    subGroupId,
  });
  const undated = action('Relire', { responsibleOrganisationId: organisation });
  const done = action('Convoquer', {
    dueOn: '2017-04-01',
    status: 'done',
    responsiblePersonId: person('Autre'),
  });
  return { ...base, subGroupId, meetingId, responsible, organisation, late, open, undated, done };
}

describe('follow-up of actions', () => {
  it('lists them across meetings, those that press first, and counts each state', () => {
    const { db, late, open, undated, done, meetingId } = store();
    const found = followUp(db, query({}));
    expect(found.rows.map(({ id }) => id)).toEqual([late, open, undated, done]);
    expect(found.counts).toEqual({ all: 4, open: 3, late: 1, done: 1 });
    expect(found.rows[0]).toMatchObject({
      isLate: true,
      meetingId,
      heldOn: '2017-03-10',
      responsiblePersonName: 'Dupuis',
      responsibleOrganisationName: null,
    });
  });

  it('narrows them down by whatever is asked for, page by page', () => {
    const { db, late, open, undated, done, responsible, organisation, subGroupId, meetingId } =
      store();
    const ids = (values: object) => followUp(db, query(values)).rows.map(({ id }) => id);
    expect(ids({ state: 'late' })).toEqual([late]);
    expect(ids({ state: 'open' })).toEqual([late, open, undated]);
    expect(ids({ state: 'done' })).toEqual([done]);
    expect(ids({ personId: responsible })).toEqual([late, open]);
    expect(ids({ organisationId: organisation })).toEqual([undated]);
    expect(ids({ subGroupId })).toEqual([open]);
    expect(ids({ meetingId })).toEqual([late]);
    expect(ids({ from: '2017-04-01', to: '2017-05-01' })).toEqual([late, done]);
    expect(ids({ text: 'ETUDE' })).toEqual([late]);
    expect(ids({ offset: 1, limit: 2 })).toEqual([open, undated]);
    expect(followUp(db, query({ state: 'open', limit: 1 }))).toMatchObject({
      total: 3,
      counts: { all: 4 },
    });
  });

  it('puts them together by who, where and when, counting each group', () => {
    const { db, make, group, late, open, undated, done, responsible, organisation } = store();
    const nobody = make('actionItem', { workingGroupId: group, title: 'Sans personne' });
    const grouped = (groupBy: string, state = 'all') => followUp(db, query({ groupBy, state }));
    const byWho = grouped('responsible');
    expect(byWho.rows.map(({ id }) => id)).toEqual([done, late, open, undated, nobody]);
    expect(byWho.groups).toMatchObject([
      { count: 1, late: 0 },
      { key: responsible, count: 2, late: 1 },
      { key: organisation, count: 1, late: 0 },
      { key: null, count: 1, late: 0 },
    ]);
    expect(grouped('subGroup').rows[0]?.id).toBe(open);
    expect(grouped('subGroup').groups.map(({ count }) => count)).toEqual([1, 4]);
    expect(grouped('meeting').groups.map(({ count }) => count)).toEqual([1, 4]);
    expect(grouped('responsible', 'late').groups).toEqual([
      { key: responsible, count: 1, late: 1 },
    ]);
    expect(grouped('none').groups).toEqual([]);
  });

  it('finds those of a status, those of nobody, and words of their details', () => {
    const { db, make, group, done } = store();
    const nobody = make('actionItem', {
      workingGroupId: group,
      title: 'Sans personne',
      detail: 'Voir la dérogation',
      status: 'blocked',
    });
    const ids = (values: object) => followUp(db, query(values)).rows.map(({ id }) => id);
    expect(ids({ statuses: ['blocked', 'done'] })).toEqual([nobody, done]);
    expect(ids({ isUnassigned: true })).toEqual([nobody]);
    expect(ids({ text: 'personne DEROGATION' })).toEqual([nobody]);
  });

  it('still follows an action once its minutes are validated, but keeps its words', () => {
    const { session, db, late, meetingId, person } = store();
    const { value: minutesId } = openMinutes(session, by, { meetingId });
    validateMinutes(session, by, { minutesId, validatedById: person('Signataire'), on: today });
    setActionStatus(session, by, { ids: [late], status: 'done', on: today });
    updateRecord(session, by, 'actionItem', late, { dueOn: '2017-08-01' });
    expect(getRecord(db, 'actionItem', late)).toMatchObject({
      status: 'done',
      doneOn: today,
      dueOn: '2017-08-01',
    });
    const reword = () => updateRecord(session, by, 'actionItem', late, { title: 'Autre chose' });
    expect(codeOf(reword)).toBe('minutes.validated');
  });

  it('names what it can be narrowed down to, and whom the author is', () => {
    const { db, meetingId, responsible, organisation } = store();
    const choices = followUpChoices(db, { author: 'DUPUIS' });
    expect(choices).toMatchObject({
      subGroups: [{ name: 'Évaluer' }],
      meetings: [{ id: meetingId, heldOn: '2017-03-10' }],
      organisations: [{ id: organisation, name: 'UGAP' }],
      author: { id: responsible, name: 'Dupuis' },
    });
    expect(choices.people.map(({ name }) => name)).toEqual(['Autre', 'Dupuis']);
    expect(followUpChoices(db, by).author).toBeNull();
  });

  it('knows nobody by a name that two people bear', () => {
    const { db, make } = store();
    make('person', { familyName: 'Dupuis' });
    expect(followUpChoices(db, { author: 'Dupuis' }).author).toBeNull();
  });

  it('changes their state in place, with the day they were done', () => {
    const { session, db, late, open, done } = store();
    setActionStatus(session, by, { ids: [late, open, late], status: 'done', on: today });
    expect(getRecord(db, 'actionItem', late)).toMatchObject({ status: 'done', doneOn: today });
    undoLast(session.writer(), by);
    expect(getRecord(db, 'actionItem', open)).toMatchObject({ status: 'upcoming', doneOn: null });
    setActionStatus(session, by, { ids: [done], status: 'underWay', on: today });
    expect(getRecord(db, 'actionItem', done)).toMatchObject({ status: 'underWay', doneOn: null });
    const nowhere: ChannelRequest<'followUp:setStatus'> = {
      ids: ['01890000-0000-7000-8000-000000000000'],
      status: 'done',
      on: today,
    };
    expect(codeOf(() => setActionStatus(session, by, nowhere))).toBe('record.notFound');
  });

  it('reminds each person or organisation of what is theirs, the most late first', () => {
    const { db, late, open, undated, responsible, organisation } = store();
    expect(
      reminders(db, wish({})).map(({ name, email, actions }) => [
        name,
        email,
        actions.map(({ id }) => id),
      ]),
    ).toEqual([
      ['Dupuis', 'dupuis@exemple.fr', [late, open]],
      ['UGAP', 'contact@exemple.fr', [undated]],
    ]);
    expect(reminders(db, wish({ onlyLate: true }))).toMatchObject([
      { personId: responsible, actions: [{ id: late, isLate: true, heldOn: '2017-03-10' }] },
    ]);
    expect(reminders(db, wish({ organisationId: organisation }))).toHaveLength(1);
  });
});

describe('decisions of a period', () => {
  it('are those taken in it, the latest first, with the number of their minutes', () => {
    const { db, make, group, meeting } = store();
    const meetingId = meeting('2017-06-01', { status: 'validated' });
    make('minutes', { meetingId, number: 'CR-2017-04' });
    const decision = (title: string, values: object) =>
      make('decision', { workingGroupId: group, title, ...values });
    const march = decision('Mars', { decidedOn: '2017-03-10' });
    const june = decision('Juin', { meetingId, votesFor: 9, status: 'deferred' });
    const undated = decision('Sans date', {});
    const found = followUp(db, query({ kind: 'decisions' }));
    expect(found.rows.map(({ id }) => id)).toEqual([june, march, undated]);
    expect(found.rows[0]).toMatchObject({
      onDay: '2017-06-01',
      minutesNumber: 'CR-2017-04',
      votesFor: 9,
    });
    expect(found.counts).toEqual({ all: 3, open: 1, late: 0, done: 2 });
    const spring = query({ kind: 'decisions', from: '2017-03-01', to: '2017-05-31' });
    expect(followUp(db, spring).rows.map(({ id }) => id)).toEqual([march]);
    expect(followUp(db, query({ kind: 'decisions', state: 'late' }))).toMatchObject({
      rows: [],
      total: 0,
    });
  });
});

describe('what becomes of decisions', () => {
  it('is said of several at once, and undone as one', () => {
    const { session, db, make, group } = store();
    const [one, two] = ['Un', 'Deux'].map((title) =>
      make('decision', { workingGroupId: group, title }),
    );
    if (one === undefined || two === undefined) throw new Error('made above');
    setDecisionStatus(session, by, { ids: [one, two, one], status: 'superseded' });
    const statuses = () => [one, two].map((id) => getRecord(db, 'decision', id)?.status);
    expect(statuses()).toEqual(['superseded', 'superseded']);
    undoLast(session.writer(), by);
    expect(statuses()).toEqual(['adopted', 'adopted']);
  });
});
