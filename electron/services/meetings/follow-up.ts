import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { FollowUpRow, Reminder, SentReminder } from '#contract/follow-up.channels.ts';
import { usableAddress } from '#interop/mail-address.ts';
import { groupBy } from '#journal/entries.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { FollowUpLine } from '#repositories/follow-up.repo.ts';
import { followUpCounts, followUpGroups, followUpPage } from '#repositories/follow-up.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import {
  emailsOf,
  lastReminded,
  meetingsFollowed,
  peopleNamed,
  remindersSent,
  responsibleOnes,
} from '#repositories/reminders.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { mustGet, present } from './find.ts';

const shown = (line: FollowUpLine): FollowUpRow => ({ ...line, isLate: line.isLate === 1 });

/** Actions or decisions of all meetings, one page of them, and how many there are in each state. */
export function followUp(
  db: ReadableDb,
  { state, groupBy, offset, limit, ...filter }: ChannelRequest<'followUp:list'>,
): ChannelOutput<'followUp:list'> {
  const counts = followUpCounts(db, filter);
  const rows = followUpPage(db, filter, { state, groupBy, offset, limit }).map(shown);
  return { rows, total: counts[state], counts, groups: followUpGroups(db, filter, state, groupBy) };
}

/** What the list can be narrowed down to, and whom the author's name stands for. */
export function followUpChoices(
  db: ReadableDb,
  { author }: Author,
): ChannelOutput<'followUp:choices'> {
  const [only, ...others] = peopleNamed(db, author);
  return {
    workingGroups: listRecords(db, 'workingGroup', {}, ['name']).map(idAndName),
    subGroups: listRecords(db, 'subGroup', {}, ['position', 'name']).map(idAndName),
    meetings: meetingsFollowed(db),
    people: responsibleOnes(db, 'person'),
    organisations: responsibleOnes(db, 'organisation'),
    author: only !== undefined && others.length === 0 ? only : null,
  };
}

const idAndName = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

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

/** What becomes of decisions, as one operation. @throws DataError `record.notFound` */
export function setDecisionStatus(
  session: StoreSession,
  { author }: Author,
  { ids, status }: ChannelRequest<'followUp:setDecisionStatus'>,
): OperationResult<void> {
  const unique = [...new Set(ids)];
  const reason = { key: 'setDecisionStatus', params: { count: unique.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    for (const id of unique) mustGet(op.db, 'decision', id);
    op.updateEach(
      'decision',
      unique.map((id) => ({ id, patch: { status } })),
    );
  });
}

/** More open actions than any group has; whoever is reminded is reminded of all of them. */
const EVERY = { groupBy: 'none', offset: 0, limit: 100_000 } as const;

/** What each person or organisation responsible still has to do; without anyone responsible, nobody. */
export function reminders(
  db: ReadableDb,
  { onlyLate, ...request }: ChannelRequest<'followUp:remind'>,
): Reminder[] {
  const filter = {
    ...request,
    kind: 'actions',
    meetingId: null,
    isUnassigned: false,
    statuses: [],
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
  const reminded = lastReminded(db);
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
      const remindedAt = reminded.get(personId ?? name) ?? null;
      const actions = [first, ...others].map(actionOf);
      const isReachable = usableAddress(email) !== null;
      return [{ personId, organisationId, name, email, isReachable, remindedAt, actions }];
    })
    .toSorted((a, b) => lateCount(b) - lateCount(a) || a.name.localeCompare(b.name, 'fr'));
}

const lateCount = ({ actions }: Reminder): number => actions.filter(({ isLate }) => isLate).length;

const actionOf = ({ id, title, onDay, isLate, status, meetingTitle, heldOn }: FollowUpRow) => ({
  id,
  title,
  dueOn: onDay,
  isLate,
  status,
  meetingTitle,
  heldOn,
});

interface KeptRecipient {
  readonly name: string;
  readonly address: string;
}

/** Reminders prepared so far, the latest first; one message may stand in several registers. */
export function sentReminders(db: ReadableDb, limit: number): SentReminder[] {
  const sent = groupBy(
    remindersSent(db, limit * MEETINGS_PER_REMINDER),
    ({ at, recipients }) => `${at} ${recipients}`,
  );
  return [...sent.values()].slice(0, limit).flatMap((lines): SentReminder[] => {
    const [first] = lines;
    if (first === undefined) return [];
    // Written by the journal after its declaration: names and addresses.
    const kept = JSON.parse(first.recipients) as readonly KeptRecipient[];
    return [
      {
        at: first.at,
        recipients: kept.map(({ name, address }) => ({ name, address })),
        meetings: lines.map(({ meetingId, meetingTitle }) => ({
          id: meetingId,
          title: meetingTitle,
        })),
      },
    ];
  });
}

/** Meetings whose actions one message speaks of, at the most that is looked for. */
const MEETINGS_PER_REMINDER = 20;
