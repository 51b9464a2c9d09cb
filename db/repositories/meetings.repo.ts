import type { RecordOf } from '#domain/registry.ts';
import type { Row } from '#sql/codec.ts';
import { rowToRecord } from '#sql/codec.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, column, sql } from '#sql/sql.ts';

import { inForceOn } from './mandates.repo.ts';
import { labelSql } from './records.repo.ts';

type Meeting = RecordOf<'meeting'>;

/** Statuses of a meeting that has taken place. */
const PAST = sql`('toValidate', 'validated', 'held')`;

/** Condition that a meeting `e` is an earlier one of the same body. */
function isEarlier(meeting: Meeting): Sql {
  const before =
    meeting.heldOn === null
      ? sql`e.status IN ${PAST}`
      : sql`(e.held_on < ${meeting.heldOn} OR (e.held_on IS NULL AND e.status IN ${PAST}))`;
  return sql`e.id <> ${meeting.id} AND e.deleted_at IS NULL AND e.status <> 'cancelled'
    AND e.working_group_id = ${meeting.workingGroupId} AND e.sub_group_id IS ${meeting.subGroupId}
    AND e.committee_id IS ${meeting.committeeId} AND e.event_id IS ${meeting.eventId} AND ${before}`;
}

/** Earlier meetings of the same body that took place, the latest first. */
export function earlierMeetings(db: ReadableDb, meeting: Meeting): Meeting[] {
  return all<Row>(
    db,
    sql`SELECT e.* FROM meeting e WHERE ${isEarlier(meeting)} AND e.status <> 'draft'
        ORDER BY e.held_on IS NULL, e.held_on DESC, e.id DESC`,
  ).map((row) => rowToRecord('meeting', row));
}

/** Other meetings of the same body on a day, those cancelled aside. */
export function meetingsOnDay(
  db: ReadableDb,
  meeting: Meeting,
  day: string,
): { readonly id: string; readonly title: string }[] {
  return all(
    db,
    sql`SELECT e.id, e.title FROM meeting e
        WHERE e.held_on = ${day} AND e.id <> ${meeting.id} AND e.deleted_at IS NULL
          AND e.status <> 'cancelled' AND e.working_group_id = ${meeting.workingGroupId}
          AND e.sub_group_id IS ${meeting.subGroupId} AND e.committee_id IS ${meeting.committeeId}
        ORDER BY e.starts_at, e.id`,
  );
}

/** The meeting that an earlier item or an action comes from. */
export interface Origin {
  readonly meetingId: string | null;
  readonly meetingTitle: string | null;
  readonly heldOn: string | null;
}

export type EarlierItem = RecordOf<'agendaItem'> & { readonly origin: Origin };
export type EarlierAction = RecordOf<'actionItem'> & { readonly origin: Origin };

type OriginRow = Row & {
  readonly e_id: string | null;
  readonly e_title: string | null;
  readonly e_held_on: string | null;
};

const originOf = (row: OriginRow): Origin => ({
  meetingId: row.e_id,
  meetingTitle: row.e_title,
  heldOn: row.e_held_on,
});

/** Items put off, or left aside, by earlier meetings of the body, that no later agenda took up. */
export function openItems(db: ReadableDb, meeting: Meeting): EarlierItem[] {
  return all<OriginRow>(
    db,
    sql`SELECT i.*, e.id AS e_id, e.title AS e_title, e.held_on AS e_held_on
        FROM agenda_item i JOIN meeting e ON e.id = i.meeting_id
        WHERE i.deleted_at IS NULL AND ${isEarlier(meeting)}
          AND (i.status = 'postponed' OR (i.status = 'planned' AND e.status IN ${PAST}))
          AND NOT EXISTS (SELECT 1 FROM agenda_item c JOIN meeting n ON n.id = c.meeting_id
            WHERE c.carried_from_id = i.id AND c.deleted_at IS NULL
              AND n.deleted_at IS NULL AND n.status <> 'cancelled')
        ORDER BY e.held_on, e.id, i.position, i.id`,
  ).map((row) => ({ ...rowToRecord('agendaItem', row), origin: originOf(row) }));
}

/** Items that come back at every meeting of the body, the latest first. */
export function standingItems(db: ReadableDb, meeting: Meeting): EarlierItem[] {
  return all<OriginRow>(
    db,
    sql`SELECT i.*, e.id AS e_id, e.title AS e_title, e.held_on AS e_held_on
        FROM agenda_item i JOIN meeting e ON e.id = i.meeting_id
        WHERE i.deleted_at IS NULL AND i.is_standing = 1 AND ${isEarlier(meeting)}
        ORDER BY e.held_on DESC, e.id, i.position, i.id`,
  ).map((row) => ({ ...rowToRecord('agendaItem', row), origin: originOf(row) }));
}

/** Actions of the body that are not over yet, decided before this meeting. */
export function openActions(db: ReadableDb, meeting: Meeting): EarlierAction[] {
  const ofTheBody = sql`a.meeting_id IS NULL AND a.working_group_id = ${meeting.workingGroupId}
    AND a.sub_group_id IS ${meeting.subGroupId}`;
  const hasActionsOfItsOwn = meeting.committeeId === null && meeting.eventId === null;
  return all<OriginRow>(
    db,
    sql`SELECT a.*, e.id AS e_id, e.title AS e_title, e.held_on AS e_held_on
        FROM action_item a LEFT JOIN meeting e ON e.id = a.meeting_id
        WHERE a.deleted_at IS NULL AND a.status NOT IN ('done', 'abandoned')
          AND ((e.id IS NOT NULL AND ${isEarlier(meeting)})
            OR (${hasActionsOfItsOwn ? ofTheBody : sql`0`}))
          AND NOT EXISTS (SELECT 1 FROM agenda_item i
            WHERE i.action_item_id = a.id AND i.meeting_id = ${meeting.id} AND i.deleted_at IS NULL)
        ORDER BY a.due_on IS NULL, a.due_on, a.label_key, a.id`,
  ).map((row) => ({ ...rowToRecord('actionItem', row), origin: originOf(row) }));
}

/** How many files are kept with each of these records. */
export function attachmentCounts(db: ReadableDb, ids: readonly string[]): Map<string, number> {
  const rows = all<{ id: string; count: number }>(
    db,
    sql`SELECT record_id AS id, count(*) AS count FROM attachment
        WHERE record_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
          AND deleted_at IS NULL GROUP BY record_id`,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Numbers that minutes of a group's meetings bear, or bore before they were put aside. */
export function minutesNumbers(db: ReadableDb, workingGroupId: string): string[] {
  return column<string>(
    db,
    sql`SELECT v.number FROM minutes v JOIN meeting m ON m.id = v.meeting_id
        WHERE m.working_group_id = ${workingGroupId} AND v.number IS NOT NULL`,
  );
}

/** A mandate seen from the meetings of its body. */
export interface Seat {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string | null;
  readonly role: string;
  readonly workingGroupId: string | null;
  readonly subGroupId: string | null;
  readonly committeeId: string | null;
  readonly bodyName: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** Mandates in a group, its sub-groups and its committees; on a day, or of all times when null. */
export function seatsOf(db: ReadableDb, workingGroupId: string, day: string | null): Seat[] {
  return all<Seat>(
    db,
    sql`SELECT m.id, m.person_id AS personId, ${labelSql('person', 'p')} AS personName,
          m.organisation_id AS organisationId, m.role, m.working_group_id AS workingGroupId,
          m.sub_group_id AS subGroupId, m.committee_id AS committeeId,
          coalesce(s.name, c.name, g.name, '') AS bodyName, m.from_on AS fromOn, m.to_on AS toOn
        FROM mandate m JOIN person p ON p.id = m.person_id AND p.deleted_at IS NULL
          LEFT JOIN sub_group s ON s.id = m.sub_group_id
          LEFT JOIN committee c ON c.id = m.committee_id
          LEFT JOIN working_group g ON g.id = m.working_group_id
        WHERE m.deleted_at IS NULL AND ${inForceOn('m', day)}
          AND ${workingGroupId} IN (m.working_group_id, s.working_group_id, c.working_group_id)
        ORDER BY s.position, bodyName, p.label_key, m.from_on, m.id`,
  );
}
