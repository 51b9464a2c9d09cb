import { z } from 'zod';

import { reads, writes } from './channel.ts';
import {
  done,
  entityName,
  id,
  namedRecord,
  none,
  operationSummary,
  spreadsheetFormat,
} from './schemas.ts';

/** Registers that spreadsheets can fill, in the order in which they are best filled. */
export const importRegisterNames = [
  'organisations',
  'people',
  'affiliations',
  'mandates',
  'meetings',
  'decisions',
  'action-items',
  'deliverables',
  'milestones',
  'applications',
  'needs',
  'measurements',
] as const;
export type ImportRegisterName = (typeof importRegisterNames)[number];
export const importRegisterName = z.enum(importRegisterNames);

/** What becomes of a row. `ignored`: blank, a repeated header or a line of totals. */
export const fates = ['new', 'update', 'unchanged', 'duplicate', 'error', 'ignored'] as const;
export type Fate = (typeof fates)[number];
const fate = z.enum(fates);

const importId = z.string().min(1).max(60);
const columnKey = z.string().min(1).max(60);
const headerRows = z.object({
  firstRow: z.number().int().min(1),
  lastRow: z.number().int().min(1),
});

/** How a sheet is to be read as a register: what a mapping file holds, and what is remembered. */
export const importSpec = z.object({
  register: importRegisterName,
  sheet: z.number().int().min(0).max(10_000),
  /** Null for a sheet without a header. */
  header: headerRows.nullable(),
  /** Which column (from 0) of the sheet fills which column of the register. */
  mapping: z
    .array(z.object({ column: z.number().int().min(0).max(20_000), key: columnKey }))
    .max(200),
  /** Values, as they would be typed in a cell, for every row of columns that the sheet lacks. */
  fixed: z.record(columnKey, z.string().max(500)).default({}),
  /** Makes the actors that rows name but the store does not hold. */
  createsMissing: z.boolean().default(true),
  /** An empty cell empties the field; otherwise it leaves it as it is. */
  clearsEmpty: z.boolean().default(false),
});
export type ImportSpec = z.output<typeof importSpec>;

const warning = z.object({
  code: z.string(),
  /** A sentence in the reader's language. */
  message: z.string(),
});

const sheet = z.object({
  index: z.number(),
  name: z.string(),
  isHidden: z.boolean(),
  rowCount: z.number(),
  columnCount: z.number(),
  header: headerRows.nullable(),
  /** The first rows as the sheet shows them. */
  preview: z.array(
    z.object({
      number: z.number(),
      role: z.enum(['title', 'header', 'data', 'totals']),
      cells: z.array(z.string()),
    }),
  ),
});

export const importFile = z.object({
  importId,
  fileName: z.string(),
  format: z.string(),
  /** How a text file was read; null for other formats. */
  dialect: z
    .object({ encoding: z.string(), separator: z.string(), quote: z.string().nullable() })
    .nullable(),
  sheets: z.array(sheet),
  warnings: z.array(warning),
  /** The sheet and register that fit best. */
  suggestion: z.object({ sheet: z.number(), register: importRegisterName }).nullable(),
});
export type ImportFile = z.output<typeof importFile>;

/** A column that the register takes in. */
export const importColumn = z.object({
  key: columnKey,
  label: z.string(),
  kind: z.string(),
  /** What to write in it, in one sentence. */
  help: z.string(),
  /** A row without it is refused. */
  isRequired: z.boolean(),
  /** Whether it helps to recognise a record that is already there. */
  isIdentity: z.boolean(),
  /** Words for choices. */
  choices: z.array(z.string()),
  /** What rows get that say nothing here: a word as it would be typed; null for nothing. */
  initial: z.string().nullable(),
});
export type ImportColumn = z.output<typeof importColumn>;

const mappedColumn = z.object({
  column: z.number(),
  /** `A`, `B` … */
  letter: z.string(),
  /** The header's words; empty without a header. */
  label: z.string(),
  samples: z.array(z.string()),
  key: columnKey.nullable(),
  confidence: z.enum(['remembered', 'exact', 'synonym', 'similar', 'values']).nullable(),
  /** Set when the column is one of the register's own that is worked out, and so is not taken in. */
  isComputed: z.boolean(),
});

export const importGuess = z.object({
  columns: z.array(mappedColumn),
  /** All columns of the register that can be filled. */
  available: z.array(importColumn),
  spec: importSpec,
  isRemembered: z.boolean(),
});
export type ImportGuess = z.output<typeof importGuess>;

const counts = z.object({
  new: z.number(),
  update: z.number(),
  unchanged: z.number(),
  duplicate: z.number(),
  error: z.number(),
  ignored: z.number(),
});

/** What an import would do, as a whole. */
export const importPlan = z.object({
  rows: z.number(),
  counts,
  /** Duplicates of which nobody has said yet what to do. */
  undecided: z.number(),
  /** Rows that an import of what can be imported would write. */
  ready: z.number(),
  /** Records made beside the rows' own: actors that rows name, functions, segments. */
  creates: z.array(z.object({ table: entityName, count: z.number() })),
  warnings: z.array(warning),
  /** Why nothing can be imported this way, such as a required column that nothing fills. */
  obstacles: z.array(z.string()),
});
export type ImportPlan = z.output<typeof importPlan>;

const candidate = namedRecord.extend({ score: z.number(), reasons: z.array(z.string()) });

const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create') }),
  z.object({ kind: z.literal('skip') }),
  /** The row speaks of this record, which takes in what it says. */
  z.object({ kind: z.literal('update'), id }),
]);
export type ImportDecision = z.output<typeof decision>;
/** What may be said of several rows at once. */
export type JointDecision = ImportDecision | { readonly kind: 'best' };

/** One row of the sheet and its fate. */
export const importRow = z.object({
  row: z.number(),
  fate,
  /** The record's name, as far as the row tells it. */
  label: z.string(),
  /** Column by column, as the record will hold it in words, or as the cell shows where refused. */
  cells: z.array(z.object({ key: columnKey, text: z.string() })),
  /** The record that is there already. */
  target: namedRecord.nullable(),
  changes: z.array(z.object({ key: columnKey, before: z.string(), after: z.string() })),
  problems: z.array(
    z.object({ cell: z.string().nullable(), key: columnKey.nullable(), message: z.string() }),
  ),
  notes: z.array(z.object({ cell: z.string().nullable(), message: z.string() })),
  creates: z.array(z.object({ table: entityName, label: z.string() })),
  /** For duplicates: the row of the file, or records of the store, that it resembles. */
  sameAsRow: z.number().nullable(),
  candidates: z.array(candidate),
  decision: decision.nullable(),
});
export type ImportRow = z.output<typeof importRow>;

const opened = z.object({ importId });

export const importChannels = {
  /** Opens a file that a dialog or a drop granted, or a pasted table, in a reader of its own. */
  'imports:open': reads('store', {
    input: z.object({
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('file'), grant: z.string().max(200) }),
        z.object({
          kind: z.literal('paste'),
          text: z.string().max(20_000_000),
          html: z.string().max(40_000_000).nullable(),
        }),
      ]),
      /** For text files whose encoding or separator was guessed wrong. */
      encoding: z
        .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh'])
        .nullable()
        .default(null),
      separator: z.enum([';', ',', '\t', '|']).nullable().default(null),
    }),
    output: importFile,
  }),
  /** Which column is which, as remembered for these headers or guessed. */
  'imports:guess': reads('store', {
    input: opened.extend({
      register: importRegisterName,
      sheet: z.number().int().min(0),
      /** Left out: as the file's header was guessed. */
      header: headerRows.nullable().optional(),
      /** Guesses anew although a mapping is remembered. */
      isFresh: z.boolean().default(false),
    }),
    output: importGuess,
  }),
  /** Works out every row's fate; tells progress by `rows`. Nothing is written. */
  'imports:plan': reads('store', {
    input: opened.extend({ spec: importSpec }),
    output: importPlan,
  }),
  'imports:rows': reads('store', {
    input: opened.extend({
      fate: fate.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(importRow), total: z.number() }),
  }),
  /** Says what to do with duplicates, or with all that are still undecided. */
  'imports:decide': reads('store', {
    input: opened.extend({
      rows: z.union([z.literal('undecided'), z.array(z.number().int()).min(1).max(10_000)]),
      /** `best`: the record that each row resembles most. */
      decision: z.union([decision, z.object({ kind: z.literal('best') })]).nullable(),
    }),
    output: importPlan,
  }),
  /** Writes it, as one operation. `all`: everything or nothing; `valid`: what can be imported. */
  'imports:run': writes('store', {
    input: opened.extend({ mode: z.enum(['all', 'valid']) }),
    output: done.extend({
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      left: z.number(),
    }),
  }),
  /** The rows that were not imported, as they were, with a column that says why. */
  'imports:rejected': writes('store', {
    input: opened.extend({ format: spreadsheetFormat, grant: z.string() }),
    output: z.object({ rows: z.number() }),
  }),
  'imports:saveMapping': writes('store', {
    input: opened.extend({ spec: importSpec, grant: z.string() }),
    output: none,
  }),
  /** Reads a mapping file, fitted to the headers of the sheet that is open. */
  'imports:loadMapping': reads('store', {
    input: opened.extend({ grant: z.string() }),
    output: importGuess,
  }),
  'imports:close': reads('store', { input: opened, output: none }),
  /** An empty spreadsheet to fill in, with explanations and lists to choose from. */
  'imports:template': writes('store', {
    input: z.object({
      register: importRegisterName,
      format: z.enum(['xlsx', 'ods']),
      grant: z.string(),
    }),
    output: z.object({ bytes: z.number() }),
  }),
  /** Imports made so far, latest first. */
  'imports:history': reads('store', {
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.array(operationSummary),
  }),
} as const;
