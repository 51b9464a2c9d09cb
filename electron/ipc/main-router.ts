import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { BrowserWindow, ipcMain } from 'electron';

import type { GrantedFile } from '#contract/app.channels.ts';
import type { DropPurpose } from '#contract/bridge.ts';
import { wire } from '#contract/bridge.ts';
import type { Result } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import { isUnexpected, refused } from '#ipc/failures.ts';
import type { Dispatch } from '#ipc/router.ts';

/** Origin of the program's own page: the only one that is listened to. */
const trustedOrigin = 'app://rapporteur';

/** The window that asks. */
export interface Caller {
  readonly window: BrowserWindow;
}

interface MainDoor {
  readonly dispatch: Dispatch<Caller>;
  readonly language: () => 'fr' | 'en';
  /** True for windows that main made to show the page. */
  readonly isOurs: (window: BrowserWindow) => boolean;
  readonly connect: (caller: Caller) => Promise<void>;
  /** Takes a file that was dropped on the page: the preload, never the page, says where it lies. */
  readonly takeDropped: (
    caller: Caller,
    path: string,
    purpose: DropPurpose,
  ) => Promise<GrantedFile>;
  readonly onUnexpected: (error: unknown) => void;
}

/** The caller, when the message comes from the main frame of one of our windows, showing our page. */
function trustedCaller(
  { sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent,
  isOurs: MainDoor['isOurs'],
): Caller | null {
  const window = BrowserWindow.fromWebContents(sender);
  if (window === null || !isOurs(window) || senderFrame === null) return null;
  const isMainFrame = senderFrame === sender.mainFrame && senderFrame.parent === null;
  return isMainFrame && senderFrame.origin === trustedOrigin ? { window } : null;
}

/** Opens main's door: three kinds of message, each from a verified sender, nothing else is listened to. */
export function openMainDoor(door: MainDoor): void {
  const { dispatch, language, isOurs, connect, takeDropped, onUnexpected } = door;
  ipcMain.handle(wire.call, (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    const caller = trustedCaller(event, isOurs);
    if (caller !== null) return dispatch(channel, input, caller);
    return Promise.resolve(refused(new AppError('request.foreignSender'), language()));
  });
  ipcMain.handle(wire.drop, async (event, path: unknown, wanted: unknown) => {
    const caller = trustedCaller(event, isOurs);
    if (caller === null) return refused(new AppError('request.foreignSender'), language());
    const purpose: DropPurpose = wanted === 'attachment' || wanted === 'return' ? wanted : 'import';
    try {
      const value = await takeDropped(caller, typeof path === 'string' ? path : '', purpose);
      return { ok: true, value } satisfies Result<GrantedFile>;
    } catch (error) {
      if (isUnexpected(error)) onUnexpected(error);
      return refused(error, language());
    }
  });
  ipcMain.on(wire.connect, (event) => {
    const caller = trustedCaller(event, isOurs);
    if (caller !== null) void connect(caller);
  });
}
