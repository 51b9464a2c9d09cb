import { sql } from '#sql/sql.ts';

import { labelSql } from '../records.repo.ts';
import type { Register } from './register.ts';
import { computed, counted, named, namesOf, own } from './register.ts';

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
    own('organisation', 'departementCode'),
    own('organisation', 'email'),
    own('organisation', 'phone'),
    own('organisation', 'website'),
    named('parent', 'organisation', 'parentId'),
    counted('people', 'affiliation', 'organisationId'),
    counted('applications', 'application', 'organisationId'),
    own('organisation', 'description'),
    own('organisation', 'notes'),
    own('organisation', 'isFictitious'),
  ],
  period: null,
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
          WHERE a.person_id = x.id AND a.deleted_at IS NULL ORDER BY a.from_on DESC, o.label_key`,
    ),
    own('person', 'email'),
    own('person', 'phone'),
    counted('mandates', 'mandate', 'personId'),
    own('person', 'notes'),
    own('person', 'isFictitious'),
  ],
  period: null,
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
