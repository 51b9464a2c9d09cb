import { z } from 'zod';

/** Marks that files bear, whatever the language. */
export const KIT_FORMAT = 'rapporteur-committee-kit';
export const KIT_FORMAT_VERSION = 1;
/** First cell of the hidden row over the headings of the sheet that is filled in. */
export const KIT_MARK = 'kit:';
export const ABSTENTION_COLUMN = 'abstention';
export const COMMENT_COLUMN = 'comment';

/** The program's own file: lenient in what a member may have put there, judged cell by cell later. */
export const exchangeKit = z.object({
  format: z.literal(KIT_FORMAT),
  formatVersion: z.int(),
  storeId: z.string().max(100),
  kitId: z.string().max(100),
  phaseId: z.string().max(100),
  evaluatorId: z.string().max(100),
  version: z.number(),
  fingerprint: z.string().max(100),
  applications: z
    .array(
      z.object({
        id: z.string().max(100),
        number: z.number(),
        comment: z.string().max(200_000).nullable().default(null),
        marks: z
          .array(
            z.object({
              criterionId: z.string().max(100),
              value: z.union([z.number(), z.string().max(1000), z.null()]),
              isAbstention: z.boolean(),
            }),
          )
          .max(1000),
      }),
    )
    .max(100_000),
});
