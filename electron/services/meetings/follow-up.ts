import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { FollowUpRow, Reminder } from '#contract/minutes.channels.ts';
import { groupBy } from '#journal/entries.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { FollowUpLine } from '#repositories/follow-up.repo.ts';
import { emailsOf, followUpCounts, followUpPage } from '#repositories/follow-up.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { mustGet, present } from './find.ts';

const shown = (line: FollowUpLine): FollowUpRow => ({ ...line, isLate: line.isLate === 1 });

/** Actions or decisions of all meetings, one page of them, and how many there are in each state. */
export function followUp(
  db: ReadableDb,
  { state, offset, limit, ...filter }: ChannelRequest<'followUp:list'>,
): ChannelOutput<'followUp:list'> {
  const counts = followUpCounts(db, filter);
  const rows = followUpPage(db, filter, { state, offset, limit }).map(shown);
  return { rows, total: counts[state], counts };
}

/**
 * Changes the state of actions, as one operation. What is done is done that day, unless it already
 * says when; what no longer is loses its day.
 */
export function setActionStatus(
  session: StoreSession,
  { author }: Author,
  { ids, status, on }: ChannelRequest<'followUp:setStatus'>,
): OperationResult<void> {
  const unique = [...new Set(ids)];
  const reason = { key: 'setStatus', params: { count: unique.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const rows = unique.map((id) => {
      const { doneOn } = mustGet(op.db, 'actionItem', id);
      return { id, patch: { status, doneOn: status === 'done' ? (doneOn ?? on) : null } };
    });
    op.updateEach('actionItem', rows);
  });
}

/** More open actions than any group has; whoever is reminded is reminded of all of them. */
const EVERY = { offset: 0, limit: 100_000 } as const;

/** What each person or organisation responsible still has to do; without anyone responsible, nobody. */
export function reminders(
  db: ReadableDb,
  { onlyLate, ...request }: ChannelRequest<'followUp:remind'>,
): Reminder[] {
  const filter = {
    ...request,
    kind: 'actions',
    meetingId: null,
    from: null,
    to: null,
    text: '',
  } as const;
  const lines = followUpPage(db, filter, { ...EVERY, state: onlyLate ? 'late' : 'open' })
    .map(shown)
    .filter((line) => line.responsiblePersonId !== null || line.responsibleOrganisationId !== null);
  const people = emailsOf(db, 'person', present(lines.map((line) => line.responsiblePersonId)));
  const organisations = emailsOf(
    db,
    'organisation',
    present(lines.map((line) => line.responsibleOrganisationId)),
  );
  const groups = groupBy(
    lines,
    (line) => line.responsiblePersonId ?? line.responsibleOrganisationId ?? '',
  );
  return [...groups.values()]
    .flatMap(([first, ...others]): Reminder[] => {
      if (first === undefined) return [];
      const { responsiblePersonId: personId, responsibleOrganisationId: organisationId } = first;
      const name = first.responsiblePersonName ?? first.responsibleOrganisationName ?? '';
      const email =
        personId === null
          ? (organisations.get(organisationId ?? '') ?? null)
          : (people.get(personId) ?? null);
      return [{ personId, organisationId, name, email, actions: [first, ...others].map(reminded) }];
    })
    .toSorted((a, b) => lateCount(b) - lateCount(a) || a.name.localeCompare(b.name, 'fr'));
}

const lateCount = ({ actions }: Reminder): number => actions.filter(({ isLate }) => isLate).length;

const reminded = ({ id, title, onDay, isLate, status, meetingTitle, heldOn }: FollowUpRow) => ({
  id,
  title,
  dueOn: onDay,
  isLate,
  status,
  meetingTitle,
  heldOn,
});
