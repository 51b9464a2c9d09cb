import { describe, expect, it } from 'vitest';

import { removeWithDependents } from '#journal/dependents.ts';
import { historyOf, listOperations } from '#journal/history.ts';
import { runOperation } from '#journal/operation.ts';
import { redoLast, undoLast, undoOperation, undoState } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import { emptyStore, exampleStore, liveRows, reopen } from '#test/stores.ts';

const by = { author: 'Essai' };
const edit = { ...by, reason: { key: 'update' } };

function codeOf(body: () => unknown): string | null {
  try {
    body();
    return null;
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
}

describe('undo', () => {
  it('acts on the last operation, across closing and opening again', () => {
    const { session, options } = emptyStore();
    const { value: id } = runOperation(session.writer(), edit, (op) =>
      op.insert('organisation', { name: 'UGAP', kind: 'buyer' }),
    );
    runOperation(session.writer(), edit, (op) =>
      op.update('organisation', id, { acronym: 'UGAP' }),
    );
    session.close();
    const again = reopen(options);
    undoLast(again.writer(), by);
    expect(getRecord(again.reader, 'organisation', id)?.acronym).toBe(null);
    undoLast(again.writer(), by);
    expect(getRecord(again.reader, 'organisation', id)).toBe(null);
    expect(codeOf(() => undoLast(again.writer(), by))).toBe('journal.nothingToUndo');
    redoLast(again.writer(), by);
    redoLast(again.writer(), by);
    expect(getRecord(again.reader, 'organisation', id)?.acronym).toBe('UGAP');
    expect(codeOf(() => redoLast(again.writer(), by))).toBe('journal.nothingToRedo');
  });

  it('forgets what could be redone once something else is done', () => {
    const { session } = emptyStore();
    runOperation(session.writer(), edit, (op) => op.insert('person', { familyName: 'Un' }));
    undoLast(session.writer(), by);
    runOperation(session.writer(), edit, (op) => op.insert('person', { familyName: 'Deux' }));
    expect(undoState(session.reader).redo).toBe(null);
  });

  it('takes back an old operation while later ones stay', () => {
    const { session } = emptyStore();
    const db = session.writer();
    const { value: id } = runOperation(db, edit, (op) =>
      op.insert('organisation', { name: 'A', kind: 'company' }),
    );
    const { operationId } = runOperation(db, edit, (op) =>
      op.update('organisation', id, { name: 'B', notes: 'n' }),
    );
    runOperation(db, edit, (op) => op.update('organisation', id, { communeName: 'Lille' }));
    undoOperation(db, operationId ?? '', by);
    expect(getRecord(db, 'organisation', id)).toMatchObject({
      name: 'A',
      notes: null,
      communeName: 'Lille',
    });
  });

  it('refuses, and changes nothing, when something since depends on it', () => {
    const { session } = emptyStore();
    const db = session.writer();
    const made = runOperation(db, edit, (op) =>
      op.insert('organisation', { name: 'A', kind: 'company' }),
    );
    const renamed = runOperation(db, edit, (op) =>
      op.update('organisation', made.value, { name: 'B' }),
    );
    const again = runOperation(db, edit, (op) =>
      op.update('organisation', made.value, { name: 'C' }),
    );
    expect(codeOf(() => undoOperation(db, renamed.operationId ?? '', by))).toBe(
      'journal.undoBlocked',
    );
    expect(codeOf(() => undoOperation(db, made.operationId ?? '', by))).toBe('journal.undoBlocked');
    expect(getRecord(db, 'organisation', made.value)?.name).toBe('C');

    undoOperation(db, again.operationId ?? '', by);
    undoOperation(db, renamed.operationId ?? '', by);
    const person = runOperation(db, edit, (op) => {
      const personId = op.insert('person', { familyName: 'Dupont' });
      op.insert('affiliation', { personId, organisationId: made.value });
    });
    expect(codeOf(() => undoOperation(db, made.operationId ?? '', by))).toBe('journal.undoBlocked');
    undoOperation(db, person.operationId ?? '', by);
    undoOperation(db, made.operationId ?? '', by);
    expect(listRecords(db, 'organisation')).toEqual([]);
  });

  it('says which operation does not exist', () => {
    const { session } = emptyStore();
    expect(
      codeOf(() => undoOperation(session.writer(), '01890000-0000-7000-8000-000000000000', by)),
    ).toBe('journal.operationNotFound');
  });

  it('brings the whole example group back as it was', () => {
    const { session } = exampleStore();
    const before = liveRows(session.reader);
    const [founding] = listOperations(session.reader, { offset: 0, limit: 1 });
    expect(founding?.kind).toBe('founding');
    undoLast(session.writer(), by);
    expect(Object.values(liveRows(session.reader)).flat()).toEqual([]);
    redoLast(session.writer(), by);
    expect(liveRows(session.reader)).toEqual(before);
  });
});

describe('removal', () => {
  it('takes along what cannot stand alone, empties mentions, and comes back as one', () => {
    const { session } = exampleStore();
    const db = session.writer();
    const before = liveRows(db);
    const person = listRecords(db, 'person').find((candidate) => candidate.familyName === 'Sille');
    const removed = runOperation(db, edit, (op) =>
      removeWithDependents(
        op,
        'person',
        person === undefined ? [] : [person.id],
        '2017-12-31T00:00:00.000Z',
      ),
    ).value;
    expect(removed.get('person')).toBe(1);
    expect(removed.get('mandate')).toBe(1);
    expect(removed.get('affiliation')).toBe(1);
    expect(listRecords(db, 'mandate').some((mandate) => mandate.personId === person?.id)).toBe(
      false,
    );
    expect(db.raw.pragma('foreign_key_check')).toEqual([]);
    undoLast(db, by);
    expect(liveRows(db)).toEqual(before);
  });
});

describe('history', () => {
  it('tells who changed what, from which value to which', () => {
    const { session } = emptyStore();
    const db = session.writer();
    const { value: id } = runOperation(db, { ...edit, author: 'Claire' }, (op) =>
      op.insert('organisation', { name: 'A', kind: 'company' }),
    );
    runOperation(db, { ...edit, author: 'Denis' }, (op) =>
      op.update('organisation', id, { name: 'B' }),
    );
    undoLast(db, { author: 'Claire' });
    expect(
      historyOf(db, id).map(({ author, kind, field, before, after }) => ({
        author,
        kind,
        field,
        before,
        after,
      })),
    ).toEqual([
      { author: 'Claire', kind: 'undo', field: 'name', before: 'B', after: 'A' },
      { author: 'Denis', kind: 'edit', field: 'name', before: 'A', after: 'B' },
      expect.objectContaining({ author: 'Claire', kind: 'edit', field: null, before: null }),
    ]);
    expect(
      listOperations(db, { offset: 0, limit: 10 }).map(({ kind, isUndone }) => [kind, isUndone]),
    ).toEqual([
      ['undo', false],
      ['edit', true],
      ['edit', false],
    ]);
  });

  it('records nothing when nothing changes', () => {
    const { session } = emptyStore();
    const db = session.writer();
    const { value: id } = runOperation(db, edit, (op) =>
      op.insert('person', { familyName: 'Dupont' }),
    );
    const same = runOperation(db, edit, (op) =>
      op.update('person', id, { familyName: 'Dupont', notes: null }),
    );
    expect(same).toMatchObject({ operationId: null, changes: 0 });
    expect(historyOf(db, id)).toHaveLength(1);
  });
});
