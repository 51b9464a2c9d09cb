import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from 'vitest';

import { cli, temporaryFolder } from './cli-process.ts';

/** The example store, made once by the command line for a file of tests; each test takes a copy. */
export function useExampleStore(): { readonly copy: () => { home: string; store: string } } {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-example-'));
    const args = ['create', '--store', 'exemple.rapporteur', '--example'];
    const { code, stderr } = await cli(args, { home: folder });
    if (code !== 0) throw new Error(stderr);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    copy: () => {
      const home = temporaryFolder();
      const store = join(home, 'groupe.rapporteur');
      copyFileSync(join(folder, 'exemple.rapporteur'), store);
      return { home, store };
    },
  };
}
