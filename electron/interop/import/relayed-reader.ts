import type { ToReader } from './protocol.ts';
import type { ReaderEnd, ReaderPort, SpawnReader } from './reader-port.ts';

/** The channel to a reader that another process started. */
export interface RelayPort {
  readonly postMessage: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** What is asked of the process that starts readers. */
export type ReaderWish =
  | { readonly wish: 'start'; readonly reader: number; readonly memoryMb: number }
  | { readonly wish: 'end'; readonly reader: number };

/** What it tells: a port comes with `started`; `ended` is told once, at last. */
export type ReaderNews =
  | { readonly news: 'started'; readonly reader: number }
  | { readonly news: 'ended'; readonly reader: number; readonly how: ReaderEnd };

export interface RelayedReaders {
  readonly spawn: SpawnReader;
  readonly receive: (news: ReaderNews, port: RelayPort | undefined) => void;
}

class RelayedReader implements ReaderPort {
  readonly ownsProcess = true;
  readonly pid = null;
  readonly #waiting: ToReader[] = [];
  readonly #listeners: ((message: unknown) => void)[] = [];
  readonly #ended: Promise<ReaderEnd>;
  readonly #wishEnd: () => void;
  #port: RelayPort | null = null;
  #tellEnd: (end: ReaderEnd) => void = () => undefined;

  constructor(wishEnd: () => void) {
    this.#wishEnd = wishEnd;
    this.#ended = new Promise((ended) => {
      this.#tellEnd = ended;
    });
  }

  readonly post = (message: ToReader): void => {
    if (this.#port === null) this.#waiting.push(message);
    else this.#port.postMessage(message);
  };

  readonly onMessage = (listener: (message: unknown) => void): void => {
    this.#listeners.push(listener);
  };

  readonly onEnd = (listener: (end: ReaderEnd) => void): void => {
    void this.#ended.then(listener);
  };

  readonly kill = async (): Promise<void> => {
    this.#wishEnd();
    await this.#ended;
  };

  started(port: RelayPort): void {
    if (this.#port !== null) return;
    this.#port = port;
    for (const message of this.#waiting.splice(0)) port.postMessage(message);
    port.onMessage((message) => {
      for (const listener of this.#listeners) listener(message);
    });
  }

  ended(end: ReaderEnd): void {
    this.#tellEnd(end);
  }
}

/**
 * Readers that another process has to start, as only Electron's main process can: it is asked by
 * `wish`, what it answers goes to `receive`. What readers read comes over their own ports.
 */
export function relayedReaders(wish: (wish: ReaderWish) => void): RelayedReaders {
  const readers = new Map<number, RelayedReader>();
  let last = 0;
  return {
    spawn: ({ memoryMb }) => {
      last += 1;
      const number = last;
      const reader = new RelayedReader(() => wish({ wish: 'end', reader: number }));
      readers.set(number, reader);
      wish({ wish: 'start', reader: number, memoryMb });
      return reader;
    },
    receive: (news, port) => {
      const reader = readers.get(news.reader);
      if (news.news === 'ended') {
        readers.delete(news.reader);
        reader?.ended(news.how);
      } else if (port !== undefined) {
        reader?.started(port);
      }
    },
  };
}
