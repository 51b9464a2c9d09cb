import { cp, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { exportToBytes } from '#interop/exporters.ts';

import { answerSaveDialog } from '../e2e/dialogs.ts';
import { callMain, callStore, openStorePort } from '../e2e/doors.ts';
import { launchApp, projectRoot } from '../e2e/launch.ts';
import { makeBareWindow } from './bare-window.ts';
import type { BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import { check, runCommand } from './processes.ts';
import { FILLED, valuesAt } from './store-data.ts';
import type { Stores } from './store.bench.ts';
import type { Started } from './window-process.ts';
import { longestTurns, p95, watchTurns } from './window-watch.ts';
import { startWindow } from './window-process.ts';

const ROUNDS = 5;
const ROWS = 100_000;
const CALC_ROWS = 5000;

async function showsDashboard(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  check((await page.locator('nav a').count()) > 3, 'the window shows no screens');
}

async function showsBare(page: Page): Promise<void> {
  check((await page.title()) === 'Fenêtre nue', 'the bare window shows something else');
}

async function calcFile(folder: string): Promise<string> {
  const path = join(folder, 'calc.ods');
  const { bytes } = await exportToBytes('ods', {
    properties: { title: 'Structures', author: 'Banc', date: '2017-12-20', language: 'fr' },
    labels: { yes: 'Oui', no: 'Non' },
    tables: [
      {
        name: 'Structures',
        title: 'Structures',
        columns: FILLED.map((key) => ({ key, label: key, kind: 'text' as const })),
        rows: Array.from({ length: CALC_ROWS }, (_, index) => valuesAt(index)),
      },
    ],
  });
  await writeFile(path, bytes);
  return path;
}

async function hasOffice(): Promise<boolean> {
  try {
    await runCommand('soffice', ['--version']);
    return true;
  } catch {
    return false;
  }
}

const usable = (runs: readonly Started[]): number[] => runs.map(({ usableMs }) => usableMs);
const ratios = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));

/** Start and idle memory of the whole program beside a bare window of the same Electron. */
export async function runStartBench(stores: Stores): Promise<BenchRow[]> {
  const { folder } = stores;
  const bare = await makeBareWindow(folder);
  const home = join(folder, 'window-home');
  await mkdir(home, { recursive: true });
  const large = await stores.filled(ROWS);
  const example = await makeExample(home);
  const office = (await hasOffice()) ? await calcFile(folder) : null;
  const bares: Started[] = [];
  const larges: Started[] = [];
  const examples: Started[] = [];
  const offices: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const bareRun = await startWindow([bare], home, showsBare);
    const largeRun = await startWindow([projectRoot, large], home, showsDashboard);
    const exampleRun = await startWindow([projectRoot, example], home, showsDashboard);
    if (round < 0) continue;
    bares.push(bareRun);
    larges.push(largeRun);
    examples.push(exampleRun);
    if (office === null) continue;
    const args = ['--headless', '--convert-to', 'csv', '--outdir', join(folder, 'calc'), office];
    offices.push((await runCommand('soffice', args)).ms);
  }
  const figure = (label: string, values: readonly number[]) =>
    ({ label, value: median(values), unit: 'ms' }) as const;
  const start = ratios(usable(larges), usable(bares));
  const againstOffice = offices.length === 0 ? null : ratios(usable(larges), offices);
  const memory = (runs: readonly Started[]): number[] =>
    runs.flatMap(({ memoryMb }) => memoryMb ?? []);
  const idle = memory(examples).length === 0 ? null : ratios(memory(examples), memory(bares));
  return [
    {
      name: `Start to usable window, store of ${ROWS}`,
      measure: 'ours ÷ bare Electron window',
      ratio: start,
      reach: 1.7,
      ok: start <= 1.7,
      figures: [figure('ours', usable(larges)), figure('bare', usable(bares))],
      peakMemoryMb: Math.max(...memory(larges)),
    },
    {
      name: `Start to usable window, store of ${ROWS}`,
      measure: `ours ÷ LibreOffice Calc opening ${CALC_ROWS} rows`,
      ratio: againstOffice,
      reach: 0.65,
      ...(againstOffice === null ? {} : { ok: againstOffice <= 0.65 }),
      figures: offices.length === 0 ? [] : [figure('LibreOffice', offices)],
      peakMemoryMb: null,
      note:
        againstOffice === null
          ? 'LibreOffice is missing'
          : 'LibreOffice without its window: opens the rows and writes them as CSV',
    },
    {
      name: 'Memory of the whole program, idle, example group',
      measure: 'ours ÷ bare Electron window',
      ratio: idle,
      reach: 1.5,
      ...(idle === null ? {} : { ok: idle <= 1.5 }),
      figures: [
        { label: 'ours', value: median(memory(examples)), unit: 'MB' },
        { label: 'bare', value: median(memory(bares)), unit: 'MB' },
      ],
      peakMemoryMb: null,
    },
  ];
}

/** The example group, as the program itself makes it. */
async function makeExample(home: string): Promise<string> {
  const app = await launchApp(home);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const state = await callMain(page, 'store:openExample', {});
  await app.close();
  check(state.store !== null, 'no example group');
  return state.store.path;
}

/** Scrolls the list by wheel-sized steps, one a frame; counts frames in which a row stood empty. */
function scroll(
  page: Page,
  steps: number,
): Promise<{ frames: number; blank: number; moved: number }> {
  return page.evaluate(async (count) => {
    const grid = document.querySelector('[role=grid]');
    if (grid === null) throw new Error('no list');
    let blank = 0;
    const from = grid.scrollTop;
    for (let step = 0; step < count; step += 1) {
      grid.scrollTop += 120;
      await new Promise((painted) => requestAnimationFrame(painted));
      const { top, bottom } = grid.getBoundingClientRect();
      const seen = [...grid.querySelectorAll('[role=row]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
      const isFull = seen.length > 5 && seen.every((row) => row.textContent.trim() !== '');
      if (!isFull) blank += 1;
    }
    return { frames: count, blank, moved: grid.scrollTop - from };
  }, steps);
}

const SCROLL_STEPS = 600;
const PAGES = 200;

/** Times of list pages as the page gets them over its port, in milliseconds. */
function pageTimes(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const times: number[] = [];
    const sorts = ['name', 'communeName'];
    for (let at = 0; at < count; at += 1) {
      const start = performance.now();
      await window.storePort?.ask('registers:list', {
        register: 'organisations',
        sort: [{ column: sorts[at % 2] ?? 'name', direction: 'asc' }],
        filters: at % 4 < 2 ? [] : [{ column: 'departementCode', operator: 'is', value: '59' }],
        offset: Math.floor(at / 4) * 50,
        limit: 50,
      });
      times.push(performance.now() - start);
    }
    return times;
  }, PAGES);
}

const FRAME_MS = 16;
const PAGE_MS = 10;

/** What a person feels in the list and during an export, in the real window over 100,000 records. */
export async function runWindowBench(stores: Stores): Promise<BenchRow[]> {
  const home = join(stores.folder, 'list-home');
  await mkdir(home, { recursive: true });
  const store = join(home, 'liste.rapporteur');
  await cp(await stores.filled(ROWS), store);
  const app = await launchApp(home, [store]);
  try {
    const page = await app.firstWindow();
    await showsDashboard(page);
    await openStorePort(page);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(p95(await pageTimes(page)));
    await page.evaluate(() => void (location.hash = '/actors/organisations'));
    await page.locator('[role=grid][aria-busy=false] [role=rowheader]').first().waitFor();
    const scrolled = { frames: 0, blank: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { frames, blank, moved } = await scroll(page, SCROLL_STEPS);
      check(moved > 0, 'the list does not scroll');
      scrolled.frames += frames;
      scrolled.blank += blank;
    }
    await page.evaluate(() => void (location.hash = '/'));
    const stalls = await exportStalls(app, page, home);
    const mains = stalls.map(({ main }) => main);
    const windows = stalls.map(({ window }) => window);
    const worst = Math.max(median(mains), median(windows));
    return [
      {
        name: `Page of a list of ${ROWS}, store to renderer`,
        measure: `p95 of ${PAGES} pages, sorted and filtered ÷ ${PAGE_MS} ms`,
        ratio: median(times) / PAGE_MS,
        reach: 1,
        ok: median(times) <= PAGE_MS,
        figures: [{ label: 'p95', value: median(times), unit: 'ms' }],
        peakMemoryMb: null,
      },
      {
        name: `Scrolling a list of ${ROWS}`,
        measure: 'frames with an empty row ÷ all frames',
        ratio: scrolled.blank / scrolled.frames,
        reach: 0,
        ok: scrolled.blank === 0,
        figures: [],
        peakMemoryMb: null,
        note: `${scrolled.frames} frames, ${scrolled.blank} with an empty row`,
      },
      {
        name: `Longest stall during an export of ${ROWS} rows`,
        measure: `main or window, the worse ÷ ${FRAME_MS} ms`,
        ratio: worst / FRAME_MS,
        reach: 1,
        ok: worst <= FRAME_MS,
        figures: [
          { label: 'main', value: median(mains), unit: 'ms' },
          { label: 'window', value: median(windows), unit: 'ms' },
          {
            label: 'main, idle',
            value: median(stalls.map(({ idleMain }) => idleMain)),
            unit: 'ms',
          },
          {
            label: 'window, idle',
            value: median(stalls.map(({ idleWindow }) => idleWindow)),
            unit: 'ms',
          },
          { label: 'export', value: median(stalls.map(({ ms }) => ms)), unit: 'ms' },
        ],
        peakMemoryMb: null,
      },
    ];
  } finally {
    await app.close();
  }
}

interface Stall {
  readonly main: number;
  readonly window: number;
  readonly idleMain: number;
  readonly idleWindow: number;
  readonly ms: number;
}

/** Each round first watches as long a time in which nothing is done: what the machine itself stalls. */
async function exportStalls(app: ElectronApplication, page: Page, home: string): Promise<Stall[]> {
  await app.evaluate(watchTurns);
  await page.evaluate(watchTurns);
  const stalls: Stall[] = [];
  let lastMs = 2000;
  for (let round = -1; round < ROUNDS; round += 1) {
    const path = join(home, `export-${round}.xlsx`);
    await answerSaveDialog(app, path);
    const granted = await callMain(page, 'dialog:saveFile', {
      suggestedName: 'export.xlsx',
      format: 'xlsx',
    });
    check(granted !== null, 'no grant');
    await longestTurns(app, page);
    // Not a wait for something: the idle program is watched for as long as an export took.
    await page.waitForTimeout(lastMs);
    const [idleMain, idleWindow] = await longestTurns(app, page);
    const start = performance.now();
    const { rows } = await callStore(page, 'registers:export', {
      register: 'organisations',
      text: '',
      filters: [],
      sort: [],
      at: null,
      columns: null,
      format: 'xlsx',
      grant: granted.grant,
    });
    lastMs = performance.now() - start;
    const [main, window] = await longestTurns(app, page);
    check(rows === ROWS && (await stat(path)).size > 1_000_000, `export: ${rows} rows`);
    if (round >= 0) stalls.push({ main, window, idleMain, idleWindow, ms: lastMs });
  }
  return stalls;
}
