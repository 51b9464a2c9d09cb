import type { StoreChannel } from '#contract/channels.ts';
import { channelOf } from '#contract/channels.ts';
import type { Result } from '#contract/errors.ts';
import type { PortReply, StoreEvent } from '#contract/port.ts';

import { ApiError, localError } from './api-error.ts';

export interface Progress {
  readonly step: string;
  readonly done: number;
  /** Null when nobody knows how much there is. */
  readonly total: number | null;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

interface Waiting {
  readonly channel: StoreChannel;
  readonly input: unknown;
  readonly settle: (result: Result<unknown> | ApiError) => void;
  readonly onProgress: CallOptions['onProgress'];
  isSent: boolean;
}

export type ChangeEvent = Extract<StoreEvent, { event: 'data:changed' }>;

export interface StoreDoor {
  /** Talks to the store process through this port from now on. */
  connect(port: MessagePort): void;
  /** The store process is gone; with `willReturn`, questions wait for its successor. */
  disconnect(willReturn: boolean): void;
  call(channel: StoreChannel, input: unknown, options?: CallOptions): Promise<unknown>;
  onChange(listener: (change: ChangeEvent) => void): () => void;
}

/** How long a request waits for a store process that is still starting. */
const PORT_WAIT_MS = 20_000;

/**
 * The window's end of the port to the store process. Requests made before a port arrives wait for it.
 * When the port is replaced, reads are asked again; writes under way are refused (`store.stopped`),
 * since nobody knows whether they were done.
 */
export function createStoreDoor({ portWaitMs = PORT_WAIT_MS } = {}): StoreDoor {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(change: ChangeEvent) => void>();
  let port: MessagePort | null = null;
  let lastId = 0;

  function receive(message: PortReply | StoreEvent): void {
    if ('event' in message) {
      if (message.event === 'progress') waiting.get(message.id)?.onProgress?.(message);
      else for (const listener of listeners) listener(message);
      return;
    }
    waiting.get(message.id)?.settle(message.result);
  }

  function send(id: number, request: Waiting): void {
    if (port === null) return;
    request.isSent = true;
    port.postMessage({ id, channel: request.channel, input: request.input });
  }

  function leavePort(mayAskAgain: boolean): void {
    port?.close();
    port = null;
    for (const request of waiting.values()) {
      const isAskedAgain = channelOf(request.channel).access === 'reads' && mayAskAgain;
      if (request.isSent && !isAskedAgain) request.settle(localError('store.stopped'));
      else request.isSent = false;
    }
  }

  return {
    connect(next) {
      leavePort(true);
      port = next;
      next.addEventListener('message', (event: MessageEvent<PortReply | StoreEvent>) => {
        if (port === next) receive(event.data);
      });
      next.start();
      for (const [id, request] of waiting) send(id, request);
    },

    disconnect(willReturn) {
      leavePort(willReturn);
      if (willReturn) return;
      for (const request of waiting.values()) request.settle(localError('store.stopped'));
    },

    call(channel, input, { signal, onProgress } = {}) {
      if (signal?.aborted === true) return Promise.reject(localError('request.cancelled'));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          if (waiting.get(id)?.isSent === false) settle(localError('store.stopped'));
        }, portWaitMs);
        const cancel = (): void => {
          if (request.isSent) port?.postMessage({ cancel: id });
          // A write under way answers for itself: it may already be done.
          if (request.isSent && channelOf(channel).access === 'writes') return;
          settle(localError('request.cancelled'));
        };
        function settle(result: Result<unknown> | ApiError): void {
          waiting.delete(id);
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          if (result instanceof ApiError) reject(result);
          else if (result.ok) resolve(result.value);
          else reject(new ApiError(result.error));
        }
        signal?.addEventListener('abort', cancel, { once: true });
        const request: Waiting = { channel, input, settle, onProgress, isSent: false };
        waiting.set(id, request);
        send(id, request);
      });
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
