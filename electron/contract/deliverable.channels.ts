import { z } from 'zod';

import { deliverableStates } from '#domain/deliverable-state.ts';
import { deliverableKinds } from '#domain/deliverable.ts';
import { idSchema } from '#domain/ids.ts';
import { isQuarter, quartersApart } from '#domain/quarters.ts';
import { quarterOf } from '#domain/dates.ts';

import { citationView, linkedRecords } from './actor.channels.ts';
import { bulkTarget } from './bulk.channels.ts';
import { reads, writes } from './channel.ts';
import { anyRecord, day, done, entityName, id } from './schemas.ts';

/** More quarters than this are more than a table can show. */
const QUARTERS_AT_MOST = 40;
/** More files than this are more than one drop can carry. */
const FILES_AT_ONCE = 100;
const RECORDS_AT_ONCE = 5000;

const kind = z.enum(deliverableKinds);
const state = z.enum(deliverableStates);
const quarter = z.string().refine(isQuarter);
const people = z.array(z.object({ id: z.string(), label: z.string() }));

const matrixDeliverable = z.object({
  id: z.string(),
  title: z.string(),
  kind,
  subGroupId: z.string().nullable(),
  quarter: z.string().nullable(),
  state,
  /** The step reached within that state, and the day it was reached where a date says so. */
  step: z.enum([...deliverableStates, 'presented']),
  stepOn: z.string().nullable(),
  /** The day by which it should be in: its own, its meeting's, or the end of its quarter. */
  deadline: z.string().nullable(),
  /** True where only the quarter says it. */
  isDueByQuarter: z.boolean(),
  receivedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  isReceivedLate: z.boolean(),
  /** Who was rapporteur on the deadline. */
  rapporteurs: people,
  files: z.number(),
});
export type MatrixDeliverable = z.output<typeof matrixDeliverable>;

const matrixSlot = z.object({
  kind,
  /** The most pressing state of what is in it; null when nothing is expected yet. */
  state: state.nullable(),
  deliverables: z.array(matrixDeliverable),
});
export type MatrixSlot = z.output<typeof matrixSlot>;

const matrixCell = z.object({
  quarter: z.string(),
  /** Rapporteurs on the quarter's last day. */
  rapporteurs: people,
  isOpen: z.boolean(),
  slots: z.array(matrixSlot),
});

const matrix = z.object({
  quarters: z.array(z.string()),
  rows: z.array(
    z.object({
      /** Null for the group itself. */
      subGroupId: z.string().nullable(),
      name: z.string(),
      cells: z.array(matrixCell),
    }),
  ),
  undated: z.array(matrixDeliverable),
  outside: z.object({ before: z.number(), after: z.number() }),
  known: z.object({ first: z.string(), last: z.string() }).nullable(),
  totals: z.record(state, z.number()),
});
export type DeliverablesMatrixView = z.output<typeof matrix>;

const attachment = z.object({
  id: z.string(),
  recordTable: z.string(),
  recordId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  byteSize: z.number(),
  addedOn: z.string().nullable(),
});
export type AttachmentView = z.output<typeof attachment>;

export const fileStates = ['sound', 'missing', 'altered'] as const;

const roadmapItem = z.object({
  table: z.enum(['milestone', 'deliverable']),
  id: z.string(),
  title: z.string(),
  /** The day it lies on; null where no date is known. */
  day: z.string().nullable(),
  /** True where that day comes from a quarter or a meeting, its own being empty. */
  isDerived: z.boolean(),
  /** The time in words, or the quarter. */
  period: z.string().nullable(),
  state: z.enum(['upcoming', 'late', 'done', 'abandoned']),
  /** The milestone that must be reached before this one; it may be of another body. */
  dependsOn: z.object({ id: z.string(), title: z.string(), day: z.string().nullable() }).nullable(),
  /** True when it lies before what it depends on. */
  isTooEarly: z.boolean(),
});
export type RoadmapItemView = z.output<typeof roadmapItem>;

const roadmap = z.object({
  roadmaps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      fromOn: z.string().nullable(),
      toOn: z.string().nullable(),
    }),
  ),
  /** By day; what has none comes last. */
  items: z.array(roadmapItem),
});
export type RoadmapView = z.output<typeof roadmap>;

export const deliverableChannels = {
  /** Sub-groups × quarters: what is expected, in, late or published, and by whom. */
  'deliverables:matrix': reads('store', {
    input: z
      .object({ workingGroupId: id, from: day, to: day, today: day })
      .refine(({ from, to }) => {
        const span = quartersApart(quarterOf(from), quarterOf(to));
        return from <= to && span < QUARTERS_AT_MOST;
      }),
    output: matrix,
  }),
  /** Everything about a deliverable in one place. */
  'deliverables:sheet': reads('store', {
    input: z.object({ id, today: day }),
    output: z
      .object({
        record: anyRecord,
        standing: matrixDeliverable,
        attachments: z.array(attachment),
        linked: linkedRecords,
        citations: z.array(citationView),
      })
      .nullable(),
  }),
  /** Makes what is missing of what every sub-group owes in a quarter. */
  'deliverables:expect': writes('store', {
    input: z.object({
      workingGroupId: idSchema<'workingGroup'>(),
      quarter,
      kinds: z.array(kind).min(1).max(deliverableKinds.length),
      dueOn: day.nullable(),
    }),
    output: done.extend({ ids: z.array(z.string()) }),
  }),
  /** Copies files that the person chose or dropped, and ties them to a record. */
  'attachments:add': writes('store', {
    input: z.object({
      recordTable: entityName,
      recordId: id,
      grants: z.array(z.string()).min(1).max(FILES_AT_ONCE),
      today: day,
    }),
    output: done.extend({
      ids: z.array(z.string()),
      /** Names of files that the record already had. */
      already: z.array(z.string()),
    }),
  }),
  /** Holds the files of some records against the digests they came in with. */
  'attachments:verify': reads('store', {
    input: z.object({ recordIds: z.array(id).max(RECORDS_AT_ONCE) }),
    output: z.array(z.object({ id: z.string(), state: z.enum(fileStates) })),
  }),
  /** Writes the files of some records of one kind into one ZIP. */
  'attachments:export': writes('store', {
    input: z.object({ table: entityName, target: bulkTarget, grant: z.string() }),
    output: z.object({
      files: z.number(),
      bytes: z.number(),
      leftOut: z.array(z.object({ fileName: z.string(), state: z.enum(['missing', 'altered']) })),
    }),
  }),
  /** The work plan of a sub-group over time. */
  'subGroups:roadmap': reads('store', {
    input: z.object({ id, today: day }),
    output: roadmap,
  }),
} as const;
