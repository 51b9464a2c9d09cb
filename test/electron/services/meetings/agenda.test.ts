import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { undoLast } from '#journal/undo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import {
  addAgendaItem,
  agendaOf,
  agendaTemplates,
  applyTemplate,
  reorderAgenda,
  saveTemplate,
} from '#services/meetings/agenda.ts';
import { agendaClock } from '#services/meetings/clock.ts';
import { adoptProposals, proposalsFor } from '#services/meetings/proposals.ts';
import { updateRecord } from '#services/records.ts';
import { by, codeOf, meetingStore, today } from '#test/meetings.ts';

const noItem = {
  durationMinutes: null,
  presenterId: null,
  subGroupId: null,
  isStanding: false,
  afterId: null,
};

describe('the order of an agenda', () => {
  it('is any permutation of its items, written as one operation', () => {
    const { session, db, meeting, item } = meetingStore();
    const id = meeting('2017-09-12');
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((title, index) => item(id, index + 1, title));
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (itemIds) => {
        const before = agendaOf(db, id).map((one) => one.id);
        const { operationId } = reorderAgenda(session, by, { id, itemIds });
        expect(agendaOf(db, id).map((one) => one.id)).toEqual(itemIds);
        expect(operationId === null).toBe(before.join() === itemIds.join());
        if (operationId !== null) {
          undoLast(session.writer(), by);
          expect(agendaOf(db, id).map((one) => one.id)).toEqual(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is refused when it is not one of the items that are there', () => {
    const { session, meeting, item } = meetingStore();
    const id = meeting('2017-09-12');
    const [a, b] = [item(id, 1, 'a'), item(id, 2, 'b')];
    const foreign = item(meeting('2017-10-12'), 1, 'ailleurs');
    for (const itemIds of [[a], [a, b, b], [a, a], [a, foreign], [a, b, foreign]]) {
      expect(codeOf(() => reorderAgenda(session, by, { id, itemIds }))).toBe(
        'meeting.agendaChanged',
      );
    }
  });

  it('takes a new item in after another one', () => {
    const { session, db, meeting, item } = meetingStore();
    const id = meeting('2017-09-12');
    const [a] = [item(id, 1, 'a'), item(id, 2, 'b')];
    addAgendaItem(session, by, { id, title: 'c', ...noItem, afterId: a });
    addAgendaItem(session, by, { id, title: 'd', ...noItem });
    expect(agendaOf(db, id).map(({ title }) => title)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('gives each item its time', () => {
    const clock = agendaClock({ startsAt: '23:30', endsAt: '23:59' }, [
      { durationMinutes: 20 },
      { durationMinutes: null },
      { durationMinutes: 45 },
    ]);
    expect(clock).toEqual({
      starts: ['23:30', '23:50', '23:50'],
      plannedMinutes: 65,
      withoutDuration: 1,
      endsAt: '00:35',
      overrunMinutes: 36,
    });
    expect(agendaClock({ startsAt: null, endsAt: null }, [{ durationMinutes: 5 }])).toMatchObject({
      starts: [null],
      endsAt: null,
      overrunMinutes: null,
    });
  });
});

describe('proposals', () => {
  function meetings() {
    const store = meetingStore();
    const past = store.meeting('2017-03-10', { status: 'held' });
    const next = store.meeting('2017-06-20');
    const action = (title: string, values: object = {}) =>
      store.make('actionItem', { workingGroupId: store.group, meetingId: past, title, ...values });
    return { ...store, past, next, action };
  }

  it('are what earlier meetings of the same body left open', () => {
    const { db, item, past, next, action, meeting, make, group } = meetings();
    item(past, 1, 'traité', { status: 'discussed' });
    item(past, 2, 'reporté', { status: 'postponed' });
    item(past, 3, 'laissé de côté');
    item(past, 4, 'approbation', { isStanding: true, status: 'discussed' });
    action('en retard', { dueOn: '2017-05-01' });
    action('faite', { status: 'done' });
    const subGroupId = make('subGroup', { workingGroupId: group, name: 'Autre', position: 1 });
    item(meeting('2017-04-01', { status: 'held', subGroupId }), 1, 'd’une autre instance');
    item(meeting('2017-12-01'), 1, 'plus tard', { status: 'postponed' });
    item(meeting('2017-02-01', { status: 'cancelled' }), 1, 'annulée', { status: 'postponed' });
    const found = proposalsFor(db, { id: next, today });
    expect(found.map(({ kind, title, isLate }) => [kind, title, isLate])).toEqual([
      ['postponed', 'reporté', false],
      ['undiscussed', 'laissé de côté', false],
      ['standing', 'approbation', false],
      ['action', 'en retard', true],
    ]);
    expect(found[0]).toMatchObject({ meetingId: past, heldOn: '2017-03-10' });
  });

  it('are taken in as one operation, and are then proposed no more', () => {
    const { session, db, item, past, next, action } = meetings();
    item(past, 1, 'reporté', { status: 'postponed', durationMinutes: 15, note: 'à finir' });
    item(past, 2, 'approbation', { isStanding: true, status: 'discussed' });
    const actionItemId = action('rédiger la note');
    item(next, 1, 'ouverture');
    const sources = proposalsFor(db, { id: next, today }).map(({ kind, sourceId }) => ({
      kind,
      id: sourceId,
    }));
    adoptProposals(session, by, { id: next, sources });
    expect(agendaOf(db, next)).toMatchObject([
      { title: 'ouverture' },
      { title: 'reporté', durationMinutes: 15, note: 'à finir', carriedFromId: sources[0]?.id },
      { title: 'approbation', isStanding: true, carriedFromId: null },
      { title: 'rédiger la note', actionItemId },
    ]);
    expect(proposalsFor(db, { id: next, today })).toEqual([]);
    expect(codeOf(() => adoptProposals(session, by, { id: next, sources }))).toBe(
      'record.notFound',
    );
    undoLast(session.writer(), by);
    expect(agendaOf(db, next)).toHaveLength(1);
    expect(proposalsFor(db, { id: next, today })).toHaveLength(3);
  });

  it('come up again at the meeting after, from the item that was carried', () => {
    const { session, db, item, past, next, meeting } = meetings();
    item(past, 1, 'reporté', { status: 'postponed' });
    const [source] = proposalsFor(db, { id: next, today });
    if (source === undefined) throw new Error('proposed');
    const { value } = adoptProposals(session, by, {
      id: next,
      sources: [{ kind: source.kind, id: source.sourceId }],
    });
    const later = meeting('2017-09-20');
    expect(proposalsFor(db, { id: later, today })).toEqual([]);
    const [carried] = value as [Id<'agendaItem'>];
    updateRecord(session, by, 'agendaItem', carried, { status: 'postponed' });
    expect(proposalsFor(db, { id: later, today })).toMatchObject([
      { kind: 'postponed', sourceId: carried },
    ]);
  });
});

describe('templates', () => {
  it('are saved from an agenda, replaced under the same name and applied elsewhere', () => {
    const { session, db, meeting, item, group } = meetingStore();
    const id = meeting('2017-09-12');
    item(id, 1, 'Approbation', { durationMinutes: 5 });
    const { value } = saveTemplate(session, by, { id, name: 'Plénière' });
    item(id, 2, 'Divers');
    expect(saveTemplate(session, by, { id, name: 'PLENIERE' }).value).toBe(value);
    expect(agendaTemplates(db, group)).toMatchObject([
      {
        name: 'PLENIERE',
        items: [
          { title: 'Approbation', durationMinutes: 5 },
          { title: 'Divers', durationMinutes: null },
        ],
      },
    ]);
    const other = meeting('2017-12-12');
    const { value: ids } = applyTemplate(session, by, { id: other, templateId: value });
    expect(agendaOf(db, other).map(({ title, position }) => [title, position])).toEqual([
      ['Approbation', 1],
      ['Divers', 2],
    ]);
    expect(getRecord(db, 'agendaItem', ids[0] ?? '')).toMatchObject({ durationMinutes: 5 });
    const cancelled = meeting('2018-01-01', { status: 'cancelled' });
    expect(codeOf(() => applyTemplate(session, by, { id: cancelled, templateId: value }))).toBe(
      'meeting.cancelled',
    );
  });
});
