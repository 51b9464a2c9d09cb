import { defineConfig } from 'vitest/config';

// Vitest reads the default export of its configuration file.
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'forks',
    // The longest file alone would keep one of two processors idle for minutes.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
