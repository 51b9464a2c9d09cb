import type { QuorumView } from '#contract/meeting.channels.ts';
import type { RecordOf } from '#domain/registry.ts';

type Line = Pick<RecordOf<'attendance'>, 'personId' | 'guestName' | 'status'>;

/** Guests are on the list by a name of their own; they have no seat. */
export function isGuest({ personId, guestName }: Omit<Line, 'status'>): boolean {
  return personId === null || guestName !== null;
}

/**
 * Whether enough people are present or represented. A share is of the seats on the list, rounded up:
 * half of five is three. Null where the meeting asks for no quorum.
 */
export function quorumOf(
  { quorum, quorumUnit }: Pick<RecordOf<'meeting'>, 'quorum' | 'quorumUnit'>,
  lines: readonly Line[],
): QuorumView | null {
  if (quorum === null) return null;
  const seats = lines.filter((line) => !isGuest(line));
  const counted = seats.filter(({ status }) => status === 'present' || status === 'represented');
  const needed = quorumUnit === 'people' ? quorum : Math.ceil((quorum * seats.length) / 100);
  return {
    unit: quorumUnit,
    value: quorum,
    expected: seats.length,
    counted: counted.length,
    needed,
    isReached: counted.length >= needed,
  };
}
