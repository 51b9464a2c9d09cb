import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';

import type { Bridge } from '#contract/bridge.ts';
import { portMessage } from '#contract/bridge.ts';
import { changedTables } from '#ipc/changed-tables.ts';
import { translatorOf } from '#ipc/failures.ts';
import type { ServerPort } from '#ipc/port-server.ts';
import { servePort } from '#ipc/port-server.ts';
import { createImports } from '#services/import/imports.ts';
import { nodeReaders } from '#services/readers.ts';
import { createStoreDoor } from '#ipc/store-door.ts';
import type { StoreSession } from '#services/session.ts';

function serverPort(port: MessagePort): ServerPort {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener),
  };
}

/** The store process's own door, answering at one end of a real channel; gives the other end. */
export function serveStore(session: StoreSession): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const imports = createImports();
  const dispatch = createStoreDoor({
    session: () => session,
    context: (call) => ({
      language: 'fr',
      author: 'Essai',
      translate: translatorOf('fr').t,
      signal: call.signal,
      progress: call.progress,
      resolveGrant: () => '',
      spawnReader: nodeReaders(),
      imports,
      owner: 1,
      printPdf: () => Promise.reject(new Error('no printer in this test')),
    }),
    language: () => 'fr',
    checksAnswers: () => true,
    onUnexpected: (channel, error) => {
      throw new Error(channel, { cause: error });
    },
  });
  servePort(serverPort(port1), {
    owner: 1,
    dispatch,
    language: () => 'fr',
    onChanged(_channel, value) {
      const operationId = z.object({ operationId: z.string().nullable() }).parse(value).operationId;
      if (operationId === null) return;
      const tables = changedTables(session.reader, operationId);
      port1.postMessage({ event: 'data:changed', operationId, tables });
    },
  });
  onTestFinished(async () => {
    await imports.closeAll();
    port1.close();
    port2.close();
  });
  return port2;
}

/** A page's `window` with this bridge, before any module of the window is loaded. */
export function openWindow(bridge: Bridge): { readonly givePort: (port: MessagePort) => void } {
  const page = Object.assign(new EventTarget(), { rapporteur: bridge });
  vi.stubGlobal('window', page);
  vi.resetModules();
  onTestFinished(() => void vi.unstubAllGlobals());
  return {
    givePort(port) {
      const event = new Event('message');
      page.dispatchEvent(Object.assign(event, { source: page, data: portMessage, ports: [port] }));
    },
  };
}
