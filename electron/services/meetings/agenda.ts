import { AppError } from '#contract/errors.ts';
import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord, RecordOf } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { itemOf, meetingToHold, mustGet } from './find.ts';

export type AgendaItem = RecordOf<'agendaItem'>;

/** A meeting's agenda in order. */
export function agendaOf(db: ReadableDb, meetingId: string): AgendaItem[] {
  return listRecords(db, 'agendaItem', { meetingId }, ['position']);
}

/** Where the next item stands. */
function nextPosition(items: readonly AgendaItem[]): number {
  return Math.max(0, ...items.map(({ position }) => position)) + 1;
}

/** Gives items the positions of their place in the list; those that already stand there are left alone. */
function setOrder(operation: Operation, items: readonly AgendaItem[]): void {
  operation.updateEach(
    'agendaItem',
    items.map(({ id }, index) => ({ id, patch: { position: index + 1 } })),
  );
}

/**
 * Puts a whole agenda into the given order, as one operation.
 * @throws AppError `meeting.agendaChanged` when the list does not name each item of the agenda once
 */
export function reorderAgenda(
  session: StoreSession,
  { author }: Author,
  { id, itemIds }: ChannelRequest<'meetings:reorder'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'reorderAgenda' } }, (op) => {
    mustGet(op.db, 'meeting', id);
    const byId = new Map<string, AgendaItem>(agendaOf(op.db, id).map((item) => [item.id, item]));
    const ordered = itemIds.flatMap((itemId) => byId.get(itemId) ?? []);
    const isPermutation =
      ordered.length === itemIds.length &&
      ordered.length === byId.size &&
      new Set(itemIds).size === itemIds.length;
    if (!isPermutation) throw new AppError('meeting.agendaChanged');
    setOrder(op, ordered);
  });
}

/** Adds an item at the end of the agenda, or after another one. */
export function addAgendaItem(
  session: StoreSession,
  { author }: Author,
  { id, afterId, ...values }: ChannelRequest<'meetings:addItem'>,
): OperationResult<Id<'agendaItem'>> {
  const reason = { key: 'create', params: { table: 'agendaItem' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    meetingToHold(op.db, id);
    const items = agendaOf(op.db, id);
    const position = nextPosition(items);
    const itemId = op.insert('agendaItem', { meetingId: id, position, ...values });
    if (afterId !== null) {
      itemOf(op.db, id, afterId);
      const added = mustGet(op.db, 'agendaItem', itemId);
      const order = items.flatMap((item) => (item.id === afterId ? [item, added] : [item]));
      setOrder(op, order);
    }
    return itemId;
  });
}

/** Says how the discussion of an item went. */
export function runAgendaItem(
  session: StoreSession,
  { author }: Author,
  { itemId, status, spentSeconds }: ChannelRequest<'meetings:runItem'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'runItem' } }, (op) => {
    mustGet(op.db, 'agendaItem', itemId);
    op.update('agendaItem', itemId, {
      ...(status === undefined ? {} : { status }),
      ...(spentSeconds === undefined ? {} : { spentSeconds }),
    });
  });
}

/** Adds items at the end of an agenda, in order. */
export function appendItems(
  op: Operation,
  meetingId: Id<'meeting'>,
  items: readonly Omit<NewRecord<'agendaItem'>, 'meetingId' | 'position'>[],
): Id<'agendaItem'>[] {
  const first = nextPosition(agendaOf(op.db, meetingId));
  return op.insertMany(
    'agendaItem',
    items.map((values, index) => ({ values: { ...values, meetingId, position: first + index } })),
  );
}

/** Templates of a group's agendas, by name. */
export function agendaTemplates(db: ReadableDb, workingGroupId: string) {
  return listRecords(db, 'agendaTemplate', { workingGroupId }, ['name']);
}

/** Keeps an agenda as a template; one of the same name and kind of meetings is replaced. */
export function saveTemplate(
  session: StoreSession,
  { author }: Author,
  { id, name }: ChannelRequest<'meetings:saveTemplate'>,
): OperationResult<Id<'agendaTemplate'>> {
  const reason = { key: 'saveTemplate', params: { name } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const { workingGroupId, kind } = mustGet(op.db, 'meeting', id);
    const items = agendaOf(op.db, id).map(({ title, durationMinutes }) => ({
      title,
      durationMinutes,
    }));
    const known = agendaTemplates(op.db, workingGroupId).find(
      (template) => template.meetingKind === kind && foldText(template.name) === foldText(name),
    );
    if (known === undefined) {
      return op.insert('agendaTemplate', { workingGroupId, name, meetingKind: kind, items });
    }
    op.update('agendaTemplate', known.id, { name, items });
    return known.id;
  });
}

/** Adds the items of a template at the end of the agenda, as one operation. */
export function applyTemplate(
  session: StoreSession,
  { author }: Author,
  { id, templateId }: ChannelRequest<'meetings:applyTemplate'>,
): OperationResult<Id<'agendaItem'>[]> {
  return runOperation(session.writer(), { author, reason: { key: 'applyTemplate' } }, (op) => {
    meetingToHold(op.db, id);
    return appendItems(op, id, mustGet(op.db, 'agendaTemplate', templateId).items);
  });
}
