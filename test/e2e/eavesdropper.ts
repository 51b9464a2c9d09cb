import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A listener on this machine that notes whatever reaches it, over TCP or UDP. */
export interface Eavesdropper {
  readonly port: number;
  readonly heard: () => number;
  readonly close: () => Promise<void>;
}

export async function listen(): Promise<Eavesdropper> {
  let heard = 0;
  const server = createServer((socket) => {
    heard += 1;
    socket.destroy();
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => {
    heard += 1;
  });
  await new Promise<void>((ready) => {
    datagrams.bind(port, '127.0.0.1', ready);
  });
  return {
    port,
    heard: () => heard,
    close: async () => {
      await new Promise<void>((closed) => {
        datagrams.close(closed);
      });
      await new Promise<void>((closed) => {
        server.close(() => closed());
      });
    },
  };
}
