import { z } from 'zod';

import type { Result } from './errors.ts';
import { entityName } from './schemas.ts';

/** What travels over the port between a window and the store process. */
export const portRequest = z.union([
  z.object({ id: z.number().int(), channel: z.string().max(60), input: z.unknown() }),
  z.object({ cancel: z.number().int() }),
]);

/** News that the store process gives unasked. */
export const storeEvent = z.union([
  z.object({
    event: z.literal('data:changed'),
    operationId: z.string().nullable(),
    tables: z.array(entityName),
  }),
  z.object({
    event: z.literal('progress'),
    id: z.number().int(),
    step: z.string(),
    done: z.number(),
    total: z.number().nullable(),
  }),
]);
export type StoreEvent = z.output<typeof storeEvent>;

export interface PortReply {
  readonly id: number;
  readonly result: Result<unknown>;
}

/** News that main gives to its window. */
export interface MainEvents {
  readonly 'store:stopped': { readonly restarted: boolean };
  readonly 'menu:command': { readonly command: string };
}
export type MainEventName = keyof MainEvents;
