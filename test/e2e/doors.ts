import type { Page } from '@playwright/test';

import type { Bridge } from '#contract/bridge.ts';
import type { ChannelInput, ChannelOutput, MainChannel, StoreChannel } from '#contract/channels.ts';
import type { Result } from '#contract/errors.ts';

declare global {
  interface Window {
    /** Left in the page by `openStorePort`. */
    storePort?: {
      readonly post: (message: unknown) => void;
      readonly ask: (channel: string, input: unknown) => Promise<unknown>;
    };
    /** How many ports the page was given since `openStorePort`. */
    portsReceived?: number;
  }
}

type WithBridge = Window & { readonly rapporteur: Bridge };

/** Asks main through the bridge, as the page does, with whatever is given. */
export function askMain(page: Page, channel: string, input: unknown): Promise<Result<unknown>> {
  return page.evaluate(
    ([name, value]) =>
      (window as unknown as WithBridge).rapporteur.call(name as 'app:state', value as never), // wrong on purpose at times
    [channel, input] as const,
  );
}

/** Asks main, and takes a refusal for a failure of the test. */
export async function callMain<K extends MainChannel>(
  page: Page,
  channel: K,
  input: ChannelInput<K>,
): Promise<ChannelOutput<K>> {
  const result = await askMain(page, channel, input);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code}`);
  return result.value as ChannelOutput<K>; // main parsed it with this channel's schema
}

/**
 * Has the page ask for a port to the store process. The page itself asks for ports too, and each new
 * one takes the place of the former: what was not answered yet is asked again.
 */
export async function openStorePort(page: Page): Promise<void> {
  await page.evaluate(() => {
    const waiting = new Map<number, { message: unknown; answer: (result: unknown) => void }>();
    let lastId = 1_000_000_000; // the page's own numbers are small
    window.portsReceived = 0;
    window.addEventListener('message', (event) => {
      const port = event.data === 'rapporteur:store-port' ? event.ports[0] : undefined;
      if (port === undefined) return;
      port.addEventListener('message', ({ data }) => {
        if ('event' in data) return; // progress, and news of changes
        waiting.get(data.id)?.answer(data.result);
        waiting.delete(data.id);
      });
      port.start();
      for (const { message } of waiting.values()) port.postMessage(message);
      window.portsReceived = (window.portsReceived ?? 0) + 1;
      window.storePort = {
        post: (message) => port.postMessage(message),
        ask: (channel, input) =>
          new Promise((answer) => {
            lastId += 1;
            const message = { id: lastId, channel, input };
            waiting.set(lastId, { message, answer });
            port.postMessage(message);
          }),
      };
    });
    (window as unknown as WithBridge).rapporteur.connectStore();
  });
  await page.waitForFunction(() => window.storePort !== undefined);
}

/** Asks the store process over that port, with whatever is given. */
export function askStore(page: Page, channel: string, input: unknown): Promise<Result<unknown>> {
  return page.evaluate(
    ([name, value]) => window.storePort?.ask(name, value) as Promise<Result<unknown>>, // the port's own envelope
    [channel, input] as const,
  );
}

/** Asks the store process, and takes a refusal for a failure of the test. */
export async function callStore<K extends StoreChannel>(
  page: Page,
  channel: K,
  input: ChannelInput<K>,
): Promise<ChannelOutput<K>> {
  const result = await askStore(page, channel, input);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${result.error.message}`);
  return result.value as ChannelOutput<K>; // the store process parsed it with this channel's schema
}
