import { z } from 'zod';

import { importRegisterName } from './import.channels.ts';

/** Mappings kept; the oldest give way. */
export const REMEMBERED = 300;

/** What a mapping file holds: columns by the words over them, so that they may change places. */
export const savedMapping = z.object({
  rapporteur: z.literal('mapping'),
  version: z.literal(1),
  register: importRegisterName,
  /** Header's words (numbered where they repeat) → column of the register; `#n` without a header. */
  columns: z.record(z.string().max(500), z.string().max(60)),
  fixed: z.record(z.string().max(60), z.string().max(500)),
  createsMissing: z.boolean(),
  clearsEmpty: z.boolean(),
});
export type SavedMapping = z.output<typeof savedMapping>;

/** Mappings used before, the latest first, by the words of their headers. */
export const mappingMemory = z.object({
  version: z.literal(1),
  mappings: z.array(z.object({ headers: z.string(), mapping: savedMapping })).max(REMEMBERED),
});
export type MappingMemory = z.output<typeof mappingMemory>;
