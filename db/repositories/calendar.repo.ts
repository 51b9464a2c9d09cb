import type { EntityName } from '#domain/registry.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, join, one, sql } from '#sql/sql.ts';

import { deadlineSql, dueDaySql, isOwedSql } from './deliverable-state.ts';

/** Something that takes place or falls due, with the day, or the words, that say when. */
export interface DatedRow {
  readonly table: EntityName;
  readonly id: string;
  /** Which of the record's dates it is, where it has several. */
  readonly part: 'opens' | 'closes' | 'deadline' | null;
  readonly title: string;
  readonly detail: string | null;
  readonly place: string | null;
  readonly workingGroupId: string;
  readonly subGroupId: string | null;
  readonly subGroupName: string | null;
  readonly groupName: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly startsAt: string | null;
  /** The time in words, or the quarter, where no day is known. */
  readonly period: string | null;
  /** 1 for work that is neither done nor given up; null for what merely takes place. */
  readonly isOwed: number | null;
}

interface Source {
  readonly table: EntityName;
  readonly from: Sql;
  readonly part?: 'opens' | 'closes' | 'deadline';
  readonly title?: Sql;
  readonly detail?: Sql;
  readonly place?: Sql;
  readonly subGroupId?: Sql;
  readonly fromOn: Sql;
  readonly toOn?: Sql;
  /** What lateness is told by, where that is not the last day. */
  readonly deadline?: Sql;
  readonly startsAt?: Sql;
  readonly period?: Sql;
  readonly isOwed?: Sql;
  readonly workingGroupId?: Sql;
}

const nothing = sql`NULL`;
const alive = sql`x.deleted_at IS NULL`;
const openWork = sql`(x.status <> 'done')`;

/** Everything that a calendar shows, on a day; what is cancelled or given up is left out. */
function sourcesOn(today: string): readonly Source[] {
  const day = sql`${today}`;
  const work = { subGroupId: sql`x.sub_group_id`, fromOn: sql`x.due_on`, isOwed: openWork };
  const ofCall = sql`(SELECT c.working_group_id FROM call_for_interest c WHERE c.id = x.call_id)`;
  return [
    {
      table: 'meeting',
      from: sql`meeting x WHERE ${alive} AND x.status <> 'cancelled'`,
      detail: sql`x.purpose`,
      place: sql`x.place`,
      subGroupId: sql`x.sub_group_id`,
      fromOn: sql`x.held_on`,
      startsAt: sql`x.starts_at`,
      period: sql`x.period`,
    },
    {
      table: 'event',
      from: sql`event x WHERE ${alive} AND x.status <> 'cancelled'`,
      title: sql`x.name`,
      detail: sql`x.description`,
      place: sql`x.place`,
      fromOn: sql`coalesce(x.starts_on, x.ends_on)`,
      toOn: sql`coalesce(x.ends_on, x.starts_on)`,
      period: sql`x.period`,
    },
    {
      ...work,
      table: 'milestone',
      from: sql`milestone x WHERE ${alive} AND x.status <> 'abandoned'`,
      detail: sql`x.description`,
      period: sql`x.period`,
      isOwed: sql`(${openWork} AND coalesce(x.done_on > ${day}, 1))`,
    },
    {
      ...work,
      table: 'deliverable',
      from: sql`deliverable x WHERE ${alive} AND x.status <> 'abandoned'`,
      detail: sql`x.description`,
      fromOn: dueDaySql,
      deadline: deadlineSql,
      period: sql`x.quarter`,
      isOwed: isOwedSql(day),
    },
    {
      ...work,
      table: 'actionItem',
      from: sql`action_item x WHERE ${alive} AND x.status <> 'abandoned'`,
    },
    ...(['opens', 'closes'] as const).map((part): Source => ({
      table: 'callForInterest',
      part,
      from: sql`call_for_interest x WHERE ${alive}`,
      detail: sql`x.description`,
      fromOn: part === 'opens' ? sql`x.opens_on` : sql`x.closes_on`,
    })),
    {
      table: 'phase',
      part: 'deadline',
      from: sql`phase x WHERE ${alive} AND ${ofCall} IS NOT NULL`,
      title: sql`x.name`,
      detail: sql`x.description`,
      fromOn: sql`x.deadline_on`,
      workingGroupId: ofCall,
    },
  ];
}

function rowsOf(source: Source): Sql {
  const { table, part = null, from, fromOn, toOn = fromOn } = source;
  return sql`SELECT ${table} AS "table", x.id, ${part} AS part, ${source.title ?? sql`x.title`} AS title,
      ${source.detail ?? nothing} AS detail, ${source.place ?? nothing} AS place,
      ${source.workingGroupId ?? sql`x.working_group_id`} AS workingGroupId,
      ${source.subGroupId ?? nothing} AS subGroupId,
      ${fromOn} AS fromOn, ${toOn} AS toOn, ${source.deadline ?? toOn} AS deadline,
      ${source.startsAt ?? nothing} AS startsAt, ${source.period ?? nothing} AS period, ${source.isOwed ?? nothing} AS isOwed
    FROM ${from}`;
}

const ofGroup = (workingGroupId: string | null): Sql =>
  workingGroupId === null ? sql`1` : sql`d.workingGroupId = ${workingGroupId}`;

const isOverdue = (today: string): Sql => sql`d.isOwed = 1 AND d.deadline < ${today}`;

const selected = (today: string): Sql => sql`SELECT d.*, g.name AS groupName,
    (SELECT s.name FROM sub_group s WHERE s.id = d.subGroupId) AS subGroupName
  FROM (${join(sourcesOn(today).map(rowsOf), ' UNION ALL ')}) d
    JOIN working_group g ON g.id = d.workingGroupId AND g.deleted_at IS NULL`;

function select(db: ReadableDb, today: string, condition: Sql, limit: number): DatedRow[] {
  return all<DatedRow>(
    db,
    sql`${selected(today)}
        WHERE ${condition}
        ORDER BY d.fromOn, d.startsAt IS NULL, d.startsAt, fold(d.title), d.id LIMIT ${limit}`,
  );
}

export interface DatedRequest {
  /** Null for every group of the store. */
  readonly workingGroupId: string | null;
  /** The day on which it is told what is still owed. */
  readonly today: string;
  readonly limit: number;
}

/** What has days of its own that touch a span; both ends are included. In the order of the days. */
export function datedBetween(
  db: ReadableDb,
  { workingGroupId, today, limit }: DatedRequest,
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
): DatedRow[] {
  const within = sql`d.fromOn <= ${toOn} AND d.toOn >= ${fromOn}`;
  return select(db, today, sql`${within} AND ${ofGroup(workingGroupId)}`, limit);
}

/** What has no day of its own, with the words that say when, if there are any. */
export function undated(
  db: ReadableDb,
  { workingGroupId, today, limit }: DatedRequest,
): DatedRow[] {
  const without = sql`d.fromOn IS NULL AND (d.part IS NULL) AND ${ofGroup(workingGroupId)}`;
  return select(db, today, without, limit);
}

/** Work that a day finds neither done nor given up after its deadline, longest overdue first. */
export function overdue(
  db: ReadableDb,
  { workingGroupId, today, limit }: DatedRequest,
): DatedRow[] {
  return all<DatedRow>(
    db,
    sql`${selected(today)} WHERE ${isOverdue(today)} AND ${ofGroup(workingGroupId)}
        ORDER BY d.deadline, fold(d.title), d.id LIMIT ${limit}`,
  );
}

/** How many of each kind are overdue on a day. */
export function countOverdue(
  db: ReadableDb,
  today: string,
): { readonly table: EntityName; readonly count: number }[] {
  return all(
    db,
    sql`SELECT d."table", count(*) AS count FROM (${selected(today)}) d
        WHERE ${isOverdue(today)} GROUP BY d."table"`,
  );
}

/** First and last day that anything of a calendar falls on; null when nothing does. */
export function daysKnown(
  db: ReadableDb,
  workingGroupId: string | null,
): { readonly first: string; readonly last: string } | null {
  const row = one<{ first: string | null; last: string | null }>(
    db,
    sql`SELECT min(d.fromOn) AS first, max(d.toOn) AS last
        FROM (${join(sourcesOn('').map(rowsOf), ' UNION ALL ')}) d
        WHERE ${ofGroup(workingGroupId)}`,
  );
  return row === null || row.first === null || row.last === null
    ? null
    : { first: row.first, last: row.last };
}
