import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';
import { test as base } from '@playwright/test';

import { launchApp } from './launch.ts';

interface Fixtures {
  /** The profile of this test alone; also a place for its files. */
  readonly home: string;
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page complained of, in the order it came. A test that expects none says so. */
  readonly complaints: string[];
}

/** A test with the application open on an empty profile. */
export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ home }, use) => {
    const app = await launchApp(home);
    await use(app);
    await app.close();
  },
  complaints: async ({}, use) => {
    await use([]);
  },
  page: async ({ app, complaints }, use) => {
    const page = await app.firstWindow();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.waitForLoadState('load');
    await use(page);
  },
});

export { expect } from '@playwright/test';
