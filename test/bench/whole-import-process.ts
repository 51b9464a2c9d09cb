/** One task of the whole-import bench in its own process: `node whole-import-process.ts TASK …`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { exporters, isExportFormat } from '#interop/exporters.ts';
import { processReaders } from '#interop/import/process-reader.ts';
import { readerEntry } from '#interop/import/reader-entry.ts';
import type { ReaderPort } from '#interop/import/reader-port.ts';
import { createTranslator } from '#platform/translate.ts';
import { fillColumns } from '#services/import/columns.ts';
import { createImports } from '#services/import/imports.ts';
import { openSession } from '#services/session.ts';

import { ownPeakMb } from './processes.ts';
import { FILLED, valuesAt } from './store-data.ts';

const { t } = createTranslator('fr');
/** The built worker is what the program runs; its source costs the stripping of types. */
const BUILT = new URL('../../dist/main/import-worker.js', import.meta.url);

function columnFor(field: string): { key: string; label: string } {
  const column = fillColumns('organisations').find(
    ({ fill }) => fill.kind === 'field' && fill.field === field,
  );
  if (column === undefined) throw new TypeError(field);
  return { key: column.key, label: t(column.label) };
}

function* rows(count: number): Generator<string[]> {
  for (let index = 0; index < count; index += 1) {
    const values = valuesAt(index);
    yield values.map((value, at) =>
      FILLED[at] === 'kind' ? t(`vocabulary:choice.organisation.kind.${value}`) : value,
    );
  }
}

async function write(format: string, path: string, count: number): Promise<object> {
  if (!isExportFormat(format)) throw new RangeError(format);
  const file = await open(path, 'w');
  const columns = FILLED.map((field) => ({ ...columnFor(field), kind: 'text' as const }));
  await exporters[format].write(
    {
      properties: { title: 'Structures', author: 'Banc', date: '2017-12-20', language: 'fr' },
      labels: { yes: 'Oui', no: 'Non' },
      tables: [{ name: 'Structures', title: 'Structures', columns, rows: rows(count) }],
    },
    async (chunk) => void (await file.write(chunk)),
  );
  await file.close();
  return {};
}

function tokensBeside(path: string) {
  const file = (storeId: string) => `${path}.token-${storeId}`;
  return {
    read: (storeId: string) =>
      existsSync(file(storeId)) ? readFileSync(file(storeId), 'utf8') : null,
    write: (storeId: string, token: string) => writeFileSync(file(storeId), token),
  };
}

function peakMb(pid: number | null): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** From the file to committed records, through the very engine of the program. */
async function whole(store: string, path: string): Promise<object> {
  const session = openSession({ path: store, home: `${store}.home`, tokens: tokensBeside(store) });
  const ports: ReaderPort[] = [];
  const start = processReaders(existsSync(BUILT) ? BUILT : readerEntry());
  const imports = createImports();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const context = {
    language: 'fr' as const,
    author: 'Banc',
    translate: t,
    signal: new AbortController().signal,
    progress: () => undefined,
    spawnReader: (limits: Parameters<typeof start>[0]) => {
      const port = start(limits);
      ports.push(port);
      return port;
    },
    home: join(store, '..'),
    owner: 0,
  };
  const began = performance.now();
  const file = await imports.open(
    session,
    { source: { kind: 'file', path }, encoding: null, separator: null },
    context,
  );
  const { importId } = file;
  const guess = imports.guess(
    { importId, register: 'organisations', sheet: 0, isFresh: true },
    context,
  );
  const opened = performance.now();
  const plan = await imports.plan(session, { importId, spec: guess.spec }, context);
  const planned = performance.now();
  const result = await imports.run(session, { importId, mode: 'all' }, context);
  const written = performance.now();
  delays.disable();
  const readerMb = Math.max(0, ...ports.map(({ pid }) => peakMb(pid)));
  await imports.closeAll();
  session.close();
  return {
    counts: plan.counts,
    created: result.created,
    openMs: opened - began,
    planMs: planned - opened,
    writeMs: written - planned,
    longestMs: delays.max / 1e6,
    readerMb,
    allMb: ownPeakMb() + readerMb,
  };
}

const [task = '', first = '', second = '', third = ''] = process.argv.slice(2);
const answer =
  task === 'write' ? await write(first, second, Number(third)) : await whole(first, second);
process.stdout.write(`${JSON.stringify({ ...answer, peakMb: ownPeakMb() })}\n`);
