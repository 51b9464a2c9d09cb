import { z } from 'zod';

import { storeSummary } from '#contract/app.channels.ts';
import { failureSchema } from '#contract/errors.ts';

/** What main and the store process say to each other, apart from the windows' own requests. */

const language = z.enum(['fr', 'en']);
const path = z.string().min(1).max(4096);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What main asks of the store process. Each is answered with what store is now open. */
export const controlRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    home: path,
    binding: path.nullable(),
    language,
    author: z.string(),
    /** Holds answers against the contract too: not in releases. */
    checksAnswers: z.boolean(),
  }),
  z.object({ kind: z.literal('preferences'), language, author: z.string() }),
  z.object({ kind: z.literal('open'), path, readOnly: z.boolean() }),
  z.object({ kind: z.literal('create'), path, groupName: z.string() }),
  z.object({ kind: z.literal('openExample'), path }),
  z.object({ kind: z.literal('openBackup'), path }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('grant'), token: z.string(), path, owner: z.number().int() }),
  z.object({ kind: z.literal('revoke'), owner: z.number().int() }),
  /** A port to a window comes with this one. */
  z.object({ kind: z.literal('connect'), owner: z.number().int() }),
]);
export type ControlRequest = z.output<typeof controlRequest>;

/** A message to the store process. */
export const toStore = z.union([
  z.object({ id: z.number().int(), request: controlRequest }),
  z.object({ printed: z.number().int(), bytes: bytes.nullable() }),
]);
export type ToStore = z.output<typeof toStore>;

const controlResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: storeSummary.nullable() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);
export type ControlResult = z.output<typeof controlResult>;

const printOptions = z.object({
  pageSize: z.literal('A4'),
  printBackground: z.literal(true),
  preferCSSPageSize: z.literal(true),
  displayHeaderFooter: z.boolean(),
  headerTemplate: z.string(),
  footerTemplate: z.string(),
  generateTaggedPDF: z.literal(true),
  generateDocumentOutline: z.literal(true),
});

/** A message from the store process. */
export const fromStore = z.union([
  z.object({ id: z.number().int(), result: controlResult }),
  z.object({ print: z.number().int(), html: z.string(), options: printOptions }),
]);
export type FromStore = z.output<typeof fromStore>;
