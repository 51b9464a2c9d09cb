import type { MeetingWarning } from '#contract/meeting.channels.ts';
import { periodContains } from '#domain/dates.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Seat } from '#repositories/meetings.repo.ts';
import { groupBy } from '#journal/entries.ts';

import { isSeatAt } from './attendance.ts';
import { isGuest } from './quorum.ts';

export interface Gathered {
  readonly meeting: RecordOf<'meeting'>;
  readonly day: string;
  readonly agenda: readonly RecordOf<'agendaItem'>[];
  readonly attendance: readonly RecordOf<'attendance'>[];
  /** Actions decided at the meeting. */
  readonly actions: readonly RecordOf<'actionItem'>[];
  /** Mandates of all times in the group and its bodies. */
  readonly seats: readonly Seat[];
  /** Other meetings of the body on the same day. */
  readonly sameDay: readonly { readonly id: string; readonly title: string }[];
}

const isInForce = (seat: Seat, day: string): boolean => periodContains(seat.fromOn, seat.toOn, day);

/**
 * People who appear in the meeting though their mandate is over or has not begun. Someone who never
 * had one, such as an invited speaker, is not spoken of, except among those expected.
 */
function outOfOffice(gathered: Gathered): MeetingWarning[] {
  const { meeting, day, agenda, attendance, actions, seats } = gathered;
  const byPerson = groupBy(seats, ({ personId }) => personId);
  const warn = (
    personId: string | null,
    as: Extract<MeetingWarning, { kind: 'notInOffice' }>['as'],
    agendaItemId: string | null = null,
  ): MeetingWarning[] => {
    const held = personId === null ? [] : (byPerson.get(personId) ?? []);
    const [first] = held;
    if (personId === null || first === undefined) return [];
    const relevant = as === 'expected' ? held.filter((seat) => isSeatAt(meeting, seat)) : held;
    if (relevant.some((seat) => isInForce(seat, day))) return [];
    return [{ kind: 'notInOffice', as, personId, name: first.personName, agendaItemId, day }];
  };
  return [
    ...warn(meeting.chairId, 'chair'),
    ...warn(meeting.secretaryId, 'secretary'),
    ...agenda.flatMap((item) => warn(item.presenterId, 'presenter', item.id)),
    ...attendance
      .filter((line) => !isGuest(line))
      .flatMap(({ personId }) => warn(personId, 'expected')),
    ...[...new Set(actions.map(({ responsiblePersonId }) => responsiblePersonId))].flatMap((id) =>
      warn(id, 'responsible'),
    ),
  ];
}

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

const sooner = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;

/** Whether two mandates share a day. */
function overlap(a: Seat, b: Seat): boolean {
  const from = later(a.fromOn, b.fromOn);
  const to = sooner(a.toOn, b.toOn);
  return from === null || to === null || from <= to;
}

/** One person who holds one role in one body twice at the same time. */
function overlaps({ meeting, seats }: Gathered): MeetingWarning[] {
  const own = seats.filter((seat) => isSeatAt(meeting, seat));
  const groups = groupBy(own, (seat) =>
    [seat.personId, seat.role, seat.workingGroupId, seat.subGroupId, seat.committeeId].join(' '),
  );
  return [...groups.values()].flatMap((group): MeetingWarning[] => {
    const clashing = group.filter((seat) =>
      group.some((other) => other !== seat && overlap(seat, other)),
    );
    const [first] = clashing;
    if (first === undefined) return [];
    const { personId, personName, role, bodyName } = first;
    const mandateIds = clashing.map(({ id }) => id);
    return [
      { kind: 'overlappingMandates', personId, name: personName, role, bodyName, mandateIds },
    ];
  });
}

/** What is odd about a meeting, without being forbidden. */
export function warningsOf(gathered: Gathered): MeetingWarning[] {
  const { day, sameDay } = gathered;
  return [
    ...sameDay.map(({ id, title }) => ({ kind: 'sameDay', meetingId: id, title, day }) as const),
    ...outOfOffice(gathered),
    ...overlaps(gathered),
  ];
}
