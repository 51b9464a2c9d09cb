import { z } from 'zod';

import { idSchema } from '#domain/ids.ts';
import { judgements } from '#domain/steering.ts';

import { reads, writes } from './channel.ts';
import { day, done, none } from './schemas.ts';
import {
  candidates,
  carryPreview,
  checklist,
  objectivesOfYear,
  steeredGroup,
} from './steering.views.ts';

const objectiveId = idSchema<'objective'>();
const year = z.int().min(1990).max(2199);
const title = z.string().trim().min(1).max(1000);
const note = z.string().trim().max(20_000).nullable();

const groupYear = z.object({ groupId: idSchema<'workingGroup'>(), year });

/** What goes on the year after: objectives, indicators under a new target, remedies as objectives. */
const carryOver = groupYear.extend({
  objectives: z.array(objectiveId).max(500),
  indicators: z
    .array(
      z.object({
        id: idSchema<'indicator'>(),
        targetValue: z.number().nullable(),
        targetOn: day.nullable(),
      }),
    )
    .max(500),
  remedies: z.array(idSchema<'remedy'>()).max(500),
});
export type CarryOverRequest = z.output<typeof carryOver>;

export const steeringChannels = {
  'steering:groups': reads('store', { input: none, output: z.array(steeredGroup) }),
  'steering:objectives': reads('store', { input: groupYear, output: objectivesOfYear }),
  'steering:checklist': reads('store', { input: groupYear, output: checklist }),
  'steering:candidates': reads('store', { input: groupYear, output: candidates }),
  'steering:previewCarryOver': reads('store', { input: carryOver, output: carryPreview }),

  /** A new objective after its sisters. */
  'steering:addObjective': writes('store', {
    input: groupYear.extend({
      title,
      parentId: objectiveId.nullable(),
      subGroupId: idSchema<'subGroup'>().nullable(),
    }),
    output: done.extend({ id: z.string() }),
  }),
  /** Sisters in the order given; those left out follow in theirs. */
  'steering:orderObjectives': writes('store', {
    input: z.object({ ids: z.array(objectiveId).min(1).max(500) }),
    output: done,
  }),
  /** Hangs an objective below another one of its year, or at the top, after its new sisters. */
  'steering:moveObjective': writes('store', {
    input: z.object({ id: objectiveId, parentId: objectiveId.nullable() }),
    output: done,
  }),
  'steering:splitObjective': writes('store', {
    input: z.object({ id: objectiveId, titles: z.array(title).min(1).max(20) }),
    output: done.extend({ ids: z.array(z.string()) }),
  }),
  'steering:closeObjective': writes('store', {
    input: z.object({ id: objectiveId, judgement: z.enum(judgements), closedOn: day, note }),
    output: done,
  }),
  'steering:reopenObjective': writes('store', {
    input: z.object({ id: objectiveId }),
    output: done,
  }),
  'steering:linkResult': writes('store', {
    input: z.object({ objectiveId, resultId: idSchema<'result'>() }),
    output: done,
  }),
  /** Carries some over to the year after, without a word about the years themselves. */
  'steering:carryOver': writes('store', {
    input: carryOver,
    output: done.extend({ made: z.number() }),
  }),

  'steering:closeYear': writes('store', {
    input: groupYear.extend({ closedOn: day, note }),
    output: done,
  }),
  'steering:reopenYear': writes('store', { input: groupYear, output: done }),
  /** Begins the year after `year` with what is carried over; one operation. */
  'steering:openNextYear': writes('store', {
    input: carryOver,
    output: done.extend({ made: z.number() }),
  }),
} as const;
