import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import type { Done } from './processes.ts';
import { check, runCommand, runTask } from './processes.ts';
import { sqliteScript } from './sqlite-script.ts';
import type { Stores } from './store.bench.ts';
import { sumsOf } from './store.bench.ts';

const ROUNDS = 5;
const SMALL = 100_000;
const LARGE = 1_000_000;
const TASKS = './whole-import-process.ts';

interface Answer {
  readonly counts: { readonly new: number };
  readonly created: number;
  readonly planMs: number;
  readonly writeMs: number;
  readonly longestMs: number;
  readonly allMb: number;
}

interface Contest {
  readonly format: 'xlsx' | 'ods' | 'csv';
  readonly reach: number;
  readonly memoryMb: number;
}

const CONTESTS: readonly Contest[] = [
  { format: 'xlsx', reach: 1.8, memoryMb: 400 },
  { format: 'csv', reach: 1.4, memoryMb: 250 },
  { format: 'ods', reach: 2.2, memoryMb: 450 },
];

type Import = Done<Answer & { readonly peakMb: number }>;

/** Makes the files, and runs imports of them into fresh stores. */
class WholeImport {
  readonly folder: string;
  readonly #stores: Stores;

  constructor(folder: string, stores: Stores) {
    this.folder = folder;
    this.#stores = stores;
  }

  async file(format: string, count: number): Promise<string> {
    const path = join(this.folder, `rows-${count}.${format}`);
    await runTask(TASKS, ['write', format, path, String(count)], join(this.folder, 'cache'));
    return path;
  }

  async whole(path: string, count: number): Promise<Import> {
    const store = join(this.folder, 'whole.rapporteur');
    await this.#fresh(store);
    const done: Import = await runTask(TASKS, ['import', store, path], join(this.folder, 'cache'));
    check(done.answer.created === count, `${path}: ${JSON.stringify(done.answer)}`);
    const sums = sumsOf(store);
    check(sums.live === count && sums.found > 0 && sums.entries === count, JSON.stringify(sums));
    return done;
  }

  async peer(count: number): Promise<number> {
    const rows = await this.#stores.rows(count);
    const script = join(this.folder, 'like.sql');
    await writeFile(script, sqliteScript(rows));
    const store = join(this.folder, 'like.rapporteur');
    await this.#fresh(store);
    const { ms } = await runCommand('sqlite3', ['-batch', store], { input: script });
    return ms;
  }

  /** LibreOffice merely turning the file into CSV. */
  async converted(path: string): Promise<number> {
    const profile = pathToFileURL(join(this.folder, 'profile')).href;
    const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76']; // prettier-ignore
    const { ms } = await runCommand('soffice', [
      ...args,
      '--outdir',
      join(this.folder, 'out'),
      path,
    ]);
    return ms;
  }

  async #fresh(store: string): Promise<void> {
    for (const suffix of ['', '-wal', '-shm', '.lock']) {
      await rm(`${store}${suffix}`, { force: true });
    }
    await cp(this.#stores.empty, store);
  }
}

function memoryOf(runs: readonly Import[]): number {
  return Math.max(...runs.map(({ answer }) => answer.allMb));
}

function figuresOf(runs: readonly Import[]): BenchRow['figures'] {
  const figure = (key: 'planMs' | 'writeMs' | 'longestMs') =>
    median(runs.map(({ answer }) => answer[key]));
  return [
    { label: 'whole', value: median(runs.map(({ ms }) => ms)), unit: 'ms' },
    { label: 'preview', value: figure('planMs'), unit: 'ms' },
    { label: 'write', value: figure('writeMs'), unit: 'ms' },
    { label: 'longest turn', value: figure('longestMs'), unit: 'ms' },
  ];
}

async function hold(bench: WholeImport, { format, reach, memoryMb }: Contest): Promise<BenchRow[]> {
  const path = await bench.file(format, SMALL);
  const ours: Import[] = [];
  const theirs: number[] = [];
  const office: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const run = await bench.whole(path, SMALL);
    const peer = await bench.peer(SMALL);
    const converted = format === 'csv' ? 0 : await bench.converted(path);
    if (round < 0) continue;
    ours.push(run);
    theirs.push(peer);
    office.push(converted);
  }
  const against = (others: readonly number[]): number =>
    median(ours.map(({ ms }, round) => ms / (others[round] ?? Number.NaN)));
  const peak = memoryOf(ours);
  const name = `Import ${format.toUpperCase()}, ${SMALL} × 12, from file to committed records`;
  const ratio = against(theirs);
  const rows: BenchRow[] = [
    {
      name,
      measure: 'previewed, journaled, indexed, searchable ÷ sqlite3 making the same store from CSV',
      ratio,
      reach,
      ok: ratio <= reach && peak <= memoryMb,
      figures: [...figuresOf(ours), { label: 'sqlite3', value: median(theirs), unit: 'ms' }],
      peakMemoryMb: peak,
      note: `reader and store process together; to reach ${memoryMb} MB`,
    },
  ];
  if (format === 'xlsx') {
    const second = against(office);
    rows.push({
      name,
      measure: '÷ LibreOffice merely converting the file to CSV',
      ratio: second,
      reach: 0.7,
      ok: second <= 0.7,
      figures: [{ label: 'LibreOffice', value: median(office), unit: 'ms' }],
      peakMemoryMb: null,
    });
  }
  return rows;
}

/** How time and memory grow with ten times the rows, once each. */
async function growth(bench: WholeImport, format: 'csv' | 'xlsx'): Promise<BenchRow> {
  const small = await bench.whole(await bench.file(format, SMALL), SMALL);
  const large = await bench.whole(await bench.file(format, LARGE), LARGE);
  const reach = format === 'csv' ? 13 : 15;
  const ratio = large.ms / small.ms;
  const memory = large.answer.allMb / small.answer.allMb;
  return {
    name: `Growth of the import, ${format.toUpperCase()}, 100,000 to 1,000,000 rows`,
    measure: 'time at 1,000,000 ÷ time at 100,000',
    ratio,
    reach,
    ok: ratio <= reach && (format === 'xlsx' || memory <= 2.2),
    figures: [
      { label: 'small', value: small.ms, unit: 'ms' },
      { label: 'large', value: large.ms, unit: 'ms' },
      { label: 'memory grows', value: memory, unit: '×' },
    ],
    peakMemoryMb: large.answer.allMb,
  };
}

/** Whole imports through the program's own engine, beside the limit and a peer, interleaved. */
export async function runWholeImportBench(stores: Stores): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-whole-'));
  try {
    const bench = new WholeImport(folder, stores);
    const rows: BenchRow[] = [];
    for (const contest of CONTESTS) rows.push(...(await hold(bench, contest)));
    for (const format of ['csv', 'xlsx'] as const) rows.push(await growth(bench, format));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
