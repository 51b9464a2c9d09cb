import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Meetings that decided something, the latest first. */
export function meetingsFollowed(
  db: ReadableDb,
): { readonly id: string; readonly title: string; readonly heldOn: string | null }[] {
  return all(
    db,
    sql`SELECT m.id, m.title, m.held_on AS heldOn FROM meeting m
        WHERE m.deleted_at IS NULL AND (
          m.id IN (SELECT meeting_id FROM action_item WHERE deleted_at IS NULL)
          OR m.id IN (SELECT meeting_id FROM decision WHERE deleted_at IS NULL))
        ORDER BY m.held_on IS NULL, m.held_on DESC, m.label_key, m.id`,
  );
}

/** People or organisations responsible for some action, by name. */
export function responsibleOnes(db: ReadableDb, table: 'person' | 'organisation'): Named[] {
  const isPerson = table === 'person';
  const field = isPerson ? sql`responsible_person_id` : sql`responsible_organisation_id`;
  const label = isPerson ? labelSql('person', 'n') : sql`coalesce(n.acronym, n.name)`;
  return all<Named>(
    db,
    sql`SELECT n.id, ${label} AS name FROM ${isPerson ? sql`person` : sql`organisation`} n
        WHERE n.id IN (SELECT ${field} FROM action_item WHERE deleted_at IS NULL)
        ORDER BY n.label_key, n.id`,
  );
}

/** The people of that very name, whatever its accents and case; at most two, to tell one from several. */
export function peopleNamed(db: ReadableDb, name: string): Named[] {
  return all<Named>(
    db,
    sql`SELECT x.id, ${labelSql('person', 'x')} AS name FROM person x
        WHERE x.deleted_at IS NULL AND fold(${labelSql('person', 'x')}) = ${foldText(name)}
        ORDER BY x.id LIMIT 2`,
  );
}

interface SentLine {
  readonly at: string;
  /** JSON text of what the dispatch holds. */
  readonly recipients: string;
  readonly meetingId: string;
  readonly meetingTitle: string;
}

/** The latest reminders in the registers of meetings, one line for each meeting. */
export function remindersSent(db: ReadableDb, limit: number): SentLine[] {
  return all<SentLine>(
    db,
    sql`SELECT d.at, d.recipients, m.id AS meetingId, m.title AS meetingTitle
        FROM dispatch d JOIN meeting m ON m.id = d.meeting_id AND m.deleted_at IS NULL
        WHERE d.kind = 'reminder' AND d.deleted_at IS NULL
        ORDER BY d.at DESC, d.recipients, m.held_on DESC, m.id LIMIT ${limit}`,
  );
}

/** When a reminder to somebody was last prepared, by their identifier, or by name for organisations. */
export function lastReminded(db: ReadableDb): Map<string, string> {
  const rows = all<{ who: string; at: string }>(
    db,
    sql`SELECT coalesce(json_extract(r.value, '$.personId'), json_extract(r.value, '$.name')) AS who,
          max(d.at) AS at
        FROM dispatch d, json_each(d.recipients) r
        WHERE d.kind = 'reminder' AND d.deleted_at IS NULL GROUP BY 1`,
  );
  return new Map(rows.map(({ who, at }) => [who, at]));
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
