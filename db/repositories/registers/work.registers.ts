import { sql } from '#sql/sql.ts';

import { isLateSql } from '../deliverable-state.ts';
import type { Register } from './register.ts';
import { asOfDay, computed, counted, named, namesOf, own } from './register.ts';

const body = (key: string) =>
  computed(
    key,
    'text',
    sql`coalesce((SELECT name FROM sub_group b WHERE b.id = x.sub_group_id),
                 (SELECT name FROM working_group b WHERE b.id = x.working_group_id))`,
  );

/** Late is never stored: it follows from the due date, the status and the day that is asked about. */
const isLate = computed(
  'isLate',
  'boolean',
  sql`(x.due_on IS NOT NULL AND x.due_on < ${asOfDay} AND x.status NOT IN ('done', 'abandoned'))`,
);

/** The same for a deliverable, whose quarter or meeting may say when it is due. */
const isDeliverableLate = computed('isLate', 'boolean', isLateSql(asOfDay));

export const meetings: Register = {
  table: 'meeting',
  columns: [
    own('meeting', 'title', 'meeting'),
    own('meeting', 'kind', 'meetingKind'),
    body('body'),
    own('meeting', 'heldOn'),
    own('meeting', 'period'),
    own('meeting', 'startsAt'),
    own('meeting', 'endsAt'),
    own('meeting', 'place'),
    own('meeting', 'status', 'meetingStatus'),
    counted('decisions', 'decision', 'meetingId'),
    counted('actionItems', 'actionItem', 'meetingId'),
    own('meeting', 'purpose'),
  ],
  period: null,
  defaultSort: [{ column: 'heldOn', direction: 'asc' }],
};

export const decisions: Register = {
  table: 'decision',
  columns: [
    own('decision', 'title', 'decision'),
    own('decision', 'detail'),
    body('body'),
    named('meeting', 'decision', 'meetingId'),
    own('decision', 'decidedOn'),
    own('decision', 'votesFor'),
    own('decision', 'votesAgainst'),
    own('decision', 'abstentions'),
    own('decision', 'status', 'decisionStatus'),
  ],
  period: null,
  defaultSort: [{ column: 'decidedOn', direction: 'asc' }],
};

export const actionItems: Register = {
  table: 'actionItem',
  columns: [
    own('actionItem', 'title', 'actionItem'),
    own('actionItem', 'detail'),
    body('body'),
    named('responsiblePerson', 'actionItem', 'responsiblePersonId'),
    named('responsibleOrganisation', 'actionItem', 'responsibleOrganisationId'),
    own('actionItem', 'dueOn'),
    own('actionItem', 'doneOn'),
    own('actionItem', 'status', 'workStatus'),
    isLate,
    named('meeting', 'actionItem', 'meetingId'),
  ],
  period: null,
  defaultSort: [{ column: 'dueOn', direction: 'asc' }],
};

export const deliverables: Register = {
  table: 'deliverable',
  columns: [
    own('deliverable', 'title', 'deliverable'),
    own('deliverable', 'kind', 'deliverableKind'),
    body('body'),
    named('author', 'deliverable', 'authorPersonId'),
    named('authorOrganisation', 'deliverable', 'authorOrganisationId'),
    own('deliverable', 'quarter'),
    own('deliverable', 'dueOn'),
    own('deliverable', 'receivedOn'),
    own('deliverable', 'validatedOn'),
    own('deliverable', 'presentedOn'),
    own('deliverable', 'publishedOn'),
    own('deliverable', 'publishedAt'),
    own('deliverable', 'status', 'workStatus'),
    isDeliverableLate,
    own('deliverable', 'description'),
  ],
  period: null,
  defaultSort: [
    { column: 'body', direction: 'asc' },
    { column: 'deliverableKind', direction: 'asc' },
  ],
};

export const milestones: Register = {
  table: 'milestone',
  columns: [
    own('milestone', 'title', 'milestone'),
    body('body'),
    named('roadmap', 'milestone', 'roadmapId'),
    own('milestone', 'dueOn'),
    own('milestone', 'period'),
    own('milestone', 'doneOn'),
    own('milestone', 'status', 'workStatus'),
    isLate,
    own('milestone', 'description'),
  ],
  period: null,
  defaultSort: [{ column: 'dueOn', direction: 'asc' }],
};

export const events: Register = {
  table: 'event',
  columns: [
    own('event', 'name', 'event'),
    own('event', 'theme'),
    own('event', 'startsOn'),
    own('event', 'endsOn'),
    own('event', 'period'),
    own('event', 'place'),
    named('organiser', 'event', 'organiserId'),
    named('parentEvent', 'event', 'parentId'),
    own('event', 'status', 'eventStatus'),
    counted('registrations', 'registration', 'eventId'),
    counted('pitchSlots', 'pitchSlot', 'eventId'),
    counted('stands', 'stand', 'eventId'),
    own('event', 'description'),
  ],
  period: null,
  defaultSort: [{ column: 'startsOn', direction: 'asc' }],
};

/** The year it took place in; for an undated one, that of the objective it serves or of its figures. */
const activityYear = sql`CAST(substr(coalesce(x.starts_on, x.ends_on,
  (SELECT CAST(min(o.year) AS TEXT) FROM chain_link k JOIN objective o ON o.id = k.from_id
    WHERE k.to_id = x.id AND k.from_table = 'objective' AND k.deleted_at IS NULL
      AND o.deleted_at IS NULL),
  (SELECT min(m.as_of_on) FROM chain_link k JOIN measurement m ON m.id = k.to_id
    WHERE k.from_id = x.id AND k.to_table = 'measurement' AND k.deleted_at IS NULL
      AND m.deleted_at IS NULL)), 1, 4) AS INTEGER)`;

export const activities: Register = {
  table: 'activity',
  columns: [
    own('activity', 'title', 'activity'),
    own('activity', 'description'),
    named('organiser', 'activity', 'organiserId'),
    namesOf(
      'partners',
      sql`SELECT coalesce(o.acronym, o.name) AS label FROM activity_partner p
            JOIN organisation o ON o.id = p.organisation_id
          WHERE p.activity_id = x.id AND p.deleted_at IS NULL ORDER BY o.label_key`,
    ),
    named('strategicAxis', 'activity', 'strategicAxisId'),
    named('agreement', 'activity', 'agreementId'),
    named('event', 'activity', 'eventId'),
    own('activity', 'startsOn'),
    own('activity', 'endsOn'),
    computed('year', 'integer', activityYear),
    own('activity', 'place'),
    namesOf(
      'figures',
      sql`SELECT i.name || ' : ' || printf('%g', m.value) AS label FROM chain_link k
            JOIN measurement m ON m.id = k.to_id AND m.deleted_at IS NULL
            JOIN indicator i ON i.id = m.indicator_id
          WHERE k.from_id = x.id AND k.to_table = 'measurement' AND k.deleted_at IS NULL
          ORDER BY m.as_of_on, i.position`,
    ),
    own('activity', 'status', 'workStatus'),
    named('workingGroup', 'activity', 'workingGroupId'),
  ],
  period: null,
  defaultSort: [{ column: 'startsOn', direction: 'asc' }],
};
