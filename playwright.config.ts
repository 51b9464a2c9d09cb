import { defineConfig } from '@playwright/test';

/** The window as people have it: the built application in a real Electron, one profile per test. */
const config = defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Windows of several applications on one display would take the focus from one another.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
});

export default config; // Playwright reads the default export
