import { z } from 'zod';

import { reads, writes } from './channel.ts';
import { cell, done, entityName, id, wholeList } from './schemas.ts';

/** Records named one by one, or all that a list shows but a few. */
export const bulkTarget = z.union([
  z.object({ ids: z.array(id).min(1).max(100_000) }).strict(),
  z.object({ query: wholeList, except: z.array(id).max(100_000).default([]) }).strict(),
]);
export type BulkTarget = z.output<typeof bulkTarget>;

const field = z.string().min(1).max(60);
const label = z.string().trim().min(1).max(80);

/** One change to make alike on many records. */
export const bulkChange = z.discriminatedUnion('kind', [
  /** Null empties the field. */
  z.object({ kind: z.literal('set'), field, value: z.json() }),
  z.object({ kind: z.literal('addLabel'), field, label }),
  z.object({ kind: z.literal('removeLabel'), field, label }),
]);
export type BulkChange = z.output<typeof bulkChange>;

const bulkEdit = z.object({
  table: entityName,
  target: bulkTarget,
  changes: z.array(bulkChange).min(1).max(20),
});

/** Value of a field before or after, in words for references; a list for labels. */
const held = z.union([cell, z.array(z.string())]);

const previewRow = z.object({
  id: z.string(),
  label: z.string(),
  cells: z.array(z.object({ field: z.string(), before: held, after: held })),
  /** What keeps the record as it is; null for one that will change. */
  refusal: z.object({ field: z.string(), rule: z.string() }).nullable(),
});
export type BulkPreviewRow = z.output<typeof previewRow>;

export const bulkChannels = {
  /** What a change would do, record by record, without doing it. */
  'records:previewMany': reads('store', {
    input: bulkEdit.extend({
      /** Which records to tell of: those that would change, or those that refuse to. */
      fate: z.enum(['changed', 'refused']).default('changed'),
      offset: z.number().int().min(0).max(10_000_000).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      refused: z.number(),
      /** Why records refuse, the most frequent reason first. */
      refusals: z.array(z.object({ field: z.string(), rule: z.string(), count: z.number() })),
      rows: z.array(previewRow),
    }),
  }),
  /** The same change on many records, as one operation. */
  'records:updateMany': writes('store', {
    input: bulkEdit.extend({
      /** Leaves records that refuse the change as they are; otherwise one refuses it for all. */
      skipsRefused: z.boolean().default(false),
    }),
    output: done.extend({ changed: z.number(), unchanged: z.number(), refused: z.number() }),
  }),
  /** Puts records aside with what cannot stand without them; counts say what went along. */
  'records:removeMany': writes('store', {
    input: z.object({ table: entityName, target: bulkTarget }),
    output: done.extend({
      removed: z.array(z.object({ table: entityName, count: z.number() })),
    }),
  }),
} as const;
