import { isMainThread, parentPort, Worker } from 'node:worker_threads';

import { closeNetwork } from '#interop/import/close-network.ts';
import { serveReader } from '#interop/import/serve-reader.ts';
import type { ToReader } from '#interop/import/protocol.ts';

/** Electron's port to the client, which comes with the first message of a utility process. */
interface ClientPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
}

interface FirstMessage {
  readonly data: { readonly memoryMb: number };
  readonly ports: readonly ClientPort[];
}

interface UtilityPort {
  once(event: 'message', listener: (message: FirstMessage) => void): void;
}

function utilityPort(): UtilityPort | null {
  // Node's types do not know what Electron adds to a utility process.
  const { parentPort: port } = process as unknown as { parentPort?: UtilityPort };
  return port ?? null;
}

// Whoever started this reader is trusted: the messages are those of its own client.
const asRequest = (message: unknown): ToReader => message as ToReader;

function serveUtility(port: ClientPort): void {
  serveReader({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(asRequest(data))),
  });
}

/**
 * A utility process takes no heap cap, a thread within it does: the process passes messages on.
 * Where no thread can start, the process reads itself, still apart from everything else.
 */
function relay(port: ClientPort, memoryMb: number): void {
  const thread = new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 48 },
    env: {},
  });
  let isStarted = false;
  thread.on('message', (message) => {
    isStarted = true;
    port.postMessage(message);
  });
  thread.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!isStarted && !isMemory) serveUtility(port);
    else
      port.postMessage({
        type: 'failed',
        code: isMemory ? 'memoryLimit' : 'readerStopped',
        details: {},
      });
  });
  port.on('message', ({ data }) => {
    if (isStarted) thread.postMessage(data);
  });
  // The port lost means that the client is gone.
  port.on('close', () => process.exit());
  port.start();
}

closeNetwork();
const utility = isMainThread ? utilityPort() : null;
if (utility !== null) {
  utility.once('message', ({ data, ports: [port] }) => {
    if (port !== undefined) relay(port, data.memoryMb);
  });
} else if (parentPort !== null) {
  const port = parentPort;
  serveReader({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', (message) => listener(asRequest(message))),
  });
} else {
  // The channel lost means that the client is gone.
  process.on('disconnect', () => process.exit());
  serveReader({
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(asRequest(message))),
  });
}
