import { phaseOutcomes } from '#domain/selection.ts';
import { departementNames } from '#domain/territory.ts';
import type { Sql } from '#sql/sql.ts';
import { sql } from '#sql/sql.ts';

import type { Register } from './register.ts';
import { computed, counted, named, namesOf, own } from './register.ts';

/** Of the decision that says where an application stands: see `standingDecision`. */
function standing(value: Sql): Sql {
  return sql`(SELECT ${value} FROM phase_decision d
                JOIN phase h ON h.id = d.phase_id AND h.deleted_at IS NULL
                LEFT JOIN exclusion_reason e ON e.id = d.exclusion_reason_id
              WHERE d.application_id = x.id AND d.deleted_at IS NULL
              ORDER BY h.position DESC, h.id DESC, d.id DESC LIMIT 1)`;
}

const outcomes = { vocabulary: 'phaseDecision.outcome', choices: phaseOutcomes };

/** « Nord »: names are fixed, so that they travel with the question. */
const departement = computed(
  'departement',
  'text',
  sql`json_extract(${JSON.stringify(departementNames)}, '$."' ||
    (SELECT g.departement_code FROM organisation g WHERE g.id = x.organisation_id) || '"')`,
);

/** Weighted mean of the scores given, abstentions and recusals aside, rounded to a hundredth. */
const score = computed(
  'score',
  'number',
  sql`(SELECT round(sum(s.value * k.weight) / nullif(sum(k.weight), 0), 2) FROM score s
         JOIN criterion k ON k.id = s.criterion_id AND k.deleted_at IS NULL
       WHERE s.application_id = x.id AND s.value IS NOT NULL AND s.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.application_id = x.id
           AND r.person_id = s.evaluator_id AND r.deleted_at IS NULL))`,
);

export const applications: Register = {
  table: 'application',
  columns: [
    own('application', 'number'),
    named('organisation', 'application', 'organisationId'),
    own('application', 'title', 'application'),
    named('call', 'application', 'callId'),
    namesOf(
      'segments',
      sql`SELECT DISTINCT s.name AS label FROM offer o JOIN purchase_segment s ON s.id = o.segment_id
          WHERE o.application_id = x.id AND o.deleted_at IS NULL ORDER BY s.position`,
    ),
    departement,
    own('application', 'maturity'),
    own('application', 'receivedOn'),
    computed('phase', 'text', standing(sql`h.name`)),
    computed('outcome', 'choice', standing(sql`d.outcome`), outcomes),
    computed('isReleased', 'boolean', standing(sql`d.is_released`)),
    computed('rank', 'integer', standing(sql`d.rank`)),
    computed('reason', 'text', standing(sql`coalesce(d.reason, e.title)`)),
    score,
    computed(
      'isLate',
      'boolean',
      sql`coalesce((SELECT x.received_on > c.closes_on FROM call_for_interest c
                    WHERE c.id = x.call_id), 0)`,
    ),
    own('application', 'isComplete'),
    computed('isDuplicate', 'boolean', sql`x.duplicate_of_id IS NOT NULL`),
    computed(
      'hasWithdrawn',
      'boolean',
      sql`EXISTS (SELECT 1 FROM withdrawal w WHERE w.application_id = x.id AND w.deleted_at IS NULL)`,
    ),
    own('application', 'summary'),
    own('application', 'isFictitious'),
  ],
  period: null,
  defaultSort: [{ column: 'number', direction: 'asc' }],
};

export const calls: Register = {
  table: 'callForInterest',
  columns: [
    own('callForInterest', 'title', 'call'),
    own('callForInterest', 'status', 'callStatus'),
    own('callForInterest', 'opensOn'),
    own('callForInterest', 'closesOn'),
    counted('applications', 'application', 'callId'),
    named('agreement', 'callForInterest', 'agreementId'),
    named('event', 'callForInterest', 'eventId'),
    named('workingGroup', 'callForInterest', 'workingGroupId'),
    own('callForInterest', 'description'),
  ],
  period: { from: 'opens_on', to: 'closes_on' },
  defaultSort: [{ column: 'opensOn', direction: 'desc' }],
};

export const phaseDecisions: Register = {
  table: 'phaseDecision',
  columns: [
    named('call', 'phaseDecision', 'phaseId', 'callId'),
    named('phase', 'phaseDecision', 'phaseId'),
    computed(
      'number',
      'integer',
      sql`(SELECT a.number FROM application a WHERE a.id = x.application_id)`,
    ),
    named('application', 'phaseDecision', 'applicationId'),
    named('organisation', 'phaseDecision', 'applicationId', 'organisationId'),
    own('phaseDecision', 'outcome'),
    own('phaseDecision', 'rank'),
    named('exclusionReason', 'phaseDecision', 'exclusionReasonId'),
    own('phaseDecision', 'reason'),
    own('phaseDecision', 'decidedOn'),
    named('decidedBy', 'phaseDecision', 'decidedById'),
    own('phaseDecision', 'isReleased'),
    counted('exceptions', 'decisionException', 'phaseDecisionId'),
  ],
  period: null,
  defaultSort: [
    { column: 'call', direction: 'asc' },
    { column: 'phase', direction: 'asc' },
    { column: 'number', direction: 'asc' },
  ],
};
