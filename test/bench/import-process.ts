/** One task of the import bench in its own process: `node import-process.ts SIDE-FORMAT FILE`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { processReaders } from '#interop/import/process-reader.ts';
import { readerEntry } from '#interop/import/reader-entry.ts';
import type { ReaderPort } from '#interop/import/reader-port.ts';
import { cellValue } from '#interop/import/sheet.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import { COLUMNS } from './exports-data.ts';

type Value = string | number | boolean | null | undefined;

/** The built worker is what the program runs; its source costs the stripping of types. */
const BUILT = new URL('../../dist/main/import-worker.js', import.meta.url);
const DAY_MS = 86_400_000;

interface Tally {
  rows: number;
  hash: ReturnType<typeof createHash> | null;
  last: string;
}

/** One form for the same row, whichever side and format it came from. */
function canonical(row: readonly Value[]): string[] {
  return COLUMNS.map(({ kind }, at) => {
    const value = row[at];
    if (value === null || value === undefined || value === '') return '';
    if (kind === 'date' && typeof value === 'number') {
      const ms = Date.UTC(1899, 11, 30) + Math.round(value) * DAY_MS;
      return new Date(ms).toISOString().slice(0, 10);
    }
    return kind === 'number' ? String(Number(String(value).replace(',', '.'))) : String(value);
  });
}

function add(tally: Tally, row: readonly Value[]): void {
  tally.rows += 1;
  tally.hash?.update(JSON.stringify(canonical(row)));
  tally.last = String(row[0]);
}

/** Highest resident memory of a process, from the system; 0 where it cannot be told. */
function peakMb(pid: number | 'self'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return pid === 'self' ? process.resourceUsage().maxRSS / 1024 : 0;
  }
}

/** Reads through the client, as the program does; answers with the reader's peak memory. */
async function ours(path: string, tally: Tally): Promise<number> {
  const ports: ReaderPort[] = [];
  const start = processReaders(existsSync(BUILT) ? BUILT : readerEntry());
  const reader = await openReader(
    { kind: 'path', path },
    {
      spawn: (limits) => {
        const port = start(limits);
        ports.push(port);
        return port;
      },
    },
  );
  for await (const rows of reader.readSheet(0)) {
    for (const { role, cells } of rows) if (role === 'data') add(tally, cells.map(cellValue));
  }
  const peak = Math.max(0, ...ports.map(({ pid }) => (pid === null ? 0 : peakMb(pid))));
  await reader.close();
  return peak;
}

/** The library is loaded only by the side that uses it. */
async function library(path: string, tally: Tally): Promise<void> {
  const xlsx = await import('xlsx');
  const isText = path.endsWith('csv');
  const book = xlsx.read(readFileSync(path), { dense: true, raw: true, cellHTML: false });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new TypeError('no sheet');
  const [, ...rows] = xlsx.utils.sheet_to_json<Value[]>(sheet, { header: 1, raw: true });
  const plain = (value: Value | Date): Value =>
    value instanceof Date ? value.toISOString().slice(0, 10) : value;
  for (const row of rows) add(tally, isText ? row : Array.from(row, plain));
}

const [task = '', path = ''] = process.argv.slice(2);
const [side] = task.split('-');
const tally: Tally = { rows: 0, last: '', hash: side === 'verify' ? createHash('sha256') : null };
let readerMb = 0;
if (side === 'library') await library(path, tally);
else readerMb = await ours(path, tally);
process.stdout.write(
  JSON.stringify({
    rows: tally.rows,
    last: tally.last,
    sum: tally.hash?.digest('hex') ?? '',
    peakMemoryMb: side === 'library' ? peakMb('self') : peakMb('self') + readerMb,
  }),
);
