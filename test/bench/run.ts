/** Measures of the program beside their limits and peers: `npm run bench [-- NAME…]`. */
import { performance } from 'node:perf_hooks';

import type { BenchRow } from './bench-types.ts';
import { runBoardBench } from './board.bench.ts';
import { runExportsBench } from './exports.bench.ts';
import { runImportBench } from './import.bench.ts';
import { WrongResult } from './processes.ts';
import type { Stores } from './store.bench.ts';
import { makeStores, runBulkBench, runListBench, runSearchBench } from './store.bench.ts';
import { runReportsBench } from './reports.bench.ts';
import { tableOf } from './table.ts';
import { runTimetableBench } from './timetable.bench.ts';
import { runWholeImportBench } from './whole-import.bench.ts';
import { runWindowImportBench } from './window-import.bench.ts';
import { runStartBench, runWindowBench } from './window.bench.ts';

const BENCHES: Readonly<Record<string, (stores: Stores) => Promise<BenchRow[]>>> = {
  bulk: runBulkBench,
  list: runListBench,
  board: runBoardBench,
  start: runStartBench,
  window: runWindowBench,
  reports: runReportsBench,
  exports: runExportsBench,
  import: runImportBench,
  whole: runWholeImportBench,
  importing: runWindowImportBench,
  search: runSearchBench,
  timetable: runTimetableBench,
};

function isMissingTool(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function notMeasured(name: string, note: string): BenchRow {
  return { name, measure: 'a tool is missing', ratio: null, figures: [], peakMemoryMb: null, note };
}

async function measure(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    process.stderr.write(`${unknown.join(', ')}? ${Object.keys(BENCHES).join(', ')}\n`);
    return 2;
  }
  const stores = await makeStores();
  const rows: BenchRow[] = [];
  let wrong = 0;
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const start = performance.now();
      try {
        rows.push(...(await bench(stores)));
      } catch (error) {
        const note = error instanceof Error ? error.message : String(error);
        if (isMissingTool(error)) rows.push(notMeasured(name, note));
        else wrong += 1;
        process.stderr.write(`${name}: ${error instanceof WrongResult ? 'wrong: ' : ''}${note}\n`);
      }
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      process.stderr.write(`${name}: ${seconds} s\n`);
    }
  } finally {
    await stores.remove();
  }
  process.stdout.write(`${tableOf(rows)}\n`);
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await measure(process.argv.slice(2));
