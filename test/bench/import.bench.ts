import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { median } from './bench-types.ts';
import type { BenchRow } from './bench-types.ts';
import { createExportsDatabase, ROWS } from './exports-data.ts';

const ROUNDS = 5;
const local = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const PROCESS = local('import-process.ts');
const MAKER = local('exports-process.ts');
const run = promisify(execFile);

interface Answer {
  readonly rows: number;
  readonly last: string;
  readonly sum: string;
  readonly peakMemoryMb: number;
}

interface Run {
  readonly ms: number;
  readonly peakMemoryMb: number | null;
}

interface Contest {
  readonly format: 'xlsx' | 'ods' | 'csv';
  readonly peer: 'library' | 'soffice';
  readonly reach: number;
}

const CONTESTS: readonly Contest[] = [
  { format: 'xlsx', peer: 'library', reach: 0.4 },
  { format: 'xlsx', peer: 'soffice', reach: 0.4 },
  { format: 'ods', peer: 'library', reach: 0.4 },
  { format: 'ods', peer: 'soffice', reach: 0.5 },
  { format: 'csv', peer: 'library', reach: 2 },
];
const PEERS = { library: 'xlsx library', soffice: 'LibreOffice converting to CSV' };

class ImportBench {
  readonly #folder: string;
  readonly #sums = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  file(format: string): string {
    return join(this.#folder, `rows.${format}`);
  }

  async prepare(): Promise<void> {
    const db = join(this.#folder, 'rows.db');
    createExportsDatabase(db);
    for (const format of ['xlsx', 'ods', 'csv']) {
      await run(process.execPath, [MAKER, `ours-${format}`, db, this.file(format)]);
      const { rows, sum } = await this.#child(`verify-${format}`, format);
      if (rows !== ROWS) throw new Error(`${format}: ${rows} rows`);
      this.#sums.set(format, sum);
    }
    if (new Set(this.#sums.values()).size !== 1) throw new Error('the formats give unlike rows');
  }

  async timed(side: 'ours' | 'library' | 'soffice', format: string): Promise<Run> {
    const start = performance.now();
    if (side === 'soffice') {
      await this.#convert(format);
      const ms = performance.now() - start;
      const text = await readFile(join(this.#folder, 'out', 'rows.csv'), 'latin1');
      if (text.split('\n').length < ROWS) throw new Error('LibreOffice: rows are missing');
      return { ms, peakMemoryMb: null };
    }
    const { rows, last, peakMemoryMb } = await this.#child(`${side}-${format}`, format);
    const ms = performance.now() - start;
    if (rows !== ROWS || last === '') throw new Error(`${side} ${format}: ${rows} rows`);
    return { ms, peakMemoryMb };
  }

  async #child(task: string, format: string): Promise<Answer> {
    const { stdout } = await run(process.execPath, [PROCESS, task, this.file(format)], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.#folder, 'cache') },
    });
    // The line is our own process's answer, written by import-process.ts.
    return JSON.parse(stdout) as Answer;
  }

  async #convert(format: string): Promise<void> {
    const profile = pathToFileURL(join(this.#folder, 'profile')).href;
    const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'csv'];
    await run('soffice', [...args, '--outdir', join(this.#folder, 'out'), this.file(format)]);
  }
}

async function hasLibreOffice(): Promise<boolean> {
  try {
    await run('soffice', ['--version']);
    return true;
  } catch {
    return false;
  }
}

function peak(runs: readonly Run[]): number | null {
  const known = runs.flatMap(({ peakMemoryMb }) => (peakMemoryMb === null ? [] : [peakMemoryMb]));
  return known.length === 0 ? null : Math.max(...known);
}

async function hold(bench: ImportBench, { format, peer, reach }: Contest): Promise<BenchRow> {
  const ours: Run[] = [];
  const theirs: Run[] = [];
  await bench.timed(peer, format);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await bench.timed('ours', format));
    theirs.push(await bench.timed(peer, format));
  }
  const ratio = median(ours.map(({ ms }, round) => ms / (theirs[round]?.ms ?? Number.NaN)));
  const otherMemory = peak(theirs);
  return {
    name: `Read ${format.toUpperCase()}, 100,000 × 12`,
    measure: `ours, in its own process ÷ ${PEERS[peer]}`,
    ratio,
    reach,
    ok: ratio <= reach,
    peakMemoryMb: peak(ours),
    figures: [
      { label: 'ours', value: median(ours.map(({ ms }) => ms)), unit: 'ms' },
      { label: PEERS[peer], value: median(theirs.map(({ ms }) => ms)), unit: 'ms' },
      ...(otherMemory === null
        ? []
        : [{ label: 'peer memory', value: otherMemory, unit: 'MB' } as const]),
      { label: 'file', value: (await stat(bench.file(format))).size, unit: 'bytes' },
      { label: 'rows', value: ROWS, unit: 'rows' },
    ],
    note: 'whole process times; memory is that of reader and consumer together',
  };
}

/**
 * Reading of 100,000 rows from file to plain rows, each side in its own process, interleaved; the
 * three formats must give the same rows. Throws when one does not.
 */
export async function runImportBench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-import-'));
  try {
    const bench = new ImportBench(folder);
    await bench.prepare();
    const hasPeer = await hasLibreOffice();
    const rows: BenchRow[] = [];
    for (const contest of CONTESTS) {
      if (contest.peer === 'library' || hasPeer) rows.push(await hold(bench, contest));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
