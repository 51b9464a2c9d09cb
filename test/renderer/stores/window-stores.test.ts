import { afterEach, expect, test, vi } from 'vitest';

import type { AppState } from '#contract/app.channels.ts';
import type { Bridge } from '#contract/bridge.ts';
import { groupStore } from '#test/stores.ts';
import { openWindow, serveStore } from '#test/window.ts';

const app: AppState = {
  version: '0',
  platform: 'linux',
  preferences: { language: 'fr', theme: 'system', author: 'Essai' },
  store: { path: '/a.rapporteur', fileName: 'a.rapporteur', isExample: false, isReadOnly: false },
  recent: [],
};

/** The stores of a window freshly opened on a new group, joined to a real store. */
async function freshWindow() {
  const { session } = groupStore('Essais');
  const port = serveStore(session);
  const bridge: Bridge = {
    call: (channel) => {
      const value: unknown = channel === 'app:state' ? app : { ...app, store: null };
      return Promise.resolve({ ok: true, value } as never); // the state is all that is asked here
    },
    on: () => () => undefined,
    dropFile: () => Promise.reject(new Error('nothing is dropped in this test')),
    connectStore: () => givePort(port),
  };
  const { givePort } = openWindow(bridge);
  const [session_, data, undo, activity, operations] = await Promise.all([
    import('#stores/session.store.ts'),
    import('#stores/data.store.ts'),
    import('#stores/undo.store.ts'),
    import('#stores/activity.store.ts'),
    import('#stores/operations.ts'),
  ]);
  await session_.useSession.getState().load();
  return { ...session_, ...data, ...undo, ...activity, ...operations };
}

const person = { familyName: 'Martel', givenName: 'Inès' };
const search = { text: 'martel', limit: 10 };

afterEach(() => vi.resetModules());

test('an operation is saved, answered, and shown by the question on screen', async () => {
  const { operations, watch, keyOf, useData, useActivity } = await freshWindow();
  watch('search:find', search);
  const { id, operationId } = await operations.create('person', person);
  await expect
    .poll(() => useData.getState().answers[keyOf('search:find', search)]?.data)
    .toMatchObject([{ id, label: 'Inès Martel' }]);
  await expect
    .poll(() => useActivity.getState().notice)
    .toMatchObject({ kind: 'operation', operation: { operationId, reason: { key: 'create' } } });
  expect(useActivity.getState()).toMatchObject({ writesUnderWay: 0, savedAt: expect.any(Number) });
});

test('undo and redo follow the operation, and say so', async () => {
  const { operations, undo, redo, useUndo, useActivity } = await freshWindow();
  const { operationId } = await operations.create('person', person);
  await expect.poll(() => useUndo.getState().undo?.id).toBe(operationId);
  await undo();
  await expect.poll(() => useUndo.getState().redo).not.toBeNull();
  expect(useActivity.getState().notice).toMatchObject({ operation: { kind: 'undo' } });
  await redo();
  expect(useActivity.getState().notice).toMatchObject({ operation: { kind: 'redo' } });
  await expect.poll(() => useUndo.getState().redo).toBeNull();
});

test('a refusal is thrown to the form, with its fields, and changes nothing', async () => {
  const { operations, useActivity } = await freshWindow();
  const refused = operations.create('person', { familyName: ' ' });
  await expect(refused).rejects.toMatchObject({
    code: 'record.invalid',
    details: { refusals: [{ field: 'familyName', rule: 'required' }] },
  });
  expect(useActivity.getState()).toMatchObject({ savedAt: null, notice: null, writesUnderWay: 0 });
});

test('undoing what later operations stand on is refused with the reason', async () => {
  const { operations, undoOperation } = await freshWindow();
  const made = await operations.create('person', person);
  const organisation = await operations.create('organisation', { name: 'Alpha', kind: 'company' });
  await operations.create('affiliation', {
    personId: made.id,
    organisationId: organisation.id,
  });
  await expect(undoOperation(made.operationId ?? '')).rejects.toMatchObject({
    code: 'journal.undoBlocked',
  });
});

test('a question nobody watches any more is not asked again', async () => {
  const { operations, watch, keyOf, useData } = await freshWindow();
  const key = keyOf('search:find', search);
  const stop = watch('search:find', search);
  await expect.poll(() => useData.getState().answers[key]?.data).toEqual([]);
  stop();
  const { revision } = useData.getState();
  await operations.create('person', person);
  await expect.poll(() => useData.getState().revision).toBeGreaterThan(revision);
  expect(useData.getState().answers[key]).toMatchObject({ data: [], isLoading: false });
  watch('search:find', search);
  await expect.poll(() => useData.getState().answers[key]?.data).toHaveLength(1);
});

test('closing the store leaves nothing of it in the window', async () => {
  const { operations, watch, useSession, useData, useUndo, useActivity } = await freshWindow();
  watch('search:find', search)();
  await operations.create('person', person);
  await useSession.getState().close();
  expect(useSession.getState().app?.store).toBeNull();
  expect(useData.getState().answers).toEqual({});
  expect(useUndo.getState()).toMatchObject({ undo: null, redo: null });
  expect(useActivity.getState().notice).toBeNull();
});
