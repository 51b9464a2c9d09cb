import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { citationView, linkedRecords, mandateView } from './actor.channels.ts';
import { reads, writes } from './channel.ts';
import {
  anyRecord,
  columnInfo,
  day,
  documentFormat,
  done,
  entityName,
  fileBytes,
  groupBy,
  historyEntry,
  id,
  listQuery,
  listRow,
  namedRecord,
  none,
  operationSummary,
  registerName,
  reportName,
  spreadsheetFormat,
  wholeList,
} from './schemas.ts';
import { groupAnswer } from './view.channels.ts';

const recordKey = z.object({ table: entityName, id });

const undoState = z.object({
  undo: operationSummary.pick({ id: true, reason: true, kind: true }).nullable(),
  redo: operationSummary.pick({ id: true, reason: true, kind: true }).nullable(),
});

export const recordChannels = {
  'records:get': reads('store', { input: recordKey, output: anyRecord.nullable() }),
  'records:create': writes('store', {
    input: z.object({ table: entityName, values: anyRecord }),
    output: done.extend({ id: z.string() }),
  }),
  'records:update': writes('store', {
    input: recordKey.extend({ patch: anyRecord }),
    output: done,
  }),
  /** Puts records aside with what cannot stand without them; counts say what went along. */
  'records:remove': writes('store', {
    input: z.object({ table: entityName, ids: z.array(id).min(1).max(100_000) }),
    output: done.extend({
      removed: z.array(z.object({ table: entityName, count: z.number() })),
    }),
  }),
  'records:history': reads('store', { input: recordKey, output: z.array(historyEntry) }),
  /** Records of one kind whose name matches, for reference pickers. */
  'records:options': reads('store', {
    input: z.object({
      table: entityName,
      text: z.string().max(200),
      limit: z.number().int().min(1).max(100),
    }),
    output: z.array(namedRecord),
  }),
  'records:label': reads('store', { input: recordKey, output: namedRecord.nullable() }),
} as const;

export const registerChannels = {
  'registers:columns': reads('store', {
    input: z.object({ register: registerName }),
    output: z.object({
      table: entityName,
      columns: z.array(columnInfo),
      hasDates: z.boolean(),
      /** Fields of the records that hold a list of labels, such as tags. */
      labelFields: z.array(z.string()),
    }),
  }),
  'registers:list': reads('store', {
    input: listQuery,
    output: z.object({ rows: z.array(listRow), total: z.number() }),
  }),
  /** The groups of a list, in the order in which its rows then stand. */
  'registers:groups': reads('store', {
    input: wholeList.extend({ groupBy }),
    output: groupAnswer,
  }),
  'registers:export': writes('store', {
    input: wholeList.extend({
      columns: z.array(z.string().max(60)).min(1).max(60).nullable(),
      /** Only these records of the list, or null for all of it. */
      ids: z.array(id).min(1).max(100_000).nullable().default(null),
      /** All of the list but these. */
      except: z.array(id).max(100_000).default([]),
      /** Adds each record's identifier as last column, for an import to recognise its row by. */
      withId: z.boolean().default(false),
      format: spreadsheetFormat,
      grant: z.string(),
    }),
    output: z.object({ rows: z.number(), warnings: z.array(z.string()) }),
  }),
} as const;

export const searchChannels = {
  'search:find': reads('store', {
    input: z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }),
    output: z.array(namedRecord.extend({ snippet: z.string() })),
  }),
} as const;

export const journalChannels = {
  'journal:state': reads('store', { input: none, output: undoState }),
  'journal:list': reads('store', {
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.array(operationSummary),
  }),
  'journal:undo': writes('store', { input: none, output: done }),
  'journal:redo': writes('store', { input: none, output: done }),
  'journal:undoOperation': writes('store', { input: z.object({ operationId: id }), output: done }),
} as const;

export const subGroupChannels = {
  'subGroups:sheet': reads('store', {
    input: z.object({ id }),
    output: z
      .object({
        record: anyRecord,
        axisLabel: z.string().nullable(),
        mandates: z.array(mandateView),
        linked: linkedRecords,
        citations: z.array(citationView),
      })
      .nullable(),
  }),
} as const;

export const mandateChannels = {
  /** Ends a mandate and begins its successor's, as one operation. */
  'mandates:handOver': writes('store', {
    input: z.object({
      mandateId: idSchema<'mandate'>(),
      personId: idSchema<'person'>(),
      organisationId: idSchema<'organisation'>().nullable(),
      fromOn: day,
    }),
    output: done.extend({ id: z.string() }),
  }),
} as const;

const tracedFigure = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  isMinimum: z.boolean(),
  value: z.number(),
  asOfOn: z.string().nullable(),
  sourceLabel: z.string().nullable(),
});

/** Something late or to come. */
const dashboardTask = namedRecord.extend({
  onDay: z.string(),
  /** The quarter or the words that say when, where no day does. */
  period: z.string().nullable(),
  part: z.enum(['opens', 'closes', 'deadline']).nullable(),
});

export const dashboardChannels = {
  'dashboard:get': reads('store', {
    input: z.object({ today: day }),
    output: z.object({
      /** The day the figures speak of: today, or the end of the last year the store knows of. */
      asOfOn: z.string(),
      groups: z.array(
        z.object({ id: z.string(), name: z.string(), observatory: z.string().nullable() }),
      ),
      years: z.array(z.number()),
      figures: z.array(tracedFigure),
      /** The longest overdue; `lateCounts` counts all of them. */
      late: z.array(dashboardTask),
      lateCounts: z.object({ deliverable: z.number(), other: z.number() }),
      next: z.array(dashboardTask),
      funnel: z.array(z.object({ key: z.string(), label: z.string(), count: z.number() })),
      subGroups: z.array(
        z.object({ id: z.string(), name: z.string(), rapporteurs: z.array(z.string()) }),
      ),
      recent: z.array(operationSummary),
    }),
  }),
} as const;

export const reportChannels = {
  'reports:list': reads('store', {
    input: none,
    output: z.array(
      z.object({
        report: reportName,
        groupId: z.string(),
        groupName: z.string(),
        year: z.number(),
      }),
    ),
  }),
  /** The document itself as HTML, for the preview in the window. */
  'reports:preview': reads('store', {
    input: z.object({ report: reportName, groupId: id, year: z.number().int() }),
    output: z.object({ html: z.string(), title: z.string() }),
  }),
  /** The same as the file that would be exported, page by page. */
  'reports:pdf': reads('store', {
    input: z.object({ report: reportName, groupId: id, year: z.number().int() }),
    output: z.object({ bytes: fileBytes, title: z.string() }),
  }),
  'reports:export': writes('store', {
    input: z.object({
      report: reportName,
      groupId: id,
      year: z.number().int(),
      format: documentFormat,
      grant: z.string(),
    }),
    output: z.object({ bytes: z.number() }),
  }),
} as const;
