import type { GrantedFile } from './app.channels.ts';
import type { ChannelInput, ChannelOutput, MainChannel } from './channels.ts';
import type { Result } from './errors.ts';
import type { MainEventName, MainEvents } from './port.ts';

/** What a file may be dropped for: to be imported, kept with a record, or read as a filled-in kit. */
export type DropPurpose = 'import' | 'attachment' | 'return';

/** All that the page may ask of the world outside it: `window.rapporteur`. */
export interface Bridge {
  /** Asks main (windows, dialogs, which store is open). Never rejects: refusals are results. */
  readonly call: <K extends MainChannel>(
    channel: K,
    input: ChannelInput<K>,
  ) => Promise<Result<ChannelOutput<K>>>;
  /** News from main; gives the function that stops listening. */
  readonly on: <E extends MainEventName>(
    event: E,
    listener: (news: MainEvents[E]) => void,
  ) => () => void;
  /**
   * Hands over a file that the person dropped on the page, and gives what stands for it. A file
   * that the page itself made is refused: only the system knows where a dropped one lies.
   */
  readonly dropFile: (file: File, purpose?: DropPurpose) => Promise<Result<GrantedFile>>;
  /**
   * Asks for a port to the store process. It arrives as a `message` event of the window, see
   * `storePortOf`; another one arrives by itself whenever the store process had to be restarted.
   */
  readonly connectStore: () => void;
}

/** Name under which the bridge stands in the page. */
export const bridgeName = 'rapporteur';

/** What a `message` event of the page carries together with the port to the store process. */
export const portMessage = 'rapporteur:store-port';

/** Names that only the preload and main's router use between them. */
export const wire = {
  call: 'rapporteur:call',
  connect: 'rapporteur:connect',
  drop: 'rapporteur:drop',
  port: 'rapporteur:port',
  event: 'rapporteur:event',
} as const;

/** Commands of the menu that the page carries out (`menu:command`). */
export const menuCommands = [
  'newGroup',
  'openFile',
  'openExample',
  'closeStore',
  'settings',
  'undo',
  'redo',
  'search',
  'shortcuts',
  /** Something changed outside the page, such as a file opened from the desktop: ask for the state again. */
  'refresh',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** The port that came with a `message` event of the page's own window, or null for any other message. */
export function storePortOf(event: MessageEvent, page: Window): MessagePort | null {
  if (event.source !== page || event.data !== portMessage) return null;
  return event.ports[0] ?? null;
}
