import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import { onTestFinished } from 'vitest';

import type { Result } from '#contract/errors.ts';
import type { PortReply, StoreEvent } from '#contract/port.ts';
import type { ControlRequest, ControlResult, FromStore } from '#ipc/control.ts';
import type { ServerPort } from '#ipc/port-server.ts';
import { nodeReaders } from '#services/readers.ts';
import { createStoreHost } from '#ipc/store-host.ts';

function serverPort(port: MessagePort): ServerPort {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  };
}

/** A window's end of a real port. */
export interface TestWindow {
  readonly events: StoreEvent[];
  readonly post: (message: unknown) => void;
  readonly ask: (channel: string, input: unknown) => Promise<Result<unknown>>;
  /** Asks under a number of one's own; the answer to it. */
  readonly askAs: (id: number, channel: string, input: unknown) => Promise<Result<unknown>>;
  readonly close: () => void;
}

function windowOn(port: MessagePort): TestWindow {
  const answers = new Map<number, (result: Result<unknown>) => void>();
  const events: StoreEvent[] = [];
  let lastId = 0;
  port.on('message', (message: PortReply | StoreEvent) => {
    if ('event' in message) events.push(message);
    else answers.get(message.id)?.(message.result);
  });
  onTestFinished(() => port.close());
  const askAs: TestWindow['askAs'] = (id, channel, input) =>
    new Promise((answer) => {
      answers.set(id, answer);
      port.postMessage({ id, channel, input });
    });
  return {
    events,
    askAs,
    post: (message) => port.postMessage(message),
    ask: (channel, input) => askAs((lastId += 1), channel, input),
    close: () => port.close(),
  };
}

/** The store process's inside, as main sees it, in this process. */
export interface TestHost {
  readonly order: (request: ControlRequest, port?: MessagePort) => Promise<ControlResult>;
  readonly connect: (owner: number) => Promise<TestWindow>;
  readonly receive: (message: unknown) => void;
}

type Print = Extract<FromStore, { print: number }>;

/** Starts a host whose data lie in `home`. `print` stands for main's printer. */
export async function startHost(
  home: string,
  print: (wanted: Print) => Uint8Array | null = () => null,
): Promise<TestHost> {
  const answers = new Map<number, (result: ControlResult) => void>();
  let lastId = 0;
  const host = createStoreHost({
    readers: { spawn: nodeReaders(), receive: () => undefined },
    send: (message) => {
      if ('print' in message) host.receive({ printed: message.print, bytes: print(message) }, []);
      else if ('result' in message) answers.get(message.id)?.(message.result);
    },
  });
  const order: TestHost['order'] = (request, port) => {
    lastId += 1;
    const id = lastId;
    return new Promise((answer) => {
      answers.set(id, answer);
      host.receive({ id, request }, port === undefined ? [] : [serverPort(port)]);
    });
  };
  onTestFinished(async () => {
    await order({ kind: 'close' });
  });
  await order({
    kind: 'start',
    home,
    binding: null,
    language: 'fr',
    author: 'Essai',
    checksAnswers: true,
  });
  return {
    order,
    receive: (message) => host.receive(message, []),
    connect: async (owner) => {
      const { port1, port2 } = new MessageChannel();
      await order({ kind: 'connect', owner }, port1);
      return windowOn(port2);
    },
  };
}
