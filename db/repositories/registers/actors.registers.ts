import { departementNames, regionCodes } from '#domain/territory.ts';
import type { Sql } from '#sql/sql.ts';
import { sql } from '#sql/sql.ts';

import { labelSql } from '../records.repo.ts';
import type { Register } from './register.ts';
import { asOfDay, computed, counted, named, namesOf, own } from './register.ts';

/** Condition that a period held on the day that the question is about. */
const heldOn = (from: Sql, to: Sql): Sql =>
  sql`(${from} IS NULL OR ${from} <= ${asOfDay}) AND (${to} IS NULL OR ${to} >= ${asOfDay})`;
const heldA = heldOn(sql`a.from_on`, sql`a.to_on`);
const heldM = heldOn(sql`m.from_on`, sql`m.to_on`);

const tags = computed(
  'tags',
  'text',
  sql`(SELECT group_concat(j.value, ', ') FROM json_each(x.tags) j)`,
);

/** « Nord »: names are fixed, so that they travel with the question. */
const departement = computed(
  'departement',
  'text',
  sql`json_extract(${JSON.stringify(departementNames)}, '$."' || x.departement_code || '"')`,
);

export const organisations: Register = {
  table: 'organisation',
  columns: [
    own('organisation', 'name'),
    own('organisation', 'acronym'),
    own('organisation', 'kind', 'organisationKind'),
    own('organisation', 'buyerKind'),
    own('organisation', 'siren'),
    own('organisation', 'siret'),
    own('organisation', 'address'),
    own('organisation', 'postalCode'),
    own('organisation', 'communeName'),
    own('organisation', 'communeCode'),
    own('organisation', 'departementCode'),
    departement,
    computed('region', 'choice', sql`x.region_code`, {
      vocabulary: 'organisation.regionCode',
      choices: regionCodes,
    }),
    own('organisation', 'email'),
    own('organisation', 'phone'),
    own('organisation', 'website'),
    named('parent', 'organisation', 'parentId'),
    namesOf(
      'segments',
      sql`SELECT s.name AS label FROM organisation_segment l
            JOIN purchase_segment s ON s.id = l.purchase_segment_id AND s.deleted_at IS NULL
          WHERE l.organisation_id = x.id AND l.deleted_at IS NULL ORDER BY s.position, s.id`,
    ),
    tags,
    computed(
      'people',
      'integer',
      sql`(SELECT count(DISTINCT a.person_id) FROM affiliation a
           WHERE a.organisation_id = x.id AND a.deleted_at IS NULL AND ${heldA})`,
    ),
    counted('applications', 'application', 'organisationId'),
    own('organisation', 'description'),
    own('organisation', 'notes'),
    own('organisation', 'isFictitious'),
  ],
  period: null,
  // An organisation has no dates of its own: it stays, and its people are those of the day.
  presentOn: sql`1`,
  defaultSort: [{ column: 'name', direction: 'asc' }],
};

export const people: Register = {
  table: 'person',
  columns: [
    {
      ...computed('fullName', 'text', labelSql('person', 'x')),
      sortBy: sql`x.label_key`,
    },
    own('person', 'civility'),
    own('person', 'givenName'),
    own('person', 'familyName'),
    namesOf(
      'functions',
      sql`SELECT coalesce(a.title || ' (' || coalesce(o.acronym, o.name) || ')', coalesce(o.acronym, o.name)) AS label
          FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
          WHERE a.person_id = x.id AND a.deleted_at IS NULL AND ${heldA}
          ORDER BY a.from_on DESC, o.label_key`,
    ),
    namesOf(
      'bodies',
      sql`SELECT DISTINCT coalesce(s.name, c.name, g.name) AS label FROM mandate m
            LEFT JOIN sub_group s ON s.id = m.sub_group_id
            LEFT JOIN committee c ON c.id = m.committee_id
            LEFT JOIN working_group g ON g.id = m.working_group_id
          WHERE m.person_id = x.id AND m.deleted_at IS NULL AND ${heldM} ORDER BY label`,
    ),
    own('person', 'email'),
    own('person', 'phone'),
    computed(
      'mandates',
      'integer',
      sql`(SELECT count(*) FROM mandate m
           WHERE m.person_id = x.id AND m.deleted_at IS NULL AND ${heldM})`,
    ),
    tags,
    own('person', 'notes'),
    own('person', 'isFictitious'),
  ],
  period: null,
  presentOn: sql`(
    EXISTS (SELECT 1 FROM affiliation a
      WHERE a.person_id = x.id AND a.deleted_at IS NULL AND ${heldA})
    OR EXISTS (SELECT 1 FROM mandate m
      WHERE m.person_id = x.id AND m.deleted_at IS NULL AND ${heldM})
    OR NOT EXISTS (SELECT 1 FROM affiliation a WHERE a.person_id = x.id AND a.deleted_at IS NULL
      UNION ALL SELECT 1 FROM mandate m WHERE m.person_id = x.id AND m.deleted_at IS NULL))`,
  defaultSort: [{ column: 'fullName', direction: 'asc' }],
};

export const affiliations: Register = {
  table: 'affiliation',
  columns: [
    named('person', 'affiliation', 'personId'),
    named('organisation', 'affiliation', 'organisationId'),
    own('affiliation', 'title', 'function'),
    own('affiliation', 'fromOn'),
    own('affiliation', 'toOn'),
    own('affiliation', 'note'),
  ],
  period: { from: 'from_on', to: 'to_on' },
  defaultSort: [
    { column: 'person', direction: 'asc' },
    { column: 'fromOn', direction: 'asc' },
  ],
};
