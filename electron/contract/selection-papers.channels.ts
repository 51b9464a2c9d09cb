import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { phaseOutcomes } from '#domain/selection.ts';

import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';

const callId = idSchema<'callForInterest'>();
const applicationId = idSchema<'application'>();
const outcome = z.enum(phaseOutcomes);
const count = z.number();

/** Documents of a selection; `letters` are made apart, because each making is recorded. */
export const selectionPapers = ['report', 'committeeMinutes', 'eventList', 'statistics'] as const;
export type SelectionPaperName = (typeof selectionPapers)[number];

/** Text formats for all of them, spreadsheets for their tables. */
export const selectionPaperFormats = ['docx', 'odt', 'pdf', 'html', 'xlsx', 'ods'] as const;
export type SelectionPaperFormat = (typeof selectionPaperFormats)[number];

/** Letters are documents to print or to keep; `eml` are messages to open in the mail program. */
export const letterFormats = ['docx', 'odt', 'pdf', 'eml'] as const;
export type LetterFormat = (typeof letterFormats)[number];

const problem = z.object({
  kind: z.enum(['unknownField', 'missingValue']),
  /** The field as it stands in the text. */
  field: z.string(),
});
export type LetterProblem = z.output<typeof problem>;

const recipient = z.object({
  applicationId: z.string(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  outcome,
  isReleased: z.boolean(),
  contactName: z.string().nullable(),
  /** Addresses that a mail program would take; none for those who cannot be written to. */
  emails: z.array(z.string()),
  problems: z.array(problem),
  /** When a letter or a message about this outcome was last made. */
  lastMadeAt: z.string().nullable(),
});
export type LetterRecipient = z.output<typeof recipient>;

const lettersView = z.object({
  /** One for each outcome; without an identifier while the call has none of its own. */
  templates: z.array(
    z.object({ id: z.string().nullable(), outcome, subject: z.string(), body: z.string() }),
  ),
  fields: z.array(z.string()),
  /** All who get a letter, by outcome. */
  outcomes: z.array(
    z.object({
      outcome,
      count,
      problems: count,
      withoutAddress: count,
      /** Letters or messages about this outcome made already. */
      made: count,
    }),
  ),
  /** Those asked for, by number. */
  recipients: z.array(recipient),
  total: count,
  /** Applications without a decision that could be told. */
  undecided: count,
  /** Decisions that are not released yet. */
  provisional: count,
  /** Makings, the latest first. */
  makings: z.array(
    z.object({
      madeAt: z.string(),
      medium: z.enum(['letter', 'email']),
      count,
      outcomes: z.array(z.object({ outcome, count })),
    }),
  ),
});
export type LettersView = z.output<typeof lettersView>;

const chosen = {
  callId,
  /** Decisions that are not released yet too: for a rehearsal. */
  includesProvisional: z.boolean().default(false),
};

export const selectionPaperChannels = {
  /** Who gets which letter, with the texts and what stands in their way. */
  'selectionPapers:letters': reads('store', {
    input: z.object({
      ...chosen,
      /** Null for all. */
      outcome: outcome.nullable().default(null),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(0).max(200).default(50),
    }),
    output: lettersView,
  }),
  /** The letter of one application, also with a text that is still being typed. */
  'selectionPapers:preview': reads('store', {
    input: z.object({
      applicationId,
      subject: z.string().max(2000),
      body: z.string().max(200_000),
    }),
    output: z.object({
      number: z.number(),
      organisationName: z.string(),
      subject: z.string(),
      body: z.string(),
      problems: z.array(problem),
    }),
  }),
  /** Writes letters or message drafts, and records each of them, as one operation. */
  'selectionPapers:makeLetters': writes('store', {
    input: z.object({
      ...chosen,
      /** Null for all outcomes. */
      outcomes: z.array(outcome).min(1).max(6).nullable().default(null),
      /** Null for all applications with these outcomes. */
      applicationIds: z.array(applicationId).min(1).max(10_000).nullable().default(null),
      format: z.enum(letterFormats),
      /** One file for each application, in an archive; messages always are. */
      isOneFileEach: z.boolean().default(false),
      /** Leaves out letters that cannot be filled in, instead of refusing them all. */
      skipsProblems: z.boolean().default(false),
      /** Leaves out those to whom this outcome was written already. */
      onlyNew: z.boolean().default(false),
      today: day,
      grant: z.string().max(200),
    }),
    output: done.extend({
      made: count,
      /** Numbers of the applications left out, and of those whose message names no address. */
      leftOut: z.array(z.number()),
      withoutAddress: z.array(z.number()),
    }),
  }),
  'selectionPapers:export': writes('store', {
    input: z.object({
      callId,
      paper: z.enum(selectionPapers),
      format: z.enum(selectionPaperFormats),
      today: day,
      grant: z.string().max(200),
    }),
    output: z.object({ bytes: z.number() }),
  }),
} as const;
