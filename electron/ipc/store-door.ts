import type { ChannelRequest, StoreChannel } from '#contract/channels.ts';
import { channelOf, isChannelName } from '#contract/channels.ts';
import type { HandlerContext } from '#ipc/handler-context.ts';
import type { PortCall } from '#ipc/port-server.ts';
import type { Dispatch, Handler } from '#ipc/router.ts';
import { createRouter } from '#ipc/router.ts';
import { storeHandlers } from '#ipc/store.handlers.ts';
import type { Language } from '#i18n/index.ts';
import { keepTyped } from '#services/meetings/typed-ahead.ts';
import type { StoreSession } from '#services/session.ts';
import { isBusy, waitForTurn } from '#sql/turn.ts';

interface StoreDoorOptions {
  /** The store that is open. @throws AppError `store.none` */
  readonly session: () => StoreSession;
  readonly context: (call: PortCall) => HandlerContext;
  readonly language: () => Language;
  readonly checksAnswers: () => boolean;
  readonly onUnexpected: (channel: string, error: unknown) => void;
}

/** The router of the store door: each channel's handler gets the open store and who asks. */
export function createStoreDoor(options: StoreDoorOptions): Dispatch<PortCall> {
  const { session, context, language, checksAnswers, onUnexpected } = options;
  const handlers = Object.fromEntries(
    Object.entries(storeHandlers).map(([name, handler]): [string, Handler<PortCall>] => [
      name,
      // The map gave each channel its own handler; here they are all alike.
      (call, input) => {
        const answer = (by: HandlerContext): unknown =>
          (handler as HandlerOfAny)(session(), input, by);
        const by = context(call);
        if (!writesStore(name)) return answer(by);
        return inTurn(session(), by, () => answer(by), keeping[name]?.(session(), by, input));
      },
    ]),
  );
  return createRouter({ door: 'store', handlers, language, checksAnswers, onUnexpected });
}

/** Channels that write files beside the store, and nothing into it. */
const FILES_ONLY: ReadonlySet<string> = new Set<StoreChannel>([
  'registers:export',
  'reports:export',
  'attachments:export',
  'contacts:exportVcard',
  'contacts:exportTable',
  'contacts:personFile',
  'imports:rejected',
  'imports:template',
  'imports:saveMapping',
  'upkeep:backupNow',
  'files:mend',
]);

function writesStore(channel: string): boolean {
  return (
    isChannelName(channel) && channelOf(channel).access === 'writes' && !FILES_ONLY.has(channel)
  );
}

/**
 * While an operation of several seconds is under way, others who write wait until it is over, and
 * those who read are answered as usual. Between the last look and the work nobody else gets a turn.
 */
async function inTurn(
  { isReadOnly, writer }: StoreSession,
  { signal }: HandlerContext,
  work: () => unknown,
  keep: (() => () => void) | undefined,
): Promise<unknown> {
  if (isReadOnly || !isBusy(writer())) return work();
  const forget = keep?.();
  while (isBusy(writer())) await waitForTurn(writer(), signal);
  try {
    return await work();
  } finally {
    forget?.();
  }
}

/** How a request that waits for its turn is kept meanwhile; the answer says when it is done. */
type Keeping = (session: StoreSession, by: HandlerContext, input: unknown) => () => () => void;

/** What people type is safe even while it waits. */
const keeping: Readonly<Partial<Record<string, Keeping>>> = {
  'minutes:saveItem':
    (session, { author }, input) =>
    () => {
      // The router parsed it with this channel's schema.
      const typed = input as ChannelRequest<'minutes:saveItem'>;
      return keepTyped(session, { author, ...typed });
    },
};

type HandlerOfAny = (session: StoreSession, input: unknown, context: HandlerContext) => unknown;
