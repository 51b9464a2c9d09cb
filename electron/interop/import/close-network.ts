import dgram from 'node:dgram';
import net from 'node:net';

function refuse(): never {
  throw new Error('a reader has no network');
}

/** Takes every way to the network from this process or thread. What it reads never needs one. */
export function closeNetwork(): void {
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.createSocket = refuse;
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Object.defineProperty(globalThis, name, { value: undefined, configurable: false });
  }
}
