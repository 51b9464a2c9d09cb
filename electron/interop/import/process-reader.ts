import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { ReaderEnd, ReaderPort, SpawnReader } from './reader-port.ts';

const KEPT = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'NODE_COMPILE_CACHE'];
const MOST_SAID = 16_384;

function environment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const name of KEPT) if (process.env[name] !== undefined) kept[name] = process.env[name];
  return kept;
}

/** Node's own permissions: files are read only, nothing is started, no native code. */
function permissions(): string[] {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24 ? ['--permission', '--allow-fs-read=*'] : [];
}

/**
 * Readers as child processes, for plain Node (command line, tests). Each has its own heap with a
 * hard cap, its own memory, no environment, and where Node can, no right to write or to start
 * anything: whatever a file does to it, the caller lives on. Killed by the system, whatever it does.
 */
export function processReaders(entry: URL): SpawnReader {
  return (limits): ReaderPort => {
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [
        `--max-old-space-size=${limits.memoryMb}`,
        '--disable-warning=ExperimentalWarning',
        ...permissions(),
      ],
      env: environment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      windowsHide: true,
    });
    let said = '';
    child.stderr?.setEncoding('latin1').on('data', (text: string) => {
      said = (said + text).slice(-MOST_SAID);
    });
    const ended = new Promise<ReaderEnd>((resolve) => {
      child.once('error', () => resolve('stopped'));
      child.once('close', (code, signal) => {
        const isMemory = signal === 'SIGABRT' || code === 134 || /heap out of memory/i.test(said);
        resolve(isMemory ? 'memory' : 'stopped');
      });
    });
    return {
      ownsProcess: true,
      pid: child.pid ?? null,
      post: (message) => {
        // A reader that is gone tells so by its end.
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => void child.on('message', listener),
      onEnd: (listener) => void ended.then(listener),
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  };
}
