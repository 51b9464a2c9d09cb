export type LiveState = 'saved' | 'typing' | 'saving' | 'failed';

/** How long after the last key the text is sent, in milliseconds. */
const PAUSE_MS = 250;
/** Without any pause, the longest that a key waits to be sent, in milliseconds. */
const LONGEST_MS = 800;
/** How soon a save that failed is tried again, in milliseconds. */
const RETRY_MS = 3000;

/**
 * Saves one text while it is typed: at each pause, and at least every 0.8 s. One save at a time, always
 * of the latest text; one that fails is tried again until it succeeds.
 */
export class LiveSaver {
  readonly #write: (text: string | null) => Promise<void>;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirtySince: number | null = null;
  #underWay: Promise<void> | null = null;
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
    if (this.#underWay === null) this.#tell('typing');
    const waited = Date.now() - this.#dirtySince;
    this.#wait(Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - waited)));
  }

  /** Sends at once what waits; resolves when all of it is in the store, or was refused. */
  async flush(): Promise<void> {
    this.#stop();
    while (this.#underWay !== null) await this.#underWay;
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
      if (this.#underWay === null) void this.#save();
    }, duration);
  }

  #save(): Promise<void> {
    this.#underWay = this.#send().finally(() => {
      this.#underWay = null;
      if (this.#latest === this.#kept) return;
      this.#wait(this.#state === 'failed' ? RETRY_MS : 0);
    });
    return this.#underWay;
  }

  async #send(): Promise<void> {
    const text = this.#latest;
    this.#dirtySince = null;
    this.#tell('saving');
    try {
      await this.#write(text);
      this.#kept = text;
      this.#savedAt = Date.now();
      this.#error = null;
      this.#tell(this.#latest === text ? 'saved' : 'typing');
    } catch (error) {
      this.#error = error;
      this.#tell('failed');
    }
  }

  #tell(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
