import { z } from 'zod';

import { defineEntity } from './entity.ts';
import { dateTime, integer, json, longText, optional, reference, text } from './fields.ts';
import { idSchema } from './ids.ts';

/** What a member was given to score: enough to tell later what changed since. */
export const kitContents = z.object({
  applications: z.array(
    z.object({
      id: idSchema<'application'>(),
      number: z.int(),
      /** Of all that the member was shown of it. */
      fingerprint: z.string(),
    }),
  ),
  criteria: z.array(
    z.object({
      id: idSchema<'criterion'>(),
      name: z.string(),
      weight: z.number(),
      scaleMin: z.number(),
      scaleMax: z.number(),
    }),
  ),
});
export type KitContents = z.output<typeof kitContents>;

/**
 * What one member of a committee was given to score in one phase. Versions count from 1 for each
 * member; the fingerprint tells a kit that was made from one that was made up.
 */
export const committeeKit = defineEntity('committeeKit', {
  fields: {
    phaseId: reference('phase'),
    evaluatorId: reference('person'),
    version: integer(1, 100_000),
    madeAt: dateTime(),
    fingerprint: text(64),
    contents: json(kitContents, { applications: [], criteria: [] }),
  },
  label: [],
});

/** A filled-in kit whose scores were taken in. */
export const kitReturn = defineEntity('kitReturn', {
  fields: {
    kitId: reference('committeeKit'),
    takenAt: dateTime(),
    fileName: text(),
    fileSha256: text(64),
    note: optional(longText()),
  },
  label: [],
});
