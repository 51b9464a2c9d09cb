import type { ScoreGridRow } from '#contract/committee.channels.ts';
import { operations } from '#stores/operations.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

/** What one member says of one application. */
export interface ScorePlace {
  readonly personId: string;
  readonly memberName: string;
  readonly applicationId: string;
  readonly number: number;
  readonly organisationName: string;
}

export type GridCell = ScoreGridRow['cells'][number];

export interface Mark {
  readonly value: number | null;
  readonly isAbstention: boolean;
  /** Left out: the comment stays. */
  readonly comment?: string | null;
}

/** Writes one score; without value nor abstention, takes it away. @throws ApiError */
export function writeScore(
  phaseId: string,
  criterionId: string,
  place: Pick<ScorePlace, 'personId' | 'applicationId'>,
  mark: Mark,
): Promise<unknown> {
  return operations.perform('committee:score', {
    phaseId: phaseId,
    criterionId: criterionId,
    evaluatorId: place.personId,
    applicationId: place.applicationId,
    today: localToday(),
    ...mark,
  });
}
