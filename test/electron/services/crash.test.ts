import { spawn } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { countRecords } from '#repositories/records.repo.ts';
import { checkStore } from '#services/check.ts';
import { emptyStore, reopen } from '#test/stores.ts';
import { all, sql } from '#sql/sql.ts';

const RUNS = Number(process.env['RAPPORTEUR_CRASH_RUNS'] ?? 12);
const ROWS_PER_OPERATION = 40;

/** Writes operations of 40 rows for ever and acknowledges each on its standard output. */
function writerScript(path: string, home: string): string {
  return `
    import { openSession } from '#services/session.ts';
    import { runOperation } from '#journal/operation.ts';
    const session = openSession({ path: ${JSON.stringify(path)}, home: ${JSON.stringify(home)},
      tokens: { read: () => null, write: () => {} } });
    for (let n = 0; ; n += 1) {
      const values = Array.from({ length: ${ROWS_PER_OPERATION} }, (_, i) => ({
        values: { name: 'Structure ' + n + '/' + i, kind: 'company', notes: 'note '.repeat(50) } }));
      runOperation(session.writer(), { author: 'Essai', reason: { key: 'import' } },
        (op) => op.insertMany('organisation', values));
      process.stdout.write('.');
    }
  `;
}

function runUntilKilled(script: string, afterMs: number): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = 0;
    child.stdout.on('data', (data: Buffer) => {
      if (acknowledged === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
      acknowledged += data.length;
    });
    child.once('exit', () => resolve(acknowledged));
  });
}

describe('a process killed at any moment', () => {
  it('leaves whole operations only, loses none that was acknowledged, and a sound store', async () => {
    const { session, options } = emptyStore();
    session.close();
    let acknowledged = 0;
    for (let round = 0; round < RUNS; round += 1) {
      acknowledged += await runUntilKilled(
        writerScript(options.path, options.home),
        3 + ((round * 37) % 90),
      );
      const after = reopen(options);
      const rows = countRecords(after.reader, 'organisation');
      const operations =
        all<{ n: number }>(after.reader, sql`SELECT count(*) AS n FROM operation`)[0]?.n ?? 0;
      expect(rows).toBe(operations * ROWS_PER_OPERATION);
      expect(operations).toBeGreaterThanOrEqual(acknowledged);
      acknowledged = operations;
      after.close();
    }
    const last = reopen(options);
    expect((await checkStore(last.reader)).filter((check) => !check.isOk)).toEqual([]);
  }, 240_000);
});

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  it('refuses the write wherever it strikes, keeps what was there, and nothing half', async () => {
    const { session, options } = emptyStore();
    session.close();
    let refused = 0;
    for (let kilobytes = 12; kilobytes <= 900; kilobytes += 74) {
      const outcome = await runWithFileLimit(options.path, options.home, kilobytes);
      expect(['done', 'store.full', 'store.io']).toContain(outcome);
      if (outcome !== 'done') refused += 1;
      const after = reopen(options);
      const operations =
        all<{ n: number }>(after.reader, sql`SELECT count(*) AS n FROM operation`)[0]?.n ?? 0;
      expect(countRecords(after.reader, 'organisation')).toBe(operations * ROWS_PER_OPERATION);
      expect(after.writer().raw.pragma('integrity_check', { simple: true })).toBe('ok');
      after.close();
    }
    expect(refused).toBeGreaterThan(3);
  }, 240_000);
});

/** Runs a few operations with the size of any written file limited, as on a full disk. */
function runWithFileLimit(path: string, home: string, kilobytes: number): Promise<string> {
  const body = `
    import { openSession } from '#services/session.ts';
    import { runOperation } from '#journal/operation.ts';
    import { asDataError } from '#sql/open.ts';
    process.on('SIGXFSZ', () => {});
    try {
      const session = openSession({ path: ${JSON.stringify(path)}, home: ${JSON.stringify(home)},
        tokens: { read: () => null, write: () => {} } });
      for (let n = 0; n < 4; n += 1) {
        const values = Array.from({ length: ${ROWS_PER_OPERATION} }, (_, i) => ({
          values: { name: 'Structure ' + n + '/' + i, kind: 'company', notes: 'note '.repeat(200) } }));
        runOperation(session.writer(), { author: 'Essai', reason: { key: 'import' } },
          (op) => op.insertMany('organisation', values));
      }
      process.stdout.write('done');
    } catch (error) {
      process.stdout.write(asDataError(error, '').code);
    }
    process.exit(0);
  `;
  return new Promise((resolve) => {
    const child = spawn(
      'bash',
      [
        '-c',
        `ulimit -f ${kilobytes}; exec "$0" --input-type=module -e "$1"`,
        process.execPath,
        body,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let text = '';
    child.stdout.on('data', (data: Buffer) => (text += data.toString()));
    child.once('exit', () => resolve(text));
  });
}
