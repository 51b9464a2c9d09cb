import { z } from 'zod';

import { mandateView } from './actor.channels.ts';
import { reads, writes } from './channel.ts';
import { day, done, none } from './schemas.ts';
import {
  phaseId,
  personId,
  applicationId,
  criterionId,
  text,
  figure,
  page,
  today,
  tried,
  rankedApplication,
  scale,
  committeeResults,
  rankStability,
  evaluator,
  method,
  conflict,
  sheetRow,
  gridRow,
  fate,
  returnId,
  returnsView,
  returnCell,
} from './committee.views.ts';

export type {
  RankedApplicationView,
  CommitteeResults,
  RankStabilityView,
  EvaluatorView,
  CommitteeMethodView,
  ConflictView,
  ScoreSheetRow,
  ScoreGridRow,
  ReturnsView,
  ReturnCellView,
} from './committee.views.ts';

export const committeeChannels = {
  /** How the phase ranks, in words, and what stands in the way. */
  'committee:method': reads('store', {
    input: z.object({ phaseId, ...today, ...tried }),
    output: method,
  }),
  /** The ranking, best first. */
  'committee:results': reads('store', {
    input: z.object({ phaseId, ...tried, ...page }),
    output: committeeResults,
  }),
  /** How firm ranks are: without any one member, and with weights a little different. */
  'committee:stability': reads('store', {
    input: z.object({
      phaseId,
      ...tried,
      ...page,
      /** Ranks up to this one are in; the phase's quota when left out. */
      cut: z.int().min(1).max(1_000_000).optional(),
      draws: z.int().min(0).max(2000).default(200),
      spread: z.number().min(0).max(1).default(0.2),
      seed: z.int().min(0).max(4_294_967_295).default(1),
    }),
    output: z.object({ rows: z.array(rankStability), total: z.number(), cut: figure }),
  }),
  /** What to talk about, in order. */
  'committee:discussion': reads('store', {
    input: z.object({
      phaseId,
      ...tried,
      cut: z.int().min(1).max(1_000_000).optional(),
      limit: z.int().min(1).max(500).default(30),
    }),
    output: z.object({
      rows: z.array(rankedApplication.extend({ isDecisive: z.boolean(), margin: figure })),
      cut: figure,
    }),
  }),
  'committee:evaluators': reads('store', {
    input: z.object({ phaseId, ...today, ...tried }),
    output: z.object({ evaluators: z.array(evaluator), scale }),
  }),
  /** What one member has said so far, for entry by hand. */
  'committee:sheet': reads('store', {
    input: z.object({
      phaseId,
      evaluatorId: personId,
      /** Only this one. */
      applicationId: applicationId.nullable().default(null),
      ...page,
    }),
    output: z.object({ rows: z.array(sheetRow), total: z.number() }),
  }),
  /** Writes one score; a null value without abstention takes it away. */
  'committee:score': writes('store', {
    input: z
      .object({
        phaseId,
        evaluatorId: personId,
        applicationId,
        criterionId,
        value: z.number().nullable(),
        isAbstention: z.boolean().default(false),
        /** Left out: the comment stays. */
        comment: z.string().trim().min(1).max(200_000).nullable().optional(),
        ...today,
      })
      .refine(({ value, isAbstention }) => value === null || !isAbstention),
    output: done.extend({ id: text }),
  }),
  /** What every member says of every application: of one criterion, or of all together. */
  'committee:grid': reads('store', {
    input: z.object({
      phaseId,
      criterionId: criterionId.nullable().default(null),
      /** Words of the number, the title or the organisation. */
      text: z.string().max(200).default(''),
      ...today,
      ...page,
    }),
    output: z.object({
      evaluators: z.array(
        z.object({ personId: z.string(), name: z.string(), isMember: z.boolean() }),
      ),
      scale,
      rows: z.array(gridRow),
      total: z.number(),
    }),
  }),
  /** Who sits, or sat, on the committee of a phase. */
  'committee:team': reads('store', {
    input: z.object({ phaseId }),
    output: z.object({
      committeeId: text,
      committeeName: text,
      mandates: z.array(mandateView),
      seats: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  'committee:conflicts': reads('store', {
    input: z.object({ phaseId, ...today }),
    output: z.array(conflict),
  }),
  'committee:declareConflict': writes('store', {
    input: z.object({
      personId,
      applicationId,
      description: z.string().trim().min(1).max(200_000),
      statedOn: day,
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** Records that members do not take part in applications, as one operation. */
  'committee:recuse': writes('store', {
    input: z.object({
      phaseId,
      recusals: z.array(z.object({ personId, applicationId })).min(1).max(1000),
      recordedOn: day,
      note: z.string().trim().min(1).max(200_000).nullable().default(null),
    }),
    output: done.extend({ ids: z.array(z.string()) }),
  }),
  /** Makes the members' kits: one archive, or the one file of one member in one format. */
  'committee:makeKits': writes('store', {
    input: z.object({
      phaseId,
      /** Null for all members in office. */
      evaluatorIds: z.array(personId).min(1).max(1000).nullable().default(null),
      formats: z
        .array(z.enum(['xlsx', 'ods', 'exchange']))
        .min(1)
        .max(3),
      grant: z.string().max(200),
      ...today,
    }),
    output: done.extend({
      kits: z.array(
        z.object({
          kitId: z.string(),
          evaluatorId: z.string(),
          name: z.string(),
          version: z.number(),
          applications: z.number(),
          recusals: z.number(),
          files: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Reads files that came back and holds them against the store; nothing is written. */
  'committee:openReturns': reads('store', {
    input: z.object({
      phaseId,
      grants: z.array(z.string().max(200)).min(1).max(100),
      ...today,
    }),
    output: returnsView,
  }),
  'committee:returns': reads('store', { input: returnId, output: returnsView }),
  'committee:returnCells': reads('store', {
    input: returnId.extend({
      /** Null for all that is not plainly the same. */
      fate: fate.nullable().default(null),
      file: z.int().min(0).max(100).nullable().default(null),
      ...page,
    }),
    output: z.object({ cells: z.array(returnCell), total: z.number() }),
  }),
  /** Says what is to stand in cells that differ; null leaves them open again. */
  'committee:decideReturns': reads('store', {
    input: returnId.extend({
      cells: z.union([
        z.enum(['undecided', 'all']),
        z.array(z.string().max(400)).min(1).max(10_000),
      ]),
      choice: z
        .union([z.enum(['stored', 'offered']), z.object({ file: z.int().min(0).max(100) })])
        .nullable(),
    }),
    output: returnsView,
  }),
  /** Takes in what the files bring, as one operation. */
  'committee:takeReturns': writes('store', {
    input: returnId,
    output: done.extend({
      files: z.number(),
      added: z.number(),
      replaced: z.number(),
      left: z.number(),
    }),
  }),
  'committee:closeReturns': reads('store', { input: returnId, output: none }),
} as const;
