import type { EntityName } from '#domain/registry.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

/** A mandate with the names of who holds it, for whom, and in which body. */
export interface MandateView {
  readonly id: string;
  readonly personId: string;
  readonly personLabel: string;
  readonly organisationId: string | null;
  readonly organisationLabel: string | null;
  readonly bodyTable: EntityName;
  readonly bodyId: string;
  readonly bodyLabel: string;
  readonly role: string;
  readonly note: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

export interface AffiliationView {
  readonly id: string;
  readonly personId: string;
  readonly personLabel: string;
  readonly organisationId: string;
  readonly organisationLabel: string;
  readonly title: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** Condition that a row with `from_on` and `to_on` was in force on a day; null asks for all days. */
export function inForceOn(alias: 'm' | 'a', day: string | null): Sql {
  if (day === null) return sql`1`;
  return alias === 'm'
    ? sql`(m.from_on IS NULL OR m.from_on <= ${day}) AND (m.to_on IS NULL OR m.to_on >= ${day})`
    : sql`(a.from_on IS NULL OR a.from_on <= ${day}) AND (a.to_on IS NULL OR a.to_on >= ${day})`;
}

export interface MandateFilter {
  readonly personId?: string;
  readonly organisationId?: string;
  readonly subGroupId?: string;
  readonly committeeId?: string;
  readonly workingGroupId?: string;
  readonly role?: string;
  readonly at?: string | null;
}

/** Mandates that meet the filter, oldest first within each body. */
export function listMandates(db: ReadableDb, filter: MandateFilter): MandateView[] {
  const parts: Sql[] = [sql`m.deleted_at IS NULL`, inForceOn('m', filter.at ?? null)];
  if (filter.personId !== undefined) parts.push(sql`m.person_id = ${filter.personId}`);
  if (filter.organisationId !== undefined)
    parts.push(sql`m.organisation_id = ${filter.organisationId}`);
  if (filter.subGroupId !== undefined) parts.push(sql`m.sub_group_id = ${filter.subGroupId}`);
  if (filter.committeeId !== undefined) parts.push(sql`m.committee_id = ${filter.committeeId}`);
  if (filter.workingGroupId !== undefined)
    parts.push(sql`m.working_group_id = ${filter.workingGroupId}`);
  if (filter.role !== undefined) parts.push(sql`m.role = ${filter.role}`);
  return all<MandateView>(
    db,
    sql`SELECT m.id, m.person_id AS personId, ${labelSql('person', 'p')} AS personLabel,
          m.organisation_id AS organisationId, coalesce(o.acronym, o.name) AS organisationLabel,
          CASE WHEN m.sub_group_id IS NOT NULL THEN 'subGroup'
               WHEN m.committee_id IS NOT NULL THEN 'committee' ELSE 'workingGroup' END AS bodyTable,
          coalesce(m.sub_group_id, m.committee_id, m.working_group_id, '') AS bodyId,
          coalesce(s.name, c.name, g.name, '') AS bodyLabel,
          m.role, m.note, m.from_on AS fromOn, m.to_on AS toOn
        FROM mandate m JOIN person p ON p.id = m.person_id
          LEFT JOIN organisation o ON o.id = m.organisation_id
          LEFT JOIN sub_group s ON s.id = m.sub_group_id
          LEFT JOIN committee c ON c.id = m.committee_id
          LEFT JOIN working_group g ON g.id = m.working_group_id
        WHERE ${joinAnd(parts)}
        ORDER BY s.position, bodyLabel, m.from_on, p.label_key, m.id`,
  );
}

export function listAffiliations(
  db: ReadableDb,
  filter: {
    readonly personId?: string;
    readonly organisationId?: string;
    readonly at?: string | null;
  },
): AffiliationView[] {
  const parts: Sql[] = [sql`a.deleted_at IS NULL`, inForceOn('a', filter.at ?? null)];
  if (filter.personId !== undefined) parts.push(sql`a.person_id = ${filter.personId}`);
  if (filter.organisationId !== undefined)
    parts.push(sql`a.organisation_id = ${filter.organisationId}`);
  return all<AffiliationView>(
    db,
    sql`SELECT a.id, a.person_id AS personId, ${labelSql('person', 'p')} AS personLabel,
          a.organisation_id AS organisationId, o.name AS organisationLabel,
          a.title, a.from_on AS fromOn, a.to_on AS toOn
        FROM affiliation a JOIN person p ON p.id = a.person_id
          JOIN organisation o ON o.id = a.organisation_id
        WHERE ${joinAnd(parts)} ORDER BY a.from_on DESC, p.label_key, a.id`,
  );
}

function joinAnd(parts: readonly Sql[]): Sql {
  return {
    text: parts.map((part) => `(${part.text})`).join(' AND '),
    values: parts.flatMap((part) => part.values),
  };
}
