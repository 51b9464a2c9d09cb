import { defineEntity } from './entity.ts';
import { longText, optional, text } from './fields.ts';

/** Two records that look alike and were judged to be different: they are not proposed again. */
export const distinctPair = defineEntity('distinctPair', {
  fields: {
    recordTable: text(60),
    firstId: text(36),
    secondId: text(36),
    note: optional(longText()),
  },
  label: [],
  indexed: ['firstId', 'secondId'],
});

/**
 * Says that one record stands for another since they were merged, so that the history of the one
 * tells that of the other, and whoever still knows the lost one finds the kept one.
 */
export const mergedRecord = defineEntity('mergedRecord', {
  fields: {
    recordTable: text(60),
    keptId: text(36),
    lostId: text(36),
  },
  label: [],
  indexed: ['keptId', 'lostId'],
});

/** Kinds of records among which duplicates are looked for. */
export const duplicateTables = ['organisation', 'person'] as const;
export type DuplicateTable = (typeof duplicateTables)[number];

/** Why two records look like one, the more telling first. */
export const duplicateReasons = [
  'sameSiret',
  'sameSiren',
  'sameEmail',
  'sameName',
  'sameNameFolded',
  'alias',
  'sameWords',
  'acronym',
  'closeName',
  'givenInitial',
  'samePhone',
  'sameWebsite',
  'sameOrganisation',
  'samePlace',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** How sure it is that two records are one, from the score of a pair. */
export const likelihoods = ['veryLikely', 'likely', 'possible'] as const;
export type Likelihood = (typeof likelihoods)[number];

const VERY_LIKELY = 0.9;
const LIKELY = 0.75;
/** Pairs that score less are not spoken of. */
export const LEAST_SCORE = 0.6;

export function likelihoodOf(score: number): Likelihood {
  if (score >= VERY_LIKELY) return 'veryLikely';
  return score >= LIKELY ? 'likely' : 'possible';
}
