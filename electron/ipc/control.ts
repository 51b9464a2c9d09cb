import { z } from 'zod';

import { storeSummary } from '#contract/app.channels.ts';
import { failureSchema } from '#contract/errors.ts';
import type { ReaderNews, ReaderWish } from '#services/readers.ts';

/** What main and the store process say to each other, apart from the windows' own requests. */

const language = z.enum(['fr', 'en']);
const path = z.string().min(1).max(4096);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Number that the store process gives to a reader of a foreign file. */
const reader = z.number().int();
/** What a path was chosen for, see `Grants`. */
const purpose = z.enum(['export', 'import', 'mapping', 'attachment', 'files']);

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
  z.object({
    kind: z.literal('grant'),
    token: z.string(),
    path,
    purpose,
    owner: z.number().int(),
  }),
  z.object({ kind: z.literal('revoke'), owner: z.number().int() }),
  /** A port to a window comes with this one. */
  z.object({ kind: z.literal('connect'), owner: z.number().int() }),
]);
export type ControlRequest = z.output<typeof controlRequest>;

/** What main tells of a reader: a port to it comes with `started`; `ended` is told once, at last. */
const readerNews = z.discriminatedUnion('news', [
  z.object({ news: z.literal('started'), reader }),
  z.object({ news: z.literal('ended'), reader, how: z.enum(['memory', 'stopped']) }),
]) satisfies z.ZodType<ReaderNews>;

/** A message to the store process. */
export const toStore = z.union([
  z.object({ id: z.number().int(), request: controlRequest }),
  z.object({ printed: z.number().int(), bytes: bytes.nullable() }),
  /** Where a copy of a kept file, to be looked at, lies. */
  z.object({ locate: z.number().int(), attachmentId: z.string() }),
  readerNews,
]);
export type ToStore = z.output<typeof toStore>;

const controlResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: storeSummary.nullable() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);
export type ControlResult = z.output<typeof controlResult>;

const locateResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: path }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);
export type LocateResult = z.output<typeof locateResult>;

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

/** What the store process wants of readers: one more, with so much heap, or the end of one. */
const readerWish = z.discriminatedUnion('wish', [
  z.object({ wish: z.literal('start'), reader, memoryMb: z.number().int().min(16).max(16_384) }),
  z.object({ wish: z.literal('end'), reader }),
]) satisfies z.ZodType<ReaderWish>;

/** A message from the store process. */
export const fromStore = z.union([
  z.object({ id: z.number().int(), result: controlResult }),
  z.object({ print: z.number().int(), html: z.string(), options: printOptions }),
  z.object({ located: z.number().int(), outcome: locateResult }),
  readerWish,
]);
export type FromStore = z.output<typeof fromStore>;
