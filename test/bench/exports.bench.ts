import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './bench-types.ts';
import type { BenchRow } from './bench-types.ts';
import { createExportsDatabase, ROWS, SELECT } from './exports-data.ts';

const ROUNDS = 5;
const PROCESS = fileURLToPath(new URL('exports-process.ts', import.meta.url));
const run = promisify(execFile);

interface Run {
  readonly ms: number;
  readonly peakMemoryMb: number | null;
  readonly file: string;
}

interface Bench {
  readonly folder: string;
  readonly db: string;
  readonly expected: string;
  /** Digests of files already read back and found right. */
  readonly verified: Set<string>;
}

interface Answer {
  readonly rows?: number;
  readonly sum?: string;
  readonly peakMemoryMb: number;
}

/** Compiled code is kept, as in the packed program: what is measured is not the compiler. */
async function child(task: string, db: string, file: string, cache: string): Promise<Answer> {
  const { stdout } = await run(process.execPath, [PROCESS, task, db, file], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  // The line is our own process's answer, written by exports-process.ts.
  return JSON.parse(stdout) as Answer;
}

async function timed(bench: Bench, task: string): Promise<Run> {
  const file = join(bench.folder, task);
  await rm(file, { force: true });
  const start = performance.now();
  const { peakMemoryMb } = await child(task, bench.db, file, join(bench.folder, 'cache'));
  return { ms: performance.now() - start, peakMemoryMb, file };
}

async function dump(bench: Bench): Promise<Run> {
  const file = join(bench.folder, 'dump-csv');
  const out = await open(file, 'w');
  const start = performance.now();
  const process = spawn(
    'sqlite3',
    ['-csv', '-header', '-separator', ';', bench.db, `${SELECT} ORDER BY id`],
    { stdio: ['ignore', out.fd, 'inherit'] },
  );
  const [code]: unknown[] = await once(process, 'exit');
  const ms = performance.now() - start;
  await out.close();
  if (code !== 0) throw new Error(`sqlite3: ${String(code)}`);
  return { ms, peakMemoryMb: null, file };
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Reads the file back unless the very same bytes were read back before; throws when it is wrong. */
async function check(bench: Bench, kind: string, done: Run): Promise<void> {
  const hash = await fileHash(done.file);
  if (bench.verified.has(hash)) return;
  const { rows, sum } = await child(
    `verify-${kind}`,
    bench.db,
    done.file,
    join(bench.folder, 'cache'),
  );
  if (rows !== ROWS || sum !== bench.expected) {
    throw new Error(`${done.file}: ${rows} rows, ${sum} instead of ${bench.expected}`);
  }
  bench.verified.add(hash);
}

interface Contest {
  readonly name: string;
  readonly measure: string;
  readonly format: 'xlsx' | 'ods' | 'csv';
  readonly peer: string;
  readonly reach: number;
  /** Highest share of the peer's memory, where one is set. */
  readonly memoryReach?: number;
}

const CONTESTS: readonly Contest[] = [
  {
    name: 'Export XLSX, 100,000 × 12',
    measure: 'ours ÷ xlsx library',
    format: 'xlsx',
    peer: 'library-xlsx',
    reach: 0.5,
    memoryReach: 0.25,
  },
  {
    name: 'Export ODS, 100,000 × 12',
    measure: 'ours ÷ xlsx library',
    format: 'ods',
    peer: 'library-ods',
    reach: 0.3,
  },
  {
    name: 'Export CSV, 100,000 × 12',
    measure: 'ours ÷ sqlite3 dump',
    format: 'csv',
    peer: 'dump',
    reach: 2.5,
  },
];

function peak(runs: readonly Run[]): number | null {
  const known = runs.flatMap(({ peakMemoryMb }) => (peakMemoryMb === null ? [] : [peakMemoryMb]));
  return known.length === 0 ? null : Math.max(...known);
}

async function hold(bench: Bench, contest: Contest): Promise<BenchRow> {
  const { name, measure, format, reach, memoryReach } = contest;
  const peer = (): Promise<Run> =>
    contest.peer === 'dump' ? dump(bench) : timed(bench, contest.peer);
  const ours: Run[] = [];
  const theirs: Run[] = [];
  await timed(bench, `ours-${format}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    const mine = await timed(bench, `ours-${format}`);
    const other = await peer();
    await check(bench, format, mine);
    await check(bench, contest.peer === 'dump' ? 'dump' : format, other);
    ours.push(mine);
    theirs.push(other);
  }
  const ratio = median(ours.map(({ ms }, round) => ms / (theirs[round]?.ms ?? Number.NaN)));
  const memory = peak(ours);
  const otherMemory = peak(theirs);
  const share = memory === null || otherMemory === null ? null : memory / otherMemory;
  const isLight = memoryReach === undefined || (share !== null && share <= memoryReach);
  const size = ours[0] === undefined ? 0 : (await stat(ours[0].file)).size;
  return {
    name,
    measure,
    ratio,
    reach,
    ok: ratio <= reach && isLight,
    peakMemoryMb: memory,
    figures: [
      { label: 'ours', value: median(ours.map(({ ms }) => ms)), unit: 'ms' },
      { label: 'peer', value: median(theirs.map(({ ms }) => ms)), unit: 'ms' },
      ...(otherMemory === null
        ? []
        : [{ label: 'peer memory', value: otherMemory, unit: 'MB' } as const]),
      { label: 'file', value: size, unit: 'bytes' },
      { label: 'rows', value: ROWS, unit: 'rows' },
    ],
    ...(share === null
      ? {}
      : {
          note: `memory ${share.toFixed(2)} of the peer's${memoryReach === undefined ? '' : `, reach ${memoryReach}`}`,
        }),
  };
}

async function hasSqlite(): Promise<boolean> {
  try {
    await run('sqlite3', ['-version']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Exports of 100,000 rows from a SQLite file, each side in its own process, interleaved, whole
 * process times, every distinct file read back. Throws when a file does not hold the right rows.
 */
export async function runExportsBench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-exports-'));
  try {
    const db = join(folder, 'rows.db');
    createExportsDatabase(db);
    const { sum: expected = '' } = await child('expected', db, '', join(folder, 'cache'));
    const bench: Bench = { folder, db, expected, verified: new Set() };
    const rows: BenchRow[] = [];
    for (const contest of CONTESTS) {
      if (contest.peer === 'dump' && !(await hasSqlite())) {
        const { name, measure, reach } = contest;
        const note = 'the sqlite3 command is missing: install the package sqlite3';
        rows.push({ name, measure, reach, ratio: null, figures: [], peakMemoryMb: null, note });
        continue;
      }
      rows.push(await hold(bench, contest));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
