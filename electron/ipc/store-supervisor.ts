import { join } from 'node:path';

import type { MessagePortMain, UtilityProcess } from 'electron';
import { MessageChannelMain, utilityProcess } from 'electron';

import type { Preferences } from '#contract/app.channels.ts';
import { AppError } from '#contract/errors.ts';
import { restartGuard } from '#ipc/restart-guard.ts';
import type {
  ControlRequest,
  ControlResult,
  FromStore,
  LocateResult,
  ToStore,
} from '#ipc/control.ts';
import { fromStore } from '#ipc/control.ts';
import { failure } from '#ipc/failures.ts';
import { keepReaders } from '#ipc/import-readers.ts';
import type { Log } from '#platform/log.ts';

const CLOSING_MS = 5000;

interface SupervisorOptions {
  readonly home: string;
  /** Compiled SQLite driver; null for the packaged one. */
  readonly binding: string | null;
  /** Whether answers are held against the contract: not in releases. */
  readonly checksAnswers: boolean;
  readonly preferences: () => Preferences;
  readonly log: Log;
  readonly print: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  /** Told when the process ended by itself, once it works again or was given up. */
  readonly onStopped: (restarted: boolean) => void;
}

type Print = Extract<FromStore, { print: number }>;
export type PrintOptions = Print['options'];
type Opened = Extract<ControlResult, { ok: true }>['value'];

/** Main's hold on the process that keeps the data. */
export interface StoreSupervisor {
  /** Starts the process, unless it runs. */
  readonly start: () => Promise<void>;
  /** Asks it something; the answer says which store is open afterwards, or why it refused. */
  readonly request: (request: ControlRequest) => Promise<ControlResult>;
  /** Makes a channel for a window: its end is returned, the other goes to the store process. */
  readonly connect: (owner: number) => Promise<MessagePortMain>;
  /** Where a copy of a kept file, made to be looked at, lies. */
  readonly locate: (attachmentId: string) => Promise<LocateResult>;
  /** The store that is open, as far as is known. */
  readonly current: () => Opened;
  /** Closes the store properly and ends the process. */
  readonly stop: () => Promise<void>;
  /** Number of the process, for tests and logs; null when it does not run. */
  readonly pid: () => number | null;
}

/** Starts the store process, watches it, and starts it again with the same store when it dies. */
export function superviseStore(options: SupervisorOptions): StoreSupervisor {
  const { home, binding, checksAnswers, preferences, log, print, onStopped } = options;
  const waiting = new Map<number, (result: ControlResult) => void>();
  const located = new Map<number, (result: LocateResult) => void>();
  const mayRestart = restartGuard({ limit: 5, withinMs: 60_000 });
  let child: UtilityProcess | null = null;
  let opened: Opened = null;
  let lastId = 0;
  let isStopping = false;

  function stoppedResult(): Extract<ControlResult, { ok: false }> {
    return { ok: false, error: failure('store.stopped', {}, preferences().language) };
  }

  function post(message: ToStore, ports: MessagePortMain[] = []): void {
    child?.postMessage(message, ports);
  }

  const readers = keepReaders({
    tell: post,
    onStopped: (facts) =>
      log.write({ level: 'error', from: 'main', event: 'reader.stopped', facts }),
  });

  function ask(request: ControlRequest, ports: MessagePortMain[] = []): Promise<ControlResult> {
    if (child === null) return Promise.resolve(stoppedResult());
    lastId += 1;
    const id = lastId;
    return new Promise((answer) => {
      waiting.set(id, answer);
      post({ id, request }, ports);
    });
  }

  async function answerPrint({ print: number, html, options: wanted }: Print): Promise<void> {
    try {
      post({ printed: number, bytes: await print(html, wanted) });
    } catch {
      log.write({ level: 'error', from: 'main', event: 'print.failed' });
      post({ printed: number, bytes: null });
    }
  }

  function receive(data: unknown): void {
    const message = fromStore.safeParse(data);
    if (!message.success) {
      log.write({ level: 'error', from: 'main', event: 'store.unreadableMessage' });
    } else if ('print' in message.data) {
      void answerPrint(message.data);
    } else if ('located' in message.data) {
      located.get(message.data.located)?.(message.data.outcome);
      located.delete(message.data.located);
    } else if ('wish' in message.data) {
      readers.grant(message.data);
    } else {
      const { id, result } = message.data;
      if (result.ok) opened = result.value;
      waiting.get(id)?.(result);
      waiting.delete(id);
    }
  }

  function ended(code: number): void {
    child = null;
    readers.endAll();
    for (const answer of waiting.values()) answer(stoppedResult());
    waiting.clear();
    for (const answer of located.values()) answer(stoppedResult());
    located.clear();
    if (isStopping) return;
    log.write({ level: 'error', from: 'main', event: 'store.stopped', facts: { code } });
    void recover();
  }

  async function recover(): Promise<void> {
    const wasOpen = opened;
    opened = null;
    if (!mayRestart()) {
      onStopped(false);
      return;
    }
    await start();
    if (wasOpen === null) {
      onStopped(true);
      return;
    }
    const result = await ask({ kind: 'open', path: wasOpen.path, readOnly: wasOpen.isReadOnly });
    onStopped(result.ok);
  }

  function start(): Promise<ControlResult> {
    const { language, author } = preferences();
    const started = utilityProcess.fork(join(import.meta.dirname, 'store-process.js'), [], {
      serviceName: 'Rapporteur',
      stdio: 'inherit',
    });
    child = started;
    started.on('message', receive);
    started.once('exit', (code) => {
      if (child === started) ended(code);
    });
    return ask({ kind: 'start', home, binding, language, author, checksAnswers });
  }

  /** After it was given up, the next wish of the person is a reason to try again. */
  async function ensureStarted(): Promise<void> {
    if (child === null && !isStopping) await start();
  }

  return {
    start: ensureStarted,
    request: async (request) => {
      await ensureStarted();
      return ask(request);
    },
    locate: async (attachmentId) => {
      await ensureStarted();
      if (child === null) return stoppedResult();
      lastId += 1;
      const number = lastId;
      return new Promise((answer) => {
        located.set(number, answer);
        post({ locate: number, attachmentId });
      });
    },
    connect: async (owner) => {
      await ensureStarted();
      const { port1, port2 } = new MessageChannelMain();
      const result = await ask({ kind: 'connect', owner }, [port1]);
      if (!result.ok) throw new AppError('store.stopped');
      return port2;
    },
    current: () => opened,
    stop: () =>
      new Promise((stopped) => {
        isStopping = true;
        if (child === null) {
          stopped();
          return;
        }
        const running = child;
        const late = setTimeout(() => running.kill(), CLOSING_MS);
        running.once('exit', () => {
          clearTimeout(late);
          stopped();
        });
        void ask({ kind: 'close' }).then(() => running.kill());
      }),
    pid: () => child?.pid ?? null,
  };
}
