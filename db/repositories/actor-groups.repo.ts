import type { ActorGroupKey, ActorRole } from '#domain/actor-page.ts';
import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, join, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

/** One thing that an actor did, owes or takes part in. */
export interface ActorLine {
  /** The record to open. */
  readonly table: EntityName;
  readonly id: string;
  readonly label: string;
  /** Where, for whom or with whom. */
  readonly detail: string | null;
  readonly role: ActorRole | null;
  /** A value of a closed list, as `table.field.value`. */
  readonly state: string | null;
  readonly onDay: string | null;
  readonly toDay: string | null;
  /** The time in words, where no day is known. */
  readonly period: string | null;
  readonly isLate: boolean;
}

export interface ActorGroup {
  readonly key: ActorGroupKey;
  readonly total: number;
  /** How many of them should have been done by now. */
  readonly late: number;
  readonly lines: readonly ActorLine[];
}

interface Source {
  readonly key: ActorGroupKey;
  /** Rows `tbl, id, label, detail, role, state, onDay, toDay, period, isLate, isOpen`. */
  readonly rows: readonly Sql[];
}

const LINES_PER_GROUP = 200;
const none = sql`NULL`;
const no = sql`0`;

interface Columns {
  readonly table: Sql;
  readonly id: Sql;
  readonly label: Sql;
  readonly detail?: Sql;
  readonly role?: Sql;
  readonly state?: Sql;
  readonly onDay?: Sql;
  readonly toDay?: Sql;
  readonly period?: Sql;
  readonly isLate?: Sql;
  readonly isOpen?: Sql;
}

const select = (columns: Columns, from: Sql): Sql =>
  sql`SELECT ${columns.table} AS tbl, ${columns.id} AS id, ${columns.label} AS label,
        ${columns.detail ?? none} AS detail, ${columns.role ?? none} AS role,
        ${columns.state ?? none} AS state, ${columns.onDay ?? none} AS onDay,
        ${columns.toDay ?? none} AS toDay, ${columns.period ?? none} AS period,
        ${columns.isLate ?? no} AS isLate, ${columns.isOpen ?? no} AS isOpen
      FROM ${from}`;

const bodyOf = sql`coalesce((SELECT name FROM sub_group b WHERE b.id = x.sub_group_id),
                            (SELECT name FROM working_group b WHERE b.id = x.working_group_id))`;
const isOpen = sql`x.status NOT IN ('done', 'abandoned')`;

function actions(where: Sql, today: string): Sql {
  return select(
    {
      table: sql`'actionItem'`,
      id: sql`x.id`,
      label: sql`x.title`,
      detail: bodyOf,
      state: sql`'actionItem.status.' || x.status`,
      onDay: sql`CASE WHEN ${isOpen} THEN x.due_on ELSE coalesce(x.done_on, x.due_on) END`,
      isLate: sql`(${isOpen} AND x.due_on IS NOT NULL AND x.due_on < ${today})`,
      isOpen,
    },
    sql`action_item x WHERE x.deleted_at IS NULL AND ${where}`,
  );
}

function deliverables(where: Sql, today: string): Sql {
  const isAwaited = sql`(x.received_on IS NULL AND ${isOpen})`;
  return select(
    {
      table: sql`'deliverable'`,
      id: sql`x.id`,
      label: sql`x.title`,
      detail: bodyOf,
      state: sql`'deliverable.status.' || x.status`,
      onDay: sql`coalesce(x.published_on, x.presented_on, x.received_on, x.due_on)`,
      isLate: sql`(${isAwaited} AND x.due_on IS NOT NULL AND x.due_on < ${today})`,
      isOpen: isAwaited,
    },
    sql`deliverable x WHERE x.deleted_at IS NULL AND ${where}`,
  );
}

function meetings(where: Sql, detail: Sql, role: Sql = none): Sql {
  return select(
    {
      role,
      table: sql`'meeting'`,
      id: sql`m.id`,
      label: sql`m.title`,
      detail,
      state: sql`'attendance.status.' || x.status`,
      onDay: sql`m.held_on`,
      period: sql`m.period`,
    },
    sql`attendance x JOIN meeting m ON m.id = x.meeting_id AND m.deleted_at IS NULL
          LEFT JOIN person p ON p.id = x.person_id LEFT JOIN organisation o ON o.id = x.organisation_id
        WHERE x.deleted_at IS NULL AND ${where}`,
  );
}

function applications(where: Sql, detail: Sql, role: Sql): Sql {
  return select(
    {
      table: sql`'application'`,
      id: sql`x.id`,
      label: sql`x.title`,
      detail,
      role: sql`CASE WHEN EXISTS (SELECT 1 FROM withdrawal w
                  WHERE w.application_id = x.id AND w.deleted_at IS NULL) THEN 'withdrawn' ELSE ${role} END`,
      state: sql`(SELECT 'phaseDecision.outcome.' || d.outcome FROM phase_decision d
                  JOIN phase f ON f.id = d.phase_id
                  WHERE d.application_id = x.id AND d.deleted_at IS NULL
                  ORDER BY f.position DESC, d.id DESC LIMIT 1)`,
      onDay: sql`x.received_on`,
    },
    sql`application x JOIN organisation o ON o.id = x.organisation_id
          JOIN call_for_interest c ON c.id = x.call_id
        WHERE x.deleted_at IS NULL AND ${where}`,
  );
}

function conflicts(where: Sql): Sql[] {
  const about = (table: Sql): Sql =>
    sql`${table} x JOIN application a ON a.id = x.application_id AND a.deleted_at IS NULL
          JOIN organisation o ON o.id = a.organisation_id JOIN person p ON p.id = x.person_id
        WHERE x.deleted_at IS NULL AND ${where}`;
  const shared = {
    id: sql`x.id`,
    label: sql`${labelSql('person', 'p')} || ' – ' || coalesce(o.acronym, o.name)`,
    detail: sql`a.title`,
  };
  return [
    select(
      {
        ...shared,
        table: sql`'conflictOfInterest'`,
        role: sql`CASE WHEN x.origin = 'detected' THEN 'detectedConflict' ELSE 'declaredConflict' END`,
        onDay: sql`x.stated_on`,
      },
      about(sql`conflict_of_interest`),
    ),
    select(
      { ...shared, table: sql`'recusal'`, role: sql`'recusal'`, onDay: sql`x.recorded_on` },
      about(sql`recusal`),
    ),
  ];
}

const ofEvent = (role: Sql, more: Partial<Columns> = {}): Columns => ({
  table: sql`'event'`,
  id: sql`e.id`,
  label: sql`e.name`,
  role,
  onDay: sql`e.starts_on`,
  toDay: sql`e.ends_on`,
  period: sql`e.period`,
  ...more,
});

const atEvent = (table: Sql, where: Sql): Sql =>
  sql`${table} x JOIN event e ON e.id = x.event_id AND e.deleted_at IS NULL
      WHERE x.deleted_at IS NULL AND ${where}`;

const attended = sql`CASE WHEN x.has_attended THEN 'attended' ELSE 'registered' END`;

function sourcesOfPerson(id: string, today: string): Source[] {
  return [
    { key: 'actions', rows: [actions(sql`x.responsible_person_id = ${id}`, today)] },
    {
      key: 'meetings',
      rows: [
        meetings(sql`x.person_id = ${id}`, sql`coalesce(o.acronym, o.name)`),
        meetings(
          sql`x.represented_by_id = ${id}`,
          sql`coalesce(nullif(${labelSql('person', 'p')}, ''), x.guest_name)`,
          sql`'representative'`,
        ),
      ],
    },
    { key: 'deliverables', rows: [deliverables(sql`x.author_person_id = ${id}`, today)] },
    {
      key: 'applications',
      rows: [applications(sql`x.contact_person_id = ${id}`, sql`o.name`, sql`'contact'`)],
    },
    {
      key: 'events',
      rows: [select(ofEvent(attended), atEvent(sql`registration`, sql`x.person_id = ${id}`))],
    },
    { key: 'conflicts', rows: conflicts(sql`x.person_id = ${id}`) },
  ];
}

function eventsOfOrganisation(id: string): Sql[] {
  const other = sql`(SELECT coalesce(o.acronym, o.name) FROM organisation o
                     WHERE o.id = CASE WHEN x.buyer_id = ${id} THEN x.company_id ELSE x.buyer_id END)`;
  const own = sql`x.organisation_id = ${id}`;
  return [
    select(ofEvent(attended), atEvent(sql`registration`, own)),
    select(ofEvent(sql`'stand'`, { detail: sql`x.number` }), atEvent(sql`stand`, own)),
    select(ofEvent(sql`'demo'`, { detail: sql`x.title` }), atEvent(sql`demo`, own)),
    select(
      ofEvent(sql`'b2bMeeting'`, {
        detail: other,
        state: sql`'b2bMeeting.status.' || x.status`,
      }),
      atEvent(sql`b2b_meeting`, sql`(x.buyer_id = ${id} OR x.company_id = ${id})`),
    ),
    select(
      ofEvent(sql`'pitch'`, { detail: sql`x.starts_at` }),
      atEvent(
        sql`pitch_slot`,
        sql`x.application_id IN (SELECT id FROM application WHERE organisation_id = ${id})`,
      ),
    ),
    select(
      ofEvent(sql`CASE WHEN e.organiser_id = ${id} THEN 'organiser' ELSE 'host' END`),
      sql`event e WHERE e.deleted_at IS NULL AND (e.organiser_id = ${id} OR e.host_id = ${id})`,
    ),
  ];
}

function sourcesOfOrganisation(id: string, today: string): Source[] {
  const own = sql`x.organisation_id = ${id}`;
  const segment = sql`(SELECT name FROM purchase_segment s WHERE s.id = x.segment_id)`;
  const ofTable = (table: Sql): Sql => sql`${table} x WHERE x.deleted_at IS NULL AND ${own}`;
  return [
    { key: 'actions', rows: [actions(sql`x.responsible_organisation_id = ${id}`, today)] },
    {
      key: 'meetings',
      rows: [meetings(own, sql`coalesce(nullif(${labelSql('person', 'p')}, ''), x.guest_name)`)],
    },
    { key: 'deliverables', rows: [deliverables(sql`x.author_organisation_id = ${id}`, today)] },
    { key: 'applications', rows: [applications(own, sql`c.title`, none)] },
    {
      key: 'offers',
      rows: [
        select(
          { table: sql`'offer'`, id: sql`x.id`, label: sql`x.title`, detail: segment },
          ofTable(sql`offer`),
        ),
      ],
    },
    {
      key: 'needs',
      rows: [
        select(
          {
            table: sql`'need'`,
            id: sql`x.id`,
            label: sql`x.title`,
            detail: segment,
            onDay: sql`x.received_on`,
          },
          ofTable(sql`need`),
        ),
      ],
    },
    {
      key: 'agreements',
      rows: [
        select(
          {
            table: sql`'agreement'`,
            id: sql`g.id`,
            label: sql`g.name`,
            detail: sql`x.role`,
            role: sql`CASE WHEN x.is_signatory THEN 'signatory' ELSE 'party' END`,
            state: sql`'agreement.status.' || g.status`,
            onDay: sql`coalesce(g.from_on, g.signed_on)`,
            toDay: sql`g.to_on`,
          },
          sql`agreement_party x JOIN agreement g ON g.id = x.agreement_id AND g.deleted_at IS NULL
              WHERE x.deleted_at IS NULL AND ${own}`,
        ),
      ],
    },
    {
      key: 'committees',
      rows: [
        select(
          {
            table: sql`'committee'`,
            id: sql`c.id`,
            label: sql`c.name`,
            detail: sql`x.title`,
            role: sql`'seat'`,
          },
          sql`committee_seat x JOIN committee c ON c.id = x.committee_id AND c.deleted_at IS NULL
              WHERE x.deleted_at IS NULL AND ${own}`,
        ),
      ],
    },
    { key: 'events', rows: eventsOfOrganisation(id) },
    { key: 'conflicts', rows: conflicts(sql`a.organisation_id = ${id}`) },
  ];
}

interface Row extends Omit<ActorLine, 'table' | 'isLate'> {
  readonly tbl: string;
  readonly isLate: number;
  readonly total: number;
  readonly late: number;
}

/**
 * What an actor is bound to, group by group: open things first, the soonest due before, then the rest
 * from the latest on. `today` says what is late.
 */
export function actorGroups(
  db: ReadableDb,
  table: 'organisation' | 'person',
  id: string,
  today: string,
): ActorGroup[] {
  const sources =
    table === 'person' ? sourcesOfPerson(id, today) : sourcesOfOrganisation(id, today);
  return sources.flatMap(({ key, rows }) => {
    const found = all<Row>(
      db,
      sql`SELECT *, count(*) OVER () AS total, sum(isLate) OVER () AS late
          FROM (${join(rows, ' UNION ALL ')})
          ORDER BY isOpen DESC, CASE WHEN isOpen THEN coalesce(onDay, '9999') END,
            onDay IS NULL, onDay DESC, label LIMIT ${LINES_PER_GROUP}`,
    );
    const [first] = found;
    if (first === undefined) return [];
    const lines = found.flatMap(({ tbl, isLate, total: _total, late: _late, ...line }) =>
      isEntityName(tbl) ? [{ ...line, table: tbl, isLate: isLate === 1 }] : [],
    );
    return [{ key, total: first.total, late: first.late, lines }];
  });
}
