import type { EntityName } from '#domain/registry.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, join, one, sql } from '#sql/sql.ts';

import { inForceOn } from './mandates.repo.ts';
import { labelSql } from './records.repo.ts';

export type BodyTable = Extract<EntityName, 'workingGroup' | 'subGroup' | 'committee'>;

/** Whom a distribution list takes. Criteria of one kind widen, criteria of different kinds narrow. */
export interface DistributionCriteria {
  readonly roles: readonly string[];
  readonly bodies: readonly { readonly table: BodyTable; readonly id: string }[];
  /** Whether a working group stands for its sub-groups and committees too. */
  readonly includesParts: boolean;
  readonly organisationKinds: readonly string[];
  readonly tags: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Identifiers or words, however many, as one parameter. */
const among = (values: readonly string[]): Sql =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

const idsOf = ({ bodies }: DistributionCriteria, table: BodyTable): string[] =>
  bodies.filter((body) => body.table === table).map(({ id }) => id);

/** Condition on a mandate `m` that it is held in one of the roles and bodies, on the day. */
function mandateMatches(criteria: DistributionCriteria, day: string): Sql {
  const groups = among(idsOf(criteria, 'workingGroup'));
  const parts = criteria.includesParts
    ? sql` OR m.sub_group_id IN (SELECT s.id FROM sub_group s WHERE s.working_group_id IN ${groups})
           OR m.committee_id IN (SELECT c.id FROM committee c WHERE c.working_group_id IN ${groups})`
    : sql``;
  const inBodies = sql`m.working_group_id IN ${groups}${parts}
    OR m.sub_group_id IN ${among(idsOf(criteria, 'subGroup'))}
    OR m.committee_id IN ${among(idsOf(criteria, 'committee'))}`;
  return join(
    [
      sql`m.deleted_at IS NULL`,
      sql`(${inForceOn('m', day)})`,
      ...(criteria.roles.length === 0 ? [] : [sql`m.role IN ${among(criteria.roles)}`]),
      ...(criteria.bodies.length === 0 ? [] : [sql`(${inBodies})`]),
    ],
    ' AND ',
  );
}

/** Pairs of a person and an organisation that they belong or are mandated to on the day. */
const belonging = (day: string): Sql =>
  sql`SELECT a.person_id, a.organisation_id FROM affiliation a
      WHERE a.deleted_at IS NULL AND (${inForceOn('a', day)})
      UNION SELECT m.person_id, m.organisation_id FROM mandate m
      WHERE m.deleted_at IS NULL AND m.organisation_id IS NOT NULL AND (${inForceOn('m', day)})`;

/** Condition on a person `p` that the criteria take them; no criterion takes nobody. */
function isTaken(criteria: DistributionCriteria, day: string): Sql {
  const { roles, bodies, organisationKinds, tags } = criteria;
  const parts: Sql[] = [];
  if (roles.length > 0 || bodies.length > 0) {
    parts.push(
      sql`p.id IN (SELECT m.person_id FROM mandate m WHERE ${mandateMatches(criteria, day)})`,
    );
  }
  if (organisationKinds.length > 0) {
    parts.push(
      sql`p.id IN (SELECT b.person_id FROM (${belonging(day)}) b
            JOIN organisation o ON o.id = b.organisation_id AND o.deleted_at IS NULL
            WHERE o.kind IN ${among(organisationKinds)})`,
    );
  }
  if (tags.length > 0) {
    parts.push(
      sql`(EXISTS (SELECT 1 FROM json_each(p.tags) t WHERE t.value IN ${among(tags)})
           OR p.id IN (SELECT b.person_id FROM (${belonging(day)}) b
             JOIN organisation o ON o.id = b.organisation_id AND o.deleted_at IS NULL
             JOIN json_each(o.tags) t ON t.value IN ${among(tags)}))`,
    );
  }
  return parts.length === 0 ? sql`0` : join(parts, ' AND ');
}

function members(criteria: DistributionCriteria, day: string): Sql {
  return sql`person p WHERE p.deleted_at IS NULL AND p.id NOT IN ${among(criteria.removed)}
             AND (p.id IN ${among(criteria.added)} OR (${isTaken(criteria, day)}))`;
}

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** The members of a list on a day, by family name. */
export function listMembers(
  db: ReadableDb,
  criteria: DistributionCriteria,
  day: string,
): MemberRow[] {
  return all<MemberRow>(
    db,
    sql`SELECT p.id, ${labelSql('person', 'p')} AS name, p.email
        FROM ${members(criteria, day)} ORDER BY p.label_key, p.id`,
  );
}

export function countMembers(db: ReadableDb, criteria: DistributionCriteria, day: string): number {
  const row = one<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM ${members(criteria, day)}`,
  );
  return row?.count ?? 0;
}

/** Some people by name, those put aside left out. */
export function listPeople(db: ReadableDb, ids: readonly string[]): MemberRow[] {
  return all<MemberRow>(
    db,
    sql`SELECT p.id, ${labelSql('person', 'p')} AS name, p.email FROM person p
        WHERE p.id IN ${among(ids)} AND p.deleted_at IS NULL ORDER BY p.label_key, p.id`,
  );
}

/** Every person's identifier, by family name. */
export function allPeople(db: ReadableDb): string[] {
  return all<{ id: string }>(
    db,
    sql`SELECT id FROM person WHERE deleted_at IS NULL ORDER BY label_key, id`,
  ).map(({ id }) => id);
}

export interface HeldMandate {
  readonly personId: string;
  readonly role: string;
  readonly bodyLabel: string;
  readonly organisationId: string | null;
  readonly organisation: string | null;
  readonly acronym: string | null;
  /** Whether the list's roles and bodies take it. */
  readonly isMatching: number;
}

/** The mandates that some people hold on a day, those that the list asks for first. */
export function heldMandates(
  db: ReadableDb,
  ids: readonly string[],
  day: string,
  criteria: DistributionCriteria | null = null,
): HeldMandate[] {
  const isMatching = criteria === null ? sql`1` : mandateMatches(criteria, day);
  return all<HeldMandate>(
    db,
    sql`SELECT m.person_id AS personId, m.role, coalesce(s.name, c.name, g.name, '') AS bodyLabel,
          o.id AS organisationId, o.name AS organisation, o.acronym, (${isMatching}) AS isMatching
        FROM mandate m
          LEFT JOIN organisation o ON o.id = m.organisation_id AND o.deleted_at IS NULL
          LEFT JOIN sub_group s ON s.id = m.sub_group_id
          LEFT JOIN committee c ON c.id = m.committee_id
          LEFT JOIN working_group g ON g.id = m.working_group_id
        WHERE m.person_id IN ${among(ids)} AND m.deleted_at IS NULL AND (${inForceOn('m', day)})
        ORDER BY isMatching DESC, s.position, bodyLabel, m.from_on, m.id`,
  );
}

export interface HeldFunction {
  readonly personId: string;
  readonly title: string | null;
  readonly organisationId: string;
  readonly organisation: string;
  readonly acronym: string | null;
  readonly kind: string;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly communeName: string | null;
  /** JSON list. */
  readonly tags: string;
}

/** The functions that some people have on a day, the latest first. */
export function heldFunctions(db: ReadableDb, ids: readonly string[], day: string): HeldFunction[] {
  return all<HeldFunction>(
    db,
    sql`SELECT a.person_id AS personId, a.title, o.id AS organisationId, o.name AS organisation, o.acronym,
          o.kind, o.address, o.postal_code AS postalCode, o.commune_name AS communeName, o.tags
        FROM affiliation a JOIN organisation o ON o.id = a.organisation_id AND o.deleted_at IS NULL
        WHERE a.person_id IN ${among(ids)} AND a.deleted_at IS NULL AND (${inForceOn('a', day)})
        ORDER BY a.from_on DESC, o.label_key, a.id`,
  );
}

/** Every label that people and organisations carry, in alphabetical order. */
export function listTags(db: ReadableDb): string[] {
  const tagsOf = (table: Sql): Sql =>
    sql`SELECT t.value AS tag FROM ${table} x, json_each(x.tags) t
        WHERE x.deleted_at IS NULL AND x.tags <> '[]'`;
  return all<{ tag: string }>(
    db,
    sql`SELECT tag FROM (${tagsOf(sql`person`)} UNION ${tagsOf(sql`organisation`)}) ORDER BY fold(tag), tag`,
  ).map(({ tag }) => tag);
}

export interface BodyRow {
  readonly table: BodyTable;
  readonly id: string;
  readonly label: string;
  readonly groupId: string;
  readonly groupLabel: string;
  readonly endedOn: string | null;
}

/** Groups, each followed by its sub-groups and committees. */
export function listBodies(db: ReadableDb): BodyRow[] {
  return all<BodyRow>(
    db,
    sql`SELECT tbl AS "table", id, label, groupId, groupLabel, endedOn FROM (
          SELECT 'workingGroup' AS tbl, g.id, g.name AS label, g.id AS groupId,
            coalesce(g.acronym, g.name) AS groupLabel, g.ended_on AS endedOn, 0 AS rank, 0 AS position
          FROM working_group g WHERE g.deleted_at IS NULL
          UNION ALL
          SELECT 'subGroup', s.id, s.name, g.id, coalesce(g.acronym, g.name), s.ended_on, 1, s.position
          FROM sub_group s JOIN working_group g ON g.id = s.working_group_id
          WHERE s.deleted_at IS NULL AND g.deleted_at IS NULL
          UNION ALL
          SELECT 'committee', c.id, c.name, g.id, coalesce(g.acronym, g.name), NULL, 2, 0
          FROM committee c JOIN working_group g ON g.id = c.working_group_id
          WHERE c.deleted_at IS NULL AND g.deleted_at IS NULL)
        ORDER BY groupLabel, groupId, rank, position, fold(label), id`,
  );
}
