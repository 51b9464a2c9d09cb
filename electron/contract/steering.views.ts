import { z } from 'zod';

import { judgements, yearStatuses } from '#domain/steering.ts';

import { entityName, namedRecord } from './schemas.ts';

const text = z.string().nullable();
const named = z.object({ id: z.string(), label: z.string() });
const inYear = z.object({ id: z.string(), title: z.string(), year: z.number() });
export type ObjectiveInYear = z.output<typeof inYear>;

const workingYear = z.object({
  year: z.number(),
  status: z.enum(yearStatuses),
  closedOn: text,
  note: text,
});
export type WorkingYear = z.output<typeof workingYear>;

/** A group whose work is steered, with the years that its records speak of, the earliest first. */
export const steeredGroup = z.object({
  id: z.string(),
  name: z.string(),
  years: z.array(workingYear),
});
export type SteeredGroup = z.output<typeof steeredGroup>;

/** A result, and by which activity an objective led to it; null where it did so at once. */
const obtained = z.object({
  id: z.string(),
  title: z.string(),
  obtainedOn: text,
  by: named.nullable(),
});
export type ObtainedResult = z.output<typeof obtained>;

/**
 * What became of an objective: `restated` in other words the same year, `carried` to a later one,
 * `closed` with a judgement, `done` (or given up) by its status alone, or still `open`.
 */
export const objectiveStates = ['restated', 'carried', 'closed', 'done', 'open'] as const;

const objective = z.object({
  id: z.string(),
  parentId: text,
  /** 1, 1.2, 1.2.1 … as the year's list is numbered; empty for an earlier wording. */
  number: z.string(),
  depth: z.number(),
  title: z.string(),
  year: z.number(),
  description: text,
  status: z.string(),
  state: z.enum(objectiveStates),
  closedOn: text,
  judgement: z.enum(judgements).nullable(),
  closingNote: text,
  statedOn: text,
  subGroup: named.nullable(),
  strategicAxis: named.nullable(),
  agreement: named.nullable(),
  /** The objective that this one takes up. */
  from: inYear.nullable(),
  /** Those that take this one up, the earliest first. */
  to: z.array(inYear),
  /** What it obtained, what its parts obtained apart. */
  results: z.array(obtained),
  /** Whether neither it nor any of its parts led to a result. */
  isWithoutResult: z.boolean(),
  indicators: z.array(named),
});
export type ObjectiveView = z.output<typeof objective>;

const yearResult = z.object({
  id: z.string(),
  title: z.string(),
  obtainedOn: text,
  objectives: z.array(named),
});
export type YearResult = z.output<typeof yearResult>;

export const objectivesOfYear = z.object({
  isClosed: z.boolean(),
  /** As a tree read from top to bottom; the sub-groups' own come after the group's. */
  objectives: z.array(objective),
  results: z.array(yearResult),
});
export type ObjectivesOfYear = z.output<typeof objectivesOfYear>;

export const checkNames = [
  'openObjectives',
  'objectivesWithoutResult',
  'resultsWithoutObjective',
  'indicatorsWithoutValue',
  'brokenTotals',
  'minutesToValidate',
  'deliverablesDue',
  'actionsOpen',
] as const;
export type CheckName = (typeof checkNames)[number];

export const checklist = z.object({
  year: workingYear,
  next: workingYear.nullable(),
  checks: z.array(z.object({ name: z.enum(checkNames), records: z.array(namedRecord) })),
  /** How many records of each kind the closing freezes. */
  frozen: z.array(z.object({ table: entityName, count: z.number() })),
});
export type Checklist = z.output<typeof checklist>;

const carried = z.object({ id: z.string(), label: z.string() }).nullable();

/** What may go on next year. `carried` is what already does so. */
export const candidates = z.object({
  year: workingYear,
  next: workingYear.nullable(),
  objectives: z.array(
    z.object({
      id: z.string(),
      parentId: text,
      number: z.string(),
      depth: z.number(),
      title: z.string(),
      subGroup: text,
      isSuggested: z.boolean(),
      carried,
    }),
  ),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: text,
      objectiveId: text,
      targetValue: z.number().nullable(),
      targetOn: text,
      /** The same day a year later. */
      nextTargetOn: text,
      isSuggested: z.boolean(),
      carried,
    }),
  ),
  remedies: z.array(
    z.object({
      id: z.string(),
      year: z.number(),
      title: z.string(),
      isSuggested: z.boolean(),
      carried,
    }),
  ),
});
export type Candidates = z.output<typeof candidates>;

/** What carrying over would write, in the order in which it is written. */
export const carryPreview = z.object({
  made: z.array(
    z.object({
      table: z.enum(['objective', 'indicator']),
      title: z.string(),
      /** Of the record it goes on with: an objective, an indicator, or the remedy it answers. */
      from: namedRecord,
      depth: z.number(),
      target: z.object({ value: z.number().nullable(), on: text }).nullable(),
    }),
  ),
  /** Asked for, but already there. */
  alreadyThere: z.number(),
});
export type CarryPreview = z.output<typeof carryPreview>;
