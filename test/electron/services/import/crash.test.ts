import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { countRecords } from '#repositories/records.repo.ts';
import { checkStore } from '#services/check.ts';
import { all, sql } from '#sql/sql.ts';
import { emptyStore, reopen, temporaryFolder } from '#test/stores.ts';

const RUNS = Number(process.env['RAPPORTEUR_CRASH_RUNS'] ?? 8);
const ROWS = 400;

/** Imports one file after the other for ever; says at each when writing begins. */
function importer(path: string, home: string, folder: string, round: number): string {
  return `
    import { writeFileSync } from 'node:fs';
    import { createTranslator } from '#platform/translate.ts';
    import { createImports } from '#services/import/imports.ts';
    import { nodeReaders } from '#services/readers.ts';
    import { openSession } from '#services/session.ts';
    const session = openSession({ path: ${JSON.stringify(path)}, home: ${JSON.stringify(home)},
      tokens: { read: () => null, write: () => {} } });
    const imports = createImports();
    const context = { language: 'fr', author: 'Essai', translate: createTranslator('fr').t,
      signal: new AbortController().signal, progress: () => {}, spawnReader: nodeReaders(),
      home: ${JSON.stringify(home)}, owner: 1 };
    for (let n = 0; ; n += 1) {
      const file = ${JSON.stringify(join(folder, 'liste.csv'))};
      writeFileSync(file, 'Nom;Nature\\n' + Array.from({ length: ${ROWS} }, (_, i) =>
        'Structure ' + ${round} + '/' + n + '/' + i + ';Entreprise innovante').join('\\n'));
      const { importId } = await imports.open(session,
        { source: { kind: 'file', path: file }, encoding: null, separator: null }, context);
      const { spec } = imports.guess(
        { importId, register: 'organisations', sheet: 0, isFresh: true }, context);
      await imports.plan(session, { importId, spec }, context);
      // None of these names is a double of another: all are written.
      imports.decide({ importId, rows: 'undecided', decision: { kind: 'create' } }, context);
      process.stdout.write('.');
      await imports.run(session, { importId, mode: 'all' }, context);
      await imports.close(importId, 1);
    }
  `;
}

function runUntilKilled(script: string, afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let isWriting = false;
    child.stdout.on('data', () => {
      if (!isWriting) setTimeout(() => child.kill('SIGKILL'), afterMs);
      isWriting = true;
    });
    child.once('exit', () => resolve());
  });
}

test('an import killed at any moment is there whole or not at all', async () => {
  const { session, options } = emptyStore();
  session.close();
  const folder = temporaryFolder();
  for (let round = 0; round < RUNS; round += 1) {
    const script = importer(options.path, options.home, folder, round);
    await runUntilKilled(script, 2 + ((round * 29) % 110));
    const after = reopen(options);
    const imports = all<{ n: number }>(
      after.reader,
      sql`SELECT count(*) AS n FROM operation WHERE kind = 'import'`,
    )[0];
    expect(countRecords(after.reader, 'organisation')).toBe((imports?.n ?? 0) * ROWS);
    after.close();
  }
  const last = reopen(options);
  expect((await checkStore(last.reader)).filter((check) => !check.isOk)).toEqual([]);
}, 240_000);
