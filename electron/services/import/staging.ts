import type { Fate, ImportDecision, JointDecision } from '#contract/import.channels.ts';
import { fates } from '#contract/import.channels.ts';
import type { EntityName } from '#domain/registry.ts';
import type { Cell } from '#interop/import/sheet.ts';
import { foldText } from '#sql/fold.ts';
import { openScratch } from '#sql/scratch.ts';
import { all, one, run, sql, transaction } from '#sql/sql.ts';
import type { Sql } from '#sql/sql.ts';

/** A refusal or a remark about one cell of a row, or about the row; `code` names its sentence. */
export interface CellRemark {
  /** Column of the sheet, from 0; null for the row as a whole. */
  readonly column: number | null;
  readonly key: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A record made beside the row's own: an actor that it names, a function, a segment. */
export interface SideRecord {
  readonly table: EntityName;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly label: string;
  /** Set when the record is there already and only takes in these values. */
  readonly isPatch?: true;
}

export interface StagedCandidate {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What was worked out of one row of the sheet. */
export interface StagedRow {
  /** Number of the row in the sheet, from 1. */
  readonly row: number;
  readonly fate: Fate;
  /** Of the new record, or of the one that is there already. */
  readonly id: string;
  readonly label: string;
  /** What the row says, by field. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Fields whose value was given for all rows. */
  readonly common: readonly string[];
  /** What the program adds to a new record. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** What changes in the record that is there. */
  readonly patch: Readonly<Record<string, unknown>> | null;
  /** Made with the row, whether its record is new or not. */
  readonly sides: readonly SideRecord[];
  /** Records, shared by rows, that must be made first. */
  readonly needs: readonly string[];
  readonly problems: readonly CellRemark[];
  readonly notes: readonly CellRemark[];
  readonly sameAsRow: number | null;
  readonly candidates: readonly StagedCandidate[];
  /** The cells as they were, kept where the row may have to be given back. */
  readonly raw: readonly Cell[] | null;
}

export interface DecidedRow extends StagedRow {
  readonly decision: ImportDecision | null;
}

export type FateCounts = Record<Fate, number>;

/** Rows of an import and their fates, out of memory; deleted with the import. */
export interface Staging {
  readonly add: (
    rows: readonly StagedRow[],
    decision: (row: StagedRow) => ImportDecision | null,
  ) => void;
  readonly clear: () => void;
  readonly counts: () => FateCounts;
  readonly undecided: () => number;
  readonly page: (fate: Fate | null, offset: number, limit: number) => DecidedRow[];
  readonly find: (row: number) => DecidedRow | null;
  readonly decide: (rows: readonly number[] | 'undecided', decision: JointDecision | null) => void;
  /**
   * Rows that have something to write, a few at a time. `keepsOrder`: in the order of the sheet,
   * however many they are; otherwise very many come in the order of their names.
   */
  readonly toWrite: (keepsOrder: boolean) => Generator<DecidedRow[]>;
  /** Rows that nothing is written of although they hold something, in order. */
  readonly left: () => Generator<DecidedRow>;
  readonly leftCount: () => number;
  readonly writeCount: () => number;
  readonly close: () => void;
}

interface Line {
  readonly n: number;
  readonly json: string;
  readonly decision: string | null;
}

const PAGE = 200;
/** From so many rows on it pays to write them in the order of their names. */
const MANY = 50_000;
const SCHEMA = `
  CREATE TABLE staged (n INTEGER PRIMARY KEY, name TEXT NOT NULL, fate TEXT NOT NULL, decision TEXT,
    json TEXT NOT NULL) STRICT;
  CREATE TABLE ordered (at INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;
  CREATE INDEX staged_by_fate ON staged(fate, n);
`;

// The plus keeps SQLite to the order of the rows instead of sorting them at each page.
const WRITTEN = sql`(+fate IN ('new', 'update') AND coalesce(decision, '') <> '{"kind":"skip"}')
  OR (+fate = 'duplicate' AND decision IS NOT NULL AND decision <> '{"kind":"skip"}')`;
const LEFT = sql`+fate = 'error' OR (+fate = 'duplicate' AND decision IS NULL)`;

const EMPTY = {
  common: [],
  filled: {},
  patch: null,
  sides: [],
  needs: [],
  problems: [],
  notes: [],
  sameAsRow: null,
  candidates: [],
  raw: null,
} satisfies Partial<StagedRow>;

function isEmpty(value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** What a row holds, without the much that most rows do not. */
function jsonOf(row: StagedRow): string {
  const kept: Partial<Record<keyof StagedRow, unknown>> = { ...row };
  for (const key of Object.keys(EMPTY) as (keyof typeof EMPTY)[]) {
    if (isEmpty(kept[key])) delete kept[key];
  }
  return JSON.stringify(kept);
}

function rowOf({ json, decision }: Line): DecidedRow {
  // Written by this very module.
  const kept = JSON.parse(json) as Omit<StagedRow, keyof typeof EMPTY>;
  const decided = decision === null ? null : (JSON.parse(decision) as ImportDecision);
  return { ...EMPTY, ...kept, decision: decided };
}

export function openStaging(binding: string | undefined): Staging {
  const { db, close } = openScratch({ binding });
  db.raw.exec(SCHEMA);
  const insert = db.raw.prepare(
    'INSERT INTO staged(n, name, fate, decision, json) VALUES (?, ?, ?, ?, ?)',
  );

  function* pages(where: Sql): Generator<DecidedRow[]> {
    let last = -1;
    for (;;) {
      const lines = all<Line>(
        db,
        sql`SELECT n, json, decision FROM staged WHERE n > ${last} AND (${where}) ORDER BY n LIMIT ${PAGE}`,
      );
      const end = lines.at(-1);
      if (end === undefined) return;
      last = end.n;
      yield lines.map(rowOf);
    }
  }

  /** Indexes by name grow three times as fast when names come in order. */
  function* pagesByName(where: Sql): Generator<DecidedRow[]> {
    run(db, sql`DELETE FROM ordered`);
    run(db, sql`INSERT INTO ordered(n) SELECT n FROM staged WHERE ${where} ORDER BY name, n`);
    for (let from = 1; ; from += PAGE) {
      const lines = all<Line>(
        db,
        sql`SELECT s.n, s.json, s.decision FROM ordered o CROSS JOIN staged s ON s.n = o.n
            WHERE o.at BETWEEN ${from} AND ${from + PAGE - 1} ORDER BY o.at`,
      );
      if (lines.length === 0) return;
      yield lines.map(rowOf);
    }
  }

  const count = (where: Sql): number =>
    one<{ n: number }>(db, sql`SELECT count(*) AS n FROM staged WHERE ${where}`)?.n ?? 0;

  return {
    add: (rows, decision) =>
      transaction(db, () => {
        for (const row of rows) {
          const decided = decision(row);
          insert.run(
            row.row,
            foldText(row.label),
            row.fate,
            decided === null ? null : JSON.stringify(decided),
            jsonOf(row),
          );
        }
      }),
    clear: () => void run(db, sql`DELETE FROM staged`),
    counts: () => {
      const found = all<{ fate: Fate; n: number }>(
        db,
        sql`SELECT fate, count(*) AS n FROM staged GROUP BY fate`,
      );
      const none = Object.fromEntries(fates.map((fate) => [fate, 0])) as FateCounts; // one per fate
      return { ...none, ...Object.fromEntries(found.map(({ fate, n }) => [fate, n])) };
    },
    undecided: () => count(sql`fate = 'duplicate' AND decision IS NULL`),
    page: (fate, offset, limit) =>
      all<Line>(
        db,
        sql`SELECT n, json, decision FROM staged
            WHERE ${fate === null ? sql`1` : sql`fate = ${fate}`}
            ORDER BY n LIMIT ${limit} OFFSET ${offset}`,
      ).map(rowOf),
    find: (row) => {
      const line = one<Line>(db, sql`SELECT n, json, decision FROM staged WHERE n = ${row}`);
      return line === null ? null : rowOf(line);
    },
    decide: (rows, decision) => {
      const json = decision === null ? null : JSON.stringify(decision);
      const best = sql`json_object('kind', 'update', 'id', json ->> '$.candidates[0].id')`;
      const value = decision?.kind === 'best' ? best : sql`${json}`;
      const hasBest = sql`json ->> '$.candidates[0].id' IS NOT NULL`;
      const may = decision?.kind === 'best' ? hasBest : sql`1`;
      const set = sql`UPDATE staged SET decision = ${value} WHERE ${may}`;
      if (rows === 'undecided') {
        run(db, sql`${set} AND fate = 'duplicate' AND decision IS NULL`);
        return;
      }
      transaction(db, () => {
        for (const row of rows) run(db, sql`${set} AND n = ${row}`);
      });
    },
    toWrite: (keepsOrder) =>
      keepsOrder || count(WRITTEN) < MANY ? pages(WRITTEN) : pagesByName(WRITTEN),
    *left() {
      for (const page of pages(LEFT)) yield* page;
    },
    leftCount: () => count(LEFT),
    writeCount: () => count(WRITTEN),
    close,
  };
}
