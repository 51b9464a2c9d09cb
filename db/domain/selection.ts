import { z } from 'zod';

import { defineEntity, periodInOrder } from './entity.ts';
import {
  choice,
  date,
  decimal,
  flag,
  integer,
  json,
  longText,
  optional,
  reference,
  text,
} from './fields.ts';

/** Call for expressions of interest (« appel à manifestation d'intérêt », AMI). */
export const callForInterest = defineEntity('callForInterest', {
  fields: {
    workingGroupId: reference('workingGroup'),
    agreementId: optional(reference('agreement')),
    eventId: optional(reference('event')),
    title: text(),
    description: optional(longText()),
    opensOn: optional(date()),
    closesOn: optional(date()),
    status: choice(['draft', 'open', 'closed', 'released'], 'draft'),
  },
  label: ['title'],
  searched: ['description'],
  rules: (c) => periodInOrder(c.opensOn, c.closesOn, 'closesOn'),
});

export const callQuestion = defineEntity('callQuestion', {
  fields: {
    callId: reference('callForInterest'),
    position: integer(0, 1000),
    title: text(1000),
    kind: choice(['text', 'number', 'choice', 'file'], 'text'),
    options: json(z.array(z.string().min(1)), []),
    isRequired: flag(),
  },
  label: ['title'],
});

/** An organisation that carries the call with the group. */
export const callPartner = defineEntity('callPartner', {
  fields: {
    callId: reference('callForInterest'),
    organisationId: reference('organisation'),
    role: optional(text(200)),
  },
  label: [],
});

/** A purchase segment that the call asks solutions for. */
export const callSegment = defineEntity('callSegment', {
  fields: {
    callId: reference('callForInterest'),
    segmentId: reference('purchaseSegment'),
  },
  label: [],
});

/** Application (« réponse ») of an organisation to a call. */
export const application = defineEntity('application', {
  fields: {
    callId: reference('callForInterest'),
    organisationId: reference('organisation'),
    contactPersonId: optional(reference('person')),
    number: integer(1, 1_000_000),
    title: text(),
    summary: optional(longText()),
    receivedOn: date(),
    maturity: optional(choice(['idea', 'prototype', 'pilot', 'marketed'])),
    isComplete: flag(true),
    /** The application of the same call that says the same; the one kept, never another duplicate. */
    duplicateOfId: optional(reference('application')),
    isFictitious: flag(),
  },
  label: ['title'],
  searched: ['summary'],
  indexed: ['receivedOn'],
});

/** A further person who speaks for an application, beside its contact. */
export const applicationContact = defineEntity('applicationContact', {
  fields: {
    applicationId: reference('application'),
    personId: reference('person'),
    role: optional(text(200)),
  },
  label: [],
});

export const applicationAnswer = defineEntity('applicationAnswer', {
  fields: {
    applicationId: reference('application'),
    questionId: reference('callQuestion'),
    value: optional(longText()),
  },
  label: [],
  searched: ['value'],
});

/** Offer (« solution proposée ») of an organisation; in answer to a call or known otherwise. */
export const offer = defineEntity('offer', {
  fields: {
    organisationId: reference('organisation'),
    applicationId: optional(reference('application')),
    title: text(),
    description: optional(longText()),
    segmentId: optional(reference('purchaseSegment')),
    isMarketed: flag(true),
    isFictitious: flag(),
  },
  label: ['title'],
  searched: ['description'],
});

/** Phase of a selection: its kind, deadline and quota are data, so that each call has its own method. */
export const phase = defineEntity('phase', {
  fields: {
    callId: reference('callForInterest'),
    position: integer(1, 100),
    name: text(),
    description: optional(longText()),
    kind: choice(['triage', 'committee', 'finalSelection', 'placement']),
    deadlineOn: optional(date()),
    quotaMin: optional(integer()),
    quotaMax: optional(integer()),
    committeeId: optional(reference('committee')),
    /** What becomes of those this phase keeps, and of those it does not. */
    keptOutcome: choice(['nextPhase', 'pitch', 'stand'], 'nextPhase'),
    otherOutcome: choice(['notRetained', 'stand', 'reserve'], 'notRetained'),
    /** How the scores of a committee become one. */
    aggregation: choice(['mean', 'median'], 'mean'),
    /** Whether the severity of each evaluator is levelled out first. */
    normalisesSeverity: flag(),
  },
  label: ['name'],
  searched: ['description'],
  rules: (p) =>
    p.quotaMin !== null && p.quotaMax !== null && p.quotaMax < p.quotaMin
      ? [{ field: 'quotaMax', rule: 'quotaReversed' }]
      : [],
});

export const exclusionReason = defineEntity('exclusionReason', {
  fields: {
    callId: reference('callForInterest'),
    position: integer(1, 100),
    code: choice(['notMarketed', 'notForPublicSector', 'outsideRegion', 'other'], 'other'),
    title: text(),
  },
  label: ['title'],
});

export const phaseOutcomes = [
  'nextPhase',
  'pitch',
  'stand',
  'reserve',
  'notRetained',
  'excluded',
] as const;

/**
 * What a phase decided for one application. Provisional until released together; a refusal needs a
 * reason. Reserve lists are the outcomes `reserve`, in the order of `rank`.
 */
export const phaseDecision = defineEntity('phaseDecision', {
  fields: {
    applicationId: reference('application'),
    phaseId: reference('phase'),
    outcome: choice(phaseOutcomes),
    exclusionReasonId: optional(reference('exclusionReason')),
    reason: optional(longText()),
    rank: optional(integer(1, 100_000)),
    decidedOn: optional(date()),
    decidedById: optional(reference('person')),
    isReleased: flag(),
  },
  label: [],
  searched: ['reason'],
  rules: (d) => {
    const refused = d.outcome === 'excluded' || d.outcome === 'notRetained';
    const reasoned = d.exclusionReasonId !== null || d.reason !== null;
    return refused && !reasoned ? [{ field: 'reason', rule: 'refusalNeedsAReason' }] : [];
  },
});

export const withdrawal = defineEntity('withdrawal', {
  fields: {
    applicationId: reference('application'),
    withdrawnOn: date(),
    reason: optional(longText()),
  },
  label: [],
  searched: ['reason'],
});

export const committee = defineEntity('committee', {
  fields: {
    workingGroupId: reference('workingGroup'),
    callId: optional(reference('callForInterest')),
    name: text(),
    description: optional(longText()),
  },
  label: ['name'],
  searched: ['description'],
});

/** An organisation invited to sit on a committee, before its members are named. */
export const committeeSeat = defineEntity('committeeSeat', {
  fields: {
    committeeId: reference('committee'),
    organisationId: optional(reference('organisation')),
    title: optional(text()),
    position: integer(0, 1000),
  },
  label: ['title'],
});

export const criterion = defineEntity('criterion', {
  fields: {
    phaseId: reference('phase'),
    position: integer(0, 1000),
    name: text(),
    description: optional(longText()),
    weight: decimal(),
    scaleMin: integer(0, 1000),
    scaleMax: integer(0, 1000),
  },
  label: ['name'],
  searched: ['description'],
  rules: (c) => [
    ...(c.weight < 0 ? [{ field: 'weight' as const, rule: 'negativeWeight' }] : []),
    ...(c.scaleMax <= c.scaleMin ? [{ field: 'scaleMax' as const, rule: 'scaleReversed' }] : []),
  ],
});

/** Score of one evaluator; null with `isAbstention` when they abstain. Travels in the evaluator's own scope. */
export const score = defineEntity('score', {
  fields: {
    evaluatorId: reference('person'),
    applicationId: reference('application'),
    criterionId: reference('criterion'),
    value: optional(decimal()),
    isAbstention: flag(),
    comment: optional(longText()),
  },
  label: [],
  scope: { kind: 'evaluator', field: 'evaluatorId' },
  rules: (s) =>
    (s.value === null) === s.isAbstention ? [] : [{ field: 'value', rule: 'scoreOrAbstention' }],
});

export const conflictOfInterest = defineEntity('conflictOfInterest', {
  fields: {
    personId: reference('person'),
    applicationId: reference('application'),
    origin: choice(['declared', 'detected'], 'declared'),
    description: optional(longText()),
    statedOn: optional(date()),
  },
  label: [],
  searched: ['description'],
});

export const recusal = defineEntity('recusal', {
  fields: {
    personId: reference('person'),
    applicationId: reference('application'),
    conflictId: optional(reference('conflictOfInterest')),
    recordedOn: date(),
    note: optional(longText()),
  },
  label: [],
});
