import type { GrantedFile } from '#contract/app.channels.ts';
import type { Bridge, DropPurpose } from '#contract/bridge.ts';
import { bridgeName, storePortOf } from '#contract/bridge.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '#contract/channels.ts';
import { isMainChannel } from '#contract/channels.ts';
import type { MainEventName, MainEvents } from '#contract/port.ts';

import { ApiError, localError } from './api-error.ts';
import type { CallOptions, ChangeEvent, StoreDoor } from './store-door.ts';
import { createStoreDoor } from './store-door.ts';

export interface Client {
  /**
   * Asks for an operation of the contract, at whichever door it belongs to.
   * @throws ApiError with the refusal's code; `request.cancelled` when the signal aborts.
   */
  call<K extends ChannelName>(
    channel: K,
    input: ChannelInput<K>,
    options?: CallOptions,
  ): Promise<ChannelOutput<K>>;
  /**
   * Hands over a file that the person dropped on the page.
   * @throws ApiError when it is no file that can be imported, or kept
   */
  dropFile(file: File, purpose?: DropPurpose): Promise<GrantedFile>;
  /** Told after every change of the store, whoever made it. */
  onDataChanged(listener: (change: ChangeEvent) => void): () => void;
  onMainEvent<E extends MainEventName>(
    event: E,
    listener: (payload: MainEvents[E]) => void,
  ): () => void;
  /** Another store is open: leaves the port to the former one and asks for the new one's. */
  connectStore(): void;
}

/** Joins both doors behind one typed `call`. */
export function createClient(bridge: Bridge, door: StoreDoor): Client {
  async function callMain(channel: ChannelName, input: unknown, options?: CallOptions) {
    options?.signal?.throwIfAborted();
    if (!isMainChannel(channel)) throw localError('request.unknownChannel');
    // Main parses the input with the channel's own schema.
    const result = await bridge.call(channel, input as never);
    if (result.ok) return result.value;
    throw new ApiError(result.error);
  }

  return {
    async call(channel, input, options) {
      const value = isMainChannel(channel)
        ? await callMain(channel, input, options)
        : await door.call(channel, input, options);
      // The other side has parsed the value with the channel's own output schema.
      return value as never;
    },
    async dropFile(file, purpose = 'import') {
      const result = await bridge.dropFile(file, purpose);
      if (result.ok) return result.value;
      throw new ApiError(result.error);
    },
    onDataChanged: (listener) => door.onChange(listener),
    onMainEvent: (event, listener) => bridge.on(event, listener),
    connectStore() {
      door.disconnect(true);
      bridge.connectStore();
    },
  };
}

/** Stands in where no preload answers, such as a page opened in a plain browser. */
const noBridge: Bridge = {
  call: () => Promise.reject(localError('store.stopped')),
  dropFile: () => Promise.reject(localError('store.stopped')),
  on: () => () => undefined,
  connectStore: () => undefined,
};

function connectWindow(): Client {
  const hasWindow = typeof window !== 'undefined';
  // Put there by the preload, which is built from the same declaration.
  const given = hasWindow ? (Reflect.get(window, bridgeName) as Bridge | undefined) : undefined;
  const bridge = given ?? noBridge;
  const door = createStoreDoor();
  bridge.on('store:stopped', ({ restarted }) => {
    door.disconnect(restarted);
  });
  if (hasWindow) {
    window.addEventListener('message', (event) => {
      const port = storePortOf(event, window);
      if (port !== null) door.connect(port);
    });
  }
  return createClient(bridge, door);
}

export const client = connectWindow();
export const call: Client['call'] = client.call;
