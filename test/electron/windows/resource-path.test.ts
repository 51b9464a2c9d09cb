import { join, relative } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pageResource } from '#windows/resource-path.ts';

const folder = join('/', 'opt', 'rapporteur', 'dist', 'renderer');

describe('addresses of the page', () => {
  it.each([
    ['app://rapporteur/', 'index.html', 'text/html; charset=utf-8'],
    ['app://rapporteur/organisations/7', 'index.html', 'text/html; charset=utf-8'],
    ['app://rapporteur/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://rapporteur/assets/a-1.js?v=2#x', 'assets/a-1.js', 'text/javascript; charset=utf-8'],
    ['app://rapporteur/assets/w-1.mjs', 'assets/w-1.mjs', 'text/javascript; charset=utf-8'],
    ['app://rapporteur/assets/f.WOFF2', 'assets/f.WOFF2', 'font/woff2'],
    ['app://rapporteur/assets/logo.svg', 'assets/logo.svg', 'image/svg+xml'],
  ])('%s is %s', (url, file, mimeType) =>
    expect(pageResource(url, folder)).toEqual({ file: join(folder, file), mimeType }),
  );

  it.each([
    'app://other/index.html',
    'app://print/x',
    'app://rapporteur/..%2fmain.js',
    'app://rapporteur/a/..%2f..%2f..%2fpackage.json',
    'app://rapporteur/..%5cmain.js',
    'app://rapporteur/C:%5cWindows%5cwin.js',
    'app://rapporteur/C:/Windows/win.js',
    'app://rapporteur/%00.js',
    'app://rapporteur/%252e%252e/main.js',
    'app://rapporteur/%E0%A4%A.js',
    'app://rapporteur/preload.cjs',
    'app://rapporteur/program.exe',
    'not an address',
    '',
  ])('%s is nothing', (url) => expect(pageResource(url, folder)).toBeNull());

  it('never leads out of the folder, however it is written', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '..%2f',
        '..%5c',
        '%00',
        '',
        'assets',
        'a.js',
        'C:',
        '~',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = pageResource(`app://rapporteur/${parts.join('/')}`, folder);
        if (found === null) return;
        expect(relative(folder, found.file).startsWith('..')).toBe(false);
        expect(found.file.startsWith(folder)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
