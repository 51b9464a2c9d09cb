import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';
import {
  applicationSheet,
  board,
  callSheet,
  callView,
  card,
  count,
  outcome,
  phaseKinds,
  place,
  selectionFilters,
} from './selection.schemas.ts';
import {
  callId,
  phaseId,
  applicationId,
  personId,
  why,
  quota,
  made,
  criterionScore,
  movePreview,
  moveRequest,
  triageQueue,
  triageRequest,
  releasePreview,
  whatIf,
  historyLine,
  statistics,
  withdrawalPreview,
} from './selection.views.ts';

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

export type {
  MovePreview,
  TriageQueue,
  ReleasePreview,
  BalanceLine,
  RankedCandidate,
  WhatIf,
  SelectionHistoryLine,
  SelectionStatistics,
  WithdrawalPreview,
} from './selection.views.ts';
export { moveRefusals } from './selection.views.ts';

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
