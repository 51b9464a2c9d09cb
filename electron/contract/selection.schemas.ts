import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import { methodProblems } from '#domain/selection-method.ts';

import { namedRecord } from './schemas.ts';

export const text = z.string().nullable();
export const count = z.number();
export const outcome = z.enum(phaseOutcomes);

export const phaseKinds = ['triage', 'committee', 'finalSelection', 'placement'] as const;
export const applicationMaturities = ['idea', 'prototype', 'pilot', 'marketed'] as const;
export const applicationStates = ['late', 'incomplete', 'duplicate', 'withdrawn'] as const;
export const balanceDimensions = ['segment', 'departement', 'kind', 'maturity'] as const;

/** What narrows the board, the triage and the statistics down; each part narrows further. */
export const selectionFilters = z.object({
  text: z.string().max(200).default(''),
  /** Segments of the offers; null stands for applications without one. */
  segmentIds: z.array(idSchema<'purchaseSegment'>().nullable()).max(200).default([]),
  /** Codes of the organisations' départements; null stands for those without one. */
  departementCodes: z.array(z.string().max(3).nullable()).max(200).default([]),
  maturities: z.array(z.enum(applicationMaturities).nullable()).max(5).default([]),
  /** Keeps the applications that are all of these. */
  states: z.array(z.enum(applicationStates)).max(4).default([]),
});
export type SelectionFilters = z.output<typeof selectionFilters>;

export const exclusionReasonView = z.object({
  id: z.string(),
  position: z.number(),
  code: z.enum(['notMarketed', 'notForPublicSector', 'outsideRegion', 'other']),
  title: z.string(),
});
export type ExclusionReasonView = z.output<typeof exclusionReasonView>;

export const gauge = z.object({
  quotaMin: z.number().nullable(),
  quotaMax: z.number().nullable(),
  /** Those who take part in the phase: pending, and decided one way or another. */
  candidates: count,
  pending: count,
  /** With the outcome that the phase is there to give. */
  kept: count,
  byOutcome: z.array(z.object({ outcome, count, released: count })),
  /** Provisional: decided, not released. */
  provisional: count,
  state: z.enum(['none', 'under', 'within', 'over']),
});

const problem = z.object({
  kind: z.enum(methodProblems),
  severity: z.enum(['error', 'warning']),
  phaseId: text,
});

export const phaseView = z.object({
  id: z.string(),
  position: z.number(),
  name: z.string(),
  description: text,
  kind: z.enum(phaseKinds),
  deadlineOn: text,
  quotaMin: z.number().nullable(),
  quotaMax: z.number().nullable(),
  committeeId: text,
  committeeName: text,
  keptOutcome: outcome,
  otherOutcome: outcome,
  aggregation: z.enum(['mean', 'median']),
  normalisesSeverity: z.boolean(),
  /** Outcomes that may be given here, the kept one first. */
  outcomes: z.array(outcome),
  releases: z.array(
    z.object({ id: z.string(), releasedAt: z.string(), releasedByName: text, note: text }),
  ),
  gauge,
});
export type PhaseView = z.output<typeof phaseView>;

export const card = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  departementCode: text,
  departementName: text,
  segments: z.array(z.object({ id: z.string(), name: z.string() })),
  maturity: z.enum(applicationMaturities).nullable(),
  receivedOn: z.string(),
  isLate: z.boolean(),
  isComplete: z.boolean(),
  isFictitious: z.boolean(),
  duplicateOfNumber: z.number().nullable(),
  withdrawnOn: text,
  /** What the phase of the column decided. */
  rank: z.number().nullable(),
  isReleased: z.boolean(),
  hasException: z.boolean(),
  reason: text,
  /** Of the last committee that scored it, where asked for; null without scores. */
  score: z.number().nullable(),
});
export type SelectionCard = z.output<typeof card>;

const column = z.object({
  /** Names the column: `pending:<phase>`, `<outcome>:<phase>`, `withdrawn`, `duplicate`. */
  key: z.string(),
  /** `passed`: let through by the phase, and standing in a later one as well. */
  kind: z.enum(['pending', 'decided', 'passed', 'withdrawn', 'duplicate']),
  phaseId: text,
  outcome: outcome.nullable(),
  /** With the filters; `total` is without them. */
  count,
  total: count,
  /** Of those counted, how many are released. */
  released: count,
  cards: z.array(card),
});
export type SelectionColumn = z.output<typeof column>;

const facet = z.object({ id: text, name: text, count });

export const callView = z.object({
  id: z.string(),
  workingGroupId: z.string(),
  title: z.string(),
  description: text,
  opensOn: text,
  closesOn: text,
  status: z.enum(['draft', 'open', 'closed', 'released']),
  agreement: namedRecord.nullable(),
  event: namedRecord.nullable(),
  applications: count,
});
export type CallView = z.output<typeof callView>;

export const callSheet = callView.extend({
  partners: z.array(
    z.object({ id: z.string(), organisationId: z.string(), name: z.string(), role: text }),
  ),
  segments: z.array(z.object({ id: z.string(), segmentId: z.string(), name: z.string() })),
  questions: z.array(
    z.object({
      id: z.string(),
      position: z.number(),
      title: z.string(),
      kind: z.enum(['text', 'number', 'choice', 'file']),
      options: z.array(z.string()),
      isRequired: z.boolean(),
      answers: count,
    }),
  ),
  exclusionReasons: z.array(exclusionReasonView),
  phases: z.array(phaseView),
  problems: z.array(problem),
  letterTemplates: z.array(z.object({ id: z.string(), outcome, subject: z.string() })),
});
export type CallSheet = z.output<typeof callSheet>;

export const board = z.object({
  callId: z.string(),
  phases: z.array(phaseView),
  columns: z.array(column),
  count,
  total: count,
  /** Counted over all applications of the call, whatever the filters. */
  facets: z.object({
    segments: z.array(facet),
    departements: z.array(facet),
    maturities: z.array(facet),
    states: z.array(z.object({ state: z.enum(applicationStates), count })),
  }),
  problems: z.array(problem),
});
export type SelectionBoard = z.output<typeof board>;

const decisionView = z.object({
  id: z.string(),
  phaseId: z.string(),
  phaseName: z.string(),
  outcome,
  exclusionReasonId: text,
  exclusionReasonTitle: text,
  reason: text,
  rank: z.number().nullable(),
  decidedOn: text,
  decidedById: text,
  decidedByName: text,
  isReleased: z.boolean(),
  exceptions: z.array(
    z.object({
      id: z.string(),
      fromOutcome: outcome,
      toOutcome: outcome,
      reason: z.string(),
      statedAt: z.string(),
      statedByName: text,
    }),
  ),
});
export type PhaseDecisionView = z.output<typeof decisionView>;

export const place = z.object({
  kind: z.enum(['pending', 'decided', 'final', 'withdrawn', 'duplicate']),
  phaseId: text,
  phaseName: text,
  outcome: outcome.nullable(),
  rank: z.number().nullable(),
});
export type PlaceView = z.output<typeof place>;

export const applicationSheet = card.omit({ reason: true, rank: true, isReleased: true }).extend({
  callId: z.string(),
  summary: text,
  place,
  organisation: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    communeName: text,
    website: text,
    description: text,
  }),
  contacts: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      role: text,
      email: text,
      phone: text,
      /** The contact of the application itself. */
      isMain: z.boolean(),
    }),
  ),
  offers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: text,
      segmentName: text,
      isMarketed: z.boolean(),
    }),
  ),
  answers: z.array(
    z.object({
      questionId: z.string(),
      question: z.string(),
      kind: z.enum(['text', 'number', 'choice', 'file']),
      isRequired: z.boolean(),
      /** Null where the question was left unanswered. */
      value: text,
    }),
  ),
  attachments: z.array(
    z.object({ id: z.string(), fileName: z.string(), mimeType: text, byteSize: z.number() }),
  ),
  duplicateOf: z.object({ id: z.string(), number: z.number(), title: z.string() }).nullable(),
  duplicates: z.array(z.object({ id: z.string(), number: z.number(), title: z.string() })),
  withdrawal: z.object({ id: z.string(), withdrawnOn: z.string(), reason: text }).nullable(),
  decisions: z.array(decisionView),
  letters: z.array(
    z.object({
      id: z.string(),
      outcome,
      madeAt: z.string(),
      medium: z.enum(['letter', 'email']),
    }),
  ),
  /** Other applications of the same organisation to any call. */
  others: z.array(
    z.object({ id: z.string(), number: z.number(), title: z.string(), callTitle: z.string() }),
  ),
});
export type ApplicationSheet = z.output<typeof applicationSheet>;
