import { z } from 'zod';

import { chainColumns, chainMarks } from '#domain/chain.ts';
import { chainTables } from '#domain/steering.ts';

/** Whose chain is shown. `all` shows both sides, and what belongs to neither. */
export const chainSides = ['all', 'buyer', 'company'] as const;
export type ChainSide = (typeof chainSides)[number];

const text = z.string().nullable();

const chainNode = z.object({
  id: z.string(),
  table: z.enum(chainColumns),
  title: z.string(),
  position: z.number(),
  /** The side that the record itself names; null for kinds that have none. */
  side: z.enum(['buyer', 'company', 'both']).nullable(),
  /** Year that the record is for; null for barriers, levers and activities without a day. */
  year: z.number().nullable(),
  status: text,
  /** Day of the statement, adoption or obtaining, the start of an activity. */
  day: text,
  /** Of a barrier that the latest findings leave out: the day of those findings. */
  unstatedOn: text,
  /** The objective that it is a part of, where that one is shown too. */
  parentId: text,
  subGroupName: text,
  /** Nothing leads to it; never of a barrier. */
  isOrphanUpstream: z.boolean(),
  /** Nothing comes out of it; never of a result, nor of what is for the next year. */
  isOrphanDownstream: z.boolean(),
  /** True of what is for the next year: what comes out of it is not due yet. */
  isAhead: z.boolean(),
  /** Links to cards that the picture of this year leaves out. */
  elsewhere: z.object({ upstream: z.number(), downstream: z.number() }),
});
export type ChainNode = z.output<typeof chainNode>;

const chainMark = z.object({
  id: z.string(),
  table: z.enum(chainMarks),
  title: z.string(),
  /** Of a measurement: its value, and what it counts. */
  value: z.number().nullable(),
  unit: text,
  isMinimum: z.boolean(),
  day: text,
});
export type ChainMarkView = z.output<typeof chainMark>;

const chainLink = z.object({
  id: z.string(),
  fromTable: z.enum(chainTables),
  fromId: z.string(),
  toTable: z.enum(chainTables),
  toId: z.string(),
  note: text,
});
export type ChainLinkView = z.output<typeof chainLink>;

/**
 * One cell of a path. `cards`: who stands there, several where activities follow one another;
 * `passed`: the link passes over this column; `missing`: nothing there, and something should be;
 * `ahead`: nothing there yet, and nothing is due; `beyond`: past an end of the path.
 */
const pathCell = z.object({
  state: z.enum(['cards', 'passed', 'missing', 'ahead', 'beyond']),
  ids: z.array(z.string()),
});
export type PathCell = z.output<typeof pathCell>;

/** A path from the first of its cards to the last: one cell for each of the six columns. */
const chainPath = z.object({ key: z.string(), cells: z.array(pathCell) });
export type ChainPath = z.output<typeof chainPath>;

export const chainGraph = z.object({
  groupId: z.string(),
  year: z.number(),
  side: z.enum(chainSides),
  /** In the order of the columns, of years, and of positions within a column. */
  nodes: z.array(chainNode),
  /** Good practices of the group, measurements of the year, and those that are attached. */
  marks: z.array(chainMark),
  /** Links between the nodes, and from them to the marks. */
  links: z.array(chainLink),
  paths: z.array(chainPath),
  /** True when there are more paths than a table can show. */
  isCut: z.boolean(),
  /** Objectives of sub-groups that were left out. */
  leftOut: z.number(),
});
export type ChainGraph = z.output<typeof chainGraph>;

/** A barrier as it was worded on a day. */
export const barrierWording = z.object({
  id: z.string(),
  statedOn: z.string(),
  wording: z.string(),
  quote: text,
  sourceTitle: text,
});
export type BarrierWording = z.output<typeof barrierWording>;

/** What can be compared from one time to another. */
export const evolvingTables = ['barrier', 'lever', 'remedy', 'objective'] as const;
export type EvolvingTable = (typeof evolvingTables)[number];

const moment = z.object({
  /** Names the moment in a request: the year that records are for, and the day they were stated. */
  key: z.string(),
  /** Year that remedies and objectives are for; null for barriers and levers. */
  year: z.number().nullable(),
  day: text,
  count: z.number(),
  /** Documents that state it. */
  sources: z.array(z.string()),
});
export type ChainMoment = z.output<typeof moment>;

const wordingSide = z.object({
  /** The record that opens beside. */
  id: z.string(),
  wording: z.string(),
  quote: text,
  position: z.number(),
});
export type EvolutionWording = z.output<typeof wordingSide>;

const evolutionRow = z.object({
  key: z.string(),
  state: z.enum(['added', 'reworded', 'same', 'gone']),
  side: z.enum(['buyer', 'company', 'both']).nullable(),
  before: wordingSide.nullable(),
  after: wordingSide.nullable(),
  /** From one wording to the other, of what is worded otherwise. */
  differences: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  /** By what the two are held to be the same: the record, what it was carried from, or its words. */
  basis: z.enum(['record', 'carried', 'title', 'words']).nullable(),
});
export type EvolutionRow = z.output<typeof evolutionRow>;

export const chainEvolution = z.object({
  /** Oldest first. */
  moments: z.array(moment),
  before: moment.nullable(),
  after: moment.nullable(),
  rows: z.array(evolutionRow),
});
export type ChainEvolution = z.output<typeof chainEvolution>;
