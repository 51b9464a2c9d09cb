import { z } from 'zod';

import { dateSchema } from '#domain/dates.ts';
import { filterOperators } from '#domain/filter-operators.ts';
import { idSchema } from '#domain/ids.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityNames } from '#domain/registry.ts';

/** Building blocks of the channels. */
export const entityName = z.enum(entityNames as unknown as [EntityName, ...EntityName[]]); // never empty
export const id = idSchema();
export const day = dateSchema;
export const none = z.object({}).strict();
/** A whole file, handed over as it is. */
export const fileBytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
);
export const done = z.object({ operationId: z.string().nullable() });

/** A record as columns; its exact shape follows from the table (`RecordOf`). */
export const anyRecord = z.record(z.string(), z.unknown());

export const sort = z.object({ column: z.string().max(60), direction: z.enum(['asc', 'desc']) });

const filterValue = z.union([z.string().max(500), z.number(), z.boolean()]);

export const filter = z.object({
  column: z.string().max(60),
  operator: z.enum(filterOperators),
  /** A list for `among`; both ends, which belong to the range, for `between`. */
  value: z.union([filterValue, z.null(), z.array(filterValue).max(500)]),
  /** Keeps what the filter would leave out, rows without a value included. */
  negated: z.boolean().default(false),
});

/** Rows put together by what a column holds; days and moments by their year. */
export const groupBy = z.object({ column: z.string().max(60), direction: z.enum(['asc', 'desc']) });

export const registerNames = [
  'organisations',
  'people',
  'affiliations',
  'sub-groups',
  'mandates',
  'meetings',
  'decisions',
  'action-items',
  'deliverables',
  'milestones',
  'calls',
  'applications',
  'phase-decisions',
  'needs',
  'objectives',
  'indicators',
  'measurements',
  'barriers',
  'remedies',
  'results',
  'levers',
  'good-practices',
  'activities',
  'agreements',
  'events',
  'registrations',
  'stands',
  'b2b-meetings',
  'meeting-wishes',
] as const;
export type RegisterName = (typeof registerNames)[number];
export const registerName = z.enum(registerNames);

/** The part of a register that a list shows: never the whole table. */
export const listQuery = z.object({
  register: registerName,
  text: z.string().max(200).default(''),
  filters: z.array(filter).max(20).default([]),
  sort: z.array(sort).max(5).default([]),
  at: day.nullable().default(null),
  groupBy: groupBy.nullable().default(null),
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListQuery = z.output<typeof listQuery>;
/** What a list asks for, without saying which part of it. */
export const wholeList = listQuery.omit({ offset: true, limit: true });

export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const listRow = z.object({ id: z.string(), cells: z.record(z.string(), cell) });
export type ListRow = z.output<typeof listRow>;
export type Cell = z.output<typeof cell>;

export const columnInfo = z.object({
  key: z.string(),
  kind: z.enum([
    'text',
    'date',
    'dateTime',
    'integer',
    'number',
    'boolean',
    'choice',
    'identifier',
    'url',
  ]),
  /** For choices: the vocabulary whose words name the values. */
  vocabulary: z.string().nullable(),
  choices: z.array(z.string()),
  /** Column of the record itself that a list may edit in place; null for computed columns. */
  field: z.string().nullable(),
  isSortable: z.boolean(),
});
export type ColumnInfo = z.output<typeof columnInfo>;

export const reportNames = ['synthesis', 'restitution'] as const;
export const reportName = z.enum(reportNames);
export type ReportName = (typeof reportNames)[number];
export const documentFormats = ['docx', 'odt', 'pptx', 'odp', 'html', 'pdf'] as const;
export const documentFormat = z.enum(documentFormats);
export type DocumentFormatName = (typeof documentFormats)[number];
export const spreadsheetFormats = ['xlsx', 'ods', 'csv'] as const;
export const spreadsheetFormat = z.enum(spreadsheetFormats);
export type SpreadsheetFormatName = (typeof spreadsheetFormats)[number];

export const reason = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const operationKind = z.enum(['founding', 'edit', 'import', 'undo', 'redo']);

export const historyEntry = z.object({
  operationId: z.string(),
  at: z.string(),
  author: z.string(),
  reason,
  kind: operationKind,
  field: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  /** True for what happened to a record that was since merged into this one. */
  isOfMerged: z.boolean(),
});

export const operationSummary = z.object({
  id: z.string(),
  at: z.string(),
  author: z.string(),
  reason,
  kind: operationKind,
  targetId: z.string().nullable(),
  changes: z.number(),
  isUndone: z.boolean(),
});

/** A record named for a person: what lists of links and reference pickers show. */
export const namedRecord = z.object({
  table: entityName,
  id: z.string(),
  label: z.string(),
  detail: z.string(),
});
