import { z } from 'zod';

import { duplicateReasons, duplicateTables } from '#domain/duplicate.ts';

import { reads, writes } from './channel.ts';
import { done, entityName, id, none } from './schemas.ts';

const table = z.enum(duplicateTables);
const reasons = z.array(z.enum(duplicateReasons));
const counted = z.array(z.object({ table: entityName, count: z.number() }));
const tableState = z.object({ count: z.number(), hasMore: z.boolean() });

const side = z.object({ id: z.string(), label: z.string(), detail: z.string() });
const pairSide = side.extend({ links: counted });
const choice = z.enum(['kept', 'lost', 'both']);
const fieldChoice = z.object({
  field: z.string(),
  kept: z.unknown(),
  lost: z.unknown(),
  suggested: choice,
  canJoin: z.boolean(),
});
export type FieldChoice = z.output<typeof fieldChoice>;
export type MergeSide = z.output<typeof choice>;

/** Records of one kind that may be one: found in the background, judged pair by pair. */
export const duplicateChannels = {
  /** How far the search for duplicates is, and how many pairs await a judgement. */
  'duplicates:state': reads('store', {
    input: none,
    output: z.object({
      isCurrent: z.boolean(),
      done: z.number(),
      total: z.number(),
      organisation: tableState,
      person: tableState,
    }),
  }),
  /** Pairs that may be one, the surest first. */
  'duplicates:list': reads('store', {
    input: z.object({
      table,
      offset: z.number().int().min(0).max(100_000).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      total: z.number(),
      hasMore: z.boolean(),
      pairs: z.array(z.object({ first: side, second: side, score: z.number(), reasons })),
    }),
  }),
  /** Two records side by side, and what a merge would do; null when they are not two any more. */
  'duplicates:pair': reads('store', {
    input: z.object({ table, firstId: id, secondId: id, keepId: id.nullable() }),
    output: z
      .object({
        kept: pairSide,
        lost: pairSide,
        score: z.number().nullable(),
        reasons,
        fields: z.array(fieldChoice),
        names: z.record(z.string(), z.string()),
        moved: counted,
        folded: counted,
      })
      .nullable(),
  }),
  /** Makes one record of two, as one operation. Columns that are not named get the suggested value. */
  'duplicates:merge': writes('store', {
    input: z.object({
      table,
      keepId: id,
      loseId: id,
      fields: z.record(z.string().max(60), choice),
    }),
    output: done.extend({ moved: counted, folded: counted }),
  }),
  /** Says that two records are not one, so that they are not proposed again. */
  'duplicates:distinct': writes('store', {
    input: z.object({ table, firstId: id, secondId: id }),
    output: done,
  }),
  /** The record that stands for this one since it was merged; the same when it never was. */
  'duplicates:kept': reads('store', {
    input: z.object({ id }),
    output: z.object({ id: z.string() }),
  }),
} as const;
