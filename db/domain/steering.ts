import { buyerKinds } from './actor.ts';
import { defineEntity, periodInOrder } from './entity.ts';
import {
  choice,
  date,
  decimal,
  flag,
  integer,
  longText,
  optional,
  reference,
  text,
} from './fields.ts';
import { workStatuses } from './meeting.ts';

export const yearStatuses = ['open', 'closed'] as const;

/** A year of a group's steering; once closed, what belongs to it is only read. One per group and year. */
export const groupYear = defineEntity('groupYear', {
  fields: {
    workingGroupId: reference('workingGroup'),
    year: integer(1990, 2200),
    status: choice(yearStatuses, 'open'),
    closedOn: optional(date()),
    note: optional(longText()),
  },
  label: ['year'],
});

export const judgements = ['reached', 'partly', 'notReached'] as const;

/**
 * An objective of a year. `carriedFromId` names the one it takes up: of the same year where it words
 * it anew, of an earlier year where it goes on with it. The parts it is split into are its children.
 */
export const objective = defineEntity('objective', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    parentId: optional(reference('objective')),
    carriedFromId: optional(reference('objective')),
    strategicAxisId: optional(reference('strategicAxis')),
    agreementId: optional(reference('agreement')),
    year: integer(1990, 2200),
    position: integer(0, 1000),
    title: text(1000),
    description: optional(longText()),
    statedOn: optional(date()),
    status: choice(workStatuses, 'upcoming'),
    closedOn: optional(date()),
    judgement: optional(choice(judgements)),
    closingNote: optional(longText()),
  },
  label: ['title'],
  searched: ['description'],
  indexed: ['year'],
});

export const indicator = defineEntity('indicator', {
  fields: {
    workingGroupId: reference('workingGroup'),
    objectiveId: optional(reference('objective')),
    /** Stable key that reports and computed measurements refer to. */
    code: text(60),
    name: text(),
    unit: optional(text(60)),
    targetValue: optional(decimal()),
    targetOn: optional(date()),
    method: optional(longText()),
    /** Register the value can be counted from, where there is one. */
    countedFrom: optional(choice(['applications', 'needs', 'meetings', 'subGroups'])),
    position: integer(0, 1000),
    /** The indicator of an earlier year that this one goes on with, under another target. */
    carriedFromId: optional(reference('indicator')),
  },
  label: ['name'],
  searched: ['method'],
});

/** A dated value of an indicator: stays true at its date whatever comes later. */
export const measurement = defineEntity('measurement', {
  fields: {
    indicatorId: reference('indicator'),
    asOfOn: date(),
    value: decimal(),
    isMinimum: flag(),
    sourceId: optional(reference('sourceDocument')),
    method: optional(longText()),
    note: optional(longText()),
  },
  label: ['note'],
  searched: ['method'],
  indexed: ['asOfOn'],
});

/** Part of a measurement's breakdown; parts need not add up, and the difference is shown. */
export const measurementPart = defineEntity('measurementPart', {
  fields: {
    measurementId: reference('measurement'),
    position: integer(0, 1000),
    title: text(),
    value: decimal(),
    buyerKind: optional(choice(buyerKinds)),
    detail: optional(text(1000)),
  },
  label: ['title'],
});

/** Result (« résultat ») obtained against the year's objectives. */
export const result = defineEntity('result', {
  fields: {
    workingGroupId: reference('workingGroup'),
    year: integer(1990, 2200),
    position: integer(0, 1000),
    title: text(1000),
    description: optional(longText()),
    eventId: optional(reference('event')),
    deliverableId: optional(reference('deliverable')),
    obtainedOn: optional(date()),
  },
  label: ['title'],
  searched: ['description'],
  indexed: ['year'],
});

export const barrierSides = ['buyer', 'company'] as const;

/** Barrier (« frein ») to innovative procurement, seen by buyers or by companies. */
export const barrier = defineEntity('barrier', {
  fields: {
    workingGroupId: reference('workingGroup'),
    side: choice(barrierSides),
    title: text(1000),
    description: optional(longText()),
    position: integer(0, 1000),
  },
  label: ['title'],
  searched: ['description'],
});

/**
 * A barrier as one document words it at one date. The same barrier may be stated again later in
 * other words, or no longer be stated: that is how two years are compared.
 */
export const barrierStatement = defineEntity('barrierStatement', {
  fields: {
    barrierId: reference('barrier'),
    sourceId: optional(reference('sourceDocument')),
    statedOn: date(),
    position: integer(0, 1000),
    wording: text(1000),
    quote: optional(text(1000)),
  },
  label: ['wording'],
  searched: ['quote'],
});

/** Lever (« levier »): the general direction in which barriers can be lifted. */
export const lever = defineEntity('lever', {
  fields: {
    workingGroupId: reference('workingGroup'),
    side: choice(barrierSides),
    title: text(1000),
    description: optional(longText()),
    position: integer(0, 1000),
    statedOn: optional(date()),
  },
  label: ['title'],
  searched: ['description'],
});

/** Remedy (« solution retenue ») that the group adopts for a year. */
export const remedy = defineEntity('remedy', {
  fields: {
    workingGroupId: reference('workingGroup'),
    year: integer(1990, 2200),
    position: integer(0, 1000),
    title: text(1000),
    description: optional(longText()),
    side: choice(['buyer', 'company', 'both'], 'both'),
    status: choice(workStatuses, 'upcoming'),
    adoptedOn: optional(date()),
  },
  label: ['title'],
  searched: ['description'],
});

export const goodPractice = defineEntity('goodPractice', {
  fields: {
    workingGroupId: reference('workingGroup'),
    title: text(1000),
    description: optional(longText()),
    organisationId: optional(reference('organisation')),
    statedOn: optional(date()),
  },
  label: ['title'],
  searched: ['description'],
});

/** Activity (« action menée »): something the group or a partner carried out. */
export const activity = defineEntity('activity', {
  fields: {
    workingGroupId: reference('workingGroup'),
    strategicAxisId: optional(reference('strategicAxis')),
    agreementId: optional(reference('agreement')),
    eventId: optional(reference('event')),
    organiserId: optional(reference('organisation')),
    position: integer(0, 1000),
    title: text(1000),
    description: optional(longText()),
    startsOn: optional(date()),
    endsOn: optional(date()),
    place: optional(text()),
    status: choice(workStatuses, 'underWay'),
  },
  label: ['title'],
  searched: ['description', 'place'],
  rules: (a) => periodInOrder(a.startsOn, a.endsOn, 'endsOn'),
});

/** An organisation that carried an activity out along with its organiser. */
export const activityPartner = defineEntity('activityPartner', {
  fields: {
    activityId: reference('activity'),
    organisationId: reference('organisation'),
    role: optional(text()),
  },
  label: [],
  searched: ['role'],
});

export const chainTables = [
  'barrier',
  'lever',
  'remedy',
  'objective',
  'activity',
  'result',
  'measurement',
  'goodPractice',
] as const;

/** A link of the chain barrier → lever → remedy → objective → activity → result. */
export const chainLink = defineEntity('chainLink', {
  fields: {
    fromTable: choice(chainTables),
    fromId: text(36),
    toTable: choice(chainTables),
    toId: text(36),
    note: optional(longText()),
  },
  label: [],
  indexed: ['fromId', 'toId'],
  rules: (l) => (l.fromId === l.toId ? [{ field: 'toId', rule: 'linkToItself' }] : []),
});
