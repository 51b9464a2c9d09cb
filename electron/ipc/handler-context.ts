import type { ChannelOutput, ChannelRequest, StoreChannel } from '#contract/channels.ts';
import type { PdfOptions } from '#documents/html.writer.ts';
import type { GrantPurpose } from '#platform/grants.ts';
import type { Translator } from '#platform/translate.ts';
import type { Imports } from '#services/import/surface.ts';
import type { SpawnReader } from '#services/readers.ts';
import type { StoreSession } from '#services/session.ts';

/** What a handler may use beside the store: who asks, in which language, and how to tell progress. */
export interface HandlerContext {
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly translate: Translator['t'];
  /** Aborted when the window cancels the request or goes away. */
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
  /** The path behind a grant that a dialog issued. @throws AppError `path.notGranted` */
  readonly resolveGrant: (grant: string, purpose?: GrantPurpose) => string;
  /** Starts a reader of a foreign file, in a process of its own. */
  readonly spawnReader: SpawnReader;
  /** The imports under way over the open store. */
  readonly imports: Imports;
  /** The window that asks. */
  readonly owner: number;
  readonly printPdf: (html: string, options: PdfOptions) => Promise<Uint8Array>;
}

export type StoreHandler<K extends StoreChannel> = (
  session: StoreSession,
  request: ChannelRequest<K>,
  context: HandlerContext,
) => ChannelOutput<K> | Promise<ChannelOutput<K>>;

export type StoreHandlers<K extends StoreChannel = StoreChannel> = {
  readonly [C in K]: StoreHandler<C>;
};
