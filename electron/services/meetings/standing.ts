import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import { periodContains } from '#domain/dates.ts';
import { seatsOf } from '#repositories/meetings.repo.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { dayOf } from './attendance.ts';
import { mustGet } from './find.ts';

/**
 * Whether a person has a mandate in the group or one of its bodies on the day of a meeting.
 * @throws DataError `record.notFound`
 */
export function standingAt(
  db: ReadableDb,
  { id, personId, today }: ChannelRequest<'meetings:standing'>,
): ChannelOutput<'meetings:standing'> {
  const meeting = mustGet(db, 'meeting', id);
  mustGet(db, 'person', personId);
  const name = labelsOf(db, 'person', [personId]).get(personId) ?? '';
  const day = dayOf(meeting, today);
  const held = seatsOf(db, meeting.workingGroupId, null).filter(
    (seat) => seat.personId === personId,
  );
  if (held.length === 0) return { standing: 'never', on: null, name };
  if (held.some(({ fromOn, toOn }) => periodContains(fromOn, toOn, day))) {
    return { standing: 'inOffice', on: null, name };
  }
  const ended = held.flatMap(({ toOn }) => (toOn !== null && toOn < day ? toOn : [])).toSorted();
  const last = ended.at(-1);
  if (last !== undefined) return { standing: 'ended', on: last, name };
  const [next] = held.flatMap(({ fromOn }) => fromOn ?? []).toSorted();
  return { standing: 'notYet', on: next ?? null, name };
}
