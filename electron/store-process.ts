import type { MessagePortMain } from 'electron';

import type { ServerPort } from '#ipc/port-server.ts';
import { createStoreHost } from '#ipc/store-host.ts';

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

const host = createStoreHost({
  send: (message) => process.parentPort.postMessage(message),
});

process.parentPort.on('message', ({ data, ports }) => host.receive(data, ports.map(serverPort)));
