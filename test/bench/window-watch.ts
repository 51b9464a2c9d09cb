import type { ElectronApplication, Page } from '@playwright/test';

/** In any process: the longest time between two turns of its event loop, in milliseconds. */
export function watchTurns(): void {
  let last = performance.now();
  const watch = { longest: 0 };
  Object.assign(globalThis, { watch });
  setInterval(() => {
    const now = performance.now();
    watch.longest = Math.max(watch.longest, now - last);
    last = now;
  }, 1);
}

/** Longest turns of main and of the page since it was last asked. */
export async function longestTurns(
  app: ElectronApplication,
  page: Page,
): Promise<[number, number]> {
  const take = (): number => {
    const watch = Reflect.get(globalThis, 'watch') as { longest: number }; // put there by watchTurns
    const { longest } = watch;
    watch.longest = 0;
    return longest;
  };
  return [await app.evaluate(take), await page.evaluate(take)];
}

export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
