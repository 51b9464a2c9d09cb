import { describe, expect, it } from 'vitest';

import type { HandlerContext } from '#ipc/handler-context.ts';
import type { PortCall } from '#ipc/port-server.ts';
import { createStoreDoor } from '#ipc/store-door.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import { runOperation } from '#journal/operation.ts';
import { undoWatched } from '#services/journal.ts';
import { emptyStore, liveRows } from '#test/stores.ts';

const by = { author: 'Essai', reason: { key: 'import' } };

function doorOf() {
  const { session } = emptyStore();
  const door = createStoreDoor({
    session: () => session,
    // Of what a handler may use, these channels use no more.
    context: ({ signal }) =>
      ({ author: 'Essai', signal, progress: () => {} }) as unknown as HandlerContext,
    language: () => 'fr',
    checksAnswers: () => true,
    onUnexpected: (_channel, error) => {
      throw error;
    },
  });
  const ask = (channel: string, input: unknown, signal = new AbortController().signal) =>
    door(channel, input, { owner: 1, signal, progress: () => {} } satisfies PortCall);
  return { session, ask };
}

const person = { table: 'person', values: { familyName: 'Essai' } };

describe('the store door, while a long operation is under way', () => {
  it('answers who reads and has who writes wait', async () => {
    const { session, ask } = doorOf();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const work = runLongOperation(
      session.writer(),
      by,
      async (operation) => {
        operation.insert('organisation', { name: 'Importée', kind: 'company' });
        await gate;
      },
      { signal: new AbortController().signal },
    );
    const order: string[] = [];
    const written = ask('records:create', person).then((result) => {
      order.push('written');
      return result;
    });
    const undone = ask('journal:undo', {}).then((result) => {
      order.push('undone');
      return result;
    });
    const controller = new AbortController();
    const left = ask('records:create', person, controller.signal);
    controller.abort();
    expect(await left).toMatchObject({ ok: false, error: { code: 'request.cancelled' } });
    expect(await ask('search:find', { text: 'importée', limit: 5 })).toEqual({
      ok: true,
      value: [],
    });
    expect(order).toEqual([]);
    open();
    await work;
    expect(await written).toMatchObject({ ok: true });
    expect(await undone).toMatchObject({ ok: true });
    expect(order).toEqual(['written', 'undone']);
    expect(liveRows(session.reader)['organisation']).toHaveLength(1);
    expect(liveRows(session.reader)['person']).toEqual([]);
  });

  it('takes an operation of many changes back with others answered meanwhile, or not at all', async () => {
    const { session, ask } = doorOf();
    const ROWS = 6000;
    runOperation(session.writer(), by, (operation) =>
      operation.insertMany(
        'organisation',
        Array.from({ length: ROWS }, (_, index) => ({
          values: { name: `Structure ${index}`, kind: 'company' as const },
        })),
      ),
    );
    const controller = new AbortController();
    const reason = new Error('given up');
    const told: number[] = [];
    const given = undoWatched(
      session,
      {
        author: 'Essai',
        signal: controller.signal,
        progress: (_step, done) => {
          told.push(done);
          if (told.length === 5) controller.abort(reason);
        },
      },
      { canUndoFounding: false },
    );
    await expect(given).rejects.toBe(reason);
    expect(liveRows(session.reader)['organisation']).toHaveLength(ROWS);

    let isUndone = false;
    const undone = ask('journal:undo', {}).then((result) => {
      isUndone = true;
      return result;
    });
    const found = await ask('search:find', { text: 'structure', limit: 5 });
    expect(isUndone).toBe(false);
    expect(found).toMatchObject({ ok: true, value: [{}, {}, {}, {}, {}] });
    expect(await undone).toMatchObject({ ok: true });
    expect(liveRows(session.reader)['organisation']).toEqual([]);
    expect(await ask('journal:redo', {})).toMatchObject({ ok: true });
    expect(liveRows(session.reader)['organisation']).toHaveLength(ROWS);
  });
});
