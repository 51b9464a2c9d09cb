import { z } from 'zod';

import { defineEntity } from './entity.ts';
import {
  archive,
  choice,
  date,
  dateTime,
  flag,
  integer,
  json,
  longText,
  optional,
  reference,
  text,
} from './fields.ts';

/** A document that facts come from, such as a published synthesis. */
export const sourceDocument = defineEntity('sourceDocument', {
  fields: {
    title: text(),
    kind: choice(['synthesis', 'restitution', 'report', 'web', 'law', 'other'], 'other'),
    datedOn: optional(date()),
    period: optional(text(60)),
    reference: optional(text(1000)),
    note: optional(longText()),
  },
  label: ['title'],
  searched: ['reference', 'note'],
});

/** Says which document a record comes from, and where in it. */
export const citation = defineEntity('citation', {
  fields: {
    recordTable: text(60),
    recordId: text(36),
    sourceId: reference('sourceDocument'),
    locator: optional(text()),
  },
  label: [],
  indexed: ['recordId'],
});

/** Another spelling under which an actor is found in documents and spreadsheets. */
export const alias = defineEntity('alias', {
  fields: {
    recordTable: text(60),
    recordId: text(36),
    name: text(300),
    sourceId: optional(reference('sourceDocument')),
  },
  label: ['name'],
  indexed: ['recordId'],
});

export const reportKinds = [
  'synthesis',
  'restitution',
  'meetingPack',
  'activityReport',
  'directory',
  'selectionReport',
] as const;

/** What an author chose for one section; the order of the entries is the order among siblings. */
const placedSection = z.strictObject({
  key: z.string().min(1).max(200),
  isHidden: z.boolean(),
  /** One part for each sub-group under it. */
  isRepeated: z.boolean(),
});

/** Edition of a report: texts of its author beside data frozen at a date. */
export const reportEdition = defineEntity('reportEdition', {
  fields: {
    workingGroupId: reference('workingGroup'),
    kind: choice(reportKinds),
    title: text(),
    year: integer(1990, 2200),
    asOfOn: date(),
    status: choice(['draft', 'frozen', 'published'], 'draft'),
    /** Rich texts by `before:` or `after:` and the key of the section they stand in. */
    texts: json(z.record(z.string(), z.string()), {}),
    arrangement: json(z.array(placedSection).max(2000), []),
    /** The meeting whose file it is. */
    meetingId: optional(reference('meeting')),
    /** The call whose selection it reports on. */
    callId: optional(reference('callForInterest')),
    basedOnId: optional(reference('reportEdition')),
    frozenAt: optional(dateTime()),
    publishedAt: optional(dateTime()),
  },
  label: ['title'],
});

/** Frozen data of an edition (« arrêté des données »), as the report read them. */
export const snapshot = defineEntity('snapshot', {
  fields: {
    editionId: reference('reportEdition'),
    frozenAt: dateTime(),
    sha256: text(64),
    data: archive(),
    asOfOn: optional(date()),
  },
  label: [],
});

export const editionFileFormats = [
  'docx',
  'odt',
  'pptx',
  'odp',
  'html',
  'pdf',
  'xlsx',
  'ods',
] as const;

/** A file made of an edition: which, when, and the fingerprint by which it is known again. */
export const editionFile = defineEntity('editionFile', {
  fields: {
    editionId: reference('reportEdition'),
    format: choice(editionFileFormats),
    fileName: text(255),
    madeAt: dateTime(),
    bytes: integer(0, 2_000_000_000),
    sha256: text(64),
    withSources: flag(),
    /** Fingerprint of the edition's data, texts and arrangement at that time. */
    contents: text(64),
  },
  label: ['fileName'],
});

export const savedView = defineEntity('savedView', {
  fields: {
    screen: text(60),
    name: text(120),
    definition: json(z.record(z.string(), z.json()), {}),
    isShared: flag(true),
  },
  label: ['name'],
});

/** Consent of an actor to the use of one of their data, with its dates. */
export const consent = defineEntity('consent', {
  fields: {
    personId: optional(reference('person')),
    organisationId: optional(reference('organisation')),
    field: text(60),
    purpose: choice(['publication', 'contact', 'map'], 'publication'),
    givenOn: date(),
    withdrawnOn: optional(date()),
  },
  label: [],
});
