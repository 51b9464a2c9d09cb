import { cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { BenchFigure, BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import type { ListTimes } from './list-task.ts';
import type { Done } from './processes.ts';
import { check, runCommand, runTask } from './processes.ts';
import type { SearchTimes, TypedClass } from './search-task.ts';
import { sqliteScript } from './sqlite-script.ts';

const ROUNDS = 5;
const SMALL = 100_000;
const LARGE = 1_000_000;
const TASKS = './store-process.ts';

/** Stores that several benches look at, made once per run. */
export interface Stores {
  readonly folder: string;
  readonly empty: string;
  readonly rows: (count: number) => Promise<string>;
  /** A store of so many organisations, made by the journal's own bulk insert. */
  readonly filled: (count: number) => Promise<string>;
  readonly task: <Answer>(...args: readonly string[]) => Promise<Done<Answer & { peakMb: number }>>;
  readonly remove: () => Promise<void>;
}

export async function makeStores(): Promise<Stores> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  const cache = join(folder, 'cache');
  const empty = join(folder, 'empty.rapporteur');
  const known = new Map<string, Promise<string>>();
  const once = (key: string, make: () => Promise<string>): Promise<string> => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
  const task: Stores['task'] = (...args) => runTask(TASKS, args, cache);
  await task('create', empty);
  const rows = (count: number): Promise<string> =>
    once(`rows-${count}`, async () => {
      const path = join(folder, `rows-${count}.tsv`);
      await task('rows', path, String(count));
      return path;
    });
  const filled = (count: number): Promise<string> =>
    once(`store-${count}`, async () => {
      const path = join(folder, `store-${count}.rapporteur`);
      await cp(empty, path);
      await task('insert', path, await rows(count));
      assertFilled(path, count);
      return path;
    });
  return {
    folder,
    empty,
    rows,
    filled,
    task,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface Sums {
  readonly live: number;
  readonly letters: number;
  readonly entries: number;
  readonly found: number;
}

/** What a store holds, to compare two: live rows, their letters, journal entries, what search finds. */
export function sumsOf(path: string): Sums {
  const db = new Database(path, { readonly: true });
  db.pragma('query_only = ON');
  const figure = (query: string): number => Number(db.prepare(query).pluck().get());
  try {
    return {
      live: figure('SELECT count(*) FROM organisation WHERE deleted_at IS NULL'),
      letters: figure(
        `SELECT coalesce(sum(length(name) + length(label_key) + length(siren) + length(address)
           + length(website) + length(email) + length(description) + length(notes)), 0)
         FROM organisation WHERE deleted_at IS NULL`,
      ),
      entries: figure('SELECT count(*) FROM change'),
      found: figure(`SELECT count(*) FROM search_index WHERE search_index MATCH 'energie'`),
    };
  } finally {
    db.close();
  }
}

function assertFilled(path: string, count: number): void {
  const sums = sumsOf(path);
  check(sums.live === count && sums.found > 0, `${path}: ${JSON.stringify(sums)}`);
}

function figuresOf(label: string, runs: readonly number[]): BenchFigure {
  return { label, value: median(runs), unit: 'ms' };
}

function peakOf(runs: readonly Done<unknown>[]): number {
  return Math.max(...runs.map(({ peakMemoryMb }) => peakMemoryMb ?? 0));
}

/** Bulk insert as one operation, beside the `sqlite3` command making a like store; then its undo. */
export async function runBulkBench(stores: Stores): Promise<BenchRow[]> {
  const rows = await stores.rows(SMALL);
  const script = join(stores.folder, 'like-store.sql');
  await writeFile(script, sqliteScript(rows));
  const ours = join(stores.folder, 'bulk.rapporteur');
  const theirs = join(stores.folder, 'like.rapporteur');
  const inserts: Done<unknown>[] = [];
  const peers: Done<unknown>[] = [];
  const undos: number[] = [];
  const redos: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    await fresh(stores.empty, ours);
    await fresh(stores.empty, theirs);
    const inserted = await stores.task('insert', ours, rows);
    const peer = await runCommand('sqlite3', ['-batch', theirs], { input: script });
    const sums = sumsOf(ours);
    const same = JSON.stringify(sums) === JSON.stringify(sumsOf(theirs));
    check(same && sums.live === SMALL, `bulk: ${JSON.stringify([sums, sumsOf(theirs)])}`);
    const undo = await stores.task<{ workMs: number }>('undo', ours);
    const undone = sumsOf(ours);
    check(undone.live === 0 && undone.found === 0, `undo: ${JSON.stringify(undone)}`);
    check(undone.entries === 2 * SMALL, `undo: ${undone.entries} entries`);
    const redo = await stores.task<{ workMs: number }>('redo', ours);
    const redone = sumsOf(ours);
    check(
      redone.live === sums.live && redone.letters === sums.letters && redone.found === sums.found,
      `redo: ${JSON.stringify(redone)}`,
    );
    if (round < 0) continue;
    inserts.push(inserted);
    peers.push(peer);
    undos.push(undo.answer.workMs);
    redos.push(redo.answer.workMs);
  }
  const bytes = (await stat(ours)).size;
  const ratio = median(inserts.map(({ ms }, round) => ms / (peers[round]?.ms ?? Number.NaN)));
  return [
    {
      name: `Bulk insert, ${SMALL} × 12, one operation`,
      measure: 'journaled, indexed, searchable ÷ sqlite3 making the same store',
      ratio,
      reach: 1.8,
      ok: ratio <= 1.8,
      figures: [
        figuresOf(
          'ours',
          inserts.map(({ ms }) => ms),
        ),
        figuresOf(
          'sqlite3',
          peers.map(({ ms }) => ms),
        ),
        { label: 'store', value: bytes, unit: 'bytes' },
      ],
      peakMemoryMb: peakOf(inserts),
    },
    {
      name: `Undo and redo of ${SMALL} rows`,
      measure: 'undo ÷ the insert it undoes',
      ratio: median(undos.map((ms, round) => ms / (inserts[round]?.ms ?? Number.NaN))),
      figures: [figuresOf('undo', undos), figuresOf('redo', redos)],
      peakMemoryMb: null,
    },
  ];
}

async function fresh(from: string, to: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '.lock']) await rm(`${to}${suffix}`, { force: true });
  await cp(from, to);
}

type SearchRun = Done<SearchTimes & { peakMb: number }>;
const CLASSES: readonly TypedClass[] = ['prefixes', 'words'];

/** Search as you type at 100,000 and 1,000,000 records, beside plain FTS5 on the very same store. */
export async function runSearchBench(stores: Stores): Promise<BenchRow[]> {
  const sizes = [
    { count: SMALL, path: await stores.filled(SMALL), passes: '3', ours: [] as SearchRun[], plain: [] as SearchRun[] },
    { count: LARGE, path: await stores.filled(LARGE), passes: '1', ours: [] as SearchRun[], plain: [] as SearchRun[] },
  ]; // prettier-ignore
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { path, passes, ours, plain } of sizes) {
      ours.push(await stores.task<SearchTimes>('search-ours', path, passes));
      plain.push(await stores.task<SearchTimes>('search-plain', path, passes));
    }
  }
  const p95s = (runs: readonly SearchRun[], typed: TypedClass): number[] =>
    runs.map(({ answer }) => answer[typed].p95);
  const worst = (of: readonly SearchRun[], by: readonly SearchRun[]): number =>
    Math.max(
      ...CLASSES.map((typed) => {
        const under = p95s(by, typed);
        return median(p95s(of, typed).map((ms, round) => ms / (under[round] ?? Number.NaN)));
      }),
    );
  const figures = (label: string, runs: readonly SearchRun[]): BenchFigure[] =>
    CLASSES.map((typed) => figuresOf(`${label} ${typed}`, p95s(runs, typed)));
  const [small, large] = sizes;
  check(small !== undefined && large !== undefined, 'two sizes');
  const againstPlain = worst(large.ours, large.plain);
  const growth = worst(large.ours, small.ours);
  return [
    {
      name: 'Search as you type, 1,000,000 records',
      measure: 'p95, worst class ÷ plain FTS5 bm25 + snippet',
      ratio: againstPlain,
      reach: 0.15,
      ok: againstPlain <= 0.15,
      figures: [...figures('ours', large.ours), ...figures('plain', large.plain)],
      peakMemoryMb: peakOf(large.ours),
    },
    {
      name: 'Search as you type, growth',
      measure: 'p95 at 1,000,000 ÷ p95 at 100,000, worst class',
      ratio: growth,
      reach: 10,
      ok: growth <= 10,
      figures: [...figures('100k', small.ours), ...figures('100k plain', small.plain)],
      peakMemoryMb: peakOf(small.ours),
    },
  ];
}

const PAGE_MS = 10;

/** Pages of a list of 100,000 organisations, store side, with the total of each view. */
export async function runListBench(stores: Stores): Promise<BenchRow[]> {
  const path = await stores.filled(SMALL);
  const ours: Done<ListTimes & { peakMb: number }>[] = [];
  const plain: Done<ListTimes & { peakMb: number }>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await stores.task<ListTimes>('list-ours', path));
    plain.push(await stores.task<ListTimes>('list-plain', path));
  }
  const ratio = median(ours.map(({ answer }) => answer.p95)) / PAGE_MS;
  return [
    {
      name: `Page of a list of ${SMALL}, store side`,
      measure: `p95 of ${ours[0]?.answer.pages} pages with totals ÷ ${PAGE_MS} ms`,
      ratio,
      reach: 1,
      ok: ratio <= 1,
      figures: [
        figuresOf(
          'p95',
          ours.map(({ answer }) => answer.p95),
        ),
        figuresOf(
          'median',
          ours.map(({ answer }) => answer.median),
        ),
        figuresOf(
          'slowest',
          ours.map(({ answer }) => answer.worst),
        ),
        figuresOf(
          'plain SQL p95',
          plain.map(({ answer }) => answer.p95),
        ),
        figuresOf(
          'plain SQL slowest',
          plain.map(({ answer }) => answer.worst),
        ),
      ],
      peakMemoryMb: peakOf(ours),
    },
  ];
}
