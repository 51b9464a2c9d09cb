import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { LongOperation } from '#journal/long-operation.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import type { Operation } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { undoLast } from '#journal/undo.ts';
import { search } from '#repositories/search.repo.ts';
import { DataError } from '#sql/errors.ts';
import { all, sql } from '#sql/sql.ts';
import { isBusy, whenIdle } from '#sql/turn.ts';
import { dumpOf, journalOf } from '#test/store-dump.ts';
import { allRows, emptyStore, liveRows, reopen, searchDocs } from '#test/stores.ts';

const by = { author: 'Essai', reason: { key: 'import' }, kind: 'import' as const };
const unstopped = () => new AbortController().signal;

const uuidAt = (index: number): string =>
  `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
const idAt = (index: number): Id<'organisation'> => uuidAt(index);
const personAt = (index: number): Id<'person'> => uuidAt(index);

function organisations(from: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: idAt(from + at),
    values: { name: `Structure ${from + at}`, kind: 'company' as const, notes: `dossier n${at}` },
  }));
}

const later = (): Promise<void> => new Promise((resume) => setImmediate(resume));

type Step = (operation: Operation) => void;

const DAY = '2017-06-30T08:00:00.000Z';

/** A step of an operation on records of known identifiers; those that do not exist are left alone. */
const step = (place: number): fc.Arbitrary<Step> => {
  const known = fc.nat(place * 3);
  const change =
    (body: (operation: Operation, id: Id<'organisation'>) => void) =>
    (at: number): Step =>
    (operation) => {
      const [found] = all(operation.db, sql`SELECT 1 FROM organisation WHERE id = ${idAt(at)}`);
      if (found !== undefined) body(operation, idAt(at));
    };
  return fc.oneof(
    fc.constant<Step>((operation) => {
      operation.insertMany('organisation', organisations(place * 3, 3));
    }),
    fc.constant<Step>((operation) => {
      operation.insert('person', { familyName: `Nom ${place}` }, personAt(10_000 + place));
    }),
    known.map(
      change((operation, id) => operation.update('organisation', id, { name: `N${place}` })),
    ),
    known.map(
      change((operation, id) => operation.updateMany('organisation', [id], { notes: null })),
    ),
    known.map(change((operation, id) => operation.setDeleted('organisation', id, DAY))),
    known.map(change((operation, id) => operation.setDeleted('organisation', id, null))),
  );
};

const steps = (from: number) =>
  fc
    .integer({ min: 1, max: 10 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => step(from + place))));

const operations = fc.tuple(steps(0), steps(10), steps(20));

describe('a long operation', () => {
  it('leaves what the same operation leaves in one go: tables, search and journal', async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (operations) => {
        const { session: short } = emptyStore();
        const { session: long } = emptyStore();
        for (const some of operations) {
          runOperation(short.writer(), by, (operation) => {
            for (const each of some) each(operation);
          });
          await runLongOperation(
            long.writer(),
            by,
            function* (operation) {
              for (const each of some) yield each(operation);
            },
            { signal: unstopped() },
          );
        }
        expect(allRows(long.reader)).toEqual(allRows(short.reader));
        expect(searchDocs(long.reader)).toEqual(searchDocs(short.reader));
        expect(journalOf(long.reader)).toEqual(journalOf(short.reader));
        for (const word of ['structure', 'dossier', 'nom']) {
          const found = search(long.reader, word, 50).map(({ id }) => id);
          expect(found.toSorted()).toEqual(
            search(short.reader, word, 50)
              .map(({ id }) => id)
              .toSorted(),
          );
        }
        short.close();
        long.close();
      }),
      { numRuns: 25 },
    );
  });

  it('answers who reads meanwhile with the store as it was, and is undone as one', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    const seen: number[] = [];
    const over = new AbortController();
    const reading = (async () => {
      while (!over.signal.aborted) {
        seen.push(liveRows(session.reader)['organisation']?.length ?? -1);
        await later();
      }
    })();
    const { changes, operationId } = await runLongOperation(
      db,
      by,
      async (operation) => {
        for (let from = 0; from < 3000; from += 100) {
          operation.insertMany('organisation', organisations(from, 100));
          await operation.turn();
        }
      },
      { signal: unstopped() },
    );
    over.abort();
    await reading;
    expect(changes).toBe(3000);
    expect(new Set(seen.slice(0, -2))).toEqual(new Set([0]));
    expect(seen.length).toBeGreaterThan(5);
    expect(search(session.reader, 'structure 2999', 5)).toHaveLength(1);
    expect(undoLast(db, by).value.id).toBe(operationId);
    expect(liveRows(session.reader)['organisation']).toEqual([]);
    expect(search(session.reader, 'structure', 5)).toEqual([]);
  });

  it.each([1, 5, 9])('leaves nothing when it is given up after %i chunks', async (chunks) => {
    const { session } = emptyStore();
    const db = session.writer();
    runOperation(db, by, (operation) =>
      operation.insertMany('organisation', organisations(9000, 20)),
    );
    const before = dumpOf(db);
    const controller = new AbortController();
    const reason = new Error('given up');
    let written = 0;
    const work = runLongOperation(
      db,
      by,
      async (operation) => {
        for (;;) {
          operation.insertMany('organisation', organisations(written * 50, 50));
          operation.update('organisation', idAt(9000 + written), { name: `Autre ${written}` });
          written += 1;
          if (written === chunks) controller.abort(reason);
          await operation.turn();
        }
      },
      { signal: controller.signal },
    );
    await expect(work).rejects.toBe(reason);
    expect(written).toBe(chunks);
    expect(dumpOf(db)).toEqual(before);
    expect(dumpOf(session.reader)).toEqual(before);
    expect(isBusy(db)).toBe(false);
    runOperation(db, by, (operation) => operation.insert('person', { familyName: 'Après' }));
  });

  it('leaves nothing when it is given up while the search is filled', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    const before = dumpOf(db);
    const controller = new AbortController();
    const told: [number, number][] = [];
    const work = runLongOperation(
      db,
      by,
      async (operation) => void operation.insertMany('organisation', organisations(0, 6000)),
      {
        signal: controller.signal,
        onProgress: (done, total) => {
          told.push([done, total]);
          if (told.length === 3) controller.abort();
        },
      },
    );
    await expect(work).rejects.toThrow('abort');
    expect(told).toEqual([
      [500, 6000],
      [1000, 6000],
      [1500, 6000],
    ]);
    expect(dumpOf(db)).toEqual(before);
    await runLongOperation(
      db,
      by,
      async (operation) => void operation.insertMany('organisation', organisations(0, 6000)),
      { signal: unstopped() },
    );
    db.raw.exec(`INSERT INTO search_index (search_index) VALUES ('integrity-check')`);
    expect(search(session.reader, 'structure 5999', 5)).toHaveLength(1);
    const settings = sql`SELECT k, v FROM search_index_config WHERE k LIKE '%merge' ORDER BY k`;
    expect(all(session.reader, settings)).toEqual([
      { k: 'automerge', v: 4 },
      { k: 'crisismerge', v: 16 },
    ]);
  });

  it('is given up at once while its body waits for something, and its body writes no more', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    const before = dumpOf(db);
    const controller = new AbortController();
    const { promise: rows, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: lateError, resolve: tellLate } = Promise.withResolvers<unknown>();
    const work = runLongOperation(
      db,
      by,
      async (operation) => {
        operation.insertMany('organisation', organisations(0, 10));
        await rows;
        try {
          operation.insertMany('organisation', organisations(10, 10));
        } catch (error) {
          tellLate(error);
        }
      },
      { signal: controller.signal },
    );
    controller.abort();
    await expect(work).rejects.toBe(controller.signal.reason);
    arrive();
    expect(await lateError).toBeInstanceOf(TypeError);
    expect(dumpOf(db)).toEqual(before);
  });

  it('leaves nothing after an error, and says what is wrong', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    const before = dumpOf(db);
    const failing = (body: (operation: LongOperation) => void) =>
      runLongOperation(
        db,
        by,
        async (operation) => {
          operation.insertMany('organisation', organisations(0, 600));
          await operation.turn();
          body(operation);
        },
        { signal: unstopped() },
      ).catch((error: unknown) => error);
    const missing = await failing((operation) => {
      operation.insert('affiliation', { personId: personAt(1), organisationId: idAt(2) });
    });
    const invalid = await failing((operation) => {
      operation.insert('organisation', { name: '', kind: 'company' });
    });
    const twice = await failing((operation) => {
      try {
        operation.insertMany('organisation', organisations(599, 3));
      } catch {
        // A body that carries on after a failed statement keeps nothing either.
      }
    });
    expect(missing).toMatchObject({ code: 'record.missingReference' });
    expect(invalid).toMatchObject({ code: 'record.invalid' });
    expect(twice).toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    expect(dumpOf(db)).toEqual(before);
  });
});

describe('while a long operation is under way', () => {
  function started(db: Parameters<typeof runLongOperation>[0], from: number, signal = unstopped()) {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const work = runLongOperation(
      db,
      by,
      async (operation) => {
        operation.insertMany('organisation', organisations(from, 5));
        await gate;
      },
      { signal },
    );
    return { work, open };
  }

  it('nobody else writes, and everybody does once it is over', async () => {
    const { session } = emptyStore();
    const db = session.writer();
    const insert = () =>
      runOperation(db, by, (operation) => operation.insert('person', { familyName: 'Autre' }));
    const { work, open } = started(db, 0);
    expect(insert).toThrow(expect.objectContaining({ code: 'store.busy' }));
    expect(() => undoLast(db, by)).toThrow(DataError);
    const order: string[] = [];
    const waiting = whenIdle(db).then(() => {
      order.push('writer');
      return insert();
    });
    const second = started(db, 100);
    const both = second.work.then(() => order.push('second'));
    open();
    await work;
    await waiting;
    second.open();
    await both;
    expect(order).toEqual(['writer', 'second']);
    expect(liveRows(session.reader)['organisation']).toHaveLength(10);
    expect(liveRows(session.reader)['person']).toHaveLength(1);
    expect(await whenIdle(db)).toBe(undefined);
  });

  it('who waits for a turn can give up', async () => {
    const { session } = emptyStore();
    const { work, open } = started(session.writer(), 0);
    const controller = new AbortController();
    const second = started(session.writer(), 100, controller.signal);
    controller.abort();
    await expect(second.work).rejects.toBe(controller.signal.reason);
    open();
    await work;
    expect(liveRows(session.reader)['organisation']).toHaveLength(5);
  });

  it('closing the store gives it up, and the copy keeps its name', async () => {
    const { session, options } = emptyStore();
    runOperation(session.writer(), by, (operation) =>
      operation.insert('person', { familyName: 'Avant' }),
    );
    const replicas = () => all(session.writer(), sql`SELECT DISTINCT replica FROM operation`);
    const names = replicas();
    const { work } = started(session.writer(), 0);
    session.close();
    await expect(work).rejects.toThrow('abort');
    const again = reopen(options);
    expect(liveRows(again.reader)['organisation']).toEqual([]);
    runOperation(again.writer(), by, (operation) =>
      operation.insert('person', { familyName: 'Après' }),
    );
    expect(all(again.reader, sql`SELECT DISTINCT replica FROM operation`)).toEqual(names);
  });
});
