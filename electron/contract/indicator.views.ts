import { z } from 'zod';

import { buyerKinds } from '#domain/actor.ts';

import { citationView } from './actor.channels.ts';
import { anyRecord, namedRecord } from './schemas.ts';

export const countedRegisters = ['applications', 'needs', 'meetings', 'subGroups'] as const;

const part = z.object({
  id: z.string(),
  title: z.string(),
  value: z.number(),
  buyerKind: z.enum(buyerKinds).nullable(),
  detail: z.string().nullable(),
});

const measurement = z.object({
  id: z.string(),
  asOfOn: z.string(),
  value: z.number(),
  isMinimum: z.boolean(),
  source: namedRecord.nullable(),
  method: z.string().nullable(),
  note: z.string().nullable(),
  parts: z.array(part),
  /** What the parts leave out of the value; negative where they exceed it; 0 without parts. */
  rest: z.number(),
  /** What the register holds on that very day, where the indicator can be counted. */
  counted: z.number().nullable(),
  citations: z.array(citationView),
});
export type MeasurementView = z.output<typeof measurement>;

const indicator = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  targetValue: z.number().nullable(),
  targetOn: z.string().nullable(),
  method: z.string().nullable(),
  countedFrom: z.enum(countedRegisters).nullable(),
  objective: namedRecord.nullable(),
  /** Whether the year has anything to say of it: a value, a target, an objective, a count. */
  isOfYear: z.boolean(),
  /** What the register holds on the day asked for. */
  counted: z.number().nullable(),
  /** The stated value that holds on that day; null before the first. */
  stated: measurement.nullable(),
  /** All stated values, by date. */
  measurements: z.array(measurement),
});
export type IndicatorView = z.output<typeof indicator>;

const linked = namedRecord.extend({ linkId: z.string() });

const result = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  obtainedOn: z.string().nullable(),
  event: namedRecord.nullable(),
  deliverable: namedRecord.nullable(),
  /** Objectives served; `via` is the activity through which one is. */
  objectives: z.array(linked.extend({ via: namedRecord.nullable() })),
  figures: z.array(
    z.object({
      linkId: z.string(),
      indicatorId: z.string(),
      measurementId: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      value: z.number(),
      isMinimum: z.boolean(),
      asOfOn: z.string(),
    }),
  ),
});
export type ResultView = z.output<typeof result>;

export const indicatorsView = z.object({
  indicators: z.array(indicator),
  results: z.array(result),
  /** Objectives of the year that a result or an indicator may serve. */
  objectives: z.array(namedRecord),
});
export type IndicatorsView = z.output<typeof indicatorsView>;

const framePart = z.object({
  record: anyRecord,
  /** Records that speak of it. */
  uses: z.number(),
});

export const frameView = z.object({
  group: anyRecord,
  axes: z.array(framePart),
  segments: z.array(framePart),
  /** Documents that the perimeter comes from. */
  citations: z.array(citationView),
});
export type FrameView = z.output<typeof frameView>;
