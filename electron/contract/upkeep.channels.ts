import { z } from 'zod';

import { reads, writes } from './channel.ts';
import { entityName, none } from './schemas.ts';

const lostFile = z.object({
  attachmentId: z.string(),
  fileName: z.string(),
  byteSize: z.number(),
  recordTable: entityName,
  recordId: z.string(),
  recordName: z.string(),
  state: z.enum(['missing', 'altered']),
});
export type LostFileView = z.output<typeof lostFile>;

const amount = z.object({ files: z.number(), bytes: z.number() });

export const upkeepChannels = {
  'upkeep:check': reads('store', {
    input: none,
    output: z.object({
      isSound: z.boolean(),
      checks: z.array(z.object({ key: z.string(), isOk: z.boolean(), found: z.number() })),
      /** Files of records that are gone or altered. */
      lost: z.array(lostFile),
      /** Files that nothing in the journal ever spoke of. */
      unused: amount,
    }),
  }),
  'upkeep:backups': reads('store', {
    input: none,
    output: z.array(
      z.object({
        fileName: z.string(),
        at: z.string(),
        bytes: z.number(),
        isSound: z.boolean(),
        /** Names of files that its records have and that were not backed up. */
        lost: z.array(z.string()),
      }),
    ),
  }),
  'upkeep:backupNow': writes('store', {
    input: none,
    output: z.object({
      fileName: z.string(),
      /** Names of files that were gone or altered, and are not in it. */
      lost: z.array(z.string()),
    }),
  }),
  /** A quick look at which files of records are not there, without reading those that are. */
  'files:lost': reads('store', { input: none, output: z.array(lostFile) }),
  /**
   * Brings back files that are gone or altered, recognised by their bytes: from the backups, from
   * beside the store, and from under the folder that the person chose, if any.
   */
  'files:mend': writes('store', {
    input: z.object({ grant: z.string().nullable() }),
    output: z.object({ mended: z.number(), left: z.array(lostFile) }),
  }),
  /** Removes the files that nothing in the journal ever spoke of. */
  'files:removeUnused': writes('store', { input: none, output: amount }),
} as const;
