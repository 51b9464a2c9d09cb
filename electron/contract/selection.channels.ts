import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';
import {
  applicationSheet,
  balanceDimensions,
  board,
  callSheet,
  callView,
  card,
  count,
  exclusionReasonView,
  gauge,
  outcome,
  phaseKinds,
  phaseView,
  place,
  selectionFilters,
  text,
} from './selection.schemas.ts';

export type {
  ApplicationSheet,
  CallSheet,
  CallView,
  ExclusionReasonView,
  PhaseDecisionView,
  PhaseView,
  PlaceView,
  SelectionBoard,
  SelectionCard,
  SelectionColumn,
  SelectionFilters,
} from './selection.schemas.ts';
export {
  applicationMaturities,
  applicationStates,
  balanceDimensions,
  phaseKinds,
  selectionFilters,
} from './selection.schemas.ts';

const callId = idSchema<'callForInterest'>();
const phaseId = idSchema<'phase'>();
const applicationId = idSchema<'application'>();
const personId = idSchema<'person'>();
const why = z.string().trim().min(1).max(20_000);
const quota = z.int().min(0).max(1_000_000).nullable().default(null);
const made = done.extend({ id: z.string() });

const criterionScore = z.object({
  criterionId: z.string(),
  name: z.string(),
  weight: z.number(),
  scaleMax: z.number(),
  /** Mean of what was given; null without a score. */
  mean: z.number().nullable(),
  scores: count,
  abstentions: count,
});

export const moveRefusals = [
  'otherCall',
  'withdrawn',
  'duplicate',
  /** Already released: only an exception changes it. */
  'released',
  /** Not, or not yet, in this phase. */
  'notCandidate',
] as const;

const moved = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  from: place,
  to: place,
});

const movePreview = z.object({
  changed: z.array(moved),
  /** Those that already are there. */
  unchanged: z.array(z.string()),
  refused: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      organisationName: z.string(),
      why: z.enum(moveRefusals),
    }),
  ),
  /** Of the phase moved in, and of what follows where that changes. */
  gauges: z.array(
    z.object({ phaseId: z.string(), phaseName: z.string(), before: gauge, after: gauge }),
  ),
  /** What is still to be said before the move can be made. */
  missing: z.array(z.enum(['reason', 'exclusionReason'])),
});
export type MovePreview = z.output<typeof movePreview>;

/** What one move asks for: the same for one application and for many. */
const moveRequest = z.object({
  phaseId,
  applicationIds: z.array(applicationId).min(1).max(10_000),
  /** Null takes the decision back: the application waits in the phase again. */
  outcome: outcome.nullable(),
  exclusionReasonId: idSchema<'exclusionReason'>().nullable().default(null),
  reason: why.nullable().default(null),
  decidedOn: day.nullable().default(null),
  decidedById: personId.nullable().default(null),
});

const triageQueue = z.object({
  phase: phaseView.omit({ releases: true }),
  exclusionReasons: z.array(exclusionReasonView),
  /** With the filters. */
  done: count,
  left: count,
  application: applicationSheet.nullable(),
  /** The pending applications after it, for going on without waiting. */
  nextIds: z.array(z.string()),
});
export type TriageQueue = z.output<typeof triageQueue>;

const triageRequest = z.object({
  phaseId,
  filters: selectionFilters.default(() => selectionFilters.parse({})),
  /** Begins after this application, and comes back to the first at the end. */
  afterId: applicationId.nullable().default(null),
  /** The very one to show, if it is pending. */
  applicationId: applicationId.nullable().default(null),
});

const releaseWarnings = [
  'pending',
  'quotaUnder',
  'quotaOver',
  'quotaAboveCandidates',
  'earlierPhasePending',
] as const;

const releasePreview = z.object({
  phaseId: z.string(),
  gauge,
  /** Decisions that the release would fix, by outcome. */
  released: z.array(z.object({ outcome, count })),
  warnings: z.array(z.object({ kind: z.enum(releaseWarnings), count })),
});
export type ReleasePreview = z.output<typeof releasePreview>;

const balanceLine = z.object({
  /** Identifier of the segment, code of the département, kind or maturity; null for none. */
  id: text,
  name: text,
  candidates: count,
  keptNow: count,
  kept: count,
  /** Of all candidates, of those kept today, of those that would be kept; between 0 and 1. */
  shareOfCandidates: z.number(),
  shareOfKeptNow: z.number(),
  shareOfKept: z.number(),
});
export type BalanceLine = z.output<typeof balanceLine>;

const ranked = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  /** From 1; equals share it. Null without a score. */
  rank: z.number().nullable(),
  score: z.number().nullable(),
  dispersion: z.number().nullable(),
  evaluators: count,
  tiedWith: z.array(z.string()),
  /** What was decided so far; null while pending. */
  outcome: outcome.nullable(),
  isReleased: z.boolean(),
  wouldBeKept: z.boolean(),
});
export type RankedCandidate = z.output<typeof ranked>;

const whatIf = z.object({
  phaseId: z.string(),
  /** The scale that scores and threshold are on. */
  scale: z.object({ min: z.number(), max: z.number() }),
  entering: z.array(ranked),
  leaving: z.array(ranked),
  ranking: z.array(ranked),
  kept: count,
  keptNow: count,
  /** Applications at the limit with the same score, which the order alone tells apart. */
  tiedAtLimit: z.array(z.string()),
  state: z.enum(['none', 'under', 'within', 'over']),
  balance: z.array(z.object({ dimension: z.enum(balanceDimensions), lines: z.array(balanceLine) })),
});
export type WhatIf = z.output<typeof whatIf>;

const historyLine = z.object({
  operationId: z.string(),
  at: z.string(),
  author: z.string(),
  /** `undo` and `redo` say that the change was taken back, or made again. */
  kind: z.enum(['founding', 'edit', 'import', 'undo', 'redo']),
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  phaseId: text,
  phaseName: text,
  what: z.enum([
    'decided',
    'changed',
    'takenBack',
    'unreleased',
    'released',
    'exception',
    'withdrawn',
    'returned',
  ]),
  fromOutcome: outcome.nullable(),
  toOutcome: outcome.nullable(),
  reason: text,
  decidedByName: text,
});
export type SelectionHistoryLine = z.output<typeof historyLine>;

const statistics = z.object({
  callId: z.string(),
  asOfOn: text,
  received: count,
  late: count,
  incomplete: count,
  duplicates: count,
  withdrawn: count,
  /** Stages of the funnel in order: received, then those that each phase kept. */
  stages: z.array(z.object({ phaseId: text, name: text, count })),
  outcomes: z.array(z.object({ outcome: outcome.or(z.literal('pending')), count })),
  exclusions: z.array(z.object({ id: text, title: text, count })),
  breakdowns: z.array(
    z.object({
      dimension: z.enum(balanceDimensions),
      lines: z.array(z.object({ id: text, name: text, counts: z.array(count) })),
    }),
  ),
  isFictitious: z.boolean(),
});
export type SelectionStatistics = z.output<typeof statistics>;

const withdrawalPreview = z.object({
  applicationId: z.string(),
  /** The first of the reserve list, who would be called up; null without one or without a place left. */
  promoted: z
    .object({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      organisationName: z.string(),
      phaseId: z.string(),
      phaseName: z.string(),
      rank: z.number().nullable(),
      outcome,
    })
    .nullable(),
});
export type WithdrawalPreview = z.output<typeof withdrawalPreview>;

export const selectionChannels = {
  /** Calls, the latest first. */
  'selection:calls': reads('store', {
    input: z.object({ workingGroupId: idSchema<'workingGroup'>().nullable().default(null) }),
    output: z.array(callView),
  }),
  /** A call with its method, its gauges and what is wrong with them. */
  'selection:call': reads('store', {
    input: z.object({ id: callId }),
    output: callSheet.nullable(),
  }),
  /** A new call by the built-in method « AMI innovation », as one operation. */
  'selection:createCall': writes('store', {
    input: z.object({
      workingGroupId: idSchema<'workingGroup'>(),
      title: z.string().trim().min(1).max(500),
      description: z.string().min(1).max(200_000).nullable().default(null),
      agreementId: idSchema<'agreement'>().nullable().default(null),
      eventId: idSchema<'event'>().nullable().default(null),
      opensOn: day.nullable().default(null),
      closesOn: day.nullable().default(null),
      partnerIds: z.array(idSchema<'organisation'>()).max(100).default([]),
      segmentIds: z.array(idSchema<'purchaseSegment'>()).max(100).default([]),
    }),
    output: made,
  }),
  /** The phases of a call, as one operation: those not named are put aside. */
  'selection:saveMethod': writes('store', {
    input: z.object({
      callId,
      phases: z
        .array(
          z.object({
            /** Names the phase within this request. */
            key: z.string().min(1).max(60),
            /** The phase it comes after; null for the first. */
            afterKey: z.string().min(1).max(60).nullable(),
            /** Null makes a new phase. */
            id: phaseId.nullable().default(null),
            name: z.string().trim().min(1).max(500),
            description: z.string().min(1).max(200_000).nullable().default(null),
            kind: z.enum(phaseKinds),
            deadlineOn: day.nullable().default(null),
            quotaMin: quota,
            quotaMax: quota,
            committeeId: idSchema<'committee'>().nullable().default(null),
            keptOutcome: z.enum(['nextPhase', 'pitch', 'stand']),
            otherOutcome: z.enum(['notRetained', 'stand', 'reserve']),
            aggregation: z.enum(['mean', 'median']).default('mean'),
            normalisesSeverity: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(50),
    }),
    output: done,
  }),
  'selection:board': reads('store', {
    input: z.object({
      callId,
      filters: selectionFilters.default(() => selectionFilters.parse({})),
      cardsPerColumn: z.int().min(0).max(50).default(50),
      /** Scores take reading all that the committee gave: only where they are shown. */
      withScores: z.boolean().default(false),
    }),
    output: board,
  }),
  /** A further page of one column. */
  'selection:cards': reads('store', {
    input: z.object({
      callId,
      filters: selectionFilters.default(() => selectionFilters.parse({})),
      column: z.string().max(120),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(50).default(50),
      withScores: z.boolean().default(false),
    }),
    output: z.object({ count, cards: z.array(card) }),
  }),
  'selection:application': reads('store', {
    input: z.object({ id: applicationId }),
    output: applicationSheet.nullable(),
  }),
  /** Two to four applications side by side, with what their scores have in common. */
  'selection:compare': reads('store', {
    input: z.object({ ids: z.array(applicationId).min(2).max(4) }),
    output: z.array(z.object({ application: applicationSheet, criteria: z.array(criterionScore) })),
  }),
  /** The next application to judge in a phase, with all that it takes. */
  'selection:triage': reads('store', { input: triageRequest, output: triageQueue }),
  'selection:previewMove': reads('store', { input: moveRequest, output: movePreview }),
  /** Decides, or takes decisions back; all of them or none. */
  'selection:move': writes('store', {
    input: moveRequest.extend({
      /** Leaves out those that are refused, instead of refusing the whole. */
      skipsRefused: z.boolean().default(false),
    }),
    output: done.extend({ changed: count, refused: count }),
  }),
  /** One decision from the triage, answered with the next application. */
  'selection:decide': writes('store', {
    input: moveRequest.omit({ applicationIds: true }).extend({
      applicationId,
      filters: selectionFilters.default(() => selectionFilters.parse({})),
    }),
    output: done.extend({ next: triageQueue }),
  }),
  /** The whole reserve list of a phase in its new order. */
  'selection:rerank': writes('store', {
    input: z.object({ phaseId, applicationIds: z.array(applicationId).max(10_000) }),
    output: done,
  }),
  'selection:previewRelease': reads('store', {
    input: z.object({ phaseId }),
    output: releasePreview,
  }),
  /** Fixes all that a phase decided. Warnings must be accepted, or it is refused. */
  'selection:release': writes('store', {
    input: z.object({
      phaseId,
      note: why.nullable().default(null),
      releasedById: personId.nullable().default(null),
      acceptsWarnings: z.boolean().default(false),
    }),
    output: done.extend({ id: z.string(), released: count }),
  }),
  /** Changes a released decision, and records that and why. */
  'selection:except': writes('store', {
    input: z.object({
      applicationId,
      phaseId,
      outcome,
      exclusionReasonId: idSchema<'exclusionReason'>().nullable().default(null),
      reason: why,
      statedById: personId.nullable().default(null),
    }),
    output: made.extend({ place }),
  }),
  'selection:previewWithdrawal': reads('store', {
    input: z.object({ applicationId }),
    output: withdrawalPreview,
  }),
  'selection:withdraw': writes('store', {
    input: z.object({
      applicationId,
      withdrawnOn: day,
      reason: why.nullable().default(null),
      promoteNext: z.boolean().default(true),
    }),
    output: made.extend({ promoted: withdrawalPreview.shape.promoted }),
  }),
  /** Says that an application repeats another one of the same call; null takes that back. */
  'selection:markDuplicate': writes('store', {
    input: z.object({ applicationId, duplicateOfId: applicationId.nullable() }),
    output: done,
  }),
  /** Who would enter and leave with another limit, other weights or another way of adding up. */
  'selection:whatIf': reads('store', {
    input: z.object({
      phaseId,
      /** How many would be kept; by default the largest number of the phase. */
      quota: z.int().min(0).max(100_000).nullable().default(null),
      /** Least score to be kept, on the scale of the ranking; goes before the quota. */
      threshold: z.number().nullable().default(null),
      /** Weights by criterion; those not named keep theirs. */
      weights: z.record(idSchema<'criterion'>(), z.number().min(0).max(1_000_000)).default({}),
      normalises: z.boolean().nullable().default(null),
      aggregation: z.enum(['mean', 'median']).nullable().default(null),
    }),
    output: whatIf,
  }),
  /** Every decision with who, when and why, the latest first. */
  'selection:history': reads('store', {
    input: z.object({
      callId,
      applicationId: applicationId.nullable().default(null),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ total: count, lines: z.array(historyLine) }),
  }),
  'selection:statistics': reads('store', {
    input: z.object({ callId, asOfOn: day.nullable().default(null) }),
    output: statistics,
  }),
} as const;
