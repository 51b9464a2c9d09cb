import { expect, onTestFinished, test } from 'vitest';

import { createStoreDoor } from '#api/store-door.ts';

const none = { offset: 0, limit: 1 };
const target = { table: 'person' as const, ids: ['018f0000-0000-7000-8000-000000000001'] };

/** The other end of a real channel, with what arrived at it. */
function farEnd() {
  const { port1: far, port2: near } = new MessageChannel();
  const received: unknown[] = [];
  const arrivals: (() => void)[] = [];
  far.addEventListener('message', ({ data }) => {
    received.push(data);
    for (const arrival of arrivals.splice(0)) arrival();
  });
  far.start();
  onTestFinished(() => far.close());
  const until = async (count: number): Promise<void> => {
    while (received.length < count) {
      await new Promise<void>((resolve) => {
        arrivals.push(resolve);
      });
    }
  };
  const send = (message: unknown): void => far.postMessage(message, []);
  return { send, near, received, until };
}

test('an answer reaches the call that asked, whatever the order', async () => {
  const { send, near, received, until } = farEnd();
  const door = createStoreDoor();
  door.connect(near);
  const first = door.call('journal:list', none);
  const second = door.call('journal:state', {});
  await until(2);
  expect(received).toEqual([
    { id: 1, channel: 'journal:list', input: none },
    { id: 2, channel: 'journal:state', input: {} },
  ]);
  send({ id: 2, result: { ok: true, value: 'second' } });
  send({ id: 1, result: { ok: true, value: 'first' } });
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
});

test('a refusal is thrown with its code, sentence and details', async () => {
  const { send, near, until } = farEnd();
  const door = createStoreDoor();
  door.connect(near);
  const asked = door.call('journal:state', {});
  await until(1);
  const error = { code: 'store.none', message: 'Aucune base.', details: { path: 'x' } };
  send({ id: 1, result: { ok: false, error } });
  await expect(asked).rejects.toMatchObject(error);
});

test('a call made before there is a port is sent when it comes', async () => {
  const { send, near, received, until } = farEnd();
  const door = createStoreDoor();
  const asked = door.call('journal:state', {});
  door.connect(near);
  await until(1);
  expect(received).toHaveLength(1);
  send({ id: 1, result: { ok: true, value: 'late' } });
  expect(await asked).toBe('late');
});

test('without any port a call is refused in the end, instead of waiting for ever', async () => {
  const door = createStoreDoor({ portWaitMs: 1 });
  await expect(door.call('journal:state', {})).rejects.toMatchObject({ code: 'store.stopped' });
});

test('with a new port, a question is asked again and a write under way is refused', async () => {
  const before = farEnd();
  const after = farEnd();
  const door = createStoreDoor();
  door.connect(before.near);
  const question = door.call('journal:state', {});
  const write = door.call('records:remove', target);
  await before.until(2);
  const refused = expect(write).rejects.toMatchObject({ code: 'store.stopped' });
  door.connect(after.near);
  await refused;
  await after.until(1);
  expect(after.received).toEqual([{ id: 1, channel: 'journal:state', input: {} }]);
  after.send({ id: 1, result: { ok: true, value: 'from the successor' } });
  expect(await question).toBe('from the successor');
});

test('when the store process is gone for good, every call is refused', async () => {
  const { near, until } = farEnd();
  const door = createStoreDoor();
  door.connect(near);
  const asked = door.call('journal:state', {});
  await until(1);
  const refused = expect(asked).rejects.toMatchObject({ code: 'store.stopped' });
  door.disconnect(false);
  await refused;
});

test('cancelling a question settles it at once and tells the other side', async () => {
  const { near, received, until } = farEnd();
  const door = createStoreDoor();
  door.connect(near);
  const abort = new AbortController();
  const asked = door.call('journal:state', {}, { signal: abort.signal });
  abort.abort();
  await expect(asked).rejects.toMatchObject({ code: 'request.cancelled' });
  await until(2);
  expect(received[1]).toEqual({ cancel: 1 });
});

test('cancelling a write waits for what the store says of it', async () => {
  const { send, near, until } = farEnd();
  const door = createStoreDoor();
  door.connect(near);
  const abort = new AbortController();
  const write = door.call('records:remove', target, { signal: abort.signal });
  abort.abort();
  await until(2);
  send({ id: 1, result: { ok: true, value: 'done all the same' } });
  expect(await write).toBe('done all the same');
});

test('progress goes to its own call, changes to every listener', async () => {
  const { send, near, until } = farEnd();
  const door = createStoreDoor();
  door.connect(near);
  const steps: number[] = [];
  const changes: string[][] = [];
  door.onChange(({ tables }) => changes.push(tables));
  const asked = door.call('upkeep:check', {}, { onProgress: ({ done }) => steps.push(done) });
  await until(1);
  send({ event: 'progress', id: 1, step: 'x', done: 3, total: 4 });
  send({ event: 'progress', id: 99, step: 'x', done: 9, total: 9 });
  send({ event: 'data:changed', operationId: null, tables: ['person'] });
  send({ id: 1, result: { ok: true, value: null } });
  await asked;
  expect({ steps, changes }).toEqual({ steps: [3], changes: [['person']] });
});
