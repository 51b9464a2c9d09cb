import { Notes } from './book.ts';
import type { Book } from './book.ts';
import { describeBook } from './describe-book.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { openBook } from './open-book.ts';
import type { FromReader, ToReader } from './protocol.ts';
import { readRows } from './read-rows.ts';

/** The reader's end of its channel. */
export interface ServerPort {
  post(message: FromReader): void;
  onMessage(listener: (message: ToReader) => void): void;
}

const BATCH = 400;
/** Messages on their way before the consumer asks for more. */
const WINDOW = 4;
const MB = 1024 * 1024;
/** Memory outside the heap that a reader needs anyway: the runtime, the file, blocks. */
const OUTSIDE_HEAP_MB = 512;

function failureOf(error: unknown): FromReader {
  if (error instanceof ImportError) {
    return { type: 'failed', code: error.code, details: error.details };
  }
  const isMemory =
    error instanceof RangeError && /string length|array buffer|allocation/i.test(error.message);
  return isMemory
    ? { type: 'failed', code: 'memoryLimit', details: {} }
    : { type: 'failed', code: 'damaged', details: { reason: 'unexpected' } };
}

class ReaderServer {
  readonly #port: ServerPort;
  #book: Book | null = null;
  #limits: ImportLimits | null = null;
  #ownsProcess = false;
  #credits = 0;
  #isStopped = false;
  #wake: () => void = () => undefined;

  constructor(port: ServerPort) {
    this.#port = port;
  }

  receive(message: ToReader): void {
    if (message.type === 'more') this.#credits += 1;
    if (message.type === 'stop') this.#isStopped = true;
    if (message.type === 'more' || message.type === 'stop') this.#wake();
    else {
      this.#answer(message).catch((error: unknown) => this.#port.post(failureOf(error)));
    }
  }

  async #answer(message: Extract<ToReader, { type: 'open' | 'read' }>): Promise<void> {
    if (message.type === 'open') {
      this.#limits = message.limits;
      this.#ownsProcess = message.ownsProcess;
      this.#book = await openBook(message.source, message.limits, message.text);
      const workbook = await describeBook(this.#book, message.limits);
      this.#port.post({ type: 'opened', workbook });
      return;
    }
    await this.#read(message);
  }

  async #read({ sheet, header }: Extract<ToReader, { type: 'read' }>): Promise<void> {
    const book = this.#book;
    const limits = this.#limits;
    const name = book?.sheets[sheet]?.name;
    if (!book || !limits || name === undefined) throw new ImportError('noSheet', { sheet });
    this.#credits = WINDOW;
    this.#isStopped = false;
    const notes = new Notes(name);
    let done = 0;
    let total = 0;
    let count = 0;
    const advance = (at: number, of: number): void => {
      done = at;
      total = of;
    };
    for await (const rows of readRows(book, sheet, header, limits, notes, advance)) {
      this.#checkMemory(limits);
      for (let at = 0; at < rows.length; at += BATCH) {
        await this.#credit();
        if (this.#isStopped) break;
        const batch = rows.length <= BATCH ? rows : rows.slice(at, at + BATCH);
        count += batch.length;
        this.#port.post({ type: 'rows', json: JSON.stringify(batch), rows: count, done, total });
      }
      if (this.#isStopped) break;
    }
    if (this.#isStopped) this.#port.post({ type: 'stopped' });
    else this.#port.post({ type: 'done', summary: { rows: count, warnings: notes.list() } });
  }

  async #credit(): Promise<void> {
    while (this.#credits === 0 && !this.#isStopped) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#credits -= 1;
  }

  /** The heap has its own cap; this one is for all the rest. */
  #checkMemory(limits: ImportLimits): void {
    if (!this.#ownsProcess) return;
    if (process.memoryUsage.rss() > (limits.memoryMb + OUTSIDE_HEAP_MB) * MB) {
      throw new ImportError('memoryLimit', { limit: limits.memoryMb });
    }
  }
}

/** Answers a client over a channel until the process or thread ends. */
export function serveReader(port: ServerPort): void {
  const server = new ReaderServer(port);
  port.onMessage((message) => server.receive(message));
  port.post({ type: 'ready' });
}
