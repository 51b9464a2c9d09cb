import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { listOperations } from '#journal/history.ts';
import { runOperation } from '#journal/operation.ts';
import {
  hasMoreChanges,
  redoLast,
  redoLastLong,
  undoLast,
  undoLastLong,
  undoOperation,
  undoOperationLong,
} from '#journal/undo.ts';
import type { WritableDb } from '#sql/sql.ts';
import { dumpOf, journalOf } from '#test/store-dump.ts';
import { allRows, emptyStore, exampleStore, liveRows, searchDocs } from '#test/stores.ts';

const by = { author: 'Essai' };
const edit = { ...by, reason: { key: 'update' } };
const DAY_MS = Date.UTC(2017, 5, 30, 8);
const at = { ...by, now: () => DAY_MS };
const unstopped = () => ({ signal: new AbortController().signal });
const idAt = (index: number): Id<'organisation'> =>
  `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

const ROWS = 1500;

/** One operation that makes records, changes others, some of them twice, and links old ones to new ones. */
function mixed(db: WritableDb): string {
  runOperation(db, edit, (operation) => {
    operation.insertMany(
      'organisation',
      Array.from({ length: ROWS }, (_, index) => ({
        id: idAt(index),
        values: { name: `Ancienne ${index}`, kind: 'company' as const },
      })),
    );
  });
  const { operationId } = runOperation(db, { ...by, reason: { key: 'import' } }, (operation) => {
    operation.insertMany(
      'organisation',
      Array.from({ length: ROWS }, (_, index) => ({
        id: idAt(ROWS + index),
        values: { name: `Nouvelle ${index}`, kind: 'buyer' as const },
      })),
    );
    operation.updateMany(
      'organisation',
      Array.from({ length: 700 }, (_, index) => idAt(index)),
      {
        notes: 'importée',
      },
    );
    operation.updateMany(
      'organisation',
      Array.from({ length: 300 }, (_, index) => idAt(index)),
      {
        notes: 'reprise',
        parentId: idAt(ROWS),
      },
    );
    operation.update('organisation', idAt(ROWS + 3), { acronym: 'N3' });
  });
  return operationId ?? '';
}

describe('taking back an operation of many changes', () => {
  it('does what it does in one go, in both directions', async () => {
    const { session: short } = emptyStore();
    const { session: long } = emptyStore();
    const stores = [short.writer(), long.writer()] as const;
    const before = stores.map((db) => {
      const id = mixed(db);
      return { id, live: liveRows(db), docs: searchDocs(db) };
    });
    undoOperation(stores[0], before[0]?.id ?? '', at);
    await undoOperationLong(stores[1], before[1]?.id ?? '', at, unstopped());
    expect(allRows(stores[1])).toEqual(allRows(stores[0]));
    expect(searchDocs(stores[1])).toEqual(searchDocs(stores[0]));
    expect(journalOf(stores[1])).toEqual(journalOf(stores[0]));
    const names = liveRows(stores[1])['organisation']?.map((row) => Object(row)['name']);
    expect(names).toHaveLength(ROWS);
    expect(liveRows(stores[1])['organisation']).toEqual(
      allRows(stores[1])['organisation']?.slice(0, ROWS),
    );

    redoLast(stores[0], at);
    await redoLastLong(stores[1], at, unstopped());
    expect(journalOf(stores[1])).toEqual(journalOf(stores[0]));
    for (const [place, db] of stores.entries()) {
      expect(liveRows(db)).toEqual(before[place]?.live);
      expect(searchDocs(db)).toEqual(before[place]?.docs);
    }
  });

  it('tells how far it is, and leaves nothing when it is given up', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    mixed(db);
    const before = dumpOf(db);
    for (const stopAt of [0.2, 0.5, 0.9]) {
      const controller = new AbortController();
      const reason = new Error('given up');
      const shares: number[] = [];
      const work = undoLastLong(db, by, {
        signal: controller.signal,
        onProgress: (done, total) => {
          shares.push(done / total);
          if (done / total >= stopAt) controller.abort(reason);
        },
      });
      await expect(work).rejects.toBe(reason);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
      expect(dumpOf(db)).toEqual(before);
    }
    await undoLastLong(db, by, unstopped());
    expect(liveRows(db)['organisation']).toHaveLength(ROWS);
  });

  it('says what stands in the way, with nothing changed', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    const id = mixed(db);
    const renamed = runOperation(db, edit, (operation) =>
      operation.update('organisation', idAt(5), { notes: 'autre' }),
    );
    const linked = runOperation(db, edit, (operation) =>
      operation.update('organisation', idAt(1400), { parentId: idAt(ROWS + 9) }),
    );
    const filled = runOperation(db, edit, (operation) =>
      operation.update('organisation', idAt(ROWS + 900), { notes: 'remplie' }),
    );
    const before = dumpOf(db);
    const error: unknown = await undoOperationLong(db, id, by, unstopped()).catch(
      (caught: unknown) => caught,
    );
    const blockers = [renamed, linked, filled].map(({ operationId }) => operationId ?? '');
    expect(error).toMatchObject({ code: 'journal.undoBlocked', details: { count: 3 } });
    const told: readonly string[] = Object(error).details.operations;
    expect(told.toSorted()).toEqual(blockers.toSorted());
    expect(dumpOf(db)).toEqual(before);
    for (const blocker of blockers) await undoOperationLong(db, blocker, by, unstopped());
    await undoOperationLong(db, id, by, unstopped());
    expect(liveRows(db)['organisation']).toHaveLength(ROWS);
  });

  it('looks at each record of a kind of which very many point somewhere', () => {
    const { session } = emptyStore();
    const db = session.writer();
    const children = (from: number, count: number, parent: Id<'organisation'>) =>
      Array.from({ length: count }, (_, index) => ({
        id: idAt(from + index),
        values: { name: `Site ${from + index}`, kind: 'company' as const, parentId: parent },
      }));
    const made = runOperation(db, edit, (operation) => {
      operation.insert('organisation', { name: 'Siège', kind: 'company' }, idAt(0));
      operation.insertMany('organisation', children(1, 2100, idAt(0)));
    });
    const { operationId } = runOperation(db, edit, (operation) =>
      operation.insertMany('organisation', children(5000, 1, idAt(1200))),
    );
    expect(() => undoOperation(db, made.operationId ?? '', by)).toThrow(
      expect.objectContaining({
        code: 'journal.undoBlocked',
        details: { count: 1, operations: [operationId] },
      }),
    );
    undoOperation(db, operationId ?? '', by);
    undoOperation(db, made.operationId ?? '', by);
    expect(liveRows(db)['organisation']).toEqual([]);
  });

  it('brings the whole example group back as it was', async () => {
    const { session } = exampleStore();
    const db = session.writer();
    const before = liveRows(db);
    const docs = searchDocs(db);
    await undoLastLong(db, by, unstopped());
    expect(Object.values(liveRows(db)).flat()).toEqual([]);
    await redoLastLong(db, by, unstopped());
    expect(liveRows(db)).toEqual(before);
    expect(searchDocs(db)).toEqual(docs);
  });

  it('counts no further than it must to know whether it is many', () => {
    const { session } = emptyStore();
    const db = session.writer();
    const id = mixed(db);
    const changes = listOperations(db, { offset: 0, limit: 1 })[0]?.changes ?? 0;
    expect(changes).toBe(ROWS + 700 + 2 * 300 + 1);
    expect(hasMoreChanges(db, id, changes - 1)).toBe(true);
    expect(hasMoreChanges(db, id, changes)).toBe(false);
    expect(() => undoLast(db, by)).not.toThrow();
  });
});
