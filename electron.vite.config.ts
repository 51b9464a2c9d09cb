import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import postcssPresetMantine from 'postcss-preset-mantine';
import postcssSimpleVars from 'postcss-simple-vars';

import { nonceMark } from './electron/windows/content-policy.ts';

const root = import.meta.dirname;
const DEV_PORT = 5173;

/** Mantine's breakpoints, for its style sheets' media queries. */
const breakpoints = {
  'mantine-breakpoint-xs': '36em',
  'mantine-breakpoint-sm': '48em',
  'mantine-breakpoint-md': '62em',
  'mantine-breakpoint-lg': '75em',
  'mantine-breakpoint-xl': '88em',
};

// Targets are those of the oldest Electron the program runs on (33: Node 20, Chromium 130).
const config = defineConfig({
  main: {
    resolve: {
      // Its Node form makes a `require` of its own, which bundled modules have already.
      alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }],
    },
    build: {
      outDir: 'dist/main',
      target: 'node20.18',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          'store-process': resolve(root, 'electron/store-process.ts'),
          'import-worker': resolve(root, 'electron/import-worker.ts'),
          'timetable-worker': resolve(root, 'electron/timetable-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      target: 'node20.18',
      externalizeDeps: false,
      // A sandboxed preload cannot load other files, nor be an ES module.
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    publicDir: false,
    plugins: [
      react(),
      // Screens have nested addresses, so the page's files are named from the root.
      { name: 'rapporteur:base', config: () => ({ base: '/' }) },
    ],
    html: { cspNonce: nonceMark },
    css: {
      postcss: { plugins: [postcssPresetMantine(), postcssSimpleVars({ variables: breakpoints })] },
    },
    // In development too the page comes from app://; only the reload channel is a socket.
    server: {
      host: '127.0.0.1',
      port: DEV_PORT,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: DEV_PORT },
    },
    build: {
      outDir: resolve(root, 'dist/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: 'oxc',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: resolve(root, 'renderer/index.html'),
        // What the start needs is one sheet of styles in the order of its imports: the library's
        // first, the program's own after it.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});

export default config; // electron-vite reads the default export
