import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, done, id } from './schemas.ts';

const minutesId = idSchema<'minutes'>();
const text = z.string().nullable();

const version = z.object({
  /** The last operation of the version. */
  operationId: z.string(),
  at: z.string(),
  author: z.string(),
  /** Key of the journal's reason: `type`, `validateMinutes`, `undo`… */
  reason: z.string(),
  saves: z.number(),
});
export type MinutesVersion = z.output<typeof version>;

const segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Segment = z.output<typeof segment>;

export const minutesChannels = {
  /** The meeting's minutes, begun when there are none yet. */
  'minutes:open': writes('store', {
    input: z.object({ meetingId: idSchema<'meeting'>() }),
    output: done.extend({ id: z.string() }),
  }),
  /**
   * Saves what is written of one item, or before the first when `agendaItemId` is null. `body` is a
   * rich text as JSON text, or plain text; null empties it.
   */
  'minutes:saveItem': writes('store', {
    input: z.object({
      minutesId,
      agendaItemId: idSchema<'agendaItem'>().nullable(),
      body: z.string().max(1_000_000).nullable(),
    }),
    output: done.extend({ itemId: text, savedAt: z.string() }),
  }),
  /** Numbers the minutes, signs them off and locks them. */
  'minutes:validate': writes('store', {
    input: z.object({ minutesId, validatedById: idSchema<'person'>(), on: day }),
    output: done.extend({ number: z.string() }),
  }),
  /** Begins an addendum to validated minutes, or goes on with the one begun. */
  'minutes:amend': writes('store', {
    input: z.object({ minutesId }),
    output: done.extend({ id: z.string() }),
  }),
  /** Who wrote when, latest first; typing without a long pause is one version. */
  'minutes:versions': reads('store', { input: z.object({ minutesId }), output: z.array(version) }),
  /** What changed in the words from one version to another; null stands for what is there now. */
  'minutes:compare': reads('store', {
    input: z.object({ minutesId, from: id.nullable(), to: id.nullable() }),
    output: z.array(
      z.object({
        agendaItemId: text,
        /** Null for what is written before the first item. */
        title: text,
        hasChanged: z.boolean(),
        segments: z.array(segment),
      }),
    ),
  }),
} as const;
