import type { HandlerContext } from '#ipc/handler-context.ts';
import type { PortCall } from '#ipc/port-server.ts';
import type { Dispatch, Handler } from '#ipc/router.ts';
import { createRouter } from '#ipc/router.ts';
import { storeHandlers } from '#ipc/store.handlers.ts';
import type { Language } from '#i18n/index.ts';
import type { StoreSession } from '#services/session.ts';

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
      (call, input) => (handler as HandlerOfAny)(session(), input, context(call)),
    ]),
  );
  return createRouter({ door: 'store', handlers, language, checksAnswers, onUnexpected });
}

type HandlerOfAny = (session: StoreSession, input: unknown, context: HandlerContext) => unknown;
