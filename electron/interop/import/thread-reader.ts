import { Worker } from 'node:worker_threads';

import type { ReaderEnd, ReaderPort, SpawnReader } from './reader-port.ts';

const MB_YOUNG = 48;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/**
 * Readers as threads, for where no process can be started: the heap is capped and the thread can be
 * ended even in a loop, but memory outside the heap (bounded by the other limits only) is the
 * process's, and a crash of native code would take the process with it. Prefer processes.
 */
export function threadReaders(entry: URL): SpawnReader {
  return (limits): ReaderPort => {
    const thread = new Worker(entry, {
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb,
        maxYoungGenerationSizeMb: MB_YOUNG,
      },
      env: {},
      stdin: false,
      stdout: true,
      stderr: true,
    });
    thread.unref();
    const ended = new Promise<ReaderEnd>((resolve) => {
      thread.once('error', (error) => resolve(isOutOfMemory(error) ? 'memory' : 'stopped'));
      thread.once('exit', () => resolve('stopped'));
    });
    return {
      ownsProcess: false,
      pid: null,
      post: (message) => thread.postMessage(message),
      onMessage: (listener) => {
        thread.on('message', listener);
        thread.ref();
      },
      onEnd: (listener) => void ended.then(listener),
      kill: async () => {
        await thread.terminate();
      },
    };
  };
}
