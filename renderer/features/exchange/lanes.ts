/** Runs work of one kind at a time: what is begun later stops what was begun before. */
export interface Lane {
  /** Begins; the signal aborts when something else begins in this lane, or when it is stopped. */
  begin(): AbortSignal;
  /** Begins after a while, unless something else begins in this lane before. */
  later(delayMs: number, work: () => void): void;
  stop(): void;
}

export function createLane(): Lane {
  let current: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    current?.abort();
    current = null;
  };
  return {
    stop,
    begin() {
      stop();
      current = new AbortController();
      return current.signal;
    },
    later(delayMs, work) {
      stop();
      timer = setTimeout(work, delayMs);
    },
  };
}
