import type { Highs } from 'highs';

import { unreachableMinima, whyImpossible } from './diagnose.ts';
import { greedyTimetable } from './greedy.ts';
import type { Problem } from './problem.ts';
import { objectiveOf } from './problem.ts';
import type { SolverAnswer, SolverTask } from './protocol.ts';
import type { Solution, SolveProgress } from './solve.ts';
import { solveTimetable } from './solve.ts';

/** A timetable made without the solver, where the time was over before it found one itself. */
function fallback(problem: Problem, solution: Solution): Solution {
  if (solution.status !== 'unknown' || problem.parties.some(({ min }) => min > 0)) return solution;
  const timetable = greedyTimetable(problem);
  const isComplete = problem.pairs.every(
    ({ locked }, pair) => locked === null || timetable.get(pair) === locked,
  );
  if (!isComplete) return solution;
  return { ...solution, status: 'feasible', timetable, objective: objectiveOf(problem, timetable) };
}

/** Solves a task, and says why where it cannot be solved. Blocks for as long as that takes. */
export function answerTask(
  highs: Highs,
  { problem, seconds }: Omit<SolverTask, 'wasm'>,
  onProgress: (progress: SolveProgress) => void,
): SolverAnswer {
  const { major, minor, patch } = highs.version;
  const solver = `HiGHS ${major}.${minor}.${patch}`;
  const single = unreachableMinima(problem);
  if (single.length > 0) {
    const solution: Solution = {
      status: 'infeasible',
      timetable: new Map(),
      objective: 0,
      bound: null,
      seconds: 0,
      short: new Map(),
    };
    return { solution, impossible: single, solver, memoryBytes: highs.memoryBytes };
  }
  const solution = fallback(problem, solveTimetable(highs, problem, { seconds, onProgress }));
  const impossible = solution.status === 'infeasible' ? whyImpossible(highs, problem, seconds) : [];
  return { solution, impossible, solver, memoryBytes: highs.memoryBytes };
}
