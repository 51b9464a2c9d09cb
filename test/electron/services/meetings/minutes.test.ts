import { describe, expect, it } from 'vitest';

import { redoLast, undoLast, undoOperation } from '#journal/undo.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { checkStore } from '#services/check.ts';
import { mergeRecords } from '#services/duplicates/merge.ts';
import { closeMeeting, reopenMeeting, startMeeting } from '#services/meetings/lifecycle.ts';
import {
  amendMinutes,
  openMinutes,
  saveMinutesItem,
  validateMinutes,
} from '#services/meetings/minutes.ts';
import { act, decide } from '#services/meetings/outcomes.ts';
import { adoptProposals, proposalsFor } from '#services/meetings/proposals.ts';
import { meetingSheet } from '#services/meetings/sheet.ts';
import { compareMinutes, minutesVersions } from '#services/meetings/versions.ts';
import { removeRecords, updateRecord } from '#services/records.ts';
import { findRecords } from '#services/search.ts';
import { by, codeOf, meetingStore, richText, today } from '#test/meetings.ts';

const noDecision = {
  minutesId: null,
  detail: null,
  votesFor: null,
  votesAgainst: null,
  abstentions: null,
} as const;
const noAction = {
  minutesId: null,
  detail: null,
  responsiblePersonId: null,
  responsibleOrganisationId: null,
  dueOn: null,
} as const;

function heldMeeting() {
  const store = meetingStore();
  const { session, meeting, item, person } = store;
  const id = meeting('2017-06-20');
  const items = [item(id, 1, 'Bilan'), item(id, 2, 'Suites')] as const;
  const { value: minutesId } = startMeeting(session, by, { id });
  const signatory = person('Trigaut');
  const write = (index: 0 | 1, text: string) =>
    saveMinutesItem(session, by, { minutesId, agendaItemId: items[index], body: richText(text) });
  const validate = () =>
    validateMinutes(session, by, { minutesId, validatedById: signatory, on: '2017-06-30' });
  return { ...store, id, items, minutesId, signatory, write, validate };
}

describe('from the opening of a meeting to its validation', () => {
  it('minutes are begun once, typed, closed, reopened and signed off', () => {
    const { session, db, id, minutesId, write, validate, signatory } = heldMeeting();
    expect(openMinutes(session, by, { meetingId: id })).toMatchObject({
      value: minutesId,
      operationId: null,
    });
    write(0, 'Le groupe fait le point.');
    closeMeeting(session, by, { id });
    expect(getRecord(db, 'minutes', minutesId)).toMatchObject({ status: 'toValidate' });
    reopenMeeting(session, by, { id });
    expect(getRecord(db, 'meeting', id)).toMatchObject({ status: 'underWay' });
    closeMeeting(session, by, { id });
    expect(validate().value).toBe('CR-2017-01');
    expect(meetingSheet(db, { id, today })).toMatchObject({
      isLocked: true,
      record: { status: 'validated' },
      minutes: {
        number: 'CR-2017-01',
        status: 'validated',
        validatedAt: '2017-06-30T12:00:00Z',
        validatedById: signatory,
        validatedByName: 'Trigaut',
      },
    });
  });

  it('is refused before the day of the meeting, twice, and for a cancelled one', () => {
    const { session, minutesId, signatory, validate, meeting } = heldMeeting();
    const early = { minutesId, validatedById: signatory, on: '2017-06-19' };
    expect(codeOf(() => validateMinutes(session, by, early))).toBe('record.invalid');
    validate();
    expect(codeOf(validate)).toBe('minutes.validated');
    const cancelled = meeting('2017-07-01', { status: 'cancelled' });
    expect(codeOf(() => startMeeting(session, by, { id: cancelled }))).toBe('meeting.cancelled');
  });

  it('keeps laid-out text, finds it by its words, and refuses documents of another kind', () => {
    const { session, db, minutesId, items, write } = heldMeeting();
    write(0, 'Le parapheur électronique avance.');
    const body = meetingSheet(db, {
      id: getRecord(db, 'minutes', minutesId)?.meetingId ?? '',
      today,
    })?.agenda[0]?.body;
    expect(body).toBe(
      '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Le parapheur électronique avance."}]}]}',
    );
    expect(findRecords(db, 'parapheur', 5)).toMatchObject([{ table: 'minutesItem' }]);
    expect(findRecords(db, 'paragraph', 5)).toEqual([]);
    const image = JSON.stringify({ type: 'doc', content: [{ type: 'image' }] });
    const bad = () =>
      saveMinutesItem(session, by, { minutesId, agendaItemId: items[0], body: image });
    expect(codeOf(bad)).toBe('record.invalid');
    expect(write(0, 'Le parapheur électronique avance.').operationId).toBeNull();
    const blank = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });
    saveMinutesItem(session, by, { minutesId, agendaItemId: items[0], body: blank });
    expect(listRecords(db, 'minutesItem', { minutesId })).toMatchObject([{ body: null }]);
    saveMinutesItem(session, by, { minutesId, agendaItemId: null, body: 'En ouverture.' });
    expect(getRecord(db, 'minutes', minutesId)?.body).toContain('En ouverture.');
  });

  it('writes decisions and actions down where they were taken, and the next agenda gets the actions', () => {
    const { session, db, id, items, make, group, meeting } = heldMeeting();
    const subGroupId = make('subGroup', { workingGroupId: group, name: 'Évaluer', position: 1 });
    updateRecord(session, by, 'agendaItem', items[1], { subGroupId });
    const { value: decisionId } = decide(session, by, {
      ...noDecision,
      id,
      agendaItemId: items[1],
      title: 'Publier la feuille de route',
      status: 'adopted',
      votesFor: 12,
      votesAgainst: 1,
      abstentions: 2,
    });
    const { value: actionId } = act(session, by, {
      ...noAction,
      id,
      agendaItemId: null,
      title: 'Mettre en ligne',
      dueOn: '2017-07-15',
    });
    const sheet = meetingSheet(db, { id, today: '2017-08-01' });
    expect(sheet?.agenda[1]?.decisions).toMatchObject([
      { id: decisionId, decidedOn: '2017-06-20', votesFor: 12, subGroupId },
    ]);
    expect(sheet?.agenda[1]?.minutesItemId).toBe(sheet?.agenda[1]?.decisions[0]?.minutesItemId);
    expect(sheet?.otherActions).toMatchObject([{ id: actionId, isLate: true }]);
    closeMeeting(session, by, { id });
    const next = meeting('2017-09-20');
    const found = proposalsFor(db, { id: next, today });
    expect(found.map(({ kind, title }) => [kind, title])).toEqual([
      ['undiscussed', 'Bilan'],
      ['undiscussed', 'Suites'],
      ['action', 'Mettre en ligne'],
    ]);
    adoptProposals(session, by, { id: next, sources: [{ kind: 'action', id: actionId }] });
    expect(meetingSheet(db, { id: next, today })?.agenda).toMatchObject([
      { title: 'Mettre en ligne', action: { id: actionId, status: 'upcoming' } },
    ]);
  });
});

describe('validated minutes', () => {
  it('are changed by an addendum alone, which bears their number', () => {
    const { session, db, id, minutesId, items, write, validate, signatory } = heldMeeting();
    expect(codeOf(() => amendMinutes(session, by, { minutesId }))).toBe('minutes.notValidated');
    write(0, 'Erreur.');
    validate();
    expect(codeOf(() => write(0, 'Correction.'))).toBe('minutes.validated');
    const { value: addendum } = amendMinutes(session, by, { minutesId });
    expect(amendMinutes(session, by, { minutesId }).value).toBe(addendum);
    saveMinutesItem(session, by, {
      minutesId: addendum,
      agendaItemId: items[0],
      body: 'Lire : juste.',
    });
    for (const agendaItemId of [items[0], null]) {
      decide(session, by, {
        ...noDecision,
        id,
        minutesId: addendum,
        agendaItemId,
        title: 'Rectifier',
        status: 'adopted',
      });
    }
    expect(meetingSheet(db, { id, today })?.addenda).toMatchObject([
      {
        id: addendum,
        number: null,
        amendsId: minutesId,
        items: [{ agendaItemId: null }, { agendaItemId: items[0] }],
      },
    ]);
    const sign = (target: typeof addendum) =>
      validateMinutes(session, by, {
        minutesId: target,
        validatedById: signatory,
        on: '2017-07-05',
      }).value;
    expect(sign(addendum)).toBe('CR-2017-01-A1');
    const refused = () =>
      decide(session, by, {
        ...noDecision,
        id,
        minutesId: addendum,
        agendaItemId: null,
        title: 'Encore',
        status: 'adopted',
      });
    expect(codeOf(refused)).toBe('minutes.validated');
    expect(sign(amendMinutes(session, by, { minutesId }).value)).toBe('CR-2017-01-A2');
  });

  it('let people be merged and actions be done', () => {
    const { session, db, id, validate, signatory, person, minutesId } = heldMeeting();
    const { value: actionId } = act(session, by, {
      ...noAction,
      id,
      agendaItemId: null,
      title: 'À faire',
      responsiblePersonId: signatory,
    });
    validate();
    updateRecord(session, by, 'actionItem', actionId, { status: 'done', doneOn: '2017-07-01' });
    expect(
      codeOf(() => updateRecord(session, by, 'actionItem', actionId, { title: 'Autre' })),
    ).toBe('minutes.validated');
    const other = person('Trigaut');
    mergeRecords(session, by, { table: 'person', keepId: other, loseId: signatory, fields: {} });
    expect(getRecord(db, 'minutes', minutesId)?.validatedById).toBe(other);
    expect(codeOf(() => removeRecords(session, by, 'meeting', [id]))).toBe('minutes.validated');
  });

  it('are opened again by taking their validation back, which the journal tells', async () => {
    const { session, db, id, minutesId, write, validate } = heldMeeting();
    const { operationId } = write(0, 'Premier jet.');
    validate();
    expect(codeOf(() => undoOperation(session.writer(), operationId ?? '', by))).toBe(
      'minutes.validated',
    );
    undoLast(session.writer(), by);
    expect(getRecord(db, 'minutes', minutesId)).toMatchObject({
      status: 'draft',
      number: null,
      validatedById: null,
    });
    expect(getRecord(db, 'meeting', id)).toMatchObject({ status: 'underWay' });
    redoLast(session.writer(), by);
    expect(getRecord(db, 'minutes', minutesId)).toMatchObject({
      status: 'validated',
      number: 'CR-2017-01',
    });
    expect(codeOf(() => write(0, 'Trop tard.'))).toBe('minutes.validated');
    expect((await checkStore(session.reader)).filter(({ isOk }) => !isOk)).toEqual([]);
  });
});

describe('typing', () => {
  it('without a pause is one step of undo and of redo', () => {
    const { session, db, minutesId, write } = heldMeeting();
    const bodies = () => listRecords(db, 'minutesItem', { minutesId }).map(({ body }) => body);
    write(0, 'a');
    write(0, 'ab');
    write(0, 'abc');
    write(1, 'x');
    write(1, 'xy');
    undoLast(session.writer(), by);
    expect(bodies()).toEqual([expect.stringContaining('"abc"')]);
    undoLast(session.writer(), by);
    expect(bodies()).toEqual([]);
    redoLast(session.writer(), by);
    redoLast(session.writer(), by);
    expect(bodies()).toEqual([expect.stringContaining('"abc"'), expect.stringContaining('"xy"')]);
  });

  it('after a pause, or by another person, is a step of its own', () => {
    const { session, db, minutesId, items } = heldMeeting();
    const type = (body: string, author: string, at: number) =>
      runOperation(
        session.writer(),
        { author, reason: { key: 'type', params: { cell: 'x' } }, now: () => at },
        (op) => {
          const [known] = listRecords(op.db, 'minutesItem', { minutesId });
          if (known === undefined)
            op.insert('minutesItem', { minutesId, agendaItemId: items[0], position: 1, body });
          else op.update('minutesItem', known.id, { body });
        },
      );
    const now = Date.now() + 1000;
    type('un', 'Essai', now);
    type('deux', 'Essai', now + 61_000);
    type('trois', 'Autre', now + 62_000);
    const bodies = [];
    for (let step = 0; step < 3; step += 1) {
      undoLast(session.writer(), by);
      bodies.push(listRecords(db, 'minutesItem', { minutesId })[0]?.body ?? null);
    }
    expect(bodies).toEqual(['deux', 'un', null]);
  });
});

describe('versions', () => {
  it('tell who wrote when, and what changed in the words', () => {
    const { session, db, minutesId, items, write, validate } = heldMeeting();
    write(0, 'Le groupe adopte la feuille.');
    write(0, 'Le groupe adopte la feuille de route.');
    saveMinutesItem(
      session,
      { author: 'Autre' },
      { minutesId, agendaItemId: items[1], body: 'Rien à dire.' },
    );
    write(0, 'Le groupe rejette la feuille de route.');
    validate();
    const versions = minutesVersions(db, { minutesId });
    expect(versions.map(({ author, reason, saves }) => [author, reason, saves])).toEqual([
      ['Essai', 'validateMinutes', 1],
      ['Essai', 'type', 1],
      ['Autre', 'type', 1],
      ['Essai', 'type', 2],
      ['Essai', 'startMeeting', 1],
    ]);
    const from = versions[3]?.operationId ?? '';
    expect(compareMinutes(db, { minutesId, from, to: null })).toEqual([
      {
        agendaItemId: items[0],
        title: 'Bilan',
        hasChanged: true,
        segments: [
          { kind: 'same', text: 'Le groupe ' },
          { kind: 'removed', text: 'adopte' },
          { kind: 'added', text: 'rejette' },
          { kind: 'same', text: ' la feuille de route.' },
        ],
      },
      {
        agendaItemId: items[1],
        title: 'Suites',
        hasChanged: true,
        segments: [{ kind: 'added', text: 'Rien à dire.' }],
      },
    ]);
    expect(
      compareMinutes(db, { minutesId, from, to: from }).some(({ hasChanged }) => hasChanged),
    ).toBe(false);
    const unknown = { minutesId, from: items[0], to: null };
    expect(codeOf(() => compareMinutes(db, unknown))).toBe('journal.operationNotFound');
  });
});
