import type { ImportSource } from './byte-source.ts';
import type { TextOptions } from './csv-book.ts';
import { ImportError } from './import-error.ts';
import { defaultLimits } from './limits.ts';
import type { ImportLimits } from './limits.ts';
import { fromReader, parseRows } from './protocol.ts';
import type { FromReader, ToReader } from './protocol.ts';
import type { HeaderRows } from './read-rows.ts';
import type { ReaderEnd, ReaderPort, SpawnReader } from './reader-port.ts';
import type { ReadProgress, ReadSummary, ReadWorkbook, Row } from './sheet.ts';

export interface OpenOptions {
  readonly spawn: SpawnReader;
  readonly limits?: Partial<ImportLimits>;
  /** For text files whose encoding or separator was guessed wrong. */
  readonly text?: TextOptions;
  /** Ends the reader at any time; what is under way rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Told at the end of a sheet read whole. */
  readonly onDone?: (summary: ReadSummary) => void;
  /** Where the header is; left out, as guessed; null for a sheet without one. */
  readonly header?: HeaderRows | null;
}

/** One opened file, held by its own reader until closed. */
export interface SheetReader {
  readonly workbook: ReadWorkbook;
  /**
   * Rows in order, in chunks; the reader waits while the consumer works. One sheet at a time;
   * leaving the loop early is fine. Throws ImportError, or the signal's reason.
   */
  readSheet(sheet: number, options?: ReadOptions): AsyncGenerator<Row[], void>;
  /** Ends the reader; resolves when nothing of it is left. */
  close(): Promise<void>;
}

/** Messages of a reader in order, its end and the time it takes. */
class ReaderChannel {
  readonly #port: ReaderPort;
  readonly #limits: ImportLimits;
  readonly #signal: AbortSignal | null;
  readonly #inbox: FromReader[] = [];
  #failure: unknown = null;
  #wake: () => void = () => undefined;
  #killed: Promise<void> | null = null;

  constructor(port: ReaderPort, limits: ImportLimits, signal: AbortSignal | null) {
    this.#port = port;
    this.#limits = limits;
    this.#signal = signal;
    port.onMessage((message) => this.#receive(message));
    port.onEnd((end) => this.#fail(this.#endError(end)));
    signal?.addEventListener('abort', this.#abort, { once: true });
    if (signal?.aborted) this.#abort();
  }

  post(message: ToReader): void {
    this.#port.post(message);
  }

  /** The next message; `clock` is the time used up so far, in ms, waiting here included. */
  async next(clock: { used: number }): Promise<FromReader> {
    const start = performance.now();
    const timer = setTimeout(
      () => this.#fail(new ImportError('timeLimit', { seconds: this.#limits.timeMs / 1000 })),
      Math.max(0, this.#limits.timeMs - clock.used),
    );
    try {
      while (this.#inbox.length === 0 && this.#failure === null) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
      clock.used += performance.now() - start;
    }
    const message = this.#inbox.shift();
    if (this.#failure !== null && (message === undefined || this.#signal?.aborted)) {
      await this.close();
      throw this.#failure;
    }
    if (message === undefined) throw new ImportError('readerStopped');
    if (message.type !== 'failed') return message;
    await this.close();
    throw new ImportError(message.code, message.details);
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#failure ??= new ImportError('readerStopped');
    await (this.#killed ??= this.#port.kill());
  }

  readonly #abort = (): void =>
    this.#fail(this.#signal?.reason ?? new ImportError('readerStopped'));

  #endError(end: ReaderEnd): ImportError {
    return end === 'memory'
      ? new ImportError('memoryLimit', { limit: this.#limits.memoryMb })
      : new ImportError('readerStopped');
  }

  #receive(message: unknown): void {
    const parsed = fromReader.safeParse(message);
    if (parsed.success) this.#inbox.push(parsed.data);
    else this.#fail(new ImportError('readerStopped', { reason: 'protocol' }));
    this.#wake();
  }

  /** Nothing of the reader is wanted any more: it is killed at once, wherever it is. */
  #fail(failure: unknown): void {
    this.#failure ??= failure;
    this.#killed ??= this.#port.kill();
    this.#wake();
  }
}

async function* rowsOf(
  channel: ReaderChannel,
  sheet: number,
  header: HeaderRows | null,
  options: ReadOptions,
): AsyncGenerator<Row[], void> {
  const clock = { used: 0 };
  let isRunning = true;
  channel.post({ type: 'read', sheet, header });
  try {
    for (;;) {
      const message = await channel.next(clock).catch((error: unknown) => {
        isRunning = false;
        throw error;
      });
      if (message.type === 'done') {
        isRunning = false;
        options.onDone?.(message.summary);
        return;
      }
      if (message.type !== 'rows') continue;
      const rows = parseRows(message.json);
      if (rows === null) throw new ImportError('readerStopped', { reason: 'protocol' });
      yield rows;
      options.onProgress?.({ rows: message.rows, done: message.done, total: message.total });
      channel.post({ type: 'more' });
    }
  } finally {
    if (isRunning) await stop(channel, clock);
  }
}

/** Lets a reader leave a sheet of which no more is wanted. */
async function stop(channel: ReaderChannel, clock: { used: number }): Promise<void> {
  channel.post({ type: 'stop' });
  for (;;) {
    const message = await channel.next(clock);
    if (message.type === 'stopped' || message.type === 'done') return;
  }
}

/**
 * Opens a foreign file in a reader of its own, memory-capped and killable. Throws ImportError, or
 * the signal's reason; then the reader is gone.
 */
export async function openReader(source: ImportSource, options: OpenOptions): Promise<SheetReader> {
  options.signal?.throwIfAborted();
  const limits: ImportLimits = { ...defaultLimits, ...options.limits };
  const port = options.spawn(limits);
  const channel = new ReaderChannel(port, limits, options.signal ?? null);
  const clock = { used: 0 };
  let message = await channel.next(clock);
  const { ownsProcess } = port;
  channel.post({ type: 'open', source, limits, text: options.text ?? {}, ownsProcess });
  while (message.type !== 'opened') message = await channel.next(clock);
  const { workbook } = message;
  return {
    workbook,
    readSheet: (sheet, read = {}) => {
      const guessed = workbook.sheets[sheet]?.header ?? null;
      return rowsOf(channel, sheet, read.header === undefined ? guessed : read.header, read);
    },
    close: () => channel.close(),
  };
}
