import type { MessagePortMain } from 'electron';

import type { FromStore } from '#ipc/control.ts';
import type { ServerPort } from '#ipc/port-server.ts';
import { createStoreHost } from '#ipc/store-host.ts';
import { relayedReaders } from '#services/readers.ts';

function serverPort(port: MessagePortMain): ServerPort {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
  };
}

const send = (message: FromStore): void => process.parentPort.postMessage(message);
const host = createStoreHost({ send, readers: relayedReaders(send) });

process.parentPort.on('message', ({ data, ports }) => host.receive(data, ports.map(serverPort)));
