import { describe, expect, it } from 'vitest';

import { restartGuard } from '#ipc/restart-guard.ts';

describe('the guard against endless restarts', () => {
  it('allows so many within a time, and more once that time has passed', () => {
    let now = 0;
    const mayRestart = restartGuard({ limit: 2, withinMs: 1000, now: () => now });
    expect([mayRestart(), mayRestart(), mayRestart()]).toEqual([true, true, false]);
    now = 999;
    expect(mayRestart()).toBe(false);
    now = 1001;
    expect([mayRestart(), mayRestart(), mayRestart()]).toEqual([true, true, false]);
  });
});
