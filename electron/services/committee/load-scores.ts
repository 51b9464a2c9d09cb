import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

import {
  applicationsOfPhase,
  candidatesOf,
  criteriaOf,
  phaseOf,
  recusalsOf,
  scorersOf,
} from './phase.ts';
import type { GivenScore, ScoreTable } from './score-table.ts';
import { ScoreTableBuilder } from './score-table.ts';
import type { Steps } from './turns.ts';
import { inTurns } from './turns.ts';

/** Changes with every write to the store, whether through this connection or another. */
export function dataVersion(db: ReadableDb): string {
  const other = one<{ data_version: number }>(db, sql`PRAGMA data_version`)?.data_version;
  const own = one<{ n: number }>(db, sql`SELECT total_changes() AS n`)?.n;
  return `${other}/${own}`;
}

interface Kept<T> {
  version: string;
  readonly values: Map<string, Promise<T>>;
}

/** Answers kept while the store stays as it is; the one asked longest ago goes first. */
export class KeptByVersion<T> {
  readonly #stores = new WeakMap<ReadableDb, Kept<T>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** A failed making is forgotten, so that the next who asks tries again. */
  get(db: ReadableDb, key: string, make: () => Promise<T>): Promise<T> {
    const version = dataVersion(db);
    let kept = this.#stores.get(db);
    if (kept?.version !== version) {
      kept = { version, values: new Map() };
      this.#stores.set(db, kept);
    }
    const { values } = kept;
    const found = values.get(key);
    values.delete(key);
    const value = found ?? make();
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > this.#most && oldest !== undefined) values.delete(oldest);
    if (found === undefined) {
      value.catch(() => {
        if (values.get(key) === value) values.delete(key);
      });
    }
    return value;
  }
}

const tables = new KeptByVersion<ScoreTable>(4);

/** Scores are read application by application, some at a time. */
const SLICE = 4;
/** How often to begin anew when the store changes meanwhile. */
const ATTEMPTS = 3;

/**
 * All scores of a phase, read in turns and kept while the store does not change.
 * @throws DataError `record.notFound`
 */
export function scoreTableOf(db: ReadableDb, phaseId: string): Promise<ScoreTable> {
  return tables.get(db, phaseId, async () => {
    for (let attempt = 1; ; attempt += 1) {
      const version = dataVersion(db);
      const table = await inTurns(readTable(db, phaseId));
      if (attempt === ATTEMPTS || dataVersion(db) === version) return table;
    }
  });
}

function* readTable(db: ReadableDb, phaseId: string): Steps<ScoreTable> {
  const phase = phaseOf(db, phaseId);
  const candidates = candidatesOf(db, phase);
  yield;
  const applications = applicationsOfPhase(db, phase, candidates).map(({ id, number }) => ({
    id,
    number,
  }));
  yield;
  const criteria = criteriaOf(db, phaseId).map(({ id, name, weight, scaleMin, scaleMax }) => ({
    id,
    name,
    weight,
    scaleMin,
    scaleMax,
  }));
  const shape = { applications, criteria, evaluators: scorersOf(db, phaseId) };
  yield;
  const builder = new ScoreTableBuilder(shape, recusalsOf(db, phase.callId));
  for (let at = 0; at < applications.length; at += SLICE) {
    const ids = applications.slice(at, at + SLICE).map(({ id }) => id);
    for (const score of scoresOfApplications(db, ids)) builder.add(score);
    yield;
  }
  return builder.done();
}

/** Where a cell was scored twice, the later record counts: identifiers follow time. */
function scoresOfApplications(db: ReadableDb, ids: readonly string[]): GivenScore[] {
  return all<GivenScore>(
    db,
    sql`SELECT application_id AS applicationId, evaluator_id AS evaluatorId,
               criterion_id AS criterionId, value
        FROM score WHERE deleted_at IS NULL
          AND application_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
        ORDER BY id`,
  );
}
