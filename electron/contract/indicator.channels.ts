import { z } from 'zod';

import { buyerKinds } from '#domain/actor.ts';
import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { countedRegisters, frameView, indicatorsView } from './indicator.views.ts';
import { day, done, id, namedRecord } from './schemas.ts';

const PARTS_AT_MOST = 200;
const RECORDS_AT_MOST = 5000;

const year = z.number().int().min(1990).max(2200);
const value = z.number();
const words = z.string().max(200_000).nullable();

const parts = z.array(
  z.object({
    /** Null for a part that is new. */
    id: idSchema<'measurementPart'>().nullable(),
    title: z.string().max(500),
    value,
    buyerKind: z.enum(buyerKinds).nullable(),
    detail: z.string().max(1000).nullable(),
  }),
);

export const indicatorChannels = {
  /** Indicators of a group with their values, results of the year, and what they serve. */
  'indicators:list': reads('store', {
    input: z.object({ groupId: id, year, asOfOn: day }),
    output: indicatorsView,
  }),
  /** The records that an indicator counts on a day; `count` is the value, however many are listed. */
  'indicators:counted': reads('store', {
    input: z.object({
      indicatorId: id,
      asOfOn: day,
      limit: z.number().int().min(1).max(RECORDS_AT_MOST),
    }),
    output: z
      .object({
        register: z.enum(countedRegisters),
        count: z.number(),
        records: z.array(namedRecord),
      })
      .nullable(),
  }),
  /** Makes an indicator, the last of its group, under a code of its own. */
  'indicators:create': writes('store', {
    input: z.object({
      groupId: idSchema<'workingGroup'>(),
      name: z.string().max(500),
      unit: z.string().max(60).nullable(),
      targetValue: value.nullable(),
      targetOn: day.nullable(),
      method: words,
      countedFrom: z.enum(countedRegisters).nullable(),
      objectiveId: idSchema<'objective'>().nullable(),
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** A dated value with its source and its breakdown, as one operation. */
  'indicators:saveMeasurement': writes('store', {
    input: z.object({
      indicatorId: idSchema<'indicator'>(),
      /** Null for a value that is new. */
      measurementId: idSchema<'measurement'>().nullable(),
      asOfOn: day,
      value,
      isMinimum: z.boolean(),
      source: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('known'), id: idSchema<'sourceDocument'>() }),
          z.object({
            kind: z.literal('new'),
            title: z.string().max(500),
            datedOn: day.nullable(),
          }),
        ])
        .nullable(),
      method: words,
      note: words,
      parts: parts.max(PARTS_AT_MOST),
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** The perimeter of a group: its definition, its strategy, its segments and axes. */
  'indicators:frame': reads('store', {
    input: z.object({ groupId: id }),
    output: frameView.nullable(),
  }),
  /** Puts the axes or the segments of a group in that order; those not named follow. */
  'indicators:order': writes('store', {
    input: z.object({
      groupId: idSchema<'workingGroup'>(),
      table: z.enum(['strategicAxis', 'purchaseSegment']),
      ids: z.array(id).max(RECORDS_AT_MOST),
    }),
    output: done,
  }),
} as const;
