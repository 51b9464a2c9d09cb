import type { Impossibility } from './diagnose.ts';
import type { Problem } from './problem.ts';
import type { Solution, SolveProgress } from './solve.ts';

/** What a solver thread is started with. */
export interface SolverTask {
  readonly problem: Problem;
  readonly seconds: number;
  /** The solver's program, read by whoever starts the thread. */
  readonly wasm: Uint8Array;
}

export interface SolverAnswer {
  readonly solution: Solution;
  /** Why there is none, when there is none. */
  readonly impossible: readonly Impossibility[];
  readonly solver: string;
  /** What the solver's memory grew to. */
  readonly memoryBytes: number;
}

export type FromSolver =
  | { readonly type: 'progress'; readonly progress: SolveProgress }
  | { readonly type: 'solved'; readonly answer: SolverAnswer };
