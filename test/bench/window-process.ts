import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';

import { electronExecutable, electronSwitches, runEnvironment } from '../e2e/launch.ts';

const SETTLED_MS = 4000;

export interface Started {
  /** From the start of the process to the last large paint: what was waited for is on the screen. */
  readonly usableMs: number;
  /** Memory of all its processes once it is idle, shared pages counted once, in megabytes. */
  readonly memoryMb: number | null;
}

/** The page's largest contentful paint, the last one: nobody watched while it came up. */
async function lastPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((found) => {
        new PerformanceObserver((list) => {
          found(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Number.NaN));
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const parents = new Map<number, number[]>();
  for (const entry of all) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
    } catch {
      // Ended in between.
    }
  }
  const found = [pid];
  for (const known of found) found.push(...(parents.get(known) ?? []));
  return found;
}

function memoryOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  let kilobytes = 0;
  for (const child of childrenOf(pid)) {
    try {
      const text = readFileSync(`/proc/${child}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    } catch {
      // Ended in between.
    }
  }
  return kilobytes / 1024;
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((found, failed) => {
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('exit', () => failed(new Error(`electron ended: ${text.slice(-500)}`)));
  });
}

/**
 * Starts an Electron application and lets it come up unwatched; only then is it asked when what it
 * shows was painted. `verify` must fail when the window does not show what it should.
 */
export async function startWindow(
  args: readonly string[],
  home: string,
  verify: (page: Page) => Promise<void>,
): Promise<Started> {
  const startedAt = Date.now();
  const child = spawn(
    electronExecutable(),
    [...electronSwitches(), '--remote-debugging-port=0', ...args],
    { env: runEnvironment(home), stdio: ['ignore', 'ignore', 'pipe'], cwd: home },
  );
  try {
    const address = await debuggerAddress(child);
    await new Promise((settled) => setTimeout(settled, SETTLED_MS));
    const memoryMb = child.pid === undefined ? null : memoryOf(child.pid);
    const browser = await chromium.connectOverCDP(address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('no window');
    await verify(page);
    const usableMs = (await lastPaint(page)) - startedAt;
    await browser.close();
    return { usableMs, memoryMb };
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
  }
}
