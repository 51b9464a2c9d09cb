/** What a member said of one application on one criterion. */
export const MISSING = 0;
export const SCORED = 1;
export const ABSTAINED = 2;
/** The member is recused from the application: what they said of it does not count. */
export const RECUSED = 3;
/** A value that the criterion's scale does not hold: it does not count. */
export const OUT_OF_SCALE = 4;

export interface TableApplication {
  readonly id: string;
  readonly number: number;
}

export interface TableCriterion {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
}

/** One score as the store holds it. */
export interface GivenScore {
  readonly applicationId: string;
  readonly evaluatorId: string;
  readonly criterionId: string;
  readonly value: number | null;
}

/**
 * All scores of a phase in columns: 5,000 applications × 20 members × 5 criteria are half a million
 * cells. The cell of application `a`, member `e`, criterion `c` is at `(a × members + e) × criteria + c`.
 */
export interface ScoreTable {
  readonly applications: readonly TableApplication[];
  readonly evaluators: readonly string[];
  readonly criteria: readonly TableCriterion[];
  /** From 0 (foot of the criterion's scale) to 1 (its top); NaN where none counts. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** Scores that recused members gave, and scores beyond the scale: left out, and told. */
  readonly ignored: { recused: number; outOfScale: number };
}

/** Fills a table row by row, so that its maker can give others a turn meanwhile. */
export class ScoreTableBuilder {
  readonly #table: ScoreTable;
  readonly #applications: ReadonlyMap<string, number>;
  readonly #evaluators: ReadonlyMap<string, number>;
  readonly #criteria: ReadonlyMap<string, number>;

  constructor(
    shape: Pick<ScoreTable, 'applications' | 'evaluators' | 'criteria'>,
    recusals: Iterable<{ readonly personId: string; readonly applicationId: string }>,
  ) {
    const { applications, evaluators, criteria } = shape;
    const cells = applications.length * evaluators.length * criteria.length;
    this.#table = {
      ...shape,
      values: new Float64Array(cells).fill(Number.NaN),
      states: new Uint8Array(cells),
      ignored: { recused: 0, outOfScale: 0 },
    };
    this.#applications = new Map(applications.map(({ id }, at) => [id, at]));
    this.#evaluators = new Map(evaluators.map((id, at) => [id, at]));
    this.#criteria = new Map(criteria.map(({ id }, at) => [id, at]));
    for (const { personId, applicationId } of recusals) {
      const at = this.#placeOf(applicationId, personId);
      if (at !== null) this.#table.states.fill(RECUSED, at, at + criteria.length);
    }
  }

  /** Scores of applications, members or criteria that the table does not have are passed over. */
  add({ applicationId, evaluatorId, criterionId, value }: GivenScore): void {
    const { criteria, values, states, ignored } = this.#table;
    const first = this.#placeOf(applicationId, evaluatorId);
    const c = this.#criteria.get(criterionId);
    const criterion = c === undefined ? undefined : criteria[c];
    if (first === null || c === undefined || criterion === undefined) return;
    const at = first + c;
    if (states[at] === RECUSED) {
      ignored.recused += 1;
    } else if (value === null) {
      if (states[at] !== SCORED) states[at] = ABSTAINED;
    } else if (value < criterion.scaleMin || value > criterion.scaleMax) {
      states[at] = OUT_OF_SCALE;
      ignored.outOfScale += 1;
    } else {
      states[at] = SCORED;
      values[at] = (value - criterion.scaleMin) / (criterion.scaleMax - criterion.scaleMin);
    }
  }

  done(): ScoreTable {
    return this.#table;
  }

  #placeOf(applicationId: string, evaluatorId: string): number | null {
    const a = this.#applications.get(applicationId);
    const e = this.#evaluators.get(evaluatorId);
    if (a === undefined || e === undefined) return null;
    const { evaluators, criteria } = this.#table;
    return (a * evaluators.length + e) * criteria.length;
  }
}

/** The scale that results are told on: the criteria's own where they share one, else 0 to 100. */
export function resultScale(criteria: readonly TableCriterion[]): { min: number; max: number } {
  const [first, ...others] = criteria;
  const isShared =
    first !== undefined &&
    others.every((one) => one.scaleMin === first.scaleMin && one.scaleMax === first.scaleMax);
  return isShared ? { min: first.scaleMin, max: first.scaleMax } : { min: 0, max: 100 };
}
