import type { PaperChoice } from '#contract/convocation.channels.ts';
import type {
  DecisionsPaper,
  DecisionsPaperMeeting,
} from '#documents/reports/meetings/paper-data.ts';
import { groupBy } from '#journal/entries.ts';
import type { FollowUpLine } from '#repositories/follow-up.repo.ts';
import { followUpPage } from '#repositories/follow-up.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { groupOf } from './meeting-paper.ts';

export type DecisionsChoice = Extract<PaperChoice, { document: 'decisionsOfPeriod' }>;

/** More decisions than any group takes in the years of its life. */
const EVERY = { state: 'all', groupBy: 'none', offset: 0, limit: 100_000 } as const;

/** By the day they were taken; those without one come last. */
const LAST = '9999-12-31';

/**
 * The decisions of a period, in the order they were taken, each under its meeting; those outside any
 * meeting come last.
 * @throws DataError `record.notFound`
 */
export function gatherDecisionsPaper(
  db: ReadableDb,
  { workingGroupId, subGroupId, from, to }: DecisionsChoice,
  today: string,
): DecisionsPaper {
  const subGroup = subGroupId === null ? null : mustGet(db, 'subGroup', subGroupId);
  const lines = followUpPage(
    db,
    {
      kind: 'decisions',
      today,
      workingGroupId,
      subGroupId,
      meetingId: null,
      personId: null,
      organisationId: null,
      isUnassigned: false,
      statuses: [],
      from,
      to,
      text: '',
    },
    EVERY,
  ).toReversed();
  const meetings = [...groupBy(lines, ({ meetingId }) => meetingId ?? '').values()]
    .flatMap(meetingOf)
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  return {
    group: groupOf(db, workingGroupId),
    day: today,
    subGroupName: subGroup?.name ?? null,
    from,
    to,
    meetings,
  };
}

function meetingOf(lines: readonly FollowUpLine[]): DecisionsPaperMeeting[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { meetingTitle: title, heldOn, minutesNumber } = first;
  const decisions = lines.map(({ onDay, ...line }) => ({ ...line, decidedOn: onDay }));
  return [{ title, heldOn, minutesNumber, decisions }];
}

const orderOf = ({ title, heldOn, decisions }: DecisionsPaperMeeting): string =>
  `${title === null ? 1 : 0} ${heldOn ?? decisions[0]?.decidedOn ?? LAST}`;
