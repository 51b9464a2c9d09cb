import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, join, one, sql } from '#sql/sql.ts';
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
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

export type FollowUpState = 'all' | 'open' | 'late' | 'done';

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
  }
  if (filter.from !== null) parts.push(sql`${day} >= ${filter.from}`);
  if (filter.to !== null) parts.push(sql`${day} <= ${filter.to}`);
  for (const pattern of wordPatterns(filter.text)) {
    parts.push(sql`x.label_key LIKE ${pattern} ESCAPE '\\'`);
  }
  return join(parts, ' AND ');
}

function inState(filter: FollowUpFilter, state: FollowUpState): Sql {
  const { isOpen } = shapes[filter.kind];
  if (state === 'open') return isOpen;
  if (state === 'done') return sql`NOT (${isOpen})`;
  return state === 'late' ? isLate(filter) : sql`1`;
}

/** One page of the actions or decisions that meet the filter. */
export function followUpPage(
  db: ReadableDb,
  filter: FollowUpFilter,
  page: { readonly state: FollowUpState; readonly offset: number; readonly limit: number },
): FollowUpLine[] {
  const { table, day, order } = shapes[filter.kind];
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
  const responsible =
    filter.kind === 'actions'
      ? sql`LEFT JOIN person p ON p.id = x.responsible_person_id
            LEFT JOIN organisation o ON o.id = x.responsible_organisation_id`
      : sql``;
  return all<FollowUpLine>(
    db,
    sql`SELECT x.id, x.title, x.detail, x.status, ${day} AS onDay, ${isLate(filter)} AS isLate,
          x.working_group_id AS workingGroupId, x.sub_group_id AS subGroupId, s.name AS subGroupName,
          m.id AS meetingId, m.title AS meetingTitle, m.held_on AS heldOn,
          (SELECT v.number FROM minutes v WHERE v.meeting_id = m.id AND v.amends_id IS NULL
             AND v.deleted_at IS NULL LIMIT 1) AS minutesNumber, ${own}
        FROM ${table} x LEFT JOIN meeting m ON m.id = x.meeting_id AND m.deleted_at IS NULL
          LEFT JOIN sub_group s ON s.id = x.sub_group_id ${responsible}
        WHERE ${conditions(filter)} AND ${inState(filter, page.state)}
        ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`,
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

/** E-mail addresses of people or organisations, by identifier. */
export function emailsOf(
  db: ReadableDb,
  table: 'person' | 'organisation',
  ids: readonly string[],
): Map<string, string> {
  const rows = all<{ id: string; email: string }>(
    db,
    sql`SELECT id, email FROM ${table === 'person' ? sql`person` : sql`organisation`}
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND email IS NOT NULL`,
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}
