import { resolve } from 'node:path';

import type { ElectronApplication } from '@playwright/test';
import { _electron } from '@playwright/test';

/** Folder of the application under test: this checkout, built. */
export const projectRoot = resolve(import.meta.dirname, '../..');

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run npm test`);
  return value;
}

/** The Electron that the set-up chose for this machine. */
export const electronExecutable = (): string => required('RAPPORTEUR_ELECTRON');

/** Switches that Electron needs on this machine, such as those for root. */
export function electronSwitches(): string[] {
  const parsed: unknown = JSON.parse(process.env['RAPPORTEUR_ELECTRON_ARGS'] ?? '[]');
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/** Environment of a run of its own: its profile, and nothing that a development server left. */
export function runEnvironment(home: string): Record<string, string> {
  const env = { ...process.env, RAPPORTEUR_HOME: home };
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined && entry[0] !== 'ELECTRON_RENDERER_URL';
    }),
  );
}

const LAUNCH_MS = 15_000;
const ATTEMPTS = 3;

/**
 * Starts the application with a profile of its own, as a person would. Now and then the test driver
 * attaches at the very moment a page changes its process and then waits for ever, although the
 * application runs: such a start is ended and made again.
 */
export async function launchApp(
  home: string,
  args: readonly string[] = [],
): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await _electron.launch({
        executablePath: electronExecutable(),
        // Chromium's complaints must not garble the lines by which the test finds its ports.
        args: [...electronSwitches(), '--log-level=3', projectRoot, ...args],
        env: runEnvironment(home),
        cwd: home,
        timeout: LAUNCH_MS,
      });
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      if (!isLate || attempt === ATTEMPTS) throw error;
    }
  }
}
