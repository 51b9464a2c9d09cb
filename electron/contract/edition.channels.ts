import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import {
  comparisonView,
  editionFormat,
  editionKind,
  editionOffer,
  editionSummary,
  editionView,
  factView,
  recordRef,
  subjectTable,
  textPlace,
  tracedRecord,
} from './edition.views.ts';
import { day, done, fileBytes, id } from './schemas.ts';

const editionId = idSchema<'reportEdition'>();
const groupId = idSchema<'workingGroup'>();
const sectionKey = z.string().min(1).max(200);
const year = z.int().min(1990).max(2200);
const one = z.object({ id: editionId });

export const editionChannels = {
  /** Editions of one group, or of all; latest year first. */
  'editions:list': reads('store', {
    input: z.object({ groupId: groupId.nullable().default(null) }),
    output: z.array(editionSummary),
  }),
  /** What can be made for a group and a year. */
  'editions:offers': reads('store', {
    input: z.object({ groupId, year }),
    output: z.array(editionOffer),
  }),
  'editions:get': reads('store', { input: one, output: editionView }),
  /** Reads the data and keeps them with a new draft. */
  'editions:create': writes('store', {
    input: z.object({
      kind: editionKind,
      groupId,
      year,
      /** Null for the day that the kind goes by. */
      asOfOn: day.nullable().default(null),
      subject: z.object({ table: subjectTable, id }).nullable().default(null),
      title: z.string().trim().min(1).max(500),
    }),
    output: done.extend({ id: z.string() }),
  }),
  'editions:rename': writes('store', {
    input: one.extend({ title: z.string().trim().min(1).max(500) }),
    output: done,
  }),
  /** Null empties the place. */
  'editions:setText': writes('store', {
    input: one.extend({
      sectionKey,
      place: textPlace,
      richText: z.string().max(200_000).nullable(),
    }),
    output: done,
  }),
  /**
   * Sections in their new order; those that are left out keep their place and show. Sections stay
   * within their parent: only the order among brothers and sisters counts.
   */
  'editions:arrange': writes('store', {
    input: one.extend({
      sections: z
        .array(
          z.object({
            key: sectionKey,
            isHidden: z.boolean(),
            isRepeated: z.boolean().default(false),
          }),
        )
        .max(2000),
    }),
    output: done,
  }),
  /** What a refresh would change, fact by fact; nothing is written. */
  'editions:previewRefresh': reads('store', {
    input: one.extend({ asOfOn: day.nullable().default(null) }),
    output: comparisonView,
  }),
  /** Reads the data again; what they were is kept as an earlier snapshot. */
  'editions:refresh': writes('store', {
    input: one.extend({ asOfOn: day.nullable().default(null) }),
    output: done.extend({ comparison: comparisonView }),
  }),
  /** Settles data, texts and arrangement. Taken back by undoing it. */
  'editions:freeze': writes('store', { input: one, output: done }),
  /** Says that the edition went out; a draft is settled by it. */
  'editions:publish': writes('store', { input: one, output: done }),
  /** A new draft with the data, texts and arrangement of one that is settled. */
  'editions:reopen': writes('store', { input: one, output: done.extend({ id: z.string() }) }),
  /** Fact by fact, from one edition to another, whatever their kinds. */
  'editions:compare': reads('store', {
    input: z.object({ fromId: editionId, toId: editionId }),
    output: comparisonView,
  }),
  /** The document itself; with traces, figures are marked with the records behind them. */
  'editions:html': reads('store', {
    input: one.extend({
      withTraces: z.boolean().default(false),
      withSources: z.boolean().default(false),
    }),
    output: z.object({ html: z.string(), title: z.string() }),
  }),
  /** The same as the file that would be exported, page by page. */
  'editions:pdf': reads('store', {
    input: one.extend({ withSources: z.boolean().default(false) }),
    output: z.object({ bytes: fileBytes, title: z.string() }),
  }),
  'editions:facts': reads('store', { input: one, output: z.array(factView) }),
  /** Writes a document, or a spreadsheet of the facts, and records the making where that is allowed. */
  'editions:export': writes('store', {
    input: one.extend({
      format: editionFormat,
      /** Adds the annex of sources. */
      withSources: z.boolean().default(false),
      grant: z.string().max(200),
    }),
    output: done.extend({ bytes: z.number() }),
  }),
  /** The records behind a figure, named. */
  'editions:records': reads('store', {
    input: z.object({ refs: z.array(recordRef).max(500) }),
    output: z.array(tracedRecord),
  }),
} as const;
