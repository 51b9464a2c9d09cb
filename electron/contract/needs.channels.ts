import { z } from 'zod';

import { buyerKinds } from '#domain/actor.ts';
import { idSchema } from '#domain/ids.ts';

import { citationView, linkedRecords } from './actor.channels.ts';
import { reads, writes } from './channel.ts';
import { anyRecord, day, done } from './schemas.ts';

const surveyId = idSchema<'needsSurvey'>();
const organisationId = idSchema<'organisation'>();
const grant = z.string().max(200);
const count = z.int().min(0);
const format = z.enum(['xlsx', 'ods']);
const buyerKind = z.enum(buyerKinds);

export const needFields = ['title', 'description', 'segment', 'horizon', 'budget'] as const;
const needField = z.enum(needFields);

/** Something in a returned form that cannot be taken as it is, and the cell where it stands. */
const problem = z.object({
  code: z.enum([
    'noBuyer',
    'badSiret',
    'unknownKind',
    'unknownDepartement',
    'noTitle',
    'tooLong',
    'unknownSegment',
    'notANumber',
  ]),
  /** The cell, as spreadsheets name it: `E14`. */
  cell: z.string(),
  /** Heading of the cell, as a code: a field of the need, or a line of the head. */
  about: z.enum([...needFields, 'buyer', 'siret', 'kind', 'departement', 'respondent']),
  shown: z.string(),
});
export type NeedProblem = z.output<typeof problem>;

const change = z.object({ field: needField, before: z.string(), after: z.string() });

const line = z.object({
  /** Its number in the form. */
  number: count,
  /** Its row of the sheet, from 1. */
  row: count,
  title: z.string(),
  segment: z.string(),
  horizon: z.string(),
  budget: z.string(),
  fate: z.enum(['new', 'update', 'duplicate', 'error']),
  /** The need that the store holds already; null for one that a file of the same batch brings. */
  known: z.object({ id: z.string(), title: z.string() }).nullable(),
  changes: z.array(change),
  problems: z.array(problem),
});
export type NeedLineView = z.output<typeof line>;

const formFile = z.object({
  grant: z.string(),
  fileName: z.string(),
  /** Null where the file could not be read. */
  sha256: z.string().nullable(),
  refusal: z
    .enum(['unreadable', 'notAForm', 'newerFormat', 'otherSurvey', 'unknownSurvey', 'empty'])
    .nullable(),
  /** The census that the file answers, where it is another one. */
  otherSurveyTitle: z.string().nullable(),
  buyerName: z.string(),
  buyerKind: buyerKind.nullable(),
  respondentName: z.string(),
  /** The organisation that the store holds already; null for a new one. */
  known: z
    .object({ id: z.string(), name: z.string(), by: z.enum(['siret', 'name', 'form']) })
    .nullable(),
  /** Problems of the head of the form. */
  problems: z.array(problem),
  lines: z.array(line),
  /** Needs that the same form brought before and that it no longer holds: they stay as they are. */
  gone: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type NeedsFormView = z.output<typeof formFile>;

const tally = { buyers: count, needs: count };

const survey = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  agreementId: z.string().nullable(),
  agreementName: z.string().nullable(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  ...tally,
});
export type SurveyView = z.output<typeof survey>;

const counts = z.object({
  survey,
  /** Each kind once, those that nobody answered for too; null for what is not broken down. */
  byKind: z.array(z.object({ kind: buyerKind.nullable(), ...tally })),
  bySegment: z.array(
    z.object({ segmentId: z.string().nullable(), name: z.string().nullable(), ...tally }),
  ),
  byDepartement: z.array(
    z.object({ code: z.string().nullable(), name: z.string().nullable(), ...tally }),
  ),
  asked: z.array(
    z.object({
      id: z.string(),
      organisationId: z.string(),
      name: z.string(),
      askedOn: z.string(),
      needs: count,
    }),
  ),
});
export type SurveyCounts = z.output<typeof counts>;

export const needsChannels = {
  /** The censuses of a group, the latest first. */
  'needs:surveys': reads('store', {
    input: z.object({ groupId: idSchema<'workingGroup'>() }),
    output: z.array(survey),
  }),
  /** Who answered a census, counted; null when it is gone. */
  'needs:counts': reads('store', { input: z.object({ surveyId }), output: counts.nullable() }),
  /** A need with its sources and what speaks of it but for its matches. */
  'needs:need': reads('store', {
    input: z.object({ id: idSchema<'need'>() }),
    output: z
      .object({ record: anyRecord, linked: linkedRecords, citations: z.array(citationView) })
      .nullable(),
  }),
  /** Buyers of the store by name, to choose whom to ask. */
  'needs:buyers': reads('store', {
    input: z.object({
      surveyId,
      text: z.string().max(200).default(''),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          buyerKind: buyerKind.nullable(),
          askedOn: z.string().nullable(),
          hasAnswered: z.boolean(),
        }),
      ),
      total: count,
    }),
  }),
  /** Writes the blank form of a census. */
  'needs:writeForm': reads('store', {
    input: z.object({ surveyId, format, grant }),
    output: z.object({ bytes: count }),
  }),
  /** Writes a form in the name of each buyer, as an archive, and keeps who was asked. */
  'needs:askBuyers': writes('store', {
    input: z.object({
      surveyId,
      organisationIds: z.array(organisationId).min(1).max(500),
      askedOn: day,
      format,
      grant,
    }),
    output: done.extend({ files: count, bytes: count }),
  }),
  /** Reads forms that came back and says what would become of each line; nothing is written. */
  'needs:readForms': reads('store', {
    input: z.object({ surveyId, receivedOn: day, grants: z.array(grant).min(1).max(100) }),
    output: z.object({ files: z.array(formFile) }),
  }),
  /** Takes forms in as one operation, all of their lines or none. */
  'needs:takeForms': writes('store', {
    input: z.object({
      surveyId,
      receivedOn: day,
      files: z
        .array(z.object({ grant, sha256: z.string().max(64) }))
        .min(1)
        .max(100),
    }),
    output: done.extend({ added: count, updated: count, unchanged: count }),
  }),
} as const;
