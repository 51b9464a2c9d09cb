import { describe, expect, it } from 'vitest';

import { rebuildInto } from '#journal/exchange.ts';
import { historyOf } from '#journal/history.ts';
import { runOperation } from '#journal/operation.ts';
import { redoLast, undoLast, undoOperation } from '#journal/undo.ts';
import { search } from '#repositories/search.repo.ts';
import { DataError } from '#sql/errors.ts';
import { allRows, emptyStore, exampleStore, liveRows, searchDocs } from '#test/stores.ts';

const ROWS = 2500;
const by = { author: 'Essai' };
const context = { ...by, reason: { key: 'import' }, kind: 'import' as const };

function filledStore() {
  const { session } = emptyStore();
  const db = session.writer();
  const values = Array.from({ length: ROWS }, (_, index) => ({
    values: { name: `Structure ${index}`, kind: 'company' as const, notes: `dossier n${index}` },
  }));
  const { value: ids, operationId } = runOperation(db, context, (operation) =>
    operation.insertMany('organisation', values),
  );
  return { db, reader: session.reader, ids, operationId: operationId ?? '' };
}

it('finds what is in the example by the words that each record has', () => {
  const { session } = exampleStore();
  const { session: other } = emptyStore();
  rebuildInto(other.writer(), session.reader);
  expect(searchDocs(session.reader).length).toBeGreaterThan(100);
  expect(searchDocs(other.reader)).toEqual(searchDocs(session.reader));
});

describe('many records in one operation', () => {
  it('are undone and done again as one, with their search and their history', () => {
    const { db, reader, ids } = filledStore();
    const rows = liveRows(db);
    const docs = searchDocs(db);
    expect(search(reader, 'n2499', 5)).toHaveLength(1);

    expect(undoLast(db, by).changes).toBe(ROWS);
    expect(liveRows(db)['organisation']).toEqual([]);
    expect(search(reader, 'structure', 5)).toEqual([]);

    expect(redoLast(db, by).changes).toBe(ROWS);
    expect(liveRows(db)).toEqual(rows);
    expect(searchDocs(db)).toEqual(docs);
    expect(search(reader, 'n2499', 5)).toHaveLength(1);
    expect(historyOf(db, ids[0] ?? '').map(({ kind }) => kind)).toEqual(['redo', 'undo', 'import']);

    const { session: other } = emptyStore();
    rebuildInto(other.writer(), reader);
    expect(allRows(other.reader)).toEqual(allRows(reader));
    expect(searchDocs(other.reader)).toEqual(searchDocs(reader));
  });

  it('stay as long as a later record points to one of them, or one was changed since', () => {
    const { db, ids, operationId } = filledStore();
    const target = ids[1700];
    const changed = ids[2300];
    if (target === undefined || changed === undefined) throw new Error('too few records');
    const linked = runOperation(db, { ...by, reason: { key: 'create' } }, (operation) => {
      const personId = operation.insert('person', { familyName: 'Martin' });
      operation.insert('affiliation', { personId, organisationId: target });
    });
    const renamed = runOperation(db, { ...by, reason: { key: 'update' } }, (operation) =>
      operation.update('organisation', changed, { name: 'Autre nom' }),
    );
    const before = liveRows(db);
    try {
      undoOperation(db, operationId, by);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      expect(error.code).toBe('journal.undoBlocked');
      const operations = error.details['operations'] as readonly string[]; // as undo lists them
      expect(operations.toSorted()).toEqual(
        [linked.operationId ?? '', renamed.operationId ?? ''].toSorted(),
      );
    }
    expect(liveRows(db)).toEqual(before);

    undoOperation(db, renamed.operationId ?? '', by);
    undoOperation(db, linked.operationId ?? '', by);
    undoOperation(db, operationId, by);
    expect(liveRows(db)['organisation']).toEqual([]);
  });
});
