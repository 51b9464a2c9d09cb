import { join } from 'node:path';

import type { MessagePortMain, UtilityProcess } from 'electron';
import { MessageChannelMain, utilityProcess } from 'electron';

import type { ReaderNews, ReaderWish, SpawnReader } from '#services/readers.ts';
import { relayedReaders } from '#services/readers.ts';

/** Readers at a time: more than one person's work ever needs. */
const MOST = 16;

interface KeeperOptions {
  /** Tells the store process, with the port to a reader that was started. */
  readonly tell: (news: ReaderNews, ports?: MessagePortMain[]) => void;
  /** Told of a reader that ended by itself. */
  readonly onStopped: (facts: { readonly code: number; readonly how: string }) => void;
}

/** Main's hold on the processes that read foreign files. */
export interface ReaderKeeper {
  readonly grant: (wish: ReaderWish) => void;
  /** Ends them all: the store process that they read for is gone. */
  readonly endAll: () => void;
}

/** A reader gets no environment, but for what Windows itself cannot start a process without. */
function environment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

/**
 * Starts and ends readers for the store process. What they read goes to it over a port of their own:
 * main sees nothing of it.
 */
export function keepReaders({ tell, onStopped }: KeeperOptions): ReaderKeeper {
  const running = new Map<number, UtilityProcess>();

  function start(reader: number, memoryMb: number): void {
    if (running.size >= MOST || running.has(reader)) {
      tell({ news: 'ended', reader, how: 'stopped' });
      return;
    }
    const child = utilityProcess.fork(join(import.meta.dirname, 'import-worker.js'), [], {
      serviceName: 'Rapporteur reader',
      env: environment(),
      stdio: 'ignore',
    });
    running.set(reader, child);
    let how: 'memory' | 'stopped' = 'stopped';
    child.on('error', (_type, location, report) => {
      if (/out of memory|heap limit|\boom\b/i.test(`${location} ${report}`)) how = 'memory';
    });
    child.once('exit', (code) => {
      // Those that were ended are not in the list any more.
      const isUnexpected = running.get(reader) === child && code !== 0;
      if (running.get(reader) === child) running.delete(reader);
      if (isUnexpected) onStopped({ code, how });
      tell({ news: 'ended', reader, how });
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ memoryMb }, [port1]);
    tell({ news: 'started', reader }, [port2]);
  }

  function end(reader: number): void {
    const child = running.get(reader);
    running.delete(reader);
    if (child?.pid !== undefined) child.kill();
    else child?.once('spawn', () => child.kill());
  }

  return {
    grant: (wish) => {
      if (wish.wish === 'start') start(wish.reader, wish.memoryMb);
      else end(wish.reader);
    },
    endAll: () => {
      for (const reader of running.keys()) end(reader);
    },
  };
}

/** Readers for work that main itself does, as it does for the command line. */
export function mainReaders(): SpawnReader {
  const readers = relayedReaders((wish) => keeper.grant(wish));
  const keeper = keepReaders({
    tell: (news, ports = []) => {
      const port = ports[0];
      const relayed = port && {
        postMessage: (message: unknown) => port.postMessage(message),
        onMessage: (listener: (message: unknown) => void) => {
          port.on('message', ({ data }) => listener(data));
          port.start();
        },
      };
      readers.receive(news, relayed);
    },
    onStopped: () => undefined,
  });
  return readers.spawn;
}
