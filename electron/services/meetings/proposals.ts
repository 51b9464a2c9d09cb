import type { ChannelRequest } from '#contract/channels.ts';
import type { Proposal } from '#contract/meeting.channels.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { EarlierAction, EarlierItem } from '#repositories/meetings.repo.ts';
import { openActions, openItems, standingItems } from '#repositories/meetings.repo.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { agendaOf, appendItems } from './agenda.ts';
import { meetingToHold, mustGet, namer, present } from './find.ts';

/** What earlier meetings left open, with the record that each proposal comes from. */
interface Found {
  readonly items: readonly (EarlierItem & { readonly kind: 'postponed' | 'undiscussed' })[];
  readonly actions: readonly EarlierAction[];
  readonly standing: readonly EarlierItem[];
}

function find(db: ReadableDb, meeting: RecordOf<'meeting'>): Found {
  const titles = new Set(agendaOf(db, meeting.id).map(({ title }) => foldText(title)));
  const items = openItems(db, meeting).map((item) => ({
    ...item,
    kind: item.status === 'postponed' ? ('postponed' as const) : ('undiscussed' as const),
  }));
  for (const { title } of items) titles.add(foldText(title));
  const standing = standingItems(db, meeting).filter(({ title }) => {
    const key = foldText(title);
    if (titles.has(key)) return false;
    titles.add(key);
    return true;
  });
  return { items, actions: openActions(db, meeting), standing };
}

/**
 * What the agenda should not forget: items put off or left aside by earlier meetings of the same
 * body, actions that are still open, and items that come back every time.
 */
export function proposalsFor(
  db: ReadableDb,
  { id, today }: ChannelRequest<'meetings:proposals'>,
): Proposal[] {
  const found = find(db, mustGet(db, 'meeting', id));
  const items = [
    ...found.items,
    ...found.standing.map((item) => ({ ...item, kind: 'standing' as const })),
  ];
  const people = [
    ...items.map(({ presenterId }) => presenterId),
    ...found.actions.map(({ responsiblePersonId }) => responsiblePersonId),
  ];
  const nameOf = namer(labelsOf(db, 'person', present(people)));
  return [
    ...items.map((item) => ({
      kind: item.kind,
      sourceId: item.id,
      title: item.title,
      durationMinutes: item.durationMinutes,
      presenterId: item.presenterId,
      presenterName: nameOf(item.presenterId),
      subGroupId: item.subGroupId,
      ...item.origin,
      dueOn: null,
      isLate: false,
    })),
    ...found.actions.map((action) => ({
      kind: 'action' as const,
      sourceId: action.id,
      title: action.title,
      durationMinutes: null,
      presenterId: action.responsiblePersonId,
      presenterName: nameOf(action.responsiblePersonId),
      subGroupId: action.subGroupId,
      ...action.origin,
      dueOn: action.dueOn,
      isLate: action.dueOn !== null && action.dueOn < today,
    })),
  ];
}

/**
 * Takes proposals into the agenda, as one operation.
 * @throws DataError `record.notFound` for what is not, or no longer, proposed
 */
export function adoptProposals(
  session: StoreSession,
  { author }: Author,
  { id, sources }: ChannelRequest<'meetings:adopt'>,
): OperationResult<Id<'agendaItem'>[]> {
  const wanted = [...new Map(sources.map((source) => [source.id, source])).values()];
  const reason = { key: 'adopt', params: { count: wanted.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const found = find(op.db, meetingToHold(op.db, id));
    const itemFor = (source: (typeof wanted)[number]) => {
      const isIt = (record: { readonly id: string }) => record.id === source.id;
      if (source.kind === 'action') {
        const action = found.actions.find(isIt);
        return action === undefined ? null : fromAction(action);
      }
      if (source.kind === 'standing') {
        const item = found.standing.find(isIt);
        return item === undefined ? null : again(item);
      }
      const item = found.items.find(isIt);
      return item === undefined ? null : carried(item);
    };
    const items = wanted.map((source) => {
      const item = itemFor(source);
      if (item === null) {
        const table = source.kind === 'action' ? 'actionItem' : 'agendaItem';
        throw new DataError('record.notFound', { table, id: source.id });
      }
      return item;
    });
    return appendItems(op, id, items);
  });
}

const fromAction = ({ id, title, responsiblePersonId, subGroupId }: EarlierAction) => ({
  title: title.slice(0, 500),
  presenterId: responsiblePersonId,
  subGroupId,
  actionItemId: id,
});

const again = ({ title, durationMinutes, presenterId, subGroupId, isStanding }: EarlierItem) => ({
  title,
  durationMinutes,
  presenterId,
  subGroupId,
  isStanding,
});

const carried = (item: EarlierItem) => ({
  ...again(item),
  note: item.note,
  actionItemId: item.actionItemId,
  carriedFromId: item.id,
});
