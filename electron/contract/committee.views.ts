import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { day } from './schemas.ts';

export const phaseId = idSchema<'phase'>();
export const personId = idSchema<'person'>();
export const applicationId = idSchema<'application'>();
export const criterionId = idSchema<'criterion'>();
export const text = z.string().nullable();
export const figure = z.number().nullable();
export const page = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
};
export const today = { today: day };

/** What is tried out instead of the phase's own way of ranking. */
export const tried = {
  method: z.enum(['mean', 'median']).optional(),
  isNormalised: z.boolean().optional(),
  weights: z.record(criterionId, z.number().min(0).max(1_000_000)).optional(),
};

export const rankedApplication = z.object({
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  score: figure,
  rank: figure,
  tiedWith: z.array(z.string()),
  tie: z
    .object({
      count: z.number(),
      equal: z.array(z.string()),
      rule: z.enum(['criterion', 'otherMeasure', 'none']),
      criterionId: text,
    })
    .nullable(),
  mean: figure,
  median: figure,
  evaluators: z.number(),
  dispersion: figure,
  range: figure,
  lowest: figure,
  highest: figure,
  abstentions: z.number(),
  missing: z.number(),
  recused: z.number(),
  criteria: z.array(z.object({ criterionId: z.string(), mean: figure })),
});
export type RankedApplicationView = z.output<typeof rankedApplication>;

export const scale = z.object({ min: z.number(), max: z.number() });

export const committeeResults = z.object({
  rows: z.array(rankedApplication),
  total: z.number(),
  /** Applications that have a rank. */
  ranked: z.number(),
  scale,
  method: z.enum(['mean', 'median']),
  isNormalised: z.boolean(),
  weights: z.record(z.string(), z.number()),
  ignored: z.object({ recused: z.number(), outOfScale: z.number() }),
});
export type CommitteeResults = z.output<typeof committeeResults>;

const extremes = z.object({ best: z.number(), worst: z.number() }).nullable();

export const rankStability = z.object({
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  rank: figure,
  withoutOne: extremes,
  worstWithoutName: text,
  bestWithoutName: text,
  drawn: extremes,
  shareWithin: figure,
});
export type RankStabilityView = z.output<typeof rankStability>;

export const evaluator = z.object({
  personId: z.string(),
  name: z.string(),
  isMember: z.boolean(),
  expected: z.number(),
  scored: z.number(),
  abstained: z.number(),
  missing: z.number(),
  recused: z.number(),
  outOfScale: z.number(),
  recusals: z.number(),
  severity: figure,
  inCommon: z.number(),
  bias: figure,
  kit: z
    .object({
      kitId: z.string(),
      version: z.number(),
      madeAt: z.string(),
      returns: z.number(),
      lastTakenAt: text,
    })
    .nullable(),
});
export type EvaluatorView = z.output<typeof evaluator>;

export const method = z.object({
  criteria: z.array(
    z.object({
      criterionId: z.string(),
      position: z.number(),
      name: z.string(),
      weight: z.number(),
      share: figure,
      scaleMin: z.number(),
      scaleMax: z.number(),
    }),
  ),
  quotaMin: figure,
  quotaMax: figure,
  sentences: z.array(z.string()),
  obstacles: z.array(z.string()),
});
export type CommitteeMethodView = z.output<typeof method>;

export const conflict = z.object({
  personId: z.string(),
  personName: z.string(),
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  reasons: z.array(z.object({ kind: z.string(), isPast: z.boolean(), sentence: z.string() })),
  statedId: text,
  stated: text,
  origin: z.enum(['declared', 'detected']).nullable(),
  recusalId: text,
});
export type ConflictView = z.output<typeof conflict>;

export const sheetRow = z.object({
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  isRecused: z.boolean(),
  cells: z.array(
    z.object({
      criterionId: z.string(),
      value: figure,
      isAbstention: z.boolean(),
      comment: text,
    }),
  ),
});
export type ScoreSheetRow = z.output<typeof sheetRow>;

export const gridRow = z.object({
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  /** In the order of the evaluators. */
  cells: z.array(
    z.object({
      state: z.enum(['missing', 'partial', 'scored', 'abstained', 'recused', 'outOfScale']),
      value: figure,
      comment: text,
    }),
  ),
});
export type ScoreGridRow = z.output<typeof gridRow>;

export const fate = z.enum(['new', 'differs', 'kept', 'same', 'refused']);
export const returnId = z.object({ id: z.string().max(100) });

/** A filled-in file that came back, with all that is told of it in sentences. */
const returnFile = z.object({
  fileName: z.string(),
  memberName: text,
  version: figure,
  refusal: text,
  warnings: z.array(z.string()),
  isKnown: z.boolean(),
  same: z.number(),
  missing: z.number(),
});

export const returnsView = z.object({
  id: z.string(),
  files: z.array(returnFile),
  counts: z.object({
    new: z.number(),
    differs: z.number(),
    kept: z.number(),
    same: z.number(),
    refused: z.number(),
    undecided: z.number(),
  }),
});
export type ReturnsView = z.output<typeof returnsView>;

export const returnCell = z.object({
  key: z.string(),
  fate,
  memberName: z.string(),
  applicationId: z.string(),
  number: z.string(),
  title: z.string(),
  /** Null for the comment. */
  criterionId: text,
  criterionName: z.string(),
  /** What stands in the store, in words; null for nothing. */
  stored: text,
  offers: z.array(z.object({ file: z.number(), said: z.string(), place: z.string() })),
  problems: z.array(z.object({ file: z.number(), message: z.string(), place: z.string() })),
  isAltered: z.boolean(),
  choice: z.union([z.literal('stored'), z.number()]).nullable(),
});
export type ReturnCellView = z.output<typeof returnCell>;
