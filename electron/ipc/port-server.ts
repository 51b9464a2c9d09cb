import type { StoreChannel } from '#contract/channels.ts';
import { channelOf, isChannelName } from '#contract/channels.ts';
import type { Result } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import { portRequest } from '#contract/port.ts';
import { refused } from '#ipc/failures.ts';
import type { Dispatch } from '#ipc/router.ts';

/** The end of a window's port that the store process holds. */
export interface ServerPort {
  readonly postMessage: (message: unknown) => void;
  readonly onMessage: (listener: (data: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

/** What is particular to one request of a window. */
export interface PortCall {
  readonly owner: number;
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
}

interface PortServerOptions {
  readonly owner: number;
  readonly dispatch: Dispatch<PortCall>;
  readonly language: () => 'fr' | 'en';
  /** Called after each change that was made, so that every window hears of it. */
  readonly onChanged: (channel: StoreChannel, result: unknown) => void;
}

function writes(channel: string): channel is StoreChannel {
  return isChannelName(channel) && channelOf(channel).access === 'writes';
}

/** Answers a window's requests over its port until the port closes; then gives up what is under way. */
export function servePort(port: ServerPort, options: PortServerOptions): void {
  const { owner, dispatch, language, onChanged } = options;
  const underWay = new Map<number, AbortController>();

  async function answer(id: number, channel: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    underWay.set(id, controller);
    const progress: PortCall['progress'] = (step, done, total) => {
      if (underWay.get(id) === controller) {
        port.postMessage({ event: 'progress', id, step, done, total });
      }
    };
    const call = { owner, signal: controller.signal, progress };
    const result = await dispatch(channel, input, call);
    underWay.delete(id);
    reply(id, result);
    if (result.ok && writes(channel)) onChanged(channel, result.value);
  }

  function reply(id: number, result: Result<unknown>): void {
    try {
      port.postMessage({ id, result });
    } catch {
      // Not everything can be copied to another process; the window must get an answer all the same.
      port.postMessage({ id, result: refused(new Error('uncloneable'), language()) });
    }
  }

  port.onMessage((data) => {
    const request = portRequest.safeParse(data);
    if (!request.success) return; // without a number there is nobody to answer
    if ('cancel' in request.data) {
      underWay.get(request.data.cancel)?.abort();
      return;
    }
    const { id, channel, input } = request.data;
    if (underWay.has(id)) reply(id, refused(new AppError('request.invalid'), language()));
    else void answer(id, channel, input);
  });
  port.onClose(() => {
    for (const controller of underWay.values()) controller.abort();
  });
}
