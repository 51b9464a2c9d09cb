import type { PhaseStep, Standing, StepDecision } from '#domain/pipeline.ts';
import { inOrder, placeOf } from '#domain/pipeline.ts';
import type { RecordOf } from '#domain/registry.ts';
import { wordPatterns } from '#sql/fold.ts';
import type { ReadableDb, Sql, SqlValue } from '#sql/sql.ts';
import { all, column, join, list, sql } from '#sql/sql.ts';

import { listRecords } from './records.repo.ts';

export type Phase = RecordOf<'phase'>;

/** The phases of a call in their order. */
export function phasesOf(db: ReadableDb, callId: string): Phase[] {
  return inOrder(listRecords(db, 'phase', { callId }));
}

/** What narrows the applications of a call down; null stands for those without a value. */
export interface ApplicationFilters {
  readonly text: string;
  readonly segmentIds: readonly (string | null)[];
  readonly departementCodes: readonly (string | null)[];
  readonly maturities: readonly (string | null)[];
  readonly states: readonly ('late' | 'incomplete' | 'duplicate' | 'withdrawn')[];
}

const isWithdrawn = sql`EXISTS (SELECT 1 FROM withdrawal w
  WHERE w.application_id = a.id AND w.deleted_at IS NULL)`;

/** Conditions over application `a` of a call `c`. */
export const stateConditions = {
  late: sql`(c.closes_on IS NOT NULL AND a.received_on > c.closes_on)`,
  incomplete: sql`a.is_complete = 0`,
  duplicate: sql`a.duplicate_of_id IS NOT NULL`,
  withdrawn: isWithdrawn,
} as const;

const departementOfA = sql`(SELECT g.departement_code FROM organisation g WHERE g.id = a.organisation_id)`;

function amongOrNone(value: Sql, wanted: readonly SqlValue[]): Sql {
  const named = wanted.filter((one) => one !== null);
  const none = wanted.length === named.length ? sql`0` : sql`${value} IS NULL`;
  return sql`(${value} IN ${list(named)} OR ${none})`;
}

function ofSegments(wanted: readonly (string | null)[]): Sql {
  const named = wanted.filter((id) => id !== null);
  const offered = sql`SELECT 1 FROM offer o WHERE o.application_id = a.id AND o.deleted_at IS NULL`;
  const none =
    wanted.length === named.length
      ? sql`0`
      : sql`NOT EXISTS (${offered} AND o.segment_id IS NOT NULL)`;
  return sql`(EXISTS (${offered} AND o.segment_id IN ${list(named)}) OR ${none})`;
}

function holds(text: string): Sql[] {
  return wordPatterns(text).map(
    (pattern) => sql`(a.label_key LIKE ${pattern} ESCAPE '\\' OR a.number = ${pattern.slice(1, -1)}
      OR (SELECT g.label_key FROM organisation g WHERE g.id = a.organisation_id)
         LIKE ${pattern} ESCAPE '\\')`,
  );
}

function conditionsOf(filters: ApplicationFilters): Sql[] {
  const { text, segmentIds, departementCodes, maturities, states } = filters;
  return [
    ...holds(text),
    ...(segmentIds.length === 0 ? [] : [ofSegments(segmentIds)]),
    ...(departementCodes.length === 0 ? [] : [amongOrNone(departementOfA, departementCodes)]),
    ...(maturities.length === 0 ? [] : [amongOrNone(sql`a.maturity`, maturities)]),
    ...states.map((state) => stateConditions[state]),
  ];
}

/** Identifiers of the applications that the filters keep; null when they keep all. */
export function filteredIds(
  db: ReadableDb,
  callId: string,
  filters: ApplicationFilters,
): Set<string> | null {
  const conditions = conditionsOf(filters);
  if (conditions.length === 0) return null;
  const wanted = join(
    [sql`a.call_id = ${callId}`, sql`a.deleted_at IS NULL`, ...conditions],
    ' AND ',
  );
  return new Set(
    column<string>(
      db,
      sql`SELECT a.id FROM application a JOIN call_for_interest c ON c.id = a.call_id WHERE ${wanted}`,
    ),
  );
}

type DecisionTuple = [
  applicationId: string,
  id: string,
  phaseId: string,
  outcome: StepDecision['outcome'],
  rank: number | null,
  isReleased: number,
];

type ApplicationTuple = [id: string, number: number, isWithdrawn: number, isDuplicate: number];

function tuples<T>(db: ReadableDb, query: Sql): T[] {
  return db.raw
    .prepare(query.text)
    .raw()
    .all(...query.values) as T[]; // columns as the tuple says, in STRICT tables
}

/** Narrows standings to a day: what came later is not counted. Dates that are not known count. */
export interface AsOf {
  readonly asOfOn: string | null;
}

/**
 * Where each application of a call stands, in the order of their numbers.
 * @param asOfOn what was received, decided and withdrawn by that day; null for all
 */
export function standingsOf(
  db: ReadableDb,
  callId: string,
  phases: readonly PhaseStep[],
  { asOfOn }: AsOf = { asOfOn: null },
): Standing[] {
  const until = (day: Sql): Sql =>
    asOfOn === null ? sql`1` : sql`coalesce(${day} <= ${asOfOn}, 1)`;
  const decisions = new Map<string, StepDecision[]>();
  const decided = sql`SELECT d.application_id, d.id, d.phase_id, d.outcome, d.rank, d.is_released
    FROM phase_decision d
    WHERE d.phase_id IN ${list(phases.map(({ id }) => id))} AND d.deleted_at IS NULL
      AND ${until(sql`d.decided_on`)}`;
  for (const [of, id, phaseId, outcome, rank, isReleased] of tuples<DecisionTuple>(db, decided)) {
    const decision = { id, phaseId, outcome, rank, isReleased: isReleased === 1 };
    const known = decisions.get(of);
    if (known === undefined) decisions.set(of, [decision]);
    else known.push(decision);
  }
  const withdrawnIds = sql`SELECT w.application_id FROM withdrawal w
    WHERE w.deleted_at IS NULL AND ${until(sql`w.withdrawn_on`)}`;
  const applications = sql`SELECT a.id, a.number, a.id IN (${withdrawnIds}), a.duplicate_of_id IS NOT NULL
    FROM application a WHERE a.call_id = ${callId} AND a.deleted_at IS NULL
      AND ${until(sql`a.received_on`)} ORDER BY a.number, a.id`;
  return tuples<ApplicationTuple>(db, applications).map(([id, number, withdrawn, duplicate]) => {
    const facts = {
      decisions: decisions.get(id) ?? [],
      isWithdrawn: withdrawn === 1,
      isDuplicate: duplicate === 1,
    };
    return { id, number, ...facts, place: placeOf(phases, facts) };
  });
}

export interface CardRow {
  readonly id: string;
  readonly callId: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly departementCode: string | null;
  readonly maturity: RecordOf<'application'>['maturity'];
  readonly receivedOn: string;
  readonly isLate: number;
  readonly isComplete: number;
  readonly isFictitious: number;
  readonly duplicateOfNumber: number | null;
  readonly withdrawnOn: string | null;
}

const idsOf = (ids: readonly string[]): Sql =>
  sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;

/** What cards show of some applications, by identifier. */
export function cardRows(db: ReadableDb, ids: readonly string[]): Map<string, CardRow> {
  const rows = all<CardRow>(
    db,
    sql`SELECT a.id, a.call_id AS callId, a.number, a.title, a.summary,
          a.organisation_id AS organisationId, g.name AS organisationName,
          g.departement_code AS departementCode, a.maturity, a.received_on AS receivedOn,
          ${stateConditions.late} AS isLate, a.is_complete AS isComplete,
          a.is_fictitious AS isFictitious,
          (SELECT b.number FROM application b WHERE b.id = a.duplicate_of_id) AS duplicateOfNumber,
          (SELECT max(w.withdrawn_on) FROM withdrawal w
           WHERE w.application_id = a.id AND w.deleted_at IS NULL) AS withdrawnOn
        FROM application a JOIN organisation g ON g.id = a.organisation_id
          JOIN call_for_interest c ON c.id = a.call_id
        WHERE a.id IN (${idsOf(ids)}) AND a.deleted_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface SegmentRow {
  readonly applicationId: string;
  readonly id: string;
  readonly name: string;
}

/** The segments of the offers of some applications, each once, in the order of the segments. */
export function segmentRows(db: ReadableDb, ids: readonly string[]): SegmentRow[] {
  return all<SegmentRow>(
    db,
    sql`SELECT DISTINCT o.application_id AS applicationId, s.id, s.name FROM offer o
          JOIN purchase_segment s ON s.id = o.segment_id AND s.deleted_at IS NULL
        WHERE o.application_id IN (${idsOf(ids)}) AND o.deleted_at IS NULL
        ORDER BY s.position, s.id`,
  );
}

export interface WhyRow {
  readonly id: string;
  readonly why: string | null;
  readonly hasException: number;
}

/** Why some decisions were taken, and whether they were changed after their release. */
export function whyRows(db: ReadableDb, decisionIds: readonly string[]): Map<string, WhyRow> {
  const rows = all<WhyRow>(
    db,
    sql`SELECT d.id, coalesce(d.reason, e.title) AS why,
          EXISTS (SELECT 1 FROM decision_exception x
                  WHERE x.phase_decision_id = d.id AND x.deleted_at IS NULL) AS hasException
        FROM phase_decision d LEFT JOIN exclusion_reason e ON e.id = d.exclusion_reason_id
        WHERE d.id IN (${idsOf(decisionIds)})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface FacetRow {
  readonly id: string | null;
  readonly name: string | null;
  readonly count: number;
}

/** How many applications of a call there are by what they can be narrowed down by. */
export function facetRows(db: ReadableDb, callId: string) {
  const own = sql`a.call_id = ${callId} AND a.deleted_at IS NULL`;
  const states = sql`SELECT count(*) FILTER (WHERE ${stateConditions.late}) AS late,
      count(*) FILTER (WHERE ${stateConditions.incomplete}) AS incomplete,
      count(*) FILTER (WHERE ${stateConditions.duplicate}) AS duplicate,
      count(*) FILTER (WHERE ${stateConditions.withdrawn}) AS withdrawn
    FROM application a JOIN call_for_interest c ON c.id = a.call_id WHERE ${own}`;
  return {
    segments: all<FacetRow>(
      db,
      sql`SELECT s.id, s.name, count(DISTINCT a.id) AS count FROM application a
            LEFT JOIN offer o ON o.application_id = a.id AND o.deleted_at IS NULL
              AND (o.segment_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM offer p
                WHERE p.application_id = a.id AND p.deleted_at IS NULL AND p.segment_id IS NOT NULL))
            LEFT JOIN purchase_segment s ON s.id = o.segment_id
          WHERE ${own} GROUP BY s.id ORDER BY s.id IS NULL, s.position, s.id`,
    ),
    departements: all<FacetRow>(
      db,
      sql`SELECT g.departement_code AS id, NULL AS name, count(*) AS count
          FROM application a JOIN organisation g ON g.id = a.organisation_id
          WHERE ${own} GROUP BY g.departement_code
          ORDER BY g.departement_code IS NULL, g.departement_code`,
    ),
    maturities: all<FacetRow>(
      db,
      sql`SELECT a.maturity AS id, NULL AS name, count(*) AS count FROM application a
          WHERE ${own} GROUP BY a.maturity ORDER BY a.maturity IS NULL, a.maturity`,
    ),
    states: all<Record<keyof typeof stateConditions, number>>(db, states)[0],
  };
}

export interface GroupRow {
  readonly applicationId: string;
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * The groups that the applications of a call are in; one with offers in several segments is in each.
 * Null stands for none.
 */
export function groupRows(
  db: ReadableDb,
  callId: string,
  dimension: 'segment' | 'departement' | 'kind' | 'maturity',
): GroupRow[] {
  const own = sql`a.call_id = ${callId} AND a.deleted_at IS NULL`;
  if (dimension === 'segment') {
    return all<GroupRow>(
      db,
      sql`SELECT DISTINCT a.id AS applicationId, s.id, s.name FROM application a
            LEFT JOIN offer o ON o.application_id = a.id AND o.deleted_at IS NULL
              AND (o.segment_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM offer p
                WHERE p.application_id = a.id AND p.deleted_at IS NULL AND p.segment_id IS NOT NULL))
            LEFT JOIN purchase_segment s ON s.id = o.segment_id
          WHERE ${own} ORDER BY s.id IS NULL, s.position, s.id`,
    );
  }
  const value = {
    departement: sql`g.departement_code`,
    kind: sql`g.kind`,
    maturity: sql`a.maturity`,
  }[dimension];
  return all<GroupRow>(
    db,
    sql`SELECT a.id AS applicationId, ${value} AS id, NULL AS name
        FROM application a JOIN organisation g ON g.id = a.organisation_id
        WHERE ${own} ORDER BY ${value} IS NULL, ${value}`,
  );
}

/** The applications of a call that are in each state. */
export function stateIds(db: ReadableDb, callId: string) {
  const ids = (state: Sql): Set<string> =>
    new Set(
      column<string>(
        db,
        sql`SELECT a.id FROM application a JOIN call_for_interest c ON c.id = a.call_id
            WHERE a.call_id = ${callId} AND a.deleted_at IS NULL AND ${state}`,
      ),
    );
  return {
    late: ids(stateConditions.late),
    incomplete: ids(stateConditions.incomplete),
    fictitious: ids(sql`a.is_fictitious = 1`),
  };
}

/** How many applications of a call were excluded on each ground by a day; null for all. */
export function exclusionCounts(
  db: ReadableDb,
  callId: string,
  asOfOn: string | null,
): Map<string, number> {
  const until = asOfOn === null ? sql`1` : sql`coalesce(d.decided_on <= ${asOfOn}, 1)`;
  const rows = all<{ id: string; count: number }>(
    db,
    sql`SELECT d.exclusion_reason_id AS id, count(DISTINCT a.id) AS count FROM phase_decision d
          JOIN application a ON a.id = d.application_id AND a.deleted_at IS NULL
        WHERE a.call_id = ${callId} AND d.deleted_at IS NULL AND d.exclusion_reason_id IS NOT NULL
          AND d.outcome = 'excluded' AND ${until} GROUP BY 1`,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
