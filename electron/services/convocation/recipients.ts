import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { ConvocationRecipient, DraftKind } from '#contract/convocation.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { CalendarPerson } from '#interop/ics.ts';
import { usableAddress } from '#interop/mail-address.ts';
import { emailsOf } from '#repositories/reminders.repo.ts';
import { seatsOf } from '#repositories/meetings.repo.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { dayOf, expectedAt } from '#services/meetings/attendance.ts';
import { hasBegun, mustGet, namer, present } from '#services/meetings/find.ts';
import type { ReadableDb } from '#sql/sql.ts';

type Meeting = RecordOf<'meeting'>;

export interface Recipients {
  readonly reached: readonly ConvocationRecipient[];
  readonly unreached: readonly ConvocationRecipient[];
}

/** People as recipients, in the order of their names, those who cannot be written to apart. */
function sorted(db: ReadableDb, people: ReadonlyMap<string, string | null>): Recipients {
  const ids = [...people.keys()];
  const names = namer(labelsOf(db, 'person', ids));
  const organisations = namer(labelsOf(db, 'organisation', present([...people.values()])));
  const emails = emailsOf(db, 'person', ids);
  const all = ids
    .map((personId) => ({
      personId,
      name: names(personId) ?? '',
      organisationName: organisations(people.get(personId) ?? null),
      email: emails.get(personId) ?? null,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  return {
    reached: all.filter(({ email }) => usableAddress(email) !== null),
    unreached: all.filter(({ email }) => usableAddress(email) === null),
  };
}

/**
 * Whom a message about a meeting goes to: whoever has a mandate in its body on its day, and whoever
 * is on its attendance list. A cancellation also goes to those who were written to before.
 */
export function recipientsOf(
  db: ReadableDb,
  meeting: Meeting,
  today: string,
  kind: DraftKind = 'convocation',
): Recipients {
  const people = new Map<string, string | null>();
  for (const { personId, organisationId } of expectedAt(db, meeting, today)) {
    people.set(personId, organisationId);
  }
  for (const line of listRecords(db, 'attendance', { meetingId: meeting.id })) {
    if (line.personId !== null) {
      people.set(line.personId, line.organisationId ?? people.get(line.personId) ?? null);
    }
  }
  const earlier =
    kind === 'cancellation' ? listRecords(db, 'dispatch', { meetingId: meeting.id }) : [];
  for (const { personId } of earlier.flatMap(({ recipients }) => recipients)) {
    if (personId !== null && !people.has(personId)) people.set(personId, null);
  }
  return sorted(db, people);
}

/**
 * Whom answers go to: the meeting's secretary, its chair, otherwise the group's secretariat that day;
 * null when none of them can be written to.
 */
export function organizerOf(
  db: ReadableDb,
  meeting: Meeting,
  today: string,
): CalendarPerson | null {
  const secretariat = seatsOf(db, meeting.workingGroupId, dayOf(meeting, today)).filter(
    ({ role, workingGroupId }) => role === 'secretariat' && workingGroupId !== null,
  );
  const ids = present([
    meeting.secretaryId,
    meeting.chairId,
    ...secretariat.map(({ personId }) => personId),
  ]);
  const names = namer(labelsOf(db, 'person', ids));
  const emails = emailsOf(db, 'person', ids);
  for (const id of ids) {
    const email = usableAddress(emails.get(id) ?? null);
    if (email !== null) return { name: names(id) ?? email, email };
  }
  return null;
}

/** What can be prepared about a meeting as it stands. */
export function kindsFor(db: ReadableDb, meeting: Meeting): DraftKind[] {
  const isConvened = meeting.convenedAt !== null;
  const hasMinutes = listRecords(db, 'minutes', { meetingId: meeting.id }).length > 0;
  const isAhead = !hasBegun(meeting) && meeting.status !== 'cancelled';
  return [
    ...(isAhead ? ['convocation' as const] : []),
    ...(isAhead && isConvened ? ['update' as const] : []),
    ...(isConvened && !hasBegun(meeting) ? ['cancellation' as const] : []),
    ...(hasMinutes && meeting.status !== 'cancelled' ? ['minutes' as const] : []),
  ];
}

/** @throws DataError `record.notFound` */
export function listRecipients(
  db: ReadableDb,
  { meetingId, today }: ChannelRequest<'convocations:recipients'>,
): ChannelOutput<'convocations:recipients'> {
  const meeting = mustGet(db, 'meeting', meetingId);
  const { reached, unreached } = recipientsOf(db, meeting, today);
  return {
    onDay: dayOf(meeting, today),
    reached: [...reached],
    unreached: [...unreached],
    organizer: organizerOf(db, meeting, today),
    kinds: kindsFor(db, meeting),
  };
}
