import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, join, list, one, sql } from '#sql/sql.ts';
import { wordPatterns } from '#sql/fold.ts';

import { labelSql } from './records.repo.ts';

export interface FollowUpFilter {
  readonly kind: 'actions' | 'decisions';
  readonly today: string;
  readonly workingGroupId: string | null;
  readonly subGroupId: string | null;
  readonly meetingId: string | null;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly isUnassigned: boolean;
  /** Only these statuses; all when there are none. */
  readonly statuses: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

export type FollowUpState = 'all' | 'open' | 'late' | 'done';
export type FollowUpGrouping = 'none' | 'responsible' | 'subGroup' | 'meeting';

export interface FollowUpLine {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly status: string;
  readonly onDay: string | null;
  readonly doneOn: string | null;
  readonly isLate: number;
  readonly workingGroupId: string;
  readonly subGroupId: string | null;
  readonly subGroupName: string | null;
  readonly meetingId: string | null;
  readonly meetingTitle: string | null;
  readonly heldOn: string | null;
  readonly minutesNumber: string | null;
  readonly responsiblePersonId: string | null;
  readonly responsiblePersonName: string | null;
  readonly responsibleOrganisationId: string | null;
  readonly responsibleOrganisationName: string | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly abstentions: number | null;
}

interface Shape {
  readonly table: Sql;
  /** The day that a period bears on, and that the list is sorted by. */
  readonly day: Sql;
  readonly isOpen: Sql;
  readonly order: Sql;
}

const shapes: Readonly<Record<FollowUpFilter['kind'], Shape>> = {
  actions: {
    table: sql`action_item`,
    day: sql`x.due_on`,
    isOpen: sql`x.status NOT IN ('done', 'abandoned')`,
    order: sql`x.status IN ('done', 'abandoned'), x.due_on IS NULL, x.due_on, x.label_key, x.id`,
  },
  decisions: {
    table: sql`decision`,
    day: sql`coalesce(x.decided_on, m.held_on)`,
    isOpen: sql`x.status = 'deferred'`,
    order: sql`coalesce(x.decided_on, m.held_on) IS NULL, coalesce(x.decided_on, m.held_on) DESC, x.label_key, x.id`,
  },
};

function isLate({ kind, today }: FollowUpFilter): Sql {
  const { day, isOpen } = shapes[kind];
  return kind === 'actions'
    ? sql`(${isOpen} AND ${day} IS NOT NULL AND ${day} < ${today})`
    : sql`0`;
}

function conditions(filter: FollowUpFilter): Sql {
  const { kind, workingGroupId, subGroupId, meetingId, personId, organisationId } = filter;
  const { day } = shapes[kind];
  const parts: Sql[] = [sql`x.deleted_at IS NULL`];
  if (workingGroupId !== null) parts.push(sql`x.working_group_id = ${workingGroupId}`);
  if (subGroupId !== null) parts.push(sql`x.sub_group_id = ${subGroupId}`);
  if (meetingId !== null) parts.push(sql`x.meeting_id = ${meetingId}`);
  if (kind === 'actions') {
    if (personId !== null) parts.push(sql`x.responsible_person_id = ${personId}`);
    if (organisationId !== null) parts.push(sql`x.responsible_organisation_id = ${organisationId}`);
    if (filter.isUnassigned) {
      parts.push(sql`x.responsible_person_id IS NULL AND x.responsible_organisation_id IS NULL`);
    }
  }
  if (filter.statuses.length > 0) parts.push(sql`x.status IN ${list(filter.statuses)}`);
  if (filter.from !== null) parts.push(sql`${day} >= ${filter.from}`);
  if (filter.to !== null) parts.push(sql`${day} <= ${filter.to}`);
  for (const pattern of wordPatterns(filter.text)) {
    parts.push(
      sql`(x.label_key || ' ' || fold(coalesce(x.detail, ''))) LIKE ${pattern} ESCAPE '\\'`,
    );
  }
  return join(parts, ' AND ');
}

function inState(filter: FollowUpFilter, state: FollowUpState): Sql {
  const { isOpen } = shapes[filter.kind];
  if (state === 'open') return isOpen;
  if (state === 'done') return sql`NOT (${isOpen})`;
  return state === 'late' ? isLate(filter) : sql`1`;
}

interface Grouping {
  readonly key: Sql;
  readonly order: Sql;
}

const groupings: Readonly<Record<Exclude<FollowUpGrouping, 'none'>, Grouping>> = {
  responsible: {
    key: sql`coalesce(x.responsible_person_id, x.responsible_organisation_id)`,
    order: sql`coalesce(p.label_key, o.label_key) IS NULL, coalesce(p.label_key, o.label_key),
               coalesce(x.responsible_person_id, x.responsible_organisation_id)`,
  },
  subGroup: {
    key: sql`x.sub_group_id`,
    order: sql`s.id IS NULL, s.position, s.label_key, s.id`,
  },
  meeting: {
    key: sql`m.id`,
    order: sql`m.id IS NULL, m.held_on DESC, m.label_key, m.id`,
  },
};

/** How such a list is put together; decisions have nobody responsible. */
function groupingOf({ kind }: FollowUpFilter, groupBy: FollowUpGrouping): Grouping | null {
  if (groupBy === 'none' || (groupBy === 'responsible' && kind === 'decisions')) return null;
  return groupings[groupBy];
}

function source(kind: FollowUpFilter['kind']): Sql {
  const responsible =
    kind === 'actions'
      ? sql`LEFT JOIN person p ON p.id = x.responsible_person_id
            LEFT JOIN organisation o ON o.id = x.responsible_organisation_id`
      : sql``;
  return sql`${shapes[kind].table} x
    LEFT JOIN meeting m ON m.id = x.meeting_id AND m.deleted_at IS NULL
    LEFT JOIN sub_group s ON s.id = x.sub_group_id ${responsible}`;
}

/** One page of the actions or decisions that meet the filter. */
export function followUpPage(
  db: ReadableDb,
  filter: FollowUpFilter,
  page: {
    readonly state: FollowUpState;
    readonly groupBy: FollowUpGrouping;
    readonly offset: number;
    readonly limit: number;
  },
): FollowUpLine[] {
  const { day, order } = shapes[filter.kind];
  const grouping = groupingOf(filter, page.groupBy);
  const own =
    filter.kind === 'actions'
      ? sql`x.done_on AS doneOn, x.responsible_person_id AS responsiblePersonId,
            nullif(${labelSql('person', 'p')}, '') AS responsiblePersonName,
            x.responsible_organisation_id AS responsibleOrganisationId,
            coalesce(o.acronym, o.name) AS responsibleOrganisationName,
            NULL AS votesFor, NULL AS votesAgainst, NULL AS abstentions`
      : sql`NULL AS doneOn, NULL AS responsiblePersonId, NULL AS responsiblePersonName,
            NULL AS responsibleOrganisationId, NULL AS responsibleOrganisationName,
            x.votes_for AS votesFor, x.votes_against AS votesAgainst, x.abstentions`;
  return all<FollowUpLine>(
    db,
    sql`SELECT x.id, x.title, x.detail, x.status, ${day} AS onDay, ${isLate(filter)} AS isLate,
          x.working_group_id AS workingGroupId, x.sub_group_id AS subGroupId, s.name AS subGroupName,
          m.id AS meetingId, m.title AS meetingTitle, m.held_on AS heldOn,
          (SELECT v.number FROM minutes v WHERE v.meeting_id = m.id AND v.amends_id IS NULL
             AND v.deleted_at IS NULL LIMIT 1) AS minutesNumber, ${own}
        FROM ${source(filter.kind)}
        WHERE ${conditions(filter)} AND ${inState(filter, page.state)}
        ORDER BY ${grouping === null ? order : sql`${grouping.order}, ${order}`} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
}

export interface FollowUpCounts {
  readonly all: number;
  readonly open: number;
  readonly late: number;
  readonly done: number;
}

/** How many there are in each state, whatever the page shows. */
export function followUpCounts(db: ReadableDb, filter: FollowUpFilter): FollowUpCounts {
  const { table, isOpen } = shapes[filter.kind];
  const counts = one<FollowUpCounts>(
    db,
    sql`SELECT count(*) AS "all", coalesce(sum(${isOpen}), 0) AS open,
          coalesce(sum(${isLate(filter)}), 0) AS late, coalesce(sum(NOT (${isOpen})), 0) AS done
        FROM ${table} x LEFT JOIN meeting m ON m.id = x.meeting_id AND m.deleted_at IS NULL
        WHERE ${conditions(filter)}`,
  );
  return counts ?? { all: 0, open: 0, late: 0, done: 0 };
}

export interface FollowUpGroup {
  /** Identifier of what the rows have in common; null for those without. */
  readonly key: string | null;
  readonly count: number;
  readonly late: number;
}

/** How many there are of each person, sub-group or meeting, in the order of the rows. */
export function followUpGroups(
  db: ReadableDb,
  filter: FollowUpFilter,
  state: FollowUpState,
  groupBy: FollowUpGrouping,
): FollowUpGroup[] {
  const grouping = groupingOf(filter, groupBy);
  if (grouping === null) return [];
  return all<FollowUpGroup>(
    db,
    sql`SELECT ${grouping.key} AS key, count(*) AS count,
          coalesce(sum(${isLate(filter)}), 0) AS late
        FROM ${source(filter.kind)} WHERE ${conditions(filter)} AND ${inState(filter, state)}
        GROUP BY ${grouping.key} ORDER BY ${grouping.order}`,
  );
}
