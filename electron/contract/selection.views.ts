import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { day, done } from './schemas.ts';
import {
  applicationSheet,
  balanceDimensions,
  count,
  exclusionReasonView,
  gauge,
  outcome,
  phaseView,
  place,
  selectionFilters,
  text,
} from './selection.schemas.ts';

export const callId = idSchema<'callForInterest'>();
export const phaseId = idSchema<'phase'>();
export const applicationId = idSchema<'application'>();
export const personId = idSchema<'person'>();
export const why = z.string().trim().min(1).max(20_000);
export const quota = z.int().min(0).max(1_000_000).nullable().default(null);
export const made = done.extend({ id: z.string() });

export const criterionScore = z.object({
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

export const movePreview = z.object({
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
export const moveRequest = z.object({
  phaseId,
  applicationIds: z.array(applicationId).min(1).max(10_000),
  /** Null takes the decision back: the application waits in the phase again. */
  outcome: outcome.nullable(),
  exclusionReasonId: idSchema<'exclusionReason'>().nullable().default(null),
  reason: why.nullable().default(null),
  decidedOn: day.nullable().default(null),
  decidedById: personId.nullable().default(null),
});

export const triageQueue = z.object({
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

export const triageRequest = z.object({
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

export const releasePreview = z.object({
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

export const whatIf = z.object({
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

export const historyLine = z.object({
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

export const statistics = z.object({
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

export const withdrawalPreview = z.object({
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
