import type { z } from 'zod';

import type { Preferences } from '#contract/app.channels.ts';
import type { Channel, Door } from '#contract/channel.ts';
import type { ChannelName } from '#contract/channels.ts';
import { channelOf, isChannelName } from '#contract/channels.ts';
import type { Result } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import { isUnexpected, refused } from '#ipc/failures.ts';

/** Does the work of one channel; its input was parsed by the channel's schema. */
export type Handler<Context> = (context: Context, input: never) => unknown;

/** What a door needs: its handlers, and whom to tell of errors nobody foresaw. */
export interface Doorway<Context> {
  readonly door: Door;
  readonly handlers: Readonly<Record<string, Handler<Context>>>;
  readonly language: () => Preferences['language'];
  /** Whether answers are held against the contract too: in development and in tests. */
  readonly checksAnswers: () => boolean;
  readonly onUnexpected: (channel: string, error: unknown) => void;
}

/** Answers one request. Never rejects: whatever comes in, a result goes out. */
export type Dispatch<Context> = (
  channel: unknown,
  input: unknown,
  context: Context,
) => Promise<Result<unknown>>;

/** Where in the payload something is wrong, without the payload: `values.name`. */
function places(error: z.ZodError): string[] {
  const paths = error.issues.map(({ path }) => path.map(String).join('.').slice(0, 120));
  return [...new Set(paths)].slice(0, 20);
}

function channelAt(door: Door, name: unknown): { name: ChannelName; channel: Channel } {
  if (!isChannelName(name) || channelOf(name).door !== door) {
    throw new AppError('request.unknownChannel');
  }
  return { name, channel: channelOf(name) };
}

function parsedInput(channel: Channel, input: unknown): unknown {
  const parsed = channel.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError('request.invalid', { places: places(parsed.error) });
}

/** The one dispatcher, for both doors: known channel, parsed input, a typed result. */
export function createRouter<Context>(doorway: Doorway<Context>): Dispatch<Context> {
  const { door, handlers, language, checksAnswers, onUnexpected } = doorway;

  async function answer(given: unknown, input: unknown, context: Context): Promise<unknown> {
    const { name, channel } = channelAt(door, given);
    const request = parsedInput(channel, input);
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler === undefined) throw new AppError('request.unknownChannel');
    // The schema of this very channel made the request, so it is what its handler takes.
    const value = await handler(context, request as never);
    return checksAnswers() ? channel.output.parse(value) : value;
  }

  return async (given, input, context) => {
    try {
      return { ok: true, value: await answer(given, input, context) };
    } catch (error) {
      if (isUnexpected(error)) onUnexpected(isChannelName(given) ? given : 'unknown', error);
      return refused(error, language());
    }
  };
}
