/** Works one timetable out in a process of its own: `node timetable-process.ts [fairly]`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import loadHighs from 'highs';

import { greedyTimetable } from '#services/timetable/greedy.ts';
import type { Problem } from '#services/timetable/problem.ts';
import { objectiveOf, servedOf } from '#services/timetable/problem.ts';
import { solveTimetable } from '#services/timetable/solve.ts';

import { ownPeakMb } from './processes.ts';
import { faultsOf } from '#test/timetables.ts';
import { timetableProblem } from './timetable-data.ts';

const isFair = process.argv[2] === 'fairly';
const problem: Problem = timetableProblem(isFair);

const beforeGreedy = performance.now();
const greedy = greedyTimetable(problem);
const greedyMs = performance.now() - beforeGreedy;

const beforeLoad = performance.now();
const wasm = readFileSync(createRequire(import.meta.url).resolve('highs/runtime'));
const highs = await loadHighs({ wasmBinary: new Uint8Array(wasm) });
const loadMs = performance.now() - beforeLoad;
let firstMs: number | null = null;
const before = performance.now();
const solution = solveTimetable(highs, problem, {
  seconds: 60,
  onProgress: ({ objective, bound }) => {
    const isNear = objective !== null && bound !== null && bound - objective <= objective / 100;
    if (isNear) firstMs ??= performance.now() - before;
  },
});
const ms = performance.now() - before;

process.stdout.write(
  JSON.stringify({
    faults: [...faultsOf(problem, greedy), ...faultsOf(problem, solution.timetable)],
    pairs: problem.pairs.length,
    status: solution.status,
    ms,
    nearMs: firstMs ?? ms,
    loadMs,
    greedyMs,
    objective: solution.objective,
    bound: solution.bound,
    greedy: objectiveOf(problem, greedy),
    served: servedOf(problem, solution.timetable),
    greedyServed: servedOf(problem, greedy),
    meetings: solution.timetable.size,
    greedyMeetings: greedy.size,
    peakMemoryMb: ownPeakMb(),
  }),
);
