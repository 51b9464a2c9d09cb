import { z } from 'zod';

import { chainColumns } from '#domain/chain.ts';
import { idSchema } from '#domain/ids.ts';
import { chainTables } from '#domain/steering.ts';

import {
  barrierWording,
  chainEvolution,
  chainGraph,
  chainSides,
  evolvingTables,
} from './chain.views.ts';
import { reads, writes } from './channel.ts';
import { day, done } from './schemas.ts';

const groupId = idSchema<'workingGroup'>();
const year = z.int().min(1990).max(2200);
const end = z.object({ table: z.enum(chainTables), id: idSchema() });

const ofYear = z.object({
  groupId,
  year,
  side: z.enum(chainSides).default('all'),
  /** Also shows the objectives of sub-groups that no link touches. */
  withSubGroups: z.boolean().default(false),
});

/** Text formats and slides for the document, spreadsheets for its tables. */
export const chainFormats = ['docx', 'odt', 'pptx', 'odp', 'pdf', 'html', 'xlsx', 'ods'] as const;
export type ChainFormat = (typeof chainFormats)[number];

const momentKey = z.string().max(40).nullable().default(null);

export const chainChannels = {
  /** The chain of a group as it stands in a year: cards, links, orphans, and the paths through it. */
  'chain:graph': reads('store', { input: ofYear, output: chainGraph }),
  'chain:link': writes('store', {
    input: z.object({ from: end, to: end }),
    output: done.extend({ id: z.string() }),
  }),
  'chain:unlink': writes('store', {
    input: z.object({ ids: z.array(idSchema<'chainLink'>()).min(1).max(500) }),
    output: done,
  }),
  /** Makes a record at the end of a column; a barrier with its first statement, in the same words. */
  'chain:add': writes('store', {
    input: z.object({
      groupId,
      /** Year that is shown. */
      year,
      /** Year that a remedy or an objective is for. */
      forYear: year,
      table: z.enum(chainColumns),
      title: z.string().trim().min(1).max(1000),
      /** Of barriers, levers and remedies. */
      side: z.enum(['buyer', 'company', 'both']).default('both'),
      today: day,
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** The order of some cards of a column among themselves. */
  'chain:order': writes('store', {
    input: z.object({
      table: z.enum(chainColumns),
      ids: z.array(idSchema()).min(1).max(1000),
    }),
    output: done,
  }),
  /** The wordings of a barrier, oldest first. */
  'chain:wordings': reads('store', {
    input: z.object({ barrierId: idSchema<'barrier'>() }),
    output: z.array(barrierWording),
  }),
  /** What was stated at two moments, side by side; the two latest when none is named. */
  'chain:evolution': reads('store', {
    input: z.object({
      groupId,
      table: z.enum(evolvingTables),
      before: momentKey,
      after: momentKey,
    }),
    output: chainEvolution,
  }),
  'chain:export': writes('store', {
    input: ofYear.extend({
      format: z.enum(chainFormats),
      today: day,
      grant: z.string().max(200),
    }),
    output: z.object({ bytes: z.number() }),
  }),
} as const;
