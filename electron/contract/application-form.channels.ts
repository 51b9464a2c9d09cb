import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';

const callId = idSchema<'callForInterest'>();
const applicationId = idSchema<'application'>();
const questionId = idSchema<'callQuestion'>();
const grant = z.string().max(200);
const line = (most: number) => z.string().trim().max(most).default('');
const long = z.string().max(200_000).default('');

const maturity = z.enum(['idea', 'prototype', 'pilot', 'marketed']).nullable().default(null);

const newContact = z.object({
  /** Null makes the person, or finds them by their e-mail or their name in the organisation. */
  personId: idSchema<'person'>().nullable().default(null),
  givenName: line(120),
  familyName: line(120),
  email: line(254),
  phone: line(40),
  role: line(200),
});

const newOffer = z.object({
  title: z.string().trim().min(1).max(500),
  description: long,
  segmentId: idSchema<'purchaseSegment'>().nullable().default(null),
  isMarketed: z.boolean().default(true),
});

const told = z.object({
  code: z.enum([
    'questionChanged',
    'questionGone',
    'questionNew',
    'notANumber',
    'notAnOption',
    'missing',
    'unknownSegment',
    'unknownMaturity',
    'badSiret',
    'late',
  ]),
  /** The question or the place that it is about. */
  about: z.string(),
  /** As the file shows it. */
  shown: z.string(),
});

const formFile = z.object({
  grant: z.string(),
  fileName: z.string(),
  /** Null where the file could not be read. */
  sha256: z.string().nullable(),
  refusal: z
    .enum(['unreadable', 'notAForm', 'newerFormat', 'otherCall', 'unknownCall', 'noOrganisation'])
    .nullable(),
  /** The call that the file answers, where it is another one. */
  otherCallTitle: z.string().nullable(),
  organisationName: z.string(),
  /** The organisation that the store holds already; null for a new one. */
  known: z.object({ id: z.string(), name: z.string(), by: z.enum(['siret', 'name']) }).nullable(),
  title: z.string(),
  answered: z.int(),
  questions: z.int(),
  offers: z.int(),
  isComplete: z.boolean(),
  notes: z.array(told),
  /** Responses of the same organisation to this call, in the store. */
  earlier: z.array(z.object({ id: z.string(), number: z.int(), title: z.string() })),
  /** Place of an earlier file of the same batch from the same organisation. */
  sameAsFile: z.int().nullable(),
  /** What is proposed to be done with it. */
  fate: z.enum(['take', 'duplicate', 'leave']),
});
export type FormFileView = z.output<typeof formFile>;

export const applicationFormChannels = {
  /** Enters a response with its organisation, contacts, offers and answers, as one operation. */
  'applicationForm:create': writes('store', {
    input: z.object({
      callId,
      /** Null makes a company of that name, or finds the one that has it. */
      organisationId: idSchema<'organisation'>().nullable().default(null),
      organisationName: line(300),
      /** By default the name of the first offer, else of the organisation. */
      title: line(500),
      summary: long,
      receivedOn: day,
      maturity,
      contacts: z.array(newContact).max(20).default([]),
      offers: z.array(newOffer).max(50).default([]),
      answers: z
        .array(z.object({ questionId, value: long }))
        .max(500)
        .default([]),
    }),
    output: done.extend({ id: z.string(), number: z.int(), missing: z.int() }),
  }),
  /** Answers one question of a response; blank takes the answer away. */
  'applicationForm:answer': writes('store', {
    input: z.object({ applicationId, questionId, value: long }),
    output: done.extend({ missing: z.int() }),
  }),
  /** The links to those who speak for a response beside its main contact. */
  'applicationForm:contacts': reads('store', {
    input: z.object({ applicationId }),
    output: z.array(z.object({ id: z.string(), personId: z.string() })),
  }),
  /** Puts the questions or the exclusion reasons of a call in another order. */
  'applicationForm:order': writes('store', {
    input: z.object({
      callId,
      table: z.enum(['callQuestion', 'exclusionReason']),
      ids: z.array(z.string().max(60)).max(500),
    }),
    output: done,
  }),
  /** Writes the form of a call that companies fill in. */
  'applicationForm:write': reads('store', {
    input: z.object({ callId, format: z.enum(['xlsx', 'ods']), grant }),
    output: z.object({ bytes: z.int() }),
  }),
  /** Reads forms that came back and says what would become of each; nothing is written. */
  'applicationForm:read': reads('store', {
    input: z.object({ callId, receivedOn: day, grants: z.array(grant).min(1).max(100) }),
    output: z.object({ files: z.array(formFile) }),
  }),
  /** Takes forms in as one operation; a file that changed since it was read is refused. */
  'applicationForm:take': writes('store', {
    input: z.object({
      callId,
      receivedOn: day,
      files: z
        .array(z.object({ grant, sha256: z.string().max(64), fate: z.enum(['take', 'duplicate']) }))
        .min(1)
        .max(100),
    }),
    output: done.extend({ ids: z.array(z.string()), incomplete: z.int() }),
  }),
};
