export type LiveState = 'saved' | 'typing' | 'saving' | 'failed';

/** How long after the last key the text is sent, in milliseconds. */
const PAUSE_MS = 250;
/** Without any pause, the longest that a key waits to be sent, in milliseconds. */
const LONGEST_MS = 800;
/** How soon a save that failed is tried again, in milliseconds. */
const RETRY_MS = 1000;

/**
 * Saves one text while it is typed: at each pause, and at least every 0.8 s. One that fails is tried
 * again until it succeeds. A save follows the one before, unless the store takes its time: then what was
 * typed meanwhile is sent after 0.8 s all the same, since what waits at the store is safe there.
 */
export class LiveSaver {
  readonly #write: (text: string | null) => Promise<void>;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirtySince: number | null = null;
  readonly #underWay = new Set<Promise<void>>();
  /** Number of the last save sent, when it was, and number of the last one kept. */
  #turn = 0;
  #sentAt = 0;
  #keptTurn = 0;
  #latest: string | null;
  #kept: string | null;
  #state: LiveState = 'saved';
  #error: unknown = null;
  #savedAt = 0;

  constructor(initial: string | null, write: (text: string | null) => Promise<void>) {
    this.#latest = initial;
    this.#kept = initial;
    this.#write = write;
  }

  get state(): LiveState {
    return this.#state;
  }

  get error(): unknown {
    return this.#error;
  }

  /** What was last typed, saved or not. */
  get latest(): string | null {
    return this.#latest;
  }

  /** True when nothing waits to be saved, and has not for so long (milliseconds). */
  isIdleFor(duration: number): boolean {
    return this.#state === 'saved' && Date.now() - this.#savedAt >= duration;
  }

  /** Takes a text that is in the store already. */
  accept(text: string | null): void {
    this.#latest = text;
    this.#kept = text;
  }

  change(text: string | null): void {
    if (text === this.#latest) return;
    this.#latest = text;
    this.#dirtySince ??= Date.now();
    if (this.#underWay.size === 0) this.#tell('typing');
    const waited = Date.now() - this.#dirtySince;
    this.#wait(Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - waited)));
  }

  /** Sends at once what waits; resolves when all of it is in the store, or was refused. */
  async flush(): Promise<void> {
    this.#stop();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    if (this.#latest !== this.#kept) await this.#save();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #wait(duration: number): void {
    this.#stop();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const rest = this.#underWay.size === 0 ? 0 : this.#sentAt + LONGEST_MS - Date.now();
      if (rest > 0) this.#wait(rest);
      else void this.#save();
    }, duration);
  }

  #save(): Promise<void> {
    const sending: Promise<void> = this.#send().finally(() => {
      this.#underWay.delete(sending);
      if (this.#underWay.size > 0 || this.#latest === this.#kept) return;
      this.#wait(this.#state === 'failed' ? RETRY_MS : 0);
    });
    this.#underWay.add(sending);
    return sending;
  }

  async #send(): Promise<void> {
    const text = this.#latest;
    this.#turn += 1;
    const turn = this.#turn;
    this.#sentAt = Date.now();
    this.#dirtySince = null;
    this.#tell('saving');
    try {
      await this.#write(text);
      if (turn < this.#keptTurn) return;
      this.#keptTurn = turn;
      this.#kept = text;
      this.#savedAt = Date.now();
      this.#error = null;
      if (turn === this.#turn) this.#tell(this.#latest === text ? 'saved' : 'typing');
    } catch (error) {
      if (turn < this.#turn) return;
      this.#error = error;
      this.#tell('failed');
    }
  }

  #tell(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
