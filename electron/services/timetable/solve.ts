import type { Highs, Model } from 'highs';

import { greedyTimetable } from './greedy.ts';
import type { ModelOptions, TimetableModel } from './model.ts';
import { startFrom, timetableModel } from './model.ts';
import type { Problem, Timetable } from './problem.ts';
import { objectiveOf, servedOf } from './problem.ts';

export interface SolveProgress {
  readonly seconds: number;
  /** Of the best timetable so far and of what none can pass; null while there is none. */
  readonly objective: number | null;
  readonly bound: number | null;
}

export interface Solution {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly timetable: Timetable;
  readonly objective: number;
  /** What no timetable that serves as many wishes can pass; null when it is not known. */
  readonly bound: number | null;
  readonly seconds: number;
  /** By how much each party with a minimum falls short, in an elastic model. */
  readonly short: ReadonlyMap<number, number>;
}

export interface SolveOptions extends ModelOptions {
  readonly seconds: number;
  readonly onProgress?: (progress: SolveProgress) => void;
}

const PROGRESS_EVERY_SECONDS = 0.2;

function timetableOf(model: TimetableModel, values: ArrayLike<number>): Timetable {
  const timetable = new Map<number, number>();
  model.cells.forEach(({ pair, slot }, column) => {
    if ((values[column] ?? 0) > 0.5) timetable.set(pair, slot);
  });
  return timetable;
}

function shortOf(model: TimetableModel, values: ArrayLike<number>): Map<number, number> {
  const first = model.cells.length + model.served.length;
  const short = new Map<number, number>();
  model.short.forEach((party, index) => {
    const missing = Math.round(values[first + index] ?? 0);
    if (missing > 0) short.set(party, missing);
  });
  return short;
}

function prepare(highs: Highs, solver: Model, model: TimetableModel, options: SolveOptions): void {
  solver.options.set({
    output_flag: false,
    time_limit: options.seconds,
    // Weights are whole numbers: nearer than this is the best.
    mip_abs_gap: 0.5,
    mip_rel_gap: 0,
    random_seed: 1,
  });
  solver.passModel({ ...model.data, sense: highs.constants.objectiveSense.maximize });
}

/** Works out the weightiest timetable within the time given. */
export function solveTimetable(highs: Highs, problem: Problem, options: SolveOptions): Solution {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const model = timetableModel(problem, options);
  if (model.cells.length === 0) return withoutCells(problem, model, seconds());
  return highs.withModel<Solution>((solver) =>
    run(highs, solver, { problem, model, options, seconds }),
  );
}

interface Run {
  readonly problem: Problem;
  readonly model: TimetableModel;
  readonly options: SolveOptions;
  readonly seconds: () => number;
}

function run(highs: Highs, solver: Model, { problem, model, options, seconds }: Run): Solution {
  prepare(highs, solver, model, options);
  const greedy = greedyTimetable(problem);
  solver.setSolution({ colValue: startFrom(problem, model, greedy) });
  const constant = (served: number): number => model.fairness * served;
  let last = 0;
  solver.run({
    [highs.constants.callbackType.mipLogging]: ({ data }) => {
      const now = seconds();
      if (options.onProgress === undefined || now - last < PROGRESS_EVERY_SECONDS) return undefined;
      last = now;
      const best = data.mip_primal_bound ?? Number.NaN;
      const bound = data.mip_dual_bound ?? Number.NaN;
      const served = Math.floor(best / model.fairness);
      const asShown = (value: number): number | null =>
        Number.isFinite(value) && Math.abs(value) < 1e15
          ? value + model.offset - constant(served)
          : null;
      options.onProgress({ seconds: now, objective: asShown(best), bound: asShown(bound) });
      return undefined;
    },
  });
  const status = solver.getModelStatus();
  const { modelStatus } = highs.constants;
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
    return { ...nothing, status: 'infeasible', seconds: seconds() };
  }
  const isSolved = Number(solver.info.get('primal_solution_status')) === 2;
  if (!isSolved) return { ...nothing, status: 'unknown', seconds: seconds() };
  const values = solver.getSolution().colValue;
  const timetable = timetableOf(model, values);
  const objective = objectiveOf(problem, timetable);
  const dual = Number(solver.info.get('mip_dual_bound'));
  const isOptimal = status === modelStatus.optimal;
  const shown = dual + model.offset - constant(servedOf(problem, timetable));
  return {
    status: isOptimal ? 'optimal' : 'feasible',
    timetable,
    objective,
    bound: isOptimal
      ? objective
      : Number.isFinite(shown)
        ? Math.max(objective, Math.floor(shown + 1e-6))
        : null,
    seconds: seconds(),
    short: shortOf(model, values),
  };
}

const nothing = {
  timetable: new Map<number, number>(),
  objective: 0,
  bound: null,
  short: new Map<number, number>(),
} as const;

/** Nobody can meet anybody: the empty timetable is the best, unless minima are asked for. */
function withoutCells(problem: Problem, model: TimetableModel, seconds: number): Solution {
  const short = new Map(model.short.map((party) => [party, problem.parties[party]?.min ?? 0]));
  const isAsked = short.size === 0 && problem.parties.some(({ min }) => min > 0);
  if (isAsked) return { ...nothing, status: 'infeasible', seconds };
  return { ...nothing, status: 'optimal', bound: 0, seconds, short };
}
