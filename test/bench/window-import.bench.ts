import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { answerOpenDialog } from '../e2e/dialogs.ts';
import { callMain, callStore, openStorePort } from '../e2e/doors.ts';
import { launchApp } from '../e2e/launch.ts';
import type { BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import { check, runTask } from './processes.ts';
import type { Stores } from './store.bench.ts';
import { longestTurns, p95, watchTurns } from './window-watch.ts';

const ROUNDS = 3;
const ROWS = 100_000;
const FRAME_MS = 16;
const WORDS = ['ate', 'soc', 'energie', 'lille', 'du', 'bar'];

interface Round {
  readonly main: number;
  readonly window: number;
  readonly idleSearch: number;
  readonly busySearch: number;
  readonly ms: number;
}

/** Searches one after the other until told to stop; the times they took, in milliseconds. */
async function beginSearching(page: Page): Promise<void> {
  await page.evaluate((words) => {
    const state = { isOver: false, times: [] as number[] };
    Object.assign(window, { searching: state });
    const run = async (): Promise<void> => {
      for (let at = 0; !state.isOver; at += 1) {
        const start = performance.now();
        await window.storePort?.ask('search:find', { text: words[at % words.length], limit: 20 });
        state.times.push(performance.now() - start);
        await new Promise((rested) => setTimeout(rested, 20));
      }
    };
    void run();
  }, WORDS);
}

function endSearching(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const state = Reflect.get(window, 'searching') as { isOver: boolean; times: number[] }; // put there above
    state.isOver = true;
    return state.times;
  });
}

async function importOnce(app: ElectronApplication, page: Page, path: string): Promise<Round> {
  await beginSearching(page);
  // Not a wait for something: the idle program is watched for a while.
  await new Promise((rested) => setTimeout(rested, 3000));
  const idle = await endSearching(page);
  await answerOpenDialog(app, path);
  const granted = await callMain(page, 'dialog:openImport', {});
  check(granted !== null, 'no grant');
  await longestTurns(app, page);
  await beginSearching(page);
  const start = performance.now();
  const source = { kind: 'file', grant: granted.grant } as const;
  const { importId } = await callStore(page, 'imports:open', { source });
  const asked = { importId, register: 'organisations', sheet: 0, isFresh: true } as const;
  const { spec } = await callStore(page, 'imports:guess', asked);
  const plan = await callStore(page, 'imports:plan', { importId, spec });
  check(plan.counts.new === ROWS, `import: ${JSON.stringify(plan.counts)}`);
  const { created, operationId } = await callStore(page, 'imports:run', { importId, mode: 'all' });
  const ms = performance.now() - start;
  const busy = await endSearching(page);
  check(created === ROWS && operationId !== null, `import: ${created} rows`);
  const [main, window] = await longestTurns(app, page);
  await callStore(page, 'imports:close', { importId });
  return { main, window, idleSearch: p95(idle), busySearch: p95(busy), ms };
}

/** What a person feels in the window while 100,000 rows come in. */
export async function runWindowImportBench(stores: Stores): Promise<BenchRow[]> {
  const home = join(stores.folder, 'import-home');
  await mkdir(home, { recursive: true });
  const path = join(home, 'rows.csv');
  const cache = join(stores.folder, 'cache');
  await runTask('./whole-import-process.ts', ['write', 'csv', path, String(ROWS)], cache);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const store = join(home, `vide-${round}.rapporteur`);
    await cp(stores.empty, store);
    const app = await launchApp(home, [store]);
    try {
      const page = await app.firstWindow();
      await page.locator('main h1').waitFor();
      await openStorePort(page);
      await app.evaluate(watchTurns);
      await page.evaluate(watchTurns);
      rounds.push(await importOnce(app, page, path));
    } finally {
      await app.close();
    }
  }
  const mid = (key: keyof Round): number => median(rounds.map((round) => round[key]));
  const worst = Math.max(mid('main'), mid('window'));
  const slower = median(rounds.map(({ busySearch, idleSearch }) => busySearch / idleSearch));
  return [
    {
      name: `Longest stall during an import of ${ROWS} rows`,
      measure: `main or window, the worse ÷ ${FRAME_MS} ms`,
      ratio: worst / FRAME_MS,
      reach: 1,
      ok: worst <= FRAME_MS,
      figures: [
        { label: 'main', value: mid('main'), unit: 'ms' },
        { label: 'window', value: mid('window'), unit: 'ms' },
        { label: 'import', value: mid('ms'), unit: 'ms' },
      ],
      peakMemoryMb: null,
    },
    {
      name: 'Search as you type during an import',
      measure: 'p95 while the import runs ÷ p95 before it',
      ratio: slower,
      reach: 2,
      ok: slower <= 2,
      figures: [
        { label: 'busy', value: mid('busySearch'), unit: 'ms' },
        { label: 'idle', value: mid('idleSearch'), unit: 'ms' },
      ],
      peakMemoryMb: null,
    },
  ];
}
