interface GuardOptions {
  readonly limit: number;
  readonly withinMs: number;
  readonly now?: () => number;
}

/**
 * Says each time whether one more restart is reasonable: a process that dies again and again would
 * only be started for nothing.
 */
export function restartGuard({ limit, withinMs, now = Date.now }: GuardOptions): () => boolean {
  let restarts: number[] = [];
  return () => {
    restarts = restarts.filter((at) => now() - at < withinMs);
    if (restarts.length >= limit) return false;
    restarts.push(now());
    return true;
  };
}
