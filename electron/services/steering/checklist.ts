import type { Checklist, CheckName, ObjectiveView } from '#contract/steering.views.ts';
import type { EntityName } from '#domain/registry.ts';
import { countInYear, frozenTables } from '#journal/year-lock.ts';
import { deadlineSql, isOwedSql } from '#repositories/deliverable-state.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { NamedRecord } from '#services/named.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { column, one, sql } from '#sql/sql.ts';

import { objectivesOfYear, resultsWithoutObjective } from './objectives.ts';
import { indicatorsOfYear, valuesInYear } from './year-indicators.ts';
import { isBegun, workingYear } from './years.ts';

interface GroupYear {
  readonly groupId: string;
  readonly year: number;
}

type Find = (db: ReadableDb, at: GroupYear, objectives: readonly ObjectiveView[]) => NamedRecord[];

const named = (db: ReadableDb, table: EntityName, ids: readonly string[]): NamedRecord[] =>
  ids.flatMap((id) => nameRecord(db, table, id) ?? []);

/** Objectives told apart by their sub-group, since several may have set themselves the same. */
const withBody = (objectives: readonly ObjectiveView[]): NamedRecord[] =>
  objectives.map(({ id, title, subGroup }) => ({
    table: 'objective',
    id,
    label: title,
    detail: subGroup?.label ?? '',
  }));

const found =
  (table: EntityName, query: (at: GroupYear) => Sql): Find =>
  (db, at) =>
    named(db, table, column<string>(db, query(at)));

const lastDay = (year: number) => `${year}-12-31`;

/** What is worth looking at before a year is closed; nothing of it forbids to close. */
const checks: Readonly<Record<CheckName, Find>> = {
  openObjectives: (_db, _at, objectives) =>
    withBody(objectives.filter(({ state }) => state === 'open')),
  objectivesWithoutResult: (_db, _at, objectives) => {
    const barren = objectives.filter(
      ({ isWithoutResult, state }) => isWithoutResult && state !== 'restated',
    );
    const ids = new Set(barren.map(({ id }) => id));
    // A part is not told apart from the whole that has no result either.
    return withBody(barren.filter(({ parentId }) => !ids.has(parentId ?? '')));
  },
  resultsWithoutObjective: (db, at) =>
    named(
      db,
      'result',
      resultsWithoutObjective(db, at).map(({ id }) => id),
    ),
  indicatorsWithoutValue: (db, { groupId, year }) =>
    named(
      db,
      'indicator',
      indicatorsOfYear(db, groupId, year)
        .filter(({ id }) => valuesInYear(db, id, year).length === 0)
        .map(({ id }) => id),
    ),
  brokenTotals: found(
    'measurement',
    ({ groupId, year }) => sql`SELECT m.id FROM measurement m
      JOIN indicator i ON i.id = m.indicator_id AND i.working_group_id = ${groupId}
       AND i.deleted_at IS NULL
      JOIN measurement_part p ON p.measurement_id = m.id AND p.deleted_at IS NULL
      WHERE m.deleted_at IS NULL AND m.as_of_on BETWEEN ${`${year}-01-01`} AND ${lastDay(year)}
      GROUP BY m.id HAVING abs(sum(p.value) - m.value) > 1e-9 ORDER BY m.as_of_on, m.id`,
  ),
  minutesToValidate: found(
    'meeting',
    ({ groupId, year }) => sql`SELECT DISTINCT g.id FROM meeting g
      JOIN minutes v ON v.meeting_id = g.id AND v.deleted_at IS NULL AND v.status <> 'validated'
      WHERE g.working_group_id = ${groupId} AND g.deleted_at IS NULL AND g.status <> 'cancelled'
        AND g.held_on BETWEEN ${`${year}-01-01`} AND ${lastDay(year)} ORDER BY g.held_on, g.id`,
  ),
  deliverablesDue: found(
    'deliverable',
    ({ groupId, year }) => sql`SELECT x.id FROM deliverable x
      WHERE x.working_group_id = ${groupId} AND x.deleted_at IS NULL
        AND ${isOwedSql(sql`${lastDay(year)}`)} AND ${deadlineSql} <= ${lastDay(year)}
        AND ${deadlineSql} >= ${`${year}-01-01`}
      ORDER BY ${deadlineSql}, x.id`,
  ),
  actionsOpen: found(
    'actionItem',
    ({ groupId, year }) => sql`SELECT x.id FROM action_item x
      WHERE x.working_group_id = ${groupId} AND x.deleted_at IS NULL
        AND x.status NOT IN ('done', 'abandoned') AND x.done_on IS NULL
        AND x.due_on BETWEEN ${`${year}-01-01`} AND ${lastDay(year)} ORDER BY x.due_on, x.id`,
  ),
};

/** What is left to do in a year, and what closing it holds still. */
export function checklistOf(db: ReadableDb, at: GroupYear): Checklist {
  const { groupId, year } = at;
  const { objectives } = objectivesOfYear(db, at);
  const names = Object.keys(checks) as CheckName[]; // keys of a const object
  return {
    year: workingYear(db, groupId, year),
    next: isBegun(db, groupId, year + 1) ? workingYear(db, groupId, year + 1) : null,
    checks: names.map((name) => ({ name, records: checks[name](db, at, objectives) })),
    frozen: frozenTables
      // Counted with the value that they break down.
      .filter((table) => table !== 'measurementPart')
      .map((table) => ({
        table,
        count: one<{ n: number }>(db, countInYear(table, groupId, year))?.n ?? 0,
      }))
      .filter(({ count }) => count > 0),
  };
}

/** Remedies that the group adopted for a year or for the one after. */
export function remediesAround(db: ReadableDb, { groupId, year }: GroupYear) {
  return [year, year + 1].flatMap((one) =>
    listRecords(db, 'remedy', { workingGroupId: groupId, year: one }, ['position']),
  );
}
