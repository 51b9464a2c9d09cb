import { z } from 'zod';

import { importErrorCodes } from './import-error.ts';
import type { ImportErrorCode, ImportErrorDetails } from './import-error.ts';
import type { ImportSource } from './byte-source.ts';
import type { TextOptions } from './csv-book.ts';
import type { ImportLimits } from './limits.ts';
import type { HeaderRows } from './read-rows.ts';
import type { Cell, ImportWarning, ReadSummary, ReadWorkbook, Row } from './sheet.ts';

/** What the reader is asked. It answers each before it looks at the next. */
export type ToReader =
  | {
      readonly type: 'open';
      readonly source: ImportSource;
      readonly limits: ImportLimits;
      readonly text: TextOptions;
      /** Whether the memory of the whole process is the reader's own. */
      readonly ownsProcess: boolean;
    }
  | { readonly type: 'read'; readonly sheet: number; readonly header: HeaderRows | null }
  | { readonly type: 'more' }
  | { readonly type: 'stop' };

const cell = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.object({
    kind: z.enum(['text', 'number', 'date', 'boolean', 'error']),
    value: z.union([z.string(), z.number(), z.boolean()]),
    text: z.string().exactOptional(),
    hasFormula: z.literal(true).exactOptional(),
  }),
]) satisfies z.ZodType<Cell>;

const row = z.object({
  number: z.number().int(),
  cells: z.array(cell),
  role: z.enum(['title', 'header', 'data', 'totals']),
  isHidden: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Row>;

const warning = z.object({
  code: z.enum([
    'hiddenSheet',
    'hiddenRows',
    'mergedCells',
    'errorCells',
    'mangledNumbers',
    'formulaWithoutValue',
    'brokenText',
    'oddQuotes',
    'macros',
    'externalLinks',
    'embeddedFiles',
    'noRows',
    'noSheet',
  ]),
  sheet: z.string().nullable(),
  count: z.number(),
  first: z.string().nullable(),
}) satisfies z.ZodType<ImportWarning>;

const workbook = z.object({
  format: z.enum(['xlsx', 'xlsb', 'xls', 'spreadsheetml', 'ods', 'csv', 'html', 'vcard']),
  sheets: z.array(
    z.object({
      index: z.number().int(),
      name: z.string(),
      isHidden: z.boolean(),
      rowCount: z.number(),
      columnCount: z.number(),
      header: z
        .object({ firstRow: z.number(), lastRow: z.number(), labels: z.array(z.string()) })
        .nullable(),
      preview: z.array(row),
    }),
  ),
  warnings: z.array(warning),
  dialect: z
    .object({
      encoding: z.enum([
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1252',
        'iso-8859-15',
        'macintosh',
      ]),
      separator: z.string(),
      quote: z.enum(['"', "'"]).nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<ReadWorkbook>;

/** What it says. `rows` is JSON: one string crosses between processes faster than many values. */
export type FromReader =
  | { readonly type: 'ready' }
  | { readonly type: 'opened'; readonly workbook: ReadWorkbook }
  | {
      readonly type: 'rows';
      readonly json: string;
      readonly rows: number;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done'; readonly summary: ReadSummary }
  | { readonly type: 'stopped' }
  | {
      readonly type: 'failed';
      readonly code: ImportErrorCode;
      readonly details: ImportErrorDetails;
    };

/** All that a reader, which a hostile file may have got hold of, is allowed to say. */
export const fromReader = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('opened'), workbook }),
  z.object({
    type: z.literal('rows'),
    json: z.string(),
    rows: z.number(),
    done: z.number(),
    total: z.number(),
  }),
  z.object({
    type: z.literal('done'),
    summary: z.object({ rows: z.number(), warnings: z.array(warning) }),
  }),
  z.object({ type: z.literal('stopped') }),
  z.object({
    type: z.literal('failed'),
    code: z.enum(importErrorCodes),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]) satisfies z.ZodType<FromReader>;

function isCell(value: unknown): value is Cell {
  // JSON knows no other kinds of value.
  return typeof value !== 'object' || value === null || cell.safeParse(value).success;
}

function isRow(value: unknown): value is Row {
  return (
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    typeof value.number === 'number' &&
    'role' in value &&
    typeof value.role === 'string' &&
    'cells' in value &&
    Array.isArray(value.cells) &&
    value.cells.every(isCell)
  );
}

/** Rows of a message; checked by hand, as a schema would cost more than the reading. Null if none. */
export function parseRows(json: string): Row[] | null {
  try {
    const rows: unknown = JSON.parse(json);
    return Array.isArray(rows) && rows.every(isRow) ? rows : null;
  } catch {
    return null;
  }
}
