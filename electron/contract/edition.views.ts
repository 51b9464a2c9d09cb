import { z } from 'zod';

import { reportKinds } from '#domain/report.ts';

import { documentFormats, entityName, namedRecord } from './schemas.ts';

const text = z.string().nullable();
const count = z.int();

export const editionKind = z.enum(reportKinds);
export type EditionKind = z.output<typeof editionKind>;
export const editionStatus = z.enum(['draft', 'frozen', 'published']);
export type EditionStatus = z.output<typeof editionStatus>;

/** Documents of an edition, and spreadsheets of its facts. */
export const editionFormats = [...documentFormats, 'xlsx', 'ods'] as const;
export const editionFormat = z.enum(editionFormats);
export type EditionFormat = z.output<typeof editionFormat>;

/** Where a text of the author stands beside what is generated of a section. */
export const textPlaces = ['before', 'after'] as const;
export const textPlace = z.enum(textPlaces);
export type TextPlace = z.output<typeof textPlace>;

/** The table of what such an edition is about besides its group and year; null when nothing else. */
export const subjectTable = z.enum(['meeting', 'callForInterest']);

export const recordRef = z.object({ table: z.string(), id: z.string() });

export const factKinds = ['figure', 'text', 'person', 'date'] as const;

/** One thing that an edition states. `key` is the same in every edition that states it. */
export const factView = z.object({
  key: z.string(),
  /** Heading that groups facts, in words; the same for all editions. */
  section: z.string(),
  kind: z.enum(factKinds),
  label: z.string(),
  /** A number for figures, an ISO day for dates, words otherwise. */
  value: z.union([z.string(), z.number()]),
  unit: text,
  /** Day for which a figure holds. */
  asOfOn: text,
  /** « plus de »: the true value is at least this one. */
  isMinimum: z.boolean(),
  records: z.array(recordRef),
  /** Title of the document that the fact comes from. */
  source: text,
});
export type FactView = z.output<typeof factView>;

export const factAspects = ['value', 'unit', 'label', 'asOfOn', 'isMinimum', 'source'] as const;

const factChange = z.object({
  key: z.string(),
  section: z.string(),
  label: z.string(),
  kind: z.enum(factKinds),
  change: z.enum(['appeared', 'changed', 'vanished']),
  before: factView.nullable(),
  after: factView.nullable(),
  /** What differs, for those that changed. */
  aspects: z.array(z.enum(factAspects)),
  /** After minus before, for figures that changed in value. */
  difference: z.number().nullable(),
});
export type FactChange = z.output<typeof factChange>;

export const comparisonView = z.object({
  appeared: count,
  changed: count,
  vanished: count,
  /** Facts that are alike on both sides. */
  unchanged: count,
  /** In the order of the later side, what vanished at the place it had. */
  changes: z.array(factChange),
});
export type ComparisonView = z.output<typeof comparisonView>;

export const editionSummary = z.object({
  id: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  kind: editionKind,
  title: z.string(),
  year: count,
  /** Day on which the data are taken. */
  asOfOn: z.string(),
  status: editionStatus,
  /** The meeting or call that the edition is about. */
  subject: namedRecord.nullable(),
  /** When its data were read from the registers. */
  takenAt: text,
  frozenAt: text,
  publishedAt: text,
  /** The edition that this one was reopened from. */
  basedOnId: text,
  files: count,
});
export type EditionSummary = z.output<typeof editionSummary>;

const editionSection = z.object({
  key: z.string(),
  title: z.string(),
  /** 1 for chapters. */
  depth: count,
  parentKey: text,
  isHidden: z.boolean(),
  /** Whether it may be given one part for each sub-group. */
  isRepeatable: z.boolean(),
  isRepeated: z.boolean(),
  /** Sections that stand in presentations only, or in texts only. */
  only: z.enum(['slides', 'text']).nullable(),
});
export type EditionSection = z.output<typeof editionSection>;

const editionText = z.object({
  sectionKey: z.string(),
  place: textPlace,
  /** Rich text as JSON text, as minutes hold it. */
  richText: z.string(),
  /** Whether no section of the edition bears the key any more: the text is kept, and not printed. */
  isStranded: z.boolean(),
});

const editionFile = z.object({
  id: z.string(),
  format: editionFormat,
  fileName: z.string(),
  madeAt: z.string(),
  bytes: count,
  sha256: z.string(),
  withSources: z.boolean(),
  /** Whether the edition has been changed since. */
  isOutdated: z.boolean(),
});

export const editionView = editionSummary.extend({
  /** Whether data, texts and arrangement are settled for good. */
  isLocked: z.boolean(),
  /** Every section, hidden ones too, in the order of the document: parents before their children. */
  sections: z.array(editionSection),
  texts: z.array(editionText),
  /** Data read so far, the latest first; the first is what the documents are made from. */
  snapshots: z.array(
    z.object({ id: z.string(), takenAt: z.string(), asOfOn: z.string(), sha256: z.string() }),
  ),
  files: z.array(editionFile),
  /** What a refresh would change, in numbers; null when what it is about is gone. */
  drift: comparisonView.omit({ changes: true }).nullable(),
  formats: z.array(editionFormat),
});
export type EditionView = z.output<typeof editionView>;

/** A kind of report that can be made for a group and year. */
export const editionOffer = z.object({
  kind: editionKind,
  /** Title and day proposed for a new edition. */
  title: z.string(),
  asOfOn: z.string(),
  /** What has to be chosen beside group and year; null when nothing. */
  subjectTable: subjectTable.nullable(),
  subjects: z.array(namedRecord),
});
export type EditionOffer = z.output<typeof editionOffer>;

/** A record behind a figure, named; `record` tells which table's sheet to open. */
export const tracedRecord = z.object({
  table: entityName,
  id: z.string(),
  /** What the record is called, and what kind of record it is. */
  label: z.string(),
  detail: z.string(),
  entityLabel: z.string(),
  isGone: z.boolean(),
  /** The record that has a sheet of its own, where this one is only part of it. */
  opens: namedRecord.nullable(),
});
export type TracedRecord = z.output<typeof tracedRecord>;
