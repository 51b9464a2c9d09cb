import { z } from 'zod';

import { reads, writes } from './channel.ts';
import { cell, day, done, groupBy, id, registerName, sort } from './schemas.ts';

const columnKey = z.string().min(1).max(60);
const typed = z.string().min(1).max(200);
const negatable = { isNegated: z.boolean().optional() };

/** What the filter of one column says, as a person set it. */
export const columnFilter = z.discriminatedUnion('operator', [
  z.object({ operator: z.enum(['empty', 'notEmpty']) }),
  z.object({ operator: z.enum(['contains', 'startsWith', 'equals']), value: typed, ...negatable }),
  z.object({ operator: z.enum(['before', 'after', 'on']), value: day, ...negatable }),
  z.object({
    operator: z.enum(['more', 'less', 'atLeast', 'atMost']),
    value: z.number(),
    ...negatable,
  }),
  z.object({ operator: z.literal('between'), from: day, to: day, ...negatable }),
  z.object({ operator: z.literal('range'), from: z.number(), to: z.number(), ...negatable }),
  z.object({
    operator: z.literal('among'),
    values: z.array(z.string().max(200)).min(1).max(200),
    ...negatable,
  }),
  z.object({
    operator: z.literal('is'),
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
    ...negatable,
  }),
]);
export type ColumnFilter = z.output<typeof columnFilter>;

/** An arrangement of a list, as it was saved under a name. */
export const viewDefinition = z.object({
  text: z.string().max(200),
  /** A fixed day, or null for today, whenever that is. */
  at: day.nullable(),
  filters: z.record(columnKey, columnFilter),
  order: z.array(columnKey).max(100),
  hidden: z.array(columnKey).max(100),
  widths: z.record(columnKey, z.number().min(40).max(2000)),
  sort: z.array(sort).max(5),
  groupBy: groupBy.nullable(),
});
export type ViewDefinition = z.output<typeof viewDefinition>;

export const viewName = z.string().trim().min(1).max(120);

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  definition: viewDefinition,
});
export type SavedView = z.output<typeof savedView>;

const group = z.object({
  /** Text, code of a choice, number or year; null for rows without a value. */
  value: cell,
  count: z.number(),
  /** Place of its first row in the whole list. */
  first: z.number(),
});

export const viewChannels = {
  /** Saved views of one register, by name. What no longer fits its columns is left out. */
  'views:list': reads('store', {
    input: z.object({ register: registerName }),
    output: z.array(savedView),
  }),
  /** Saves an arrangement under a name, or anew under the one it has. */
  'views:save': writes('store', {
    input: z.object({
      id: id.nullable(),
      register: registerName,
      name: viewName,
      definition: viewDefinition,
    }),
    output: done.extend({ id: z.string() }),
  }),
} as const;

export const groupAnswer = z.object({
  /** None when there are too many to draw. */
  groups: z.array(group),
  /** How many groups there are. */
  count: z.number(),
});
