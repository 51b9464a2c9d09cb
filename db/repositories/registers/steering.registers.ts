import { sql } from '#sql/sql.ts';

import type { Register } from './register.ts';
import { asOfDay, computed, counted, named, namesOf, own } from './register.ts';

export const needs: Register = {
  table: 'need',
  columns: [
    own('need', 'title', 'need'),
    own('need', 'description'),
    named('organisation', 'need', 'organisationId'),
    own('need', 'buyerKind'),
    named('segment', 'need', 'segmentId'),
    named('survey', 'need', 'surveyId'),
    own('need', 'horizon'),
    own('need', 'budgetEuros'),
    own('need', 'receivedOn'),
    own('need', 'respondentName'),
    counted('matches', 'match', 'needId'),
    own('need', 'isFictitious'),
  ],
  period: null,
  defaultSort: [{ column: 'receivedOn', direction: 'asc' }],
};

export const objectives: Register = {
  table: 'objective',
  columns: [
    own('objective', 'year'),
    own('objective', 'position'),
    own('objective', 'title', 'objective'),
    own('objective', 'description'),
    named('parentObjective', 'objective', 'parentId'),
    named('subGroup', 'objective', 'subGroupId'),
    named('strategicAxis', 'objective', 'strategicAxisId'),
    named('agreement', 'objective', 'agreementId'),
    own('objective', 'statedOn'),
    own('objective', 'status', 'workStatus'),
  ],
  period: null,
  defaultSort: [
    { column: 'year', direction: 'asc' },
    { column: 'position', direction: 'asc' },
  ],
};

const latestValue = (column: 'value' | 'asOfOn') =>
  sql`(SELECT ${column === 'value' ? sql`m.value` : sql`m.as_of_on`} FROM measurement m
       WHERE m.indicator_id = x.id AND m.deleted_at IS NULL AND m.as_of_on <= ${asOfDay}
       ORDER BY m.as_of_on DESC LIMIT 1)`;

export const indicators: Register = {
  table: 'indicator',
  columns: [
    own('indicator', 'code'),
    own('indicator', 'name', 'indicator'),
    own('indicator', 'unit'),
    computed('latestValue', 'number', latestValue('value')),
    computed('latestAsOfOn', 'date', latestValue('asOfOn')),
    own('indicator', 'targetValue'),
    own('indicator', 'targetOn'),
    named('objective', 'indicator', 'objectiveId'),
    own('indicator', 'method'),
  ],
  period: null,
  defaultSort: [{ column: 'code', direction: 'asc' }],
};

const partsTotal = sql`(SELECT sum(p.value) FROM measurement_part p
                        WHERE p.measurement_id = x.id AND p.deleted_at IS NULL)`;

export const measurements: Register = {
  table: 'measurement',
  columns: [
    named('indicator', 'measurement', 'indicatorId'),
    own('measurement', 'asOfOn'),
    own('measurement', 'value'),
    own('measurement', 'isMinimum'),
    named('source', 'measurement', 'sourceId'),
    namesOf(
      'breakdown',
      sql`SELECT p.title || ' : ' || printf('%g', p.value) AS label FROM measurement_part p
          WHERE p.measurement_id = x.id AND p.deleted_at IS NULL ORDER BY p.position`,
    ),
    computed('notBrokenDown', 'number', sql`x.value - ${partsTotal}`),
    own('measurement', 'method'),
    own('measurement', 'note'),
  ],
  period: null,
  defaultSort: [
    { column: 'indicator', direction: 'asc' },
    { column: 'asOfOn', direction: 'asc' },
  ],
};

export const barriers: Register = {
  table: 'barrier',
  columns: [
    own('barrier', 'side'),
    own('barrier', 'title', 'barrier'),
    counted('statements', 'barrierStatement', 'barrierId'),
    computed(
      'statedOn',
      'date',
      sql`(SELECT max(s.stated_on) FROM barrier_statement s WHERE s.barrier_id = x.id AND s.deleted_at IS NULL)`,
    ),
    namesOf(
      'levers',
      sql`SELECT l.title AS label FROM chain_link k JOIN lever l ON l.id = k.to_id
          WHERE k.from_id = x.id AND k.deleted_at IS NULL ORDER BY l.position`,
    ),
    own('barrier', 'description'),
    own('barrier', 'position'),
  ],
  period: null,
  defaultSort: [
    { column: 'side', direction: 'asc' },
    { column: 'position', direction: 'asc' },
  ],
};

export const remedies: Register = {
  table: 'remedy',
  columns: [
    own('remedy', 'year'),
    own('remedy', 'position'),
    own('remedy', 'title', 'remedy'),
    own('remedy', 'description'),
    own('remedy', 'side', 'remedySide'),
    own('remedy', 'adoptedOn'),
    own('remedy', 'status', 'workStatus'),
  ],
  period: null,
  defaultSort: [
    { column: 'year', direction: 'asc' },
    { column: 'position', direction: 'asc' },
  ],
};

export const results: Register = {
  table: 'result',
  columns: [
    own('result', 'year'),
    own('result', 'position'),
    own('result', 'title', 'result'),
    own('result', 'description'),
    named('event', 'result', 'eventId'),
    named('deliverable', 'result', 'deliverableId'),
    own('result', 'obtainedOn'),
    named('workingGroup', 'result', 'workingGroupId'),
  ],
  period: null,
  defaultSort: [
    { column: 'year', direction: 'asc' },
    { column: 'position', direction: 'asc' },
  ],
};

export const levers: Register = {
  table: 'lever',
  columns: [
    own('lever', 'side'),
    own('lever', 'title', 'lever'),
    own('lever', 'description'),
    own('lever', 'statedOn'),
    own('lever', 'position'),
    named('workingGroup', 'lever', 'workingGroupId'),
  ],
  period: null,
  defaultSort: [
    { column: 'side', direction: 'asc' },
    { column: 'position', direction: 'asc' },
  ],
};

export const goodPractices: Register = {
  table: 'goodPractice',
  columns: [
    own('goodPractice', 'title', 'goodPractice'),
    own('goodPractice', 'description'),
    named('organisation', 'goodPractice', 'organisationId'),
    own('goodPractice', 'statedOn'),
    namesOf(
      'sources',
      sql`SELECT DISTINCT s.title AS label FROM citation c
            JOIN source_document s ON s.id = c.source_id AND s.deleted_at IS NULL
          WHERE c.record_table = 'goodPractice' AND c.record_id = x.id AND c.deleted_at IS NULL
          ORDER BY s.title`,
    ),
    named('workingGroup', 'goodPractice', 'workingGroupId'),
  ],
  period: null,
  defaultSort: [{ column: 'goodPractice', direction: 'asc' }],
};
