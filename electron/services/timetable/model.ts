import type { ModelData } from 'highs';

import type { Problem, Timetable } from './problem.ts';
import { canStay, fairness, possibleSlots } from './problem.ts';

/** Conditions that a model may leave out, to find which one stands in the way. */
export interface Relaxed {
  readonly tables?: boolean;
  readonly maxima?: boolean;
  readonly locked?: boolean;
  readonly availability?: boolean;
}

export interface ModelOptions {
  /** Minima may be missed, at a cost that nothing else outweighs: for finding who cannot have them. */
  readonly elastic?: boolean;
  readonly relaxed?: Relaxed;
}

/** A 0/1 model and what its columns mean. */
export interface TimetableModel {
  readonly data: Omit<ModelData, 'sense'>;
  /** Pair and slot of each of the first columns; then one for each served party, then shortfalls. */
  readonly cells: readonly { readonly pair: number; readonly slot: number }[];
  readonly served: readonly number[];
  readonly short: readonly number[];
  /** Value of the objective that a timetable has by this constant, whatever it is. */
  readonly offset: number;
  readonly fairness: number;
}

interface RowOf {
  readonly lower: number;
  readonly upper: number;
  readonly columns: number[];
  readonly values: number[];
}

class Rows {
  readonly rows: RowOf[] = [];

  atMost(columns: readonly number[], upper: number): void {
    if (columns.length > upper) this.#add(columns, Number.NEGATIVE_INFINITY, upper);
  }

  atLeast(columns: readonly number[], lower: number): void {
    this.#add(columns, lower, Number.POSITIVE_INFINITY);
  }

  /** `left` is at most the sum of `columns`. */
  below(left: number, columns: readonly number[]): void {
    this.rows.push({
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
      columns: [...columns, left],
      values: [...columns.map(() => 1), -1],
    });
  }

  #add(columns: readonly number[], lower: number, upper: number): void {
    this.rows.push({ lower, upper, columns: [...columns], values: columns.map(() => 1) });
  }
}

function grouped(entries: Iterable<readonly [key: string, column: number]>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [key, column] of entries) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [column]);
    else known.push(column);
  }
  return groups;
}

function relax(problem: Problem, relaxed: Relaxed): Problem {
  return {
    ...problem,
    tables: relaxed.tables === true ? null : problem.tables,
    parties: problem.parties.map((party) => ({
      ...party,
      max: relaxed.maxima === true ? null : party.max,
      busy: relaxed.availability === true ? [] : party.busy,
    })),
    pairs: problem.pairs.map((pair) =>
      relaxed.locked === true ? { ...pair, locked: null } : pair,
    ),
  };
}

/** Columns of a pair in a slot, and in which groups each of them counts. */
function cellsOf(problem: Problem) {
  const possible = possibleSlots(problem);
  return problem.pairs.flatMap((_, pair) => (possible[pair] ?? []).map((slot) => ({ pair, slot })));
}

function partiesOf(problem: Problem, pair: number): readonly number[] {
  const one = problem.pairs[pair];
  return one === undefined ? [] : [one.buyer, one.company];
}

function addClashRows(rows: Rows, problem: Problem, cells: TimetableModel['cells']): void {
  const { parties, pairs, tables } = problem;
  const oncePerPair = grouped(cells.map(({ pair }, column) => [String(pair), column] as const));
  for (const columns of oncePerPair.values()) rows.atMost(columns, 1);
  const persons = new Map<string, number>();
  for (const { person } of parties) {
    if (person !== null) persons.set(person, (persons.get(person) ?? 0) + 1);
  }
  // Who sits there for several parties is one in the place of all of them.
  const seatOf = (party: number): string => {
    const person = parties[party]?.person ?? null;
    return person !== null && (persons.get(person) ?? 0) > 1 ? `p${person}` : String(party);
  };
  const seats = cells.flatMap(({ pair, slot }, column) => {
    const both = new Set(partiesOf(problem, pair).map(seatOf));
    return [...both].map((seat) => [`${seat}@${slot}`, column] as const);
  });
  for (const columns of grouped(seats).values()) rows.atMost(columns, 1);
  if (tables === null) return;
  const atTables = cells.flatMap(({ pair, slot }, column) =>
    parties[pairs[pair]?.company ?? -1]?.hasStand === false
      ? [[String(slot), column] as const]
      : [],
  );
  for (const columns of grouped(atTables).values()) rows.atMost(columns, tables);
}

/** The rows as the solver takes them: compressed, row by row. */
function compressed(rows: readonly RowOf[], numCols: number): ModelData['matrix'] {
  const size = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  rows.forEach((row, index) => {
    indices.set(row.columns, at);
    values.set(row.values, at);
    at += row.columns.length;
    starts[index + 1] = at;
  });
  return { format: 'csr', numRows: rows.length, numCols, starts, indices, values };
}

/**
 * The 0/1 model of a timetable, to be maximised: a column for each pair in each slot that both have
 * free, rows for everything that can happen once only, and one column for each party with a wish that
 * is worth more than all meetings together when it meets somebody.
 */
export function timetableModel(given: Problem, options: ModelOptions = {}): TimetableModel {
  const problem = relax(given, options.relaxed ?? {});
  const cells = cellsOf(problem);
  const rows = new Rows();
  addClashRows(rows, problem, cells);
  const perParty = new Map<number, number[]>();
  cells.forEach(({ pair }, column) => {
    for (const party of partiesOf(problem, pair)) {
      perParty.set(party, [...(perParty.get(party) ?? []), column]);
    }
  });
  const columnsOf = (party: number): readonly number[] => perParty.get(party) ?? [];
  const served = problem.parties.flatMap(({ hasWish }, party) =>
    hasWish && columnsOf(party).length > 0 ? [party] : [],
  );
  const short =
    options.elastic === true
      ? problem.parties.flatMap(({ min }, party) => (min > 0 ? [party] : []))
      : [];
  served.forEach((party, index) => rows.below(cells.length + index, columnsOf(party)));
  problem.parties.forEach(({ min, max }, party) => {
    if (max !== null) rows.atMost(columnsOf(party), max);
    if (min <= 0) return;
    const place = short.indexOf(party);
    const slack = place < 0 ? [] : [cells.length + served.length + place];
    rows.atLeast([...columnsOf(party), ...slack], min);
  });
  const stay = canStay(problem);
  const worth = fairness(problem);
  // A shortfall outweighs everything else.
  const shortCost = worth * (served.length + 2);
  const numCols = cells.length + served.length + short.length;
  const isLocked = (pair: number): boolean => (problem.pairs[pair]?.locked ?? null) !== null;
  const costOf = ({ pair, slot }: { pair: number; slot: number }): number => {
    const one = problem.pairs[pair];
    const kept = stay.has(pair) && one?.planned === slot ? problem.changeCost : 0;
    return (one?.weight ?? 0) + kept;
  };
  return {
    data: {
      numCols,
      numRows: rows.rows.length,
      colCost: Float64Array.from([
        ...cells.map(costOf),
        ...served.map(() => worth),
        ...short.map(() => -shortCost),
      ]),
      colLower: Float64Array.from([
        ...cells.map(({ pair }) => (isLocked(pair) ? 1 : 0)),
        ...served.map(() => 0),
        ...short.map(() => 0),
      ]),
      colUpper: Float64Array.from([
        ...cells.map(() => 1),
        ...served.map(() => 1),
        ...short.map((party) => problem.parties[party]?.min ?? 0),
      ]),
      rowLower: Float64Array.from(rows.rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(rows.rows, ({ upper }) => upper),
      matrix: compressed(rows.rows, numCols),
      // Served and short follow from the cells: whole by themselves.
      integrality: Int32Array.from({ length: numCols }, (_, column) =>
        column < cells.length ? 1 : 0,
      ),
    },
    cells,
    served,
    short,
    offset: -stay.size * problem.changeCost,
    fairness: worth,
  };
}

/** A timetable as values of the model's columns: a place to start from. */
export function startFrom(
  problem: Problem,
  model: TimetableModel,
  timetable: Timetable,
): Float64Array {
  const values = new Float64Array(model.data.numCols);
  const met = new Map<number, number>();
  model.cells.forEach(({ pair, slot }, column) => {
    if (timetable.get(pair) !== slot) return;
    values[column] = 1;
    for (const party of partiesOf(problem, pair)) met.set(party, (met.get(party) ?? 0) + 1);
  });
  model.served.forEach((party, index) => {
    values[model.cells.length + index] = met.has(party) ? 1 : 0;
  });
  model.short.forEach((party, index) => {
    const missing = (problem.parties[party]?.min ?? 0) - (met.get(party) ?? 0);
    values[model.cells.length + model.served.length + index] = Math.max(0, missing);
  });
  return values;
}
