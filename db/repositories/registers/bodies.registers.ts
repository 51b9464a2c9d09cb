import { sql } from '#sql/sql.ts';

import { labelSql } from '../records.repo.ts';
import type { Register } from './register.ts';
import { asOfDay, computed, counted, named, namesOf, own } from './register.ts';

export const subGroups: Register = {
  table: 'subGroup',
  columns: [
    own('subGroup', 'position'),
    own('subGroup', 'name', 'subGroup'),
    named('strategicAxis', 'subGroup', 'strategicAxisId'),
    namesOf(
      'rapporteurs',
      sql`SELECT ${labelSql('person', 'p')} || coalesce(' (' || coalesce(o.acronym, o.name) || ')', '') AS label
          FROM mandate m JOIN person p ON p.id = m.person_id
            LEFT JOIN organisation o ON o.id = m.organisation_id
          WHERE m.sub_group_id = x.id AND m.role = 'rapporteur' AND m.deleted_at IS NULL
            AND (m.from_on IS NULL OR m.from_on <= ${asOfDay})
            AND (m.to_on IS NULL OR m.to_on >= ${asOfDay})
          ORDER BY m.from_on, p.label_key`,
    ),
    computed(
      'members',
      'integer',
      sql`(SELECT count(DISTINCT m.person_id) FROM mandate m
           WHERE m.sub_group_id = x.id AND m.deleted_at IS NULL
             AND (m.from_on IS NULL OR m.from_on <= ${asOfDay})
             AND (m.to_on IS NULL OR m.to_on >= ${asOfDay}))`,
    ),
    named('workingGroup', 'subGroup', 'workingGroupId'),
    own('subGroup', 'mission'),
    own('subGroup', 'startedOn'),
    own('subGroup', 'endedOn'),
  ],
  period: { from: 'started_on', to: 'ended_on' },
  defaultSort: [{ column: 'position', direction: 'asc' }],
};

export const mandates: Register = {
  table: 'mandate',
  columns: [
    named('person', 'mandate', 'personId'),
    named('organisation', 'mandate', 'organisationId'),
    own('mandate', 'role'),
    computed(
      'body',
      'text',
      sql`coalesce((SELECT name FROM sub_group b WHERE b.id = x.sub_group_id),
                   (SELECT name FROM committee b WHERE b.id = x.committee_id),
                   (SELECT name FROM working_group b WHERE b.id = x.working_group_id))`,
    ),
    own('mandate', 'fromOn'),
    own('mandate', 'toOn'),
    own('mandate', 'note'),
  ],
  period: { from: 'from_on', to: 'to_on' },
  defaultSort: [
    { column: 'body', direction: 'asc' },
    { column: 'fromOn', direction: 'asc' },
  ],
};

export const agreements: Register = {
  table: 'agreement',
  columns: [
    own('agreement', 'name', 'agreement'),
    own('agreement', 'purpose'),
    namesOf(
      'parties',
      sql`SELECT coalesce(o.acronym, o.name) AS label FROM agreement_party p
            JOIN organisation o ON o.id = p.organisation_id
          WHERE p.agreement_id = x.id AND p.deleted_at IS NULL ORDER BY o.label_key`,
    ),
    namesOf(
      'signatories',
      sql`SELECT coalesce(o.acronym, o.name) AS label FROM agreement_party p
            JOIN organisation o ON o.id = p.organisation_id
          WHERE p.agreement_id = x.id AND p.is_signatory = 1 AND p.deleted_at IS NULL
          ORDER BY o.label_key`,
    ),
    own('agreement', 'signedOn'),
    own('agreement', 'fromOn'),
    own('agreement', 'toOn'),
    own('agreement', 'status', 'agreementStatus'),
    counted('activities', 'activity', 'agreementId'),
    named('workingGroup', 'agreement', 'workingGroupId'),
  ],
  period: { from: 'from_on', to: 'to_on' },
  defaultSort: [{ column: 'agreement', direction: 'asc' }],
};
