import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ImportSource } from '#interop/import/byte-source.ts';
import { processReaders } from '#interop/import/process-reader.ts';
import type { ReaderPort, SpawnReader } from '#interop/import/reader-port.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import type { Row } from '#interop/import/sheet.ts';
import { threadReaders } from '#interop/import/thread-reader.ts';
import { fixture } from './read-all.ts';
import { makeZip, worksheet, xlsxParts } from './zip-maker.ts';

const ENTRY = new URL('../../../../electron/import-worker.ts', import.meta.url);
const local = (name: string): URL => new URL(name, import.meta.url);
const KINDS: readonly (readonly [string, (entry: URL) => SpawnReader])[] = [
  ['a child process', processReaders],
  ['a thread', threadReaders],
];
const bytesOf = (bytes: Uint8Array, name = 'essai.xlsx'): ImportSource => ({
  kind: 'bytes',
  bytes,
  name,
});

let folder = '';
let large = '';
const LARGE_ROWS = 60_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-import-'));
  large = join(folder, 'large.csv');
  const lines = Array.from(
    { length: LARGE_ROWS },
    (_, at) => `Structure n° ${at};${at};Hénin-Beaumont`,
  );
  await writeFile(large, `Nom;Rang;Ville\n${lines.join('\n')}\n`);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function isAlive(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Remembers the readers that were started. */
function watched(spawn: SpawnReader): {
  spawn: SpawnReader;
  ports: ReaderPort[];
  received: () => number;
} {
  const ports: ReaderPort[] = [];
  let received = 0;
  return {
    ports,
    received: () => received,
    spawn: (limits) => {
      const port = spawn(limits);
      const counted: ReaderPort = {
        ...port,
        onMessage: (listener) =>
          port.onMessage((message) => {
            if (typeof message === 'object' && message !== null && 'json' in message) received += 1;
            listener(message);
          }),
      };
      ports.push(counted);
      return counted;
    },
  };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
}

describe.each(KINDS)('a reader in %s', (_name, kind) => {
  const spawn = kind(ENTRY);

  it('gives workbook, rows, progress and summary', async () => {
    const reader = await openReader({ kind: 'path', path: large }, { spawn });
    expect(reader.workbook.format).toBe('csv');
    expect(reader.workbook.sheets[0]?.header?.labels).toEqual(['Nom', 'Rang', 'Ville']);
    const progress: number[] = [];
    const rows: Row[] = [];
    let told: unknown = null;
    const options = {
      onProgress: ({ done, total }: { done: number; total: number }) =>
        void progress.push(done / total),
      onDone: (summary: unknown) => void (told = summary),
    };
    for await (const some of reader.readSheet(0, options)) rows.push(...some);
    await reader.close();
    expect(rows).toHaveLength(LARGE_ROWS + 1);
    expect(rows.at(-1)).toEqual({
      number: LARGE_ROWS + 1,
      cells: [`Structure n° ${LARGE_ROWS - 1}`, `${LARGE_ROWS - 1}`, 'Hénin-Beaumont'],
      role: 'data',
    });
    expect(told).toEqual({ rows: LARGE_ROWS + 1, warnings: [] });
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('waits while the consumer works', async () => {
    const watch = watched(spawn);
    const reader = await openReader({ kind: 'path', path: large }, { spawn: watch.spawn });
    let taken = 0;
    for await (const rows of reader.readSheet(0)) {
      expect(rows.length).toBeGreaterThan(0);
      taken += 1;
      if (taken === 1) while (watch.received() < 4) await setImmediate();
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
      expect(watch.received()).toBeLessThanOrEqual(taken + 3);
    }
    expect(taken).toBeGreaterThan(8);
    await reader.close();
  });

  it('may be left early, and read again', async () => {
    const reader = await openReader({ kind: 'path', path: large }, { spawn });
    for (let round = 0; round < 3; round += 1) {
      for await (const rows of reader.readSheet(0)) {
        expect(rows[0]?.number).toBe(1);
        break;
      }
    }
    const again = reader.readSheet(0, { header: null });
    const { value } = await again.next();
    expect(value?.[0]?.role).toBe('data');
    await again.return();
    await reader.close();
  });

  it('reads bytes through the library too', async () => {
    const reader = await openReader(bytesOf(fixture('messy.xls')), { spawn });
    expect(reader.workbook.format).toBe('xls');
    expect(reader.workbook.sheets[0]?.preview).toHaveLength(7);
    await reader.close();
  });

  it('tells refusals with their code', async () => {
    expect(await codeOf(openReader(bytesOf(Buffer.alloc(0)), { spawn }))).toBe('emptyFile');
    const absent: ImportSource = { kind: 'path', path: join(folder, 'absent.xlsx') };
    expect(await codeOf(openReader(absent, { spawn }))).toBe('fileNotFound');
    expect(await codeOf(openReader({ kind: 'path', path: folder }, { spawn }))).toBe(
      'fileUnreadable',
    );
  });

  it('is ended when it takes too much memory', async () => {
    const strings = Array.from(
      { length: 500_000 },
      (_, at) => `<si><t>${'abcdefgh'.repeat(20)} ${at}</t></si>`,
    );
    const bomb = makeZip([
      ...xlsxParts(worksheet('<row><c t="s"><v>0</v></c></row>')),
      { name: 'xl/sharedStrings.xml', data: `<sst>${strings.join('')}</sst>` },
    ]);
    const watch = watched(spawn);
    const limits = { memoryMb: 64 };
    expect(await codeOf(openReader(bytesOf(bomb), { spawn: watch.spawn, limits }))).toBe(
      'memoryLimit',
    );
    expect(watch.ports.map(({ pid }) => isAlive(pid))).toEqual([false]);
  });

  it('is ended when it takes too long', async () => {
    const watch = watched(kind(local('stuck-reader.ts')));
    const limits = { timeMs: 1500 };
    const opening = openReader(bytesOf(fixture('messy.xlsx')), { spawn: watch.spawn, limits });
    expect(await codeOf(opening)).toBe('timeLimit');
    expect(watch.ports.map(({ pid }) => isAlive(pid))).toEqual([false]);
  });

  it('leaves nothing when cancelled', async () => {
    const before = await readdir(folder);
    const watch = watched(spawn);
    const cancel = new AbortController();
    const { signal } = cancel;
    const reader = await openReader({ kind: 'path', path: large }, { spawn: watch.spawn, signal });
    const reason = new Error('cancelled');
    const reading = (async () => {
      for await (const rows of reader.readSheet(0)) if (rows.length > 0) cancel.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
    await reader.close();
    expect(watch.ports.map(({ pid }) => isAlive(pid))).toEqual([false]);
    expect(await readdir(folder)).toEqual(before);
  });

  it('is ended in a loop when cancelled', async () => {
    const watch = watched(kind(local('stuck-reader.ts')));
    const cancel = new AbortController();
    const opening = openReader(bytesOf(fixture('messy.xlsx')), {
      spawn: (limits) => {
        const port = watch.spawn(limits);
        return {
          ...port,
          post: (message) => {
            port.post(message);
            cancel.abort(new Error('cancelled'));
          },
        };
      },
      signal: cancel.signal,
    });
    await expect(opening).rejects.toThrow('cancelled');
    expect(watch.ports.map(({ pid }) => isAlive(pid))).toEqual([false]);
  });

  it('is not started when already cancelled', async () => {
    const watch = watched(spawn);
    const signal = AbortSignal.abort(new Error('cancelled'));
    const opening = openReader(bytesOf(fixture('messy.xlsx')), { spawn: watch.spawn, signal });
    await expect(opening).rejects.toThrow('cancelled');
    expect(watch.ports).toEqual([]);
  });
});

describe('a reader that fails', () => {
  it('by being killed from outside is an error', async () => {
    const watch = watched(processReaders(ENTRY));
    const reader = await openReader({ kind: 'path', path: large }, { spawn: watch.spawn });
    const reading = (async () => {
      for await (const rows of reader.readSheet(0)) {
        const { pid = null } = watch.ports[0] ?? {};
        if (rows.length > 0 && pid !== null) process.kill(pid, 'SIGKILL');
      }
    })();
    expect(await codeOf(reading)).toBe('readerStopped');
  });

  it('by not starting is an error', async () => {
    const spawn = processReaders(local('no-such-reader.ts'));
    expect(await codeOf(openReader(bytesOf(fixture('messy.xlsx')), { spawn }))).toBe(
      'readerStopped',
    );
  });

  it('by saying what it may not is not believed', async () => {
    const watch = watched(processReaders(local('lying-reader.ts')));
    const opening = openReader(bytesOf(fixture('messy.xlsx')), { spawn: watch.spawn });
    expect(await codeOf(opening)).toBe('readerStopped');
    expect(watch.ports.map(({ pid }) => isAlive(pid))).toEqual([false]);
  });
});
